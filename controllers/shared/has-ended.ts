import { getCondition } from '../../operator/runtime/conditions.ts';
import type { WithStatus } from '../../operator/runtime/kstatus.ts';

/** Whether a TrainingRun or an Experiment has succeeded or failed for good. */
export function hasEnded({ status }: Pick<WithStatus, 'status'>): boolean {
  return (getCondition(status?.conditions, 'Succeeded')?.status ?? 'Unknown') !== 'Unknown';
}
