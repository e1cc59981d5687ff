import { inject } from 'vitest';
import type { Kube } from './kube.ts';
import type { Behaviour } from './models.ts';

const name = 'many-models';
const behaviours: readonly Behaviour[] = ['trained', 'boosted', 'good', 'alsoGood'];

interface Template {
  readonly spec: { readonly containers: readonly [{ readonly env: readonly { readonly name: string }[] }] };
}

export interface ManyModels {
  readonly deployment: string;
  readonly selector: string;
  readonly models: readonly string[];
  /** Serves this version of every model, by a rolling update. */
  serve(version: number): Promise<void>;
  /** How often the gateway asks another pod. */
  retry(attempts: number): Promise<void>;
}

/**
 * Twenty models in one process, which the model server can and the operator does not make: a Deployment with the pods of
 * a revision that the operator made, but other models, behind the gateway.
 */
export async function manyModels(kube: Kube, namespace: string, revision: string, host: string): Promise<ManyModels> {
  const { spec } = JSON.parse(await kube.kubectl('get', 'deployment', revision, '-n', namespace, '-o', 'json')) as { spec: { strategy: object; template: Template } };
  const [server] = spec.template.spec.containers;
  const models = Array.from({ length: 20 }, (_, i) => `tumour-${String.fromCharCode(97 + i)}`);
  const labels = { app: name };
  const files = inject('models');

  const configured = (version: number): string =>
    JSON.stringify(models.map((model, i) => ({ name: model, version: `${model}-${version}`, revision: `${model}-${version}-${name}`, ...files[behaviours[(i + version) % behaviours.length] ?? 'trained'] })));
  const deployment = (version: number): object => {
    const env = [...server.env.filter((variable) => variable.name !== 'TRAINYARD_MODELS'), { name: 'TRAINYARD_MODELS', value: configured(version) }];
    const template = { metadata: { labels }, spec: { ...spec.template.spec, containers: [{ ...server, env }] } };
    return { apiVersion: 'apps/v1', kind: 'Deployment', metadata: { name, namespace }, spec: { replicas: 2, strategy: spec.strategy, selector: { matchLabels: labels }, template } };
  };
  const route = (attempts: number): object => ({
    apiVersion: 'networking.istio.io/v1',
    kind: 'VirtualService',
    metadata: { name, namespace },
    spec: { hosts: [host], gateways: ['istio-system/public'], http: [{ route: [{ destination: { host: `${name}.${namespace}.svc.cluster.local`, port: { number: 80 } } }], timeout: '2s', retries: attempts === 0 ? { attempts } : { attempts, retryOn: 'connect-failure,refused-stream,reset,503' } }] },
  });
  const serve = async (version: number): Promise<void> => {
    await kube.apply([deployment(version)]);
    await kube.kubectl('rollout', 'status', `deployment/${name}`, '-n', namespace, '--timeout', '120s');
  };

  await kube.apply([
    { apiVersion: 'v1', kind: 'Service', metadata: { name, namespace }, spec: { selector: labels, ports: [{ name: 'http', port: 80, targetPort: 'http' }] } },
    { apiVersion: 'policy/v1', kind: 'PodDisruptionBudget', metadata: { name, namespace }, spec: { maxUnavailable: 1, selector: { matchLabels: labels } } },
    route(0),
  ]);
  await serve(1);
  return {
    deployment: name,
    selector: `app=${name}`,
    models,
    serve,
    async retry(attempts) {
      await kube.apply([route(attempts)]);
    },
  };
}
