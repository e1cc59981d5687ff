import { changed, unchanged, type Change, type Context, type Status } from '../context.ts';
import { withHistory, withoutCandidate } from './end-rollout.ts';

/**
 * Spec no longer asks for the candidate: its weight goes to zero before anything else starts. Naming the stable
 * version again ends the rollout at once.
 */
export function supersede(context: Context, status: Status): Change {
  const { candidate } = status;
  const { target, spec } = context;
  if (candidate === undefined || isWanted(context, status)) return unchanged(status);
  const reason = !target.found ? target.message : spec.version === status.stable?.version ? `spec.version names the stable version ${spec.version} again` : `spec asks for ${spec.version}`;
  const ended = withoutCandidate(withHistory(status, context, 'Superseded', candidate.version, reason), context);
  return changed(ended, { type: 'Normal', reason: 'RolloutSuperseded', action: 'ShiftTraffic', note: `Rollout of ${candidate.version} ended at weight 0: ${reason}` });
}

function isWanted({ target, spec }: Context, status: Status): boolean {
  const { candidate, rollout, blockedDigests = [] } = status;
  // A version that is being verified anew keeps its place; one that somebody rejected, archived or removed does not.
  if (!target.found) return target.reason === 'VersionNotReady' && spec.version === candidate?.version;
  // A person asked to go back although spec still names the version that is left: it holds until spec names another one.
  if (rollout?.skipsSteps === 'Rollback' && blockedDigests.includes(target.digest)) return true;
  return target.revision === candidate?.revision;
}
