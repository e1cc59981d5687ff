import { Counter, type Registry } from 'prom-client';
import { refusals, type RefusalReason } from './refusals.ts';

export interface ProgressMetrics {
  readonly accepted: Counter;
  readonly refused: Counter<'reason'>;
}

/** All series are there from the start, at 0. */
export function createProgressMetrics(registry: Registry): ProgressMetrics {
  const registers = [registry];
  const accepted = new Counter({ name: 'trainyard_progress_accepted_total', help: 'Progress reports of trainers that were taken.', registers });
  const refused = new Counter({ name: 'trainyard_progress_refused_total', help: 'Progress reports that were not taken, by why.', labelNames: ['reason'], registers });
  for (const reason of Object.keys(refusals) as RefusalReason[]) refused.inc({ reason }, 0);
  return { accepted, refused };
}
