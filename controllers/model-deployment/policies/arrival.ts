import { getCondition } from '../../../operator/runtime/conditions.ts';
import { durationMs } from '../../shared/duration.ts';
import type { Context, Status } from '../context.ts';

/** One commit brings a version and the deployment that names it, and they are applied in any order. */
const graceMs = durationMs('30s');

/** Until when, as Unix milliseconds, a version that does not exist may still come by itself; undefined where it is there, or of no use. */
export function arrivalEndsAt({ target, now }: Context, { conditions }: Status): number | undefined {
  if (target.found || target.reason !== 'VersionNotFound') return undefined;
  const resolved = getCondition(conditions, 'VersionResolved');
  return (resolved?.reason === 'VersionNotFound' ? Date.parse(resolved.lastTransitionTime) : now.getTime()) + graceMs;
}

export function mayArrive(context: Context, status: Status): boolean {
  return context.now.getTime() < (arrivalEndsAt(context, status) ?? 0);
}
