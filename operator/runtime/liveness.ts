import { monitorEventLoopDelay } from 'node:perf_hooks';
import type { Check } from './health.ts';
import type { Metrics } from './metrics.ts';

/** A watch mends itself within 310 s of silence (watcher.ts); only one that is stuck is silent for longer while the API server answers. */
const silentForSeconds = 15 * 60;
/** Far more than a full garbage collection or a large list takes; a loop that is blocked for good answers no probe at all. */
const blockedForSeconds = 10;

/** What `/healthz` asks besides the lease: a restart helps against both. */
export function livenessChecks(options: { readonly metrics: Pick<Metrics, 'watchAges'>; readonly loop: LoopDelay }): Readonly<Record<string, Check>> {
  return { watches: watchCheck(options.metrics), 'event-loop': loopCheck(options.loop) };
}

function watchCheck(metrics: Pick<Metrics, 'watchAges'>): Check {
  return () => {
    const silent = [...metrics.watchAges()].filter(([, age]) => age > silentForSeconds);
    return silent.length === 0 ? undefined : new Error(silent.map(([resource, age]) => `nothing heard of ${resource} for ${Math.round(age)} s`).join(', '));
  };
}

export interface LoopDelay {
  /** The longest delay since the last call, in seconds. */
  longest(): number;
}

/** Node's own histogram; costs one timer of 20 ms. */
export function measureLoopDelay(): LoopDelay & { stop(): void } {
  const histogram = monitorEventLoopDelay({ resolution: 20 });
  histogram.enable();
  return {
    longest() {
      const seconds = histogram.max / 1e9;
      histogram.reset();
      return seconds;
    },
    stop: () => void histogram.disable(),
  };
}

// One long stall is told by the metric; two probes in a row that each saw one are a loop that does not come round.
function loopCheck(loop: LoopDelay): Check {
  let before = 0;
  return () => {
    const [last, now] = [before, loop.longest()];
    before = now;
    return Math.min(last, now) > blockedForSeconds ? new Error(`the event loop was blocked for ${last.toFixed(1)} s and again for ${now.toFixed(1)} s`) : undefined;
  };
}
