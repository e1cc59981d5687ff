import { traffic, type Scenario } from './scenarios.ts';
import type { Answer } from './traffic.ts';

/** What clients saw of one rollout. Pure: from their answers only, never from what an engine says of itself. */
export interface Seen {
  readonly requests: number;
  /** Answers that name the candidate; those that failed without a name are not among them. */
  readonly candidateAnswers: number;
  /** Bad answers that clients got. */
  readonly harmedRequests: number;
  /** From the end of the first bad answer to the end of the last one; 0 where there is at most one. */
  readonly firstBadToLastBadMs: number;
  /** Bad answers by status and by who gave them, such as `500 tumour-3`. */
  readonly badAnswers: Readonly<Record<string, number>>;
}

/** Whether a client was harmed. A slow or wrong answer counts only where the candidate gave it: stable has its own slow moments on a busy machine. */
export function isBad({ bad }: Pick<Scenario, 'bad'>, candidateVersion: string, answer: Answer): boolean {
  if (answer.status !== 200) return true;
  if (answer.version !== candidateVersion) return false;
  switch (bad) {
    case 'status':
      return false;
    case 'slow':
      return answer.endedAt - answer.sentAt > traffic.slowerThanMs;
    case 'wrong':
      return answer.right === false;
  }
}

export function seenBy(answers: readonly Answer[], scenario: Pick<Scenario, 'bad'>, candidateVersion: string): Seen {
  const harmful = answers.filter((answer) => isBad(scenario, candidateVersion, answer));
  const bad = harmful.map(({ endedAt }) => endedAt);
  const badAnswers: Record<string, number> = {};
  for (const { status, version } of harmful) {
    const text = `${status} ${version}`.trim();
    badAnswers[text] = (badAnswers[text] ?? 0) + 1;
  }
  return {
    requests: answers.length,
    candidateAnswers: answers.filter(({ version }) => version === candidateVersion).length,
    harmedRequests: bad.length,
    firstBadToLastBadMs: bad.length === 0 ? 0 : Math.max(...bad) - Math.min(...bad),
    badAnswers,
  };
}
