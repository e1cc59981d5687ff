import type { ExperimentSpec } from '../../../crds/generated/experiment.ts';
import type { Trial } from '../trials.ts';

/**
 * Trials under way that are not worth their end, by the mean of their scores over the folds that they have done. Every trial
 * does the folds in the same order, so after as many folds they were measured on the same rows. Only trials of one candidate
 * are compared: a family that begins slowly must not be lost to another one.
 */
export function hopeless({ earlyStopping, objective, template: { crossValidation } }: ExperimentSpec, trials: readonly Trial[]): readonly Trial[] {
  if (earlyStopping.type === 'None') return [];
  const sign = objective.direction === 'Maximize' ? 1 : -1;
  const all = crossValidation.folds * crossValidation.repeats;
  return trials.filter((trial) => {
    const steps = trial.doneFolds.length;
    // With all folds done only the last fit is left, and its score is known.
    if (trial.state !== 'Running' || steps < earlyStopping.minSteps || steps >= all) return false;
    const others = trials.filter(({ candidate, name }) => candidate === trial.candidate && name !== trial.name);
    return earlyStopping.type === 'Median' ? isBelowMedian(trial, others, earlyStopping.minTrials, sign) : isCut(trial, others, earlyStopping, sign);
  });
}

/** The median rule of Vizier: worse than the median of what the finished trials had after as many folds (Golovin et al., KDD 2017). */
function isBelowMedian(trial: Trial, others: readonly Trial[], minTrials: number, sign: number): boolean {
  const steps = trial.doneFolds.length;
  const finished = others.filter(({ state, doneFolds }) => state === 'Scored' && doneFolds.length >= steps);
  return finished.length >= minTrials && sign * meanAfter(trial, steps) < median(finished.map((other) => sign * meanAfter(other, steps)));
}

/**
 * Asynchronous successive halving (Li et al., MLSys 2020): at the newest rung that the trial has reached it is among the best
 * of each `reductionFactor` that have reached it so far, or it goes. The best one always goes on, so trials that failed or
 * never came leave no gap to wait for.
 */
function isCut(trial: Trial, others: readonly Trial[], { minSteps, reductionFactor }: ExperimentSpec['earlyStopping'], sign: number): boolean {
  const rung = newestRung(trial.doneFolds.length, minSteps, reductionFactor);
  const own = sign * meanAfter(trial, rung);
  const there = others.filter(({ state, doneFolds }) => state !== 'Failed' && doneFolds.length >= rung).map((other) => sign * meanAfter(other, rung));
  const places = Math.max(1, Math.floor((there.length + 1) / reductionFactor));
  return there.filter((value) => value > own).length >= places;
}

/** By multiplication: logarithms of powers are not whole numbers everywhere. */
function newestRung(steps: number, minSteps: number, reductionFactor: number): number {
  let rung = minSteps;
  while (rung * reductionFactor <= steps) rung *= reductionFactor;
  return rung;
}

function meanAfter({ doneFolds }: Trial, steps: number): number {
  return doneFolds.slice(0, steps).reduce((sum, one) => sum + one, 0) / steps;
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? (sorted[middle] as number) : ((sorted[middle - 1] as number) + (sorted[middle] as number)) / 2;
}
