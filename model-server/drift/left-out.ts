import type { Logger } from 'pino';

import type { FeatureCounters } from './feature-counters.ts';

/** Features named in the log; the others are a number. */
const MOST = 10;

/** Drift that nobody will see is said once, when the model is ready. */
export function tellLeftOut(log: Logger, features: FeatureCounters | undefined): void {
  const leftOut = features?.leftOut ?? [];
  if (leftOut.length > 0) log.warn({ leftOut: leftOut.length, features: leftOut.slice(0, MOST) }, 'features of the baseline are not counted: no drift of theirs can be seen');
}
