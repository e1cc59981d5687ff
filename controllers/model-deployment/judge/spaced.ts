import type { Delta } from './counters.ts';
import { addWindow, eValue } from './relative.ts';

// Both questions again, so that no burst can fool the answer, whatever its size: it counts once. After a look with a bad
// request comes a rest, in which neither version is looked at; then the next look counts again.
// - Worse than the bound? Bets on the share of bad requests in a look (Waudby-Smith and Ramdas 2023, arXiv 2010.09686): a
//   stake is put on "bad", at odds of 1 : max. While the bound is kept nobody can expect to win.
// - Worse than stable? A bad look is one failure, however many it shows, against every single failure of stable.

/** Parts of the capital that are put on each look. */
export const stakes = [0.02, 0.05, 0.1, 0.2, 0.4, 0.8] as const;
/** A burst that lasts longer can count twice, never three times. */
export const burstMs = 6000;

export interface Spaced {
  /** Looks that were bet on, without and with a bad request. */
  readonly quiet: number;
  readonly bad: number;
  /** Logarithm of what the looks with bad requests made of each capital. */
  readonly logBets: readonly number[];
  /** Log-likelihood ratio for each relative risk. */
  readonly logE: readonly number[];
  /** No look counts before. */
  readonly restsUntil?: string | undefined;
}

export const noSpaced: Spaced = { quiet: 0, bad: 0, logBets: [], logE: [] };

export function addSpaced(state: Spaced, candidate: Delta, stable: Delta, max: number, atMs: number): Spaced {
  if (candidate.requests === 0 || (state.restsUntil !== undefined && atMs < Date.parse(state.restsUntil))) return state;
  const isBad = candidate.bad > 0;
  const logE = isBad || stable.bad > 0 ? addWindow(state.logE, { requests: candidate.requests, bad: isBad ? 1 : 0 }, stable) : state.logE;
  const { quiet, bad, logBets } = state;
  if (!isBad) return { quiet: quiet + 1, bad, logBets, logE };
  const pays = candidate.bad / candidate.requests / max;
  return { quiet, bad: bad + 1, logBets: stakes.map((stake, i) => (logBets[i] ?? 0) + Math.log1p(stake * (pays - 1))), logE, restsUntil: new Date(atMs + burstMs).toISOString() };
}

/** What is left of the capital on average over the stakes. */
export function spacedAbsolute({ quiet, logBets }: Spaced): number {
  return stakes.reduce((sum, stake, i) => sum + Math.exp((logBets[i] ?? 0) + quiet * Math.log1p(-stake)), 0) / stakes.length;
}

export function spacedRelative({ logE }: Spaced): number {
  return eValue(logE);
}
