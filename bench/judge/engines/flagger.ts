// Flagger's rule, after fluxcd/flagger at 15bd6ad: pkg/controller/scheduler.go and scheduler_metrics.go,
// pkg/metrics/providers/prometheus.go, pkg/metrics/observers/istio.go.
import type { Engine } from '../engine.ts';
import { objective } from './judged-config.ts';
import { increase } from './increase.ts';

/** `analysis.interval`; the built-in query uses it as its window too. */
const intervalSeconds = 60;

/**
 * Each interval: has `threshold` been reached by the checks before, the canary is rolled back; else the success rate of
 * the last interval is checked. Too low, no series, no requests and no answer from Prometheus all count as a failed
 * check, and failed checks add up over the whole rollout.
 */
export function flagger(threshold: number): Engine {
  return {
    name: `flagger-${threshold}`,
    begin() {
      let failedChecks = 0;
      let next = intervalSeconds;
      return (view) => {
        if (view.at < next) return false;
        next += intervalSeconds;
        if (failedChecks >= threshold) return true;
        const seen = view.prometheus ? increase(view, intervalSeconds) : undefined;
        if (seen === undefined || seen.requests === 0 || 1 - seen.bad / seen.requests < 1 - objective.max) failedChecks += 1;
        return false;
      };
    },
  };
}
