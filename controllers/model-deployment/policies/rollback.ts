import { durationMs, humanDuration } from '../../shared/duration.ts';
import { healthOf, judgeConfig, unchanged, type Change, type Context, type Status } from '../context.ts';
import { breach } from '../judge/judge.ts';
import { giveUp, type Cause } from './give-up.ts';
import { judged } from './look.ts';
import { neededPods } from './needed-pods.ts';
import { podsTrouble } from './pods-trouble.ts';

/**
 * Asked first, whatever else is going on: not gated by pauses, the health of stable (as long as it has one ready pod),
 * metrics sources or other objects. One change of status, one patch of the weights.
 */
export function rollback(context: Context, status: Status): Change {
  const { candidate, stable } = status;
  if (candidate === undefined || stable === undefined) return unchanged(status);
  const cause = causeOf(context, status);
  if (cause === undefined) return unchanged(status);
  // Nobody left to answer: the candidate is still better than nothing.
  if (healthOf(context, stable.revision).ready === 0 && healthOf(context, candidate.revision).ready > 0) return unchanged(status);

  return giveUp(context, status, cause, 'RolledBack');
}

function causeOf(context: Context, status: Status): Cause | undefined {
  return unavailable(context, status) ?? broken(context, status) ?? late(context, status) ?? undecided(context, status);
}

// Seen by watches, so there is no need to wait for metrics.
function unavailable(context: Context, status: Status): Cause | undefined {
  // Told to have no pods, it lost none.
  if ((status.rollout?.step ?? 0) === 0 || context.spec.server.replicas === 0) return undefined;
  const health = healthOf(context, status.candidate?.revision);
  if (health.trouble?.reason === 'CrashLooping') return { reason: 'CandidateCrashLooping', message: health.trouble.message };
  if (health.ready > 0) return undefined;
  return { reason: 'CandidateUnavailable', message: `the candidate lost its last ready pod${podsTrouble(health)}` };
}

function broken(context: Context, status: Status): Cause | undefined {
  const { state, evidence } = judged(status);
  return breach(judgeConfig(context.spec), state, evidence);
}

function late(context: Context, status: Status): Cause | undefined {
  if ((status.rollout?.step ?? 0) > 0 || !isPast(context, progressDeadlineAt(context, status))) return undefined;
  return { reason: 'ProgressDeadlineExceeded', message: `the candidate did not become ready within ${context.spec.rollout.progressDeadline}${podsTrouble(healthOf(context, status.candidate?.revision))}` };
}

function undecided(context: Context, status: Status): Cause | undefined {
  const { onHoldDeadline, holdDeadline } = context.spec.rollout.analysis;
  if (onHoldDeadline !== 'Rollback' || !isPast(context, holdDeadlineAt(context, status))) return undefined;
  return { reason: 'HoldDeadlineExceeded', message: `no verdict (${status.rollout?.verdict ?? 'Insufficient'}) within ${humanDuration(durationMs(holdDeadline))} after the hold time of step ${status.rollout?.step ?? 0}` };
}

export function progressDeadlineAt(context: Context, status: Status): number | undefined {
  const startedAt = status.candidate?.startedAt;
  // Ready pods that wait for a person (a pause, a gateway) are not late.
  if (healthOf(context, status.candidate?.revision).available >= neededPods(context, status)) return undefined;
  return startedAt === undefined || (status.rollout?.step ?? 0) > 0 ? undefined : Date.parse(startedAt) + durationMs(context.spec.rollout.progressDeadline);
}

export function holdDeadlineAt(context: Context, status: Status): number | undefined {
  const heldSince = status.rollout?.heldSince;
  return heldSince === undefined || context.spec.paused ? undefined : Date.parse(heldSince) + durationMs(context.spec.rollout.analysis.holdDeadline);
}

function isPast(context: Context, at: number | undefined): boolean {
  return at !== undefined && context.now.getTime() >= at;
}
