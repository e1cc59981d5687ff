import { changed, unchanged, type Change, type Context, type Status } from '../context.ts';
import { withHistory, withoutCandidate } from './end-rollout.ts';
import { isTesting } from './ab-look.ts';

/**
 * Ends a test that stable has won, or that nobody has: the candidate's weight goes to zero. Its digest is not blocked,
 * because nothing is wrong with it; it is only not tested again by itself.
 */
export function endTest(context: Context, status: Status): Change {
  const { candidate, stable, ab } = status;
  if (!isTesting(context, status) || context.spec.paused || candidate === undefined || stable === undefined) return unchanged(status);
  if (ab?.verdict !== 'StableBetter' && ab?.verdict !== 'NoSignificantWinner') return unchanged(status);
  const outcome = ab.verdict === 'StableBetter' ? 'Lost' : 'NoWinner';
  const message = ab.text ?? '';
  const ended = withoutCandidate(withHistory(status, context, outcome, candidate.version, message.slice(0, 256)), context);
  const { version, digest, revision } = candidate;
  const withdrawn: Status = { ...ended, withdrawn: { version, digest, revision, to: stable.version, time: context.now.toISOString(), outcome, message } };
  return changed(withdrawn, { type: 'Normal', reason: 'Withdrawn', action: 'ShiftTraffic', note: `${candidate.version} is withdrawn, ${stable.version} serves all traffic: ${message}` });
}

/** The revision that spec asks for was tested and withdrawn. With another strategy it may roll out. */
export function isWithdrawn({ target, spec }: Context, { withdrawn, stable }: Status): boolean {
  return spec.rollout.strategy === 'ABTest' && target.found && withdrawn?.revision === target.revision && target.revision !== stable?.revision;
}

export function withdrawnText({ withdrawn }: Status): string {
  return `${withdrawn?.to ?? ''} goes on serving: ${withdrawn?.message ?? ''}. Name it in spec.version, or another version, or set the annotation trainyard.dev/retry to a new value to test again`;
}
