/** Failures of stable per fixed window, summed up by Welford's method so that they can be carried on from status. */
export interface DispersionState {
  readonly startedAt?: string | undefined;
  /** Failures in the open window. */
  readonly bad: number;
  /** Closed windows, their mean and their sum of squared differences. */
  readonly n: number;
  readonly mean: number;
  readonly m2: number;
}

export const windowMs = 10_000;
/** Fewer closed windows say too little about bursts to deflate by. */
const leastWindows = 6;

export const noDispersion: DispersionState = { bad: 0, n: 0, mean: 0, m2: 0 };

export function closeWindow(state: DispersionState, bad: number): DispersionState {
  const n = state.n + 1;
  const mean = state.mean + (bad - state.mean) / n;
  return { ...state, n, mean, m2: state.m2 + (bad - state.mean) * (bad - mean) };
}

/** Adds failures of stable seen at `now`; closes the window when it is as long as it should be. */
export function addFailures(state: DispersionState, bad: number, now: Date): DispersionState {
  if (state.startedAt === undefined) return { ...state, startedAt: now.toISOString(), bad };
  const open = { ...state, bad: state.bad + bad };
  if (now.getTime() - Date.parse(state.startedAt) < windowMs) return open;
  return { ...closeWindow(open, open.bad), startedAt: now.toISOString(), bad: 0 };
}

export function hasEnoughWindows(state: DispersionState): boolean {
  return state.n >= leastWindows;
}

/**
 * Variance over mean of the failures per window, at least 1. Independent failures give 1; failures in bursts of size b
 * give about b. (Deflating by it restored the stated false-alarm rate in simulation for bursts of 1 to 20.)
 */
export function dispersion(state: DispersionState): number {
  if (!hasEnoughWindows(state) || state.mean <= 0) return 1;
  return Math.max(1, state.m2 / (state.n - 1) / state.mean);
}
