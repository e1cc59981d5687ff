import type { Experiment } from '../../../crds/generated/experiment.ts';
import type { Trial } from '../trials.ts';

/** Names of the candidates to start now: in the order of spec, at most parallelism at a time, none when it is over. */
export function nextTrials(spec: Experiment['spec'], trials: readonly Trial[]): readonly string[] {
  if (spec.suspend || isOver(spec, trials)) return [];
  const free = spec.parallelism - trials.filter(({ state }) => state === 'Running').length;
  return trials.filter(({ state }) => state === 'Missing').slice(0, Math.max(0, free)).map(({ candidate }) => candidate);
}

/** Every candidate has ended, or too many have failed. */
export function isOver(spec: Experiment['spec'], trials: readonly Trial[]): boolean {
  return tooManyFailed(spec, trials) || trials.every(({ state }) => state === 'Scored' || state === 'Failed');
}

export function tooManyFailed(spec: Experiment['spec'], trials: readonly Trial[]): boolean {
  return trials.filter(({ state }) => state === 'Failed').length >= spec.maxFailedTrials;
}
