import { asymptoticHalfWidth } from '../../shared/statistics/asymptotic-interval.ts';
import { plusBins } from './counters.ts';
import { lowerOfFew } from './drift-of-few.ts';
import { burstMs } from './spaced.ts';

type Bins = Readonly<Record<string, number>>;

/** Predictions of both revisions by bin, and the evidence that they are distributed differently. */
export interface Drift {
  readonly candidate: Bins;
  readonly stable: Bins;
  /** Logarithm of the e-value of "same distribution". */
  readonly logE: number;
  /** The first and the last look in which both revisions predicted. */
  readonly since?: string | undefined;
  readonly until?: string | undefined;
}

export interface DriftFigures {
  /** Population stability index, less the part that chance alone gives. */
  readonly psi: number;
  /** What the index is at least, at level 1 - alpha and at every look; 0 while nothing is known. */
  readonly lower: number;
  readonly eValue: number;
  readonly candidate: number;
  readonly stable: number;
}

export const freshDrift: Drift = { candidate: {}, stable: {}, logE: 0 };

/** An asymptotic bound is not asked with fewer predictions on either side. */
const leastPredictions = 200;
const tightestAt = 5_000;
/** Predictions that each side is thought to have had like the pooled ones, before any were seen. */
const prior = 20;
const largest = 1e12;

/**
 * Adds one look. If both revisions predict alike, a prediction of any bin is the candidate's with the probability that
 * is its share of the look; the likelihood ratio against the odds that the looks *before* suggest is therefore an
 * e-process, whatever the inputs do over time, because both revisions see the same stream.
 */
export function addPredictions(state: Drift, candidate: Bins, stable: Bins, at: Date): Drift {
  const [rc, rs] = [total(candidate), total(stable)];
  const counted = { ...state, candidate: plusBins(state.candidate, candidate), stable: plusBins(state.stable, stable) };
  if (rc === 0 || rs === 0) return counted;
  const share = rc / (rc + rs);
  const odds = oddsOf(state);
  let logE = state.logE;
  for (const bin of new Set([...Object.keys(candidate), ...Object.keys(stable)])) {
    const p = (share * odds(bin)) / (share * odds(bin) + 1 - share);
    logE += (candidate[bin] ?? 0) * Math.log(p / share) + (stable[bin] ?? 0) * Math.log((1 - p) / (1 - share));
  }
  return { ...counted, logE, since: state.since ?? at.toISOString(), until: at.toISOString() };
}

function oddsOf({ candidate, stable }: Drift): (bin: string) => number {
  const [nc, ns] = [total(candidate), total(stable)];
  return (bin) => {
    const [c, s] = [candidate[bin] ?? 0, stable[bin] ?? 0];
    const pooled = (c + s + 0.5) / (nc + ns + 0.5);
    return ((c + prior * pooled) / (nc + prior)) / ((s + prior * pooled) / (ns + prior));
  };
}

/** @param alpha of this test alone: the two bounds share it. */
export function driftFigures({ candidate, stable, logE, since = '', until = '' }: Drift, alpha: number): DriftFigures {
  const [nc, ns] = [total(candidate), total(stable)];
  const eValue = Math.min(largest, Math.exp(logE));
  if (nc === 0 || ns === 0) return { psi: 0, lower: 0, eValue, candidate: nc, stable: ns };
  const { psi, standardError } = index(candidate, stable);
  // One client that sends the same row again and again may look like another distribution, as long as it lasts.
  const outlasted = Date.parse(until) - Date.parse(since) > burstMs;
  const few = outlasted ? lowerOfFew(candidate, stable, alpha / 2) : 0;
  const many = Math.min(nc, ns) < leastPredictions ? 0 : psi - asymptoticHalfWidth(standardError, nc + ns, alpha / 2, tightestAt);
  return { psi, lower: Math.max(0, few, many), eValue, candidate: nc, stable: ns };
}

function index(candidate: Bins, stable: Bins): { readonly psi: number; readonly standardError: number } {
  const bins = [...new Set([...Object.keys(candidate), ...Object.keys(stable)])].sort();
  const [nc, ns] = [total(candidate), total(stable)];
  const shareOf = (counts: Bins, n: number) => (bin: string) => ((counts[bin] ?? 0) + 0.5) / (n + 0.5 * bins.length);
  const [p, q] = [bins.map(shareOf(candidate, nc)), bins.map(shareOf(stable, ns))];
  let raw = 0;
  // Delta method: how the index moves with each share.
  const [byP, byQ]: [number[], number[]] = [[], []];
  bins.forEach((_, i) => {
    const [pi, qi] = [p[i] ?? 0, q[i] ?? 0];
    const log = Math.log(pi / qi);
    raw += (pi - qi) * log;
    byP.push(log + 1 - qi / pi);
    byQ.push(1 - log - pi / qi);
  });
  return { psi: Math.max(0, raw - (bins.length - 1) * (1 / nc + 1 / ns)), standardError: Math.sqrt(variance(byP, p) / nc + variance(byQ, q) / ns) };
}

/** Two proofs are needed: that the distributions differ at all, and that they differ by more than is allowed. */
export function driftBreach(figures: DriftFigures, allowed: number, threshold: number): string | undefined {
  const { psi, lower, eValue, candidate, stable } = figures;
  if (eValue < threshold || lower <= allowed) return undefined;
  return `predictions differ from those of stable by ${psi.toFixed(3)}, at least ${lower.toFixed(3)} > ${allowed} (population stability index of ${candidate} against ${stable} predictions; e-value ${eValue.toPrecision(3)} ≥ ${threshold.toPrecision(3)})`;
}

export function driftShortfall(figures: DriftFigures | undefined, allowed: number): string | undefined {
  if (figures === undefined || figures.candidate === 0 || figures.stable === 0) return 'no predictions of candidate and stable to compare';
  return isKnown(figures) && figures.psi > allowed ? `predictions differ from those of stable by more than ${allowed}, though that is not proven` : undefined;
}

function isKnown({ candidate, stable }: DriftFigures): boolean {
  return candidate >= leastPredictions && stable >= leastPredictions;
}

function variance(values: readonly number[], shares: readonly number[]): number {
  const mean = values.reduce((sum, value, i) => sum + value * (shares[i] ?? 0), 0);
  return values.reduce((sum, value, i) => sum + (value - mean) ** 2 * (shares[i] ?? 0), 0);
}

function total(bins: Bins): number {
  return Object.values(bins).reduce((sum, count) => sum + count, 0);
}
