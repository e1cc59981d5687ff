import betainc from '@stdlib/math-base-special-betainc';
import { bisect } from '../../shared/statistics/bisect.ts';

/** Failures of stable per fixed window, summed up by Welford's method so that they can be carried on from status. */
export interface DispersionState {
  readonly startedAt?: string | undefined;
  /** Failures in the open window. */
  readonly bad: number;
  /** Closed windows, their mean and their sum of squared differences. */
  readonly n: number;
  readonly mean: number;
  readonly m2: number;
  /** Closed windows with a failure. */
  readonly withBad: number;
}

export const windowMs = 10_000;
/** Probability with which an upper bound may be too low. */
const doubt = 0.05;
/** Its quantile of the normal distribution. */
const z = 1.644854;
/** How much more a variance is in doubt for each burst it rests on: half the excess kurtosis of geometric sizes. */
const kurtosis = 3;

export const noDispersion: DispersionState = { bad: 0, n: 0, mean: 0, m2: 0, withBad: 0 };

export function closeWindow(state: DispersionState, bad: number): DispersionState {
  const n = state.n + 1;
  const mean = state.mean + (bad - state.mean) / n;
  return { ...state, n, mean, m2: state.m2 + (bad - state.mean) * (bad - mean), withBad: state.withBad + (bad > 0 ? 1 : 0) };
}

/** Adds failures of stable seen at `now`; closes the window when it is as long as it should be. */
export function addFailures(state: DispersionState, bad: number, now: Date): DispersionState {
  if (state.startedAt === undefined) return { ...state, startedAt: now.toISOString(), bad };
  const open = { ...state, bad: state.bad + bad };
  if (now.getTime() - Date.parse(state.startedAt) < windowMs) return open;
  return { ...closeWindow(open, open.bad), startedAt: now.toISOString(), bad: 0 };
}

/**
 * What evidence is divided by: variance over mean of the failures per window. Independent failures have 1, bursts of
 * geometric size with mean b have 2b - 1. A version fails rarely, so what was seen is not believed: it is the upper
 * bound of the better of two estimates, and never less than what was seen.
 *
 * @param presumed mean size of the bursts that have to be reckoned with until failures of stable show smaller ones.
 */
export function dispersion(state: DispersionState, presumed = 20): number {
  const seen = seenDispersion(state);
  const bound = Math.min(ofBurst(presumed), boundByVariance(state, seen));
  return Math.max(seen, Math.min(bound, boundByBursts(state, bound)));
}

/** As the closed windows show it, at least 1. */
export function seenDispersion({ n, mean, m2 }: DispersionState): number {
  return n < 2 || mean <= 0 ? 1 : Math.max(1, m2 / (n - 1) / mean);
}

function ofBurst(size: number): number {
  return 2 * size - 1;
}

/**
 * Where failures are many. The sum of squares is distributed like chi-squared, with fewer degrees of freedom where it
 * rests on few bursts (Satterthwaite 1946), whose quantile is that of Wilson and Hilferty (1931).
 */
function boundByVariance({ n, mean }: DispersionState, seen: number): number {
  if (n < 2 || mean <= 0) return Infinity;
  const bursts = (2 * n * mean) / (seen + 1);
  const spread = (2 / 9) * (1 / (n - 1) + kurtosis / bursts);
  const quantile = 1 - spread - z * Math.sqrt(spread);
  return quantile <= 0 ? Infinity : seen / quantile ** 3;
}

/**
 * Where failures are few. Each window with failures is a burst: as many failures end a burst, of all that there are
 * (Clopper and Pearson 1934). Three failures in three windows leave no room for bursts of three.
 */
function boundByBursts({ n, mean, withBad }: DispersionState, below: number): number {
  const failures = Math.round(n * mean);
  // What was seen is less than its bound.
  if (withBad === 0 || ofBurst(failures / withBad) >= below) return Infinity;
  return ofBurst(1 / bisect((ending) => betainc(ending, withBad, failures - withBad + 1) - doubt, 0, 1));
}
