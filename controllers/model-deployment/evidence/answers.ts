import { request } from 'undici';
import { asError } from '../../../operator/runtime/errors.ts';
import type { Pod } from '../../shared/kube-types.ts';
import type { ComparedAnswers } from '../judge/disagreement.ts';
import { metricsPort } from '../resources/workload.ts';
import { createAnswerPairs, type AnswerPairs, type ToldAnswer } from './answer-pairs.ts';
import type { SampleTarget } from './source.ts';

/** Compares what candidate and stable answer to the same requests, look by look. Never throws: what cannot be read is no evidence. */
export interface AnswerComparison {
  look(signal: AbortSignal): Promise<ComparedAnswers>;
}

/** More than a server ever tells in one page. */
const largestPage = 4 * 1024 * 1024;

/**
 * Begins with what is answered from now on: of what was answered before, the operator that ran before may have counted
 * some. So a restart loses a moment's pairs, and counts none twice.
 *
 * @param epoch of the counts that begin here.
 */
export function compareAnswers(deps: { readonly podsOf: (namespace: string, revision: string) => readonly Pod[] }, target: SampleTarget, epoch: string): AnswerComparison {
  const pairs = createAnswerPairs(target.compare?.tolerance ?? 0);
  const cursors = new Map<string, string>();

  const readPod = async (side: 'stable' | 'candidate', name: string, ip: string, signal: AbortSignal): Promise<void> => {
    const known = cursors.get(name);
    const { cursor, answers } = await readAnswers(name, ip, known, signal);
    cursors.set(name, cursor);
    if (known !== undefined) for (const answer of answers) pairs.add(side, answer);
  };

  const readSide = async (side: 'stable' | 'candidate', signal: AbortSignal): Promise<string | undefined> => {
    const pods = deps.podsOf(target.namespace, target[side]).flatMap(({ metadata, status }) => (status?.podIP === undefined ? [] : [{ name: metadata.name, ip: status.podIP }]));
    const results = await Promise.allSettled(pods.map(({ name, ip }) => readPod(side, name, ip, signal)));
    const failure = results.find((result) => result.status === 'rejected');
    // One pod of several may be starting or going away.
    return failure === undefined || results.some(({ status }) => status === 'fulfilled') ? undefined : asError(failure.reason).message;
  };

  return {
    async look(signal) {
      const problems = await Promise.all([readSide('stable', signal), readSide('candidate', signal)]);
      pairs.endLook();
      return told(pairs, epoch, problems.find((problem) => problem !== undefined));
    },
  };
}

function told({ compared, disagreed }: AnswerPairs, epoch: string, problem: string | undefined): ComparedAnswers {
  return { epoch, compared, disagreed, ...(problem === undefined ? {} : { problem }) };
}

interface Page {
  readonly cursor: string;
  readonly answers: readonly ToldAnswer[];
}

async function readAnswers(pod: string, ip: string, after: string | undefined, signal: AbortSignal): Promise<Page> {
  const host = ip.includes(':') ? `[${ip}]` : ip;
  const query = after === undefined ? '' : `?after=${encodeURIComponent(after)}`;
  const response = await request(`http://${host}:${metricsPort}/answers${query}`, { signal });
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of response.body as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > largestPage) throw new Error(`pod ${pod} tells more than ${largestPage} bytes of answers`);
    chunks.push(chunk);
  }
  // Its revision was made by an operator whose model server kept no answers; pods of a revision that serves are never changed.
  if (response.statusCode === 404) throw new Error(`the model server of pod ${pod} is too old to tell its answers`);
  if (response.statusCode !== 200) throw new Error(`pod ${pod} answered ${response.statusCode} to /answers`);
  return parsePage(pod, Buffer.concat(chunks).toString());
}

function parsePage(pod: string, text: string): Page {
  const { cursor, answers } = (JSON.parse(text) ?? {}) as { readonly cursor?: unknown; readonly answers?: unknown };
  if (typeof cursor !== 'string' || cursor.length > 64 || !Array.isArray(answers)) throw new Error(`pod ${pod} tells its answers in a form that is not known`);
  return { cursor, answers: answers.flatMap(answerOf) };
}

function answerOf(entry: unknown): readonly ToldAnswer[] {
  if (!Array.isArray(entry)) return [];
  const [id, rows, row, value] = entry as readonly unknown[];
  if (typeof id !== 'string' || typeof rows !== 'number' || typeof row !== 'number') return [];
  return value === null || typeof value === 'string' || typeof value === 'number' ? [{ id, rows, row, value }] : [];
}
