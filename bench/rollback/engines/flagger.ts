import type { KubeObject, ResourceType } from '../../../operator/runtime/types.ts';
import type { Kube } from '../../../test/e2e/harness/kube.ts';
import { traffic } from '../scenarios.ts';
import { modelName, podTemplate } from '../served.ts';
import { p99, successRatio } from './queries.ts';
import type { Served, Subject } from './subject.ts';

const canaries: ResourceType = { group: 'flagger.app', version: 'v1beta1', kind: 'Canary', plural: 'canaries', namespaced: true };

interface Canary extends KubeObject {
  readonly status?: { readonly phase?: string };
}

/** Between measured rollouts, so that the next one need not wait for a minute's tick. */
const betweenRuns = '10s';

const metricTemplate = (namespace: string, name: string, prometheus: string, query: string): object => ({
  apiVersion: 'flagger.app/v1beta1', kind: 'MetricTemplate', metadata: { name, namespace }, spec: { provider: { type: 'prometheus', address: prometheus }, query },
});

/** Flagger's pattern for the pods of the canary, which leaves those of the primary out. */
const pods = 'namespace="{{ namespace }}",pod=~"{{ target }}-[0-9a-zA-Z]+(-[0-9a-zA-Z]+)"';

function manifests(namespace: string, host: string, prometheus: string, window: string, template: object): readonly object[] {
  const canary = {
    apiVersion: 'flagger.app/v1beta1',
    kind: 'Canary',
    metadata: { name: modelName, namespace },
    spec: {
      targetRef: { apiVersion: 'apps/v1', kind: 'Deployment', name: modelName },
      service: { port: 80, portName: 'http', targetPort: 'http', hosts: [host], gateways: ['istio-system/public'], timeout: '30s', retries: { attempts: 0 } },
      analysis: {
        interval: betweenRuns,
        threshold: 1,
        // One percent more with each good check: what it takes to stay at about the same weight as the others.
        stepWeights: Array.from({ length: 30 }, (_, index) => traffic.weight + index),
        metrics: [
          { name: 'success', templateRef: { name: 'success' }, thresholdRange: { min: 100 * (1 - traffic.objective) }, interval: window },
          { name: 'latency', templateRef: { name: 'latency' }, thresholdRange: { max: traffic.slowerThanMs / 1000 }, interval: window },
        ],
      },
    },
  };
  return [
    metricTemplate(namespace, 'success', prometheus, `100 * ${successRatio(pods, '{{ interval }}')}`),
    metricTemplate(namespace, 'latency', prometheus, p99(pods, '{{ interval }}')),
    { apiVersion: 'apps/v1', kind: 'Deployment', metadata: { name: modelName, namespace }, spec: { replicas: 1, selector: { matchLabels: { app: modelName } }, strategy: { rollingUpdate: { maxUnavailable: 0, maxSurge: 1 } }, template } },
    canary,
  ];
}

export function flaggerSubject(kube: Kube, namespace: string, host: string, interval: '10s' | '60s'): Subject {
  let stable: Served | undefined;
  let run = 0;
  let progressed = false;
  let begunAt = '';

  const templateOf = (served: Served): object => podTemplate(served, { app: modelName }, { 'trainyard.dev/bench-run': String(run) });
  const phase = async (): Promise<string | undefined> => (await kube.object<Canary>(canaries, namespace, modelName))?.status?.phase;
  const setInterval = (wanted: string): Promise<string> => kube.kubectl('patch', 'canary', modelName, '-n', namespace, '--type=merge', '-p', JSON.stringify({ spec: { analysis: { interval: wanted } } }));
  const gone = async (selector: string): Promise<void> => {
    await kube.waitFor(`${namespace}: no pod with ${selector}`, async () => ((await kube.kubectl('get', 'pods', '-n', namespace, '-l', selector, '-o', 'name')).trim() === '' ? true : undefined), 120_000);
  };

  const prepare = async (served: Served): Promise<void> => {
    if (stable !== undefined) {
      await kube.kubectl('delete', `canary/${modelName}`, `deployment/${modelName}`, '-n', namespace, '--ignore-not-found', '--cascade=foreground', '--timeout', '120s');
      await gone('app');
    }
    stable = served;
    await kube.apply(manifests(namespace, host, kube.addresses.prometheus, interval, templateOf(served)));
    await kube.waitFor(`${namespace}: the primary`, async () => ((await phase()) === 'Initialized' ? true : undefined), 180_000);
    await gone(`app=${modelName}`);
  };

  return {
    namespace,
    host,
    prepare,
    async begin(candidate) {
      run += 1;
      progressed = false;
      begunAt = new Date().toISOString();
      if (interval !== betweenRuns) await setInterval(interval);
      await kube.kubectl('patch', 'deployment', modelName, '-n', namespace, '--type=merge', '-p', JSON.stringify({ spec: { template: templateOf(candidate) } }));
    },
    async rolledBack() {
      const now = await phase();
      progressed ||= now === 'Progressing';
      return progressed && now === 'Failed';
    },
    async reason() {
      // Its status says only that it failed; which check did is in its events, as far as the API server gets them: its client drops many.
      const events = await kube.kubectl('get', 'events', '-n', namespace, '--field-selector', 'involvedObject.kind=Canary,type=Warning', '--sort-by', '.lastTimestamp', '-o', 'jsonpath={range .items[*]}{.lastTimestamp} {.message}{"\\n"}{end}');
      const halted = events.trim().split('\n').findLast((line) => line.slice(0, 19) >= begunAt.slice(0, 19) && line.includes(' Halt '));
      return halted?.slice(halted.indexOf(' ') + 1) ?? '';
    },
    async rest() {
      if (stable === undefined) return;
      // Whatever else it is at, there is no verb that ends it: only a new primary brings rest.
      if ((await phase()) !== 'Failed') return prepare(stable);
      if (interval !== betweenRuns) await setInterval(betweenRuns);
      await gone(`app=${modelName}`);
    },
  };
}
