import { durationMs, humanDuration } from '../../shared/duration.ts';
import type { Context, Status } from '../context.ts';

/** Why `version` may take over without steps: it was stable a moment ago. Undefined when it was not. */
export function servedUntil(context: Context, status: Status, version: string): string | undefined {
  const windowMs = durationMs(context.spec.rollout.rollbackWindow);
  const left = (status.history ?? []).findLast(({ outcome, from }) => outcome === 'Promoted' && from === version);
  const agoMs = left === undefined ? Number.POSITIVE_INFINITY : context.now.getTime() - Date.parse(left.time);
  return agoMs < windowMs ? `it was stable until ${humanDuration(agoMs)} ago, within rollbackWindow ${context.spec.rollout.rollbackWindow}` : undefined;
}
