import type { TrainingRunSpec } from '../../../crds/generated/training-run.ts';
import { durationMs } from '../../shared/duration.ts';

const longestMs = 30 * 60_000;

/** Wait before the attempt after `failures` failed ones: doubled each time, capped at 30 minutes. */
export function backoffMs(policy: TrainingRunSpec['retryPolicy'], failures: number): number {
  return Math.min(longestMs, durationMs(policy.backoff) * 2 ** Math.max(0, Math.min(30, failures - 1)));
}
