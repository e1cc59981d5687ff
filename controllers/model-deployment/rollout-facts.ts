import type { EventIntent, Facts } from '../shared/event-intent.ts';
import type { Change, Status } from './context.ts';
import { remembered } from './judge/remember.ts';
import { evidence } from './policies/look.ts';

/** What one policy changed, from the status before and after it: so no policy can forget a number. */
export function withFacts(before: Status, { status: after, events }: Change): readonly EventIntent[] {
  return events.map((event) => ({ ...event, facts: factsOf(event.reason, before, after) }));
}

function factsOf(reason: string, before: Status, after: Status): Facts {
  const numbers = { ...shares(before, after), ...counts(before), ...comparedCounts(before), ...rewardFigures(after) };
  switch (reason) {
    case 'RetryRequested':
      return { from: 'Blocked', to: 'Allowed', numbers: { blockedDigests: (before.blockedDigests ?? []).length, retry: after.lastHandled?.['retry'] ?? '' } };
    case 'RolledBack':
    case 'Aborted':
      return { from: before.candidate?.version ?? '', to: after.stable?.version ?? '', numbers: { ...numbers, ...rollbackNumbers(after) } };
    case 'RolloutSuperseded':
    case 'Withdrawn':
      return { from: before.candidate?.version ?? '', to: after.stable?.version ?? '', numbers };
    default:
      return { from: before.stable?.version ?? '', to: after.candidate?.version ?? after.stable?.version ?? '', numbers };
  }
}

function shares(before: Status, after: Status): Record<string, number> {
  const step = after.rollout ?? before.rollout;
  // Without a candidate, stable has everything: the version that had the candidate's share has it all, or none of it.
  const won = before.candidate !== undefined && after.stable?.revision === before.candidate.revision;
  return { step: step?.step ?? 0, steps: step?.steps ?? 0, weightBefore: before.rollout?.weight ?? 0, weightAfter: won ? 100 : (after.rollout?.weight ?? 0) };
}

/** As the judge had them when it was decided; a new step begins to count anew, so the status after it has them no more. */
function counts(status: Status): Record<string, number> {
  return Object.fromEntries(
    evidence(status).flatMap(({ slo, candidate, stable, step, relative, absolute, threshold }) =>
      Object.entries({
        candidateRequests: candidate.requests,
        candidateBad: candidate.bad,
        stableRequests: stable.requests,
        stableBad: stable.bad,
        stepRequests: step.requests,
        stepBad: step.bad,
        absolute,
        ...(relative === undefined ? {} : { relative }),
        // JSON has no infinity.
        ...(Number.isFinite(threshold) ? { threshold } : {}),
      }).map(([name, value]) => [`${slo}.${name}`, value]),
    ),
  );
}

function comparedCounts(status: Status): Record<string, number> {
  const item = remembered(status).evidence.find(({ type }) => type === 'Disagreement');
  if (item?.type !== 'Disagreement') return {};
  const { slo, compared, disagreed, absolute } = item;
  return { [`${slo}.compared`]: compared, [`${slo}.disagreed`]: disagreed, [`${slo}.absolute`]: absolute };
}

function rewardFigures({ ab }: Status): Record<string, number | string> {
  if (ab?.decidedAt === undefined) return {};
  const { verdict = '', candidate, stable, difference, lower, upper, welchP } = ab;
  const bounds = { candidateMean: candidate?.mean, stableMean: stable?.mean, difference, lower, upper, welchP };
  return { verdict, candidateRewards: candidate?.samples ?? 0, stableRewards: stable?.samples ?? 0, ...Object.fromEntries(Object.entries(bounds).filter((entry): entry is [string, number] => entry[1] !== undefined)) };
}

function rollbackNumbers({ lastRollback }: Status): Record<string, number | string> {
  const { reason = '', slo, candidateRequests = 0, harmedRequests = 0, detectionMs } = lastRollback ?? {};
  return { cause: reason, candidateRequests, harmedRequests, ...(slo === undefined ? {} : { slo }), ...(detectionMs === undefined ? {} : { detectionMs }) };
}
