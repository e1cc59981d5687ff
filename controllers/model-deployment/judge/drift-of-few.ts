import { bernoulliInterval } from '../../shared/statistics/bernoulli-interval.ts';

type Bins = Readonly<Record<string, number>>;

/** The intervals are tightest at about this many predictions: where a version that answers nonsense should be found out. */
const tightestAt = 60;
/** Ranges whose bounds are worked out: those that differ most. All the others count in the correction nevertheless. */
const mostRanges = 4;

interface Range {
  readonly candidate: number;
  readonly stable: number;
}

/**
 * What the population stability index is at least, at level 1 - alpha, at every look and from the first prediction on.
 * Merging bins never makes the index greater (it is a sum of two f-divergences), so that of two merged bins, a run of
 * neighbours and all the rest, bounds that of them all; and the share of one merged bin has an interval that needs no
 * central limit theorem. Many small differences add up to nothing here: asymptoticLower sees those, later.
 *
 * @param candidate and stable predictions by bin. @returns 0 where no run is proven to differ.
 */
export function lowerOfFew(candidate: Bins, stable: Bins, alpha: number): number {
  const bins = [...new Set([...Object.keys(candidate), ...Object.keys(stable)])].sort((a, b) => Number(a) - Number(b) || a.localeCompare(b));
  const [nc, ns] = [total(candidate), total(stable)];
  if (nc === 0 || ns === 0 || bins.length < 2) return 0;
  const ranges = bins.flatMap((_, from) => {
    let range: Range = { candidate: 0, stable: 0 };
    // The last run of each start is left out where it is everything.
    return bins.slice(from, from === 0 ? -1 : undefined).map((bin) => (range = { candidate: range.candidate + (candidate[bin] ?? 0), stable: range.stable + (stable[bin] ?? 0) }));
  });
  const apart = ({ candidate: c, stable: s }: Range): number => indexOfTwo((c + 0.5) / (nc + 1), (s + 0.5) / (ns + 1));
  const level = alpha / (2 * ranges.length);
  return Math.max(
    ...ranges
      .toSorted((a, b) => apart(b) - apart(a))
      .slice(0, mostRanges)
      .map((range) => nearest(bernoulliInterval(range.candidate, nc, level, tightestAt), bernoulliInterval(range.stable, ns, level, tightestAt))),
  );
}

type Interval = readonly [low: number, high: number];

/** The index at the two points of the intervals that are nearest to each other. */
function nearest(one: Interval, other: Interval): number {
  if (one[0] > other[1]) return indexOfTwo(one[0], other[1]);
  if (other[0] > one[1]) return indexOfTwo(one[1], other[0]);
  return 0;
}

/** Population stability index of two bins with the shares p and 1 - p against q and 1 - q. */
function indexOfTwo(p: number, q: number): number {
  return (p - q) * Math.log((p * (1 - q)) / (q * (1 - p)));
}

function total(bins: Bins): number {
  return Object.values(bins).reduce((sum, count) => sum + count, 0);
}
