import type { Delta } from './counters.ts';

// Relative e-process: "the candidate fails more often than stable". Under the null hypothesis a failure falls on the
// candidate with probability at most p0 = its share of the window's requests, so the likelihood ratio against relative
// risk theta is a non-negative supermartingale, valid at every look (Lindon & Malek 2022, arXiv 2011.03567; Ville).

/** Relative risks that the mixture covers. */
export const relativeRisks = [1.5, 2, 3, 5, 10, 20, 50] as const;

/** Adds one window to the log-likelihood ratios, one per relative risk. */
export function addWindow(logE: readonly number[], candidate: Delta, stable: Delta, risks: readonly number[] = relativeRisks): readonly number[] {
  const requests = candidate.requests + stable.requests;
  // Without requests on both sides a failure could only fall on one of them: the window says nothing.
  if (candidate.requests === 0 || stable.requests === 0) return risks.map((_, i) => logE[i] ?? 0);
  const p0 = candidate.requests / requests;
  return risks.map((risk, i) => {
    const p = (risk * p0) / (risk * p0 + 1 - p0);
    return (logE[i] ?? 0) + candidate.bad * Math.log(p / p0) + stable.bad * Math.log((1 - p) / (1 - p0));
  });
}

/**
 * The mixture's e-value: the mean over the relative risks.
 *
 * @param dispersion at least 1; every log-likelihood ratio is divided by it, because failures that come in bursts are
 *   worth less evidence than independent ones (quasi-likelihood).
 */
export function eValue(logE: readonly number[], dispersion = 1): number {
  if (logE.length === 0) return 1;
  return logE.reduce((sum, value) => sum + Math.exp(value / dispersion), 0) / logE.length;
}
