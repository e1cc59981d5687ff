import type { ModelDeploymentStatusHistoryEntry } from '../../crds/generated/model-deployment.ts';
import { age } from './duration.ts';
import { table } from './table.ts';

/** Oldest first, as in status. */
export function rolloutHistory(history: readonly ModelDeploymentStatusHistoryEntry[], now: Date): string[] {
  if (history.length === 0) return ['No rollout has ended yet.'];
  return table(['ENDED', 'FROM', 'TO', 'OUTCOME', 'REASON'], history.map(({ time, from, to, outcome, reason = '' }) => [`${age(time, now)} ago`, from === '' ? '-' : from, to, outcome, reason]));
}
