import { changed, unchanged, type Change, type Context, type Status } from '../context.ts';
import { withHistory, withoutCandidate } from './end-rollout.ts';

/**
 * Spec no longer asks for the candidate: its weight goes to zero before anything else starts. Naming the stable
 * version again ends the rollout at once.
 */
export function supersede(context: Context, status: Status): Change {
  const { candidate } = status;
  const { target, spec } = context;
  if (candidate === undefined) return unchanged(status);
  // A version that is being verified anew keeps its place; one that somebody rejected, archived or removed does not.
  const wanted = target.found ? target.revision === candidate.revision : target.reason === 'VersionNotReady' && spec.version === candidate.version;
  if (wanted) return unchanged(status);
  const reason = !target.found ? target.message : spec.version === status.stable?.version ? `spec.version names the stable version ${spec.version} again` : `spec asks for ${spec.version}`;
  const ended = withoutCandidate(withHistory(status, context, 'Superseded', candidate.version, reason), context);
  return changed(ended, { type: 'Normal', reason: 'RolloutSuperseded', action: 'ShiftTraffic', note: `Rollout of ${candidate.version} ended at weight 0: ${reason}` });
}
