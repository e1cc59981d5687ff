import { durationMs } from '../../shared/duration.ts';
import { unchanged, type Change, type Context, type Status } from '../context.ts';

/** Forgets revisions whose time without traffic is over; what status does not name is deleted. */
export function retire(context: Context, status: Status): Change {
  const retiring = (status.retiring ?? []).filter((entry) => context.now.getTime() < retiresAt(context, entry));
  return retiring.length === (status.retiring ?? []).length ? unchanged(status) : unchanged({ ...status, retiring });
}

export function retiresAt(context: Context, entry: { readonly since: string }): number {
  return Date.parse(entry.since) + durationMs(context.spec.rollout.scaleDownDelay);
}
