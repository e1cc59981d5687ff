// The rule of Argo Rollouts' AnalysisRun, after argoproj/argo-rollouts at 9f8d111: analysis/analysis.go and
// utils/evaluate/evaluate.go. It has no default metric: `argo-docs` has the interval, the window and the failureLimit of
// the example in docs/features/analysis.md, with the bound that all engines get here; `argo-tight` is a quick setting.
import type { Engine } from '../engine.ts';
import { objective } from './judged-config.ts';
import { increase } from './increase.ts';

export interface ArgoMetric {
  readonly name: string;
  readonly intervalSeconds: number;
  /** Of the range in the query. */
  readonly windowSeconds: number;
  readonly failureLimit: number;
}

const errorRetrySeconds = 10;
const consecutiveErrorLimit = 4;

export const argoDocs: ArgoMetric = { name: 'argo-docs', intervalSeconds: 300, windowSeconds: 300, failureLimit: 3 };
export const argoTight: ArgoMetric = { name: 'argo-tight', intervalSeconds: 30, windowSeconds: 60, failureLimit: 0 };

/** `successCondition: result[0] >= 1 - max`, with an initialDelay of one interval, since an empty window is an error. */
export function argo({ name, intervalSeconds, windowSeconds, failureLimit }: ArgoMetric): Engine {
  return {
    name,
    begin() {
      let [next, failed, consecutiveErrors] = [intervalSeconds, 0, 0];
      return (view) => {
        if (view.at < next) return false;
        const seen = view.prometheus ? increase(view, windowSeconds) : undefined;
        if (seen === undefined) {
          next = view.at + errorRetrySeconds;
          consecutiveErrors += 1;
          return consecutiveErrors > consecutiveErrorLimit;
        }
        next = view.at + intervalSeconds;
        consecutiveErrors = 0;
        // 0/0 is NaN, and NaN fulfils no condition.
        if (!(1 - seen.bad / seen.requests >= 1 - objective.max)) failed += 1;
        return failed > failureLimit;
      };
    },
  };
}
