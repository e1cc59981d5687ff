import type { ExperimentSpec } from '../../../crds/generated/experiment.ts';
import type { Trial } from '../trials.ts';

/** The trials to begin now: in their order, at most parallelism at a time. */
export function nextTrials({ parallelism }: ExperimentSpec, trials: readonly Trial[]): readonly Trial[] {
  const free = parallelism - trials.filter(({ state }) => state === 'Running').length;
  return trials.filter(({ state }) => state === 'Missing').slice(0, Math.max(0, free));
}
