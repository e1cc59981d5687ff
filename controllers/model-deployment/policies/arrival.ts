import { getCondition } from '../../../operator/runtime/conditions.ts';
import { durationMs } from '../../shared/duration.ts';
import type { Context, Status } from '../context.ts';

/** One commit brings a version and the deployment that names it, and they are applied in any order. */
const graceMs = durationMs('30s');

/** Until when, as Unix milliseconds, a version that does not exist may still come though nobody is at work on it; undefined where it is there, or of no use. */
export function arrivalEndsAt({ target, now, makers }: Context, { conditions }: Status): number | undefined {
  if (target.found || target.reason !== 'VersionNotFound') return undefined;
  const resolved = getCondition(conditions, 'VersionResolved');
  const missedSince = resolved?.reason === 'VersionNotFound' ? Date.parse(resolved.lastTransitionTime) : now.getTime();
  // We may hear of the end of a training before we hear of what it registered.
  return Math.max(missedSince, Date.parse(makers?.lastEnd ?? '') || 0) + graceMs;
}

export function mayArrive(context: Context, status: Status): boolean {
  return (context.makers?.atWork ?? []).length > 0 || context.now.getTime() < (arrivalEndsAt(context, status) ?? 0);
}

/** The end of the sentence that says a version does not exist; empty where nobody is at work on it. */
export function makersText({ makers }: Context): string {
  const [first, ...others] = makers?.atWork ?? [];
  if (first === undefined) return '';
  return others.length === 0 ? `; ${first} is at work and may register it` : `; ${first} and ${others.length} more are at work and may register it`;
}
