import { changed, unchanged, type Change, type Context, type Status } from '../context.ts';
import { withHistory, withoutCandidate } from './end-rollout.ts';
import type { Breach } from '../judge/judge.ts';
import { answered } from './look.ts';

export interface Cause {
  readonly reason: Breach['reason'] | 'CandidateUnavailable' | 'CandidateCrashLooping' | 'ProgressDeadlineExceeded' | 'HoldDeadlineExceeded' | 'Aborted' | 'RollbackRequested';
  readonly message: string;
  readonly slo?: string;
}

/** Ends the rollout at weight 0: the candidate's digest is blocked, and what it did until now is kept for people to read. */
export function giveUp(context: Context, status: Status, cause: Cause, outcome: 'RolledBack' | 'Aborted'): Change {
  const { candidate, stable } = status;
  if (candidate === undefined || stable === undefined) return unchanged(status);
  const counts = answered(status).candidate;
  // Copies and previews fail for nobody.
  const failed = (status.rollout?.weight ?? 0) === 0 ? 0 : counts.bad;
  const saved = status.rollout?.savedRequests;
  const firstBadAt = status.judge?.firstBadAt;
  const ended = withoutCandidate(withHistory(status, context, outcome, candidate.version, cause.reason), context);
  const rolledBack: Status = {
    ...ended,
    blockedDigests: [...new Set([...(status.blockedDigests ?? []), candidate.digest])].slice(-20),
    lastRollback: {
      version: candidate.version,
      digest: candidate.digest,
      revision: candidate.revision,
      to: stable.version,
      time: context.now.toISOString(),
      reason: cause.reason,
      message: cause.message.slice(0, 1024),
      ...(cause.slo === undefined ? {} : { slo: cause.slo }),
      candidateRequests: counts.requests,
      failedRequests: failed,
      harmedRequests: Math.max(0, failed - (saved ?? 0)),
      ...(saved === undefined ? {} : { savedRequests: saved }),
      ...(candidate.startedAt === undefined ? {} : { startedAt: candidate.startedAt }),
      ...(firstBadAt === undefined ? {} : { detectionMs: Math.max(0, context.now.getTime() - Date.parse(firstBadAt)) }),
      // Without traffic there is nothing to wait for.
      propagated: (status.rollout?.weight ?? 0) === 0,
    },
  };
  const verb = outcome === 'Aborted' ? 'Aborted the rollout' : 'Rolled back';
  return changed(rolledBack, {
    type: 'Warning',
    reason: outcome,
    action: 'ShiftTraffic',
    note: `${verb} from ${candidate.version} to ${stable.version} at ${status.rollout?.weight ?? 0} %: ${cause.message}`,
  });
}
