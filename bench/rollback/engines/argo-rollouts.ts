import type { KubeObject, ResourceType } from '../../../operator/runtime/types.ts';
import type { Kube } from '../../../test/e2e/harness/kube.ts';
import { traffic } from '../scenarios.ts';
import { modelName, podTemplate } from '../served.ts';
import { p99, successRatio } from './queries.ts';
import type { Served, Subject } from './subject.ts';

const rollouts: ResourceType = { group: 'argoproj.io', version: 'v1alpha1', kind: 'Rollout', plural: 'rollouts', namespaced: true };

interface Rollout extends KubeObject {
  readonly status?: { readonly phase?: string; readonly message?: string; readonly abort?: boolean; readonly observedGeneration?: string; readonly currentPodHash?: string; readonly stableRS?: string };
}

export interface Measurement {
  readonly interval: string;
  readonly window: string;
  readonly failureLimit: number;
  readonly success: number;
  readonly latency: boolean;
  /** No data is no failure: the guard that its documentation gives for young candidates. */
  readonly guarded: boolean;
}

export const tight: Measurement = { interval: '5s', window: '10s', failureLimit: 0, success: 1 - traffic.objective, latency: true, guarded: true };
/** docs/features/analysis.md: one metric, and a share of good answers of its own. */
export const asInDocs: Measurement = { interval: '5m', window: '5m', failureLimit: 3, success: 0.95, latency: false, guarded: false };

function analysis(namespace: string, address: string, { interval, window, failureLimit, success, latency, guarded }: Measurement): object {
  const pods = `namespace="${namespace}",pod=~"${modelName}-{{args.hash}}-.+"`;
  const metric = (name: string, query: string, condition: string): object => ({ name, interval, failureLimit, successCondition: guarded ? `len(result) == 0 || isNaN(result[0]) || ${condition}` : condition, provider: { prometheus: { address, query } } });
  const metrics = [metric('success', successRatio(pods, window), `result[0] >= ${success}`), ...(latency ? [metric('latency', p99(pods, window), `result[0] <= ${traffic.slowerThanMs / 1000}`)] : [])];
  return { apiVersion: 'argoproj.io/v1alpha1', kind: 'AnalysisTemplate', metadata: { name: 'judge', namespace }, spec: { args: [{ name: 'hash' }], metrics } };
}

function manifests(namespace: string, host: string, address: string, measurement: Measurement, template: object): readonly object[] {
  const service = (name: string): object => ({ apiVersion: 'v1', kind: 'Service', metadata: { name: `${modelName}-${name}`, namespace }, spec: { selector: { app: modelName }, ports: [{ name: 'http', port: 80, targetPort: 'http', appProtocol: 'http' }] } });
  const destination = (name: string): object => ({ host: `${modelName}-${name}.${namespace}.svc.cluster.local`, port: { number: 80 } });
  const route = {
    apiVersion: 'networking.istio.io/v1',
    kind: 'VirtualService',
    metadata: { name: modelName, namespace },
    spec: { hosts: [host], gateways: ['istio-system/public'], http: [{ name: 'primary', timeout: '30s', retries: { attempts: 0 }, route: [{ destination: destination('stable'), weight: 100 }, { destination: destination('canary'), weight: 0 }] }] },
  };
  const rollout = {
    apiVersion: 'argoproj.io/v1alpha1',
    kind: 'Rollout',
    metadata: { name: modelName, namespace },
    spec: {
      replicas: 1,
      selector: { matchLabels: { app: modelName } },
      template,
      strategy: {
        canary: {
          stableService: `${modelName}-stable`,
          canaryService: `${modelName}-canary`,
          trafficRouting: { istio: { virtualService: { name: modelName, routes: ['primary'] } } },
          steps: [{ setWeight: traffic.weight }, { pause: {} }],
          // From the pause on, which is from the first request on.
          analysis: { startingStep: 1, templates: [{ templateName: 'judge' }], args: [{ name: 'hash', valueFrom: { podTemplateHashValue: 'Latest' } }] },
          abortScaleDownDelaySeconds: 2, // only to be at rest sooner
        },
      },
    },
  };
  return [service('stable'), service('canary'), route, analysis(namespace, address, measurement), rollout];
}

export function argoSubject(kube: Kube, namespace: string, host: string, measurement: Measurement): Subject {
  let stable: Served | undefined;
  let run = 0;
  let hashBefore: string | undefined;

  const templateOf = (served: Served): object => podTemplate(served, { app: modelName }, { 'trainyard.dev/bench-run': String(run) });
  const read = (): Promise<Rollout | undefined> => kube.object<Rollout>(rollouts, namespace, modelName);
  const aborted = (rollout: Rollout | undefined): boolean => rollout?.status?.abort === true && rollout.status.observedGeneration === String(rollout.metadata.generation) && rollout.status.currentPodHash !== hashBefore;
  const pods = async (): Promise<readonly string[]> => (await kube.kubectl('get', 'pods', '-n', namespace, '-l', 'app', '-o', 'name')).trim().split('\n').filter((name) => name !== '');

  return {
    namespace,
    host,
    async prepare(served) {
      if (stable !== undefined) {
        await kube.kubectl('delete', 'rollout', modelName, '-n', namespace, '--cascade=foreground', '--timeout', '120s');
        await kube.waitFor(`${namespace}: no pods`, async () => ((await pods()).length === 0 ? true : undefined), 120_000);
      }
      stable = served;
      run += 1;
      await kube.apply(manifests(namespace, host, kube.addresses.prometheus, measurement, templateOf(served)));
      await kube.waitFor(`${namespace}: the first version`, async () => ((await read())?.status?.phase === 'Healthy' ? true : undefined), 120_000);
    },
    async begin(candidate) {
      run += 1;
      hashBefore = (await read())?.status?.currentPodHash;
      await kube.kubectl('patch', 'rollout', modelName, '-n', namespace, '--type=merge', '-p', JSON.stringify({ spec: { template: templateOf(candidate) } }));
    },
    rolledBack: async () => aborted(await read()),
    reason: async () => (await read())?.status?.message ?? '',
    async rest() {
      if (!aborted(await read())) await kube.kubectl('patch', 'rollout', modelName, '-n', namespace, '--subresource=status', '--type=merge', '-p', '{"status":{"abort":true}}');
      await kube.waitFor(`${namespace}: stable alone`, async () => ((await pods()).length === 1 ? true : undefined), 120_000);
    },
  };
}
