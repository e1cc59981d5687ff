import type { View } from '../scrapes.ts';

/**
 * What PromQL's `increase(…[window])` gives for the candidate's requests and failures, without its extrapolation, which
 * a ratio does not see. Undefined where no series has two points: then the query gives no series.
 */
export function increase({ at, pods }: View, windowSeconds: number): { readonly requests: number; readonly bad: number } | undefined {
  let known = false;
  let [requests, bad] = [0, 0];
  for (const { scraped } of pods) {
    if (scraped[0]?.process.isCandidate !== true) continue;
    for (let i = scraped.length - 1; i > 0; i -= 1) {
      const [point, before] = [scraped[i], scraped[i - 1]];
      if (point === undefined || before === undefined || before.at <= at - windowSeconds) break;
      known = true;
      // A smaller value than before is a reset: it counts as a whole.
      requests += point.total >= before.total ? point.total - before.total : point.total;
      bad += point.bad >= before.bad ? point.bad - before.bad : point.bad;
    }
  }
  return known ? { requests, bad } : undefined;
}
