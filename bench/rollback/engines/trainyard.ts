import type { ModelDeployment, ModelDeploymentInput } from '../../../crds/generated/model-deployment.ts';
import { modelDeploymentResource } from '../../../crds/generated/resources.ts';
import type { Kube } from '../../../test/e2e/harness/kube.ts';
import { traffic } from '../scenarios.ts';
import { modelName, resources } from '../served.ts';
import type { Served, Subject } from './subject.ts';

export interface Wishes {
  readonly rollout?: object;
  readonly analysis?: object;
}

/** What a user writes. Besides the weight, the objectives and the guardrail, everything is as it comes. */
function deployment(namespace: string, host: string, more: Wishes, { version, env }: Served): ModelDeploymentInput {
  const spec = {
    model: modelName,
    version: version.metadata.name,
    server: { replicas: 1, resources, env },
    traffic: { hosts: [host], gateways: ['istio-system/public'] },
    rollout: {
      steps: [{ weight: traffic.weight, hold: '1h' }],
      scaleDownDelay: '2s', // only to be at rest sooner
      shield: { mode: 'Off' },
      ...more.rollout,
      analysis: {
        ...more.analysis,
        slos: [
          { name: 'errors', type: 'ErrorRatio', max: traffic.objective },
          { name: 'latency', type: 'Latency', quantile: 1 - traffic.objective, maxLatency: `${traffic.slowerThanMs}ms` },
        ],
        guardrails: { predictionDrift: 0.2 },
      },
    },
  };
  return { apiVersion: 'trainyard.dev/v1alpha1', kind: 'ModelDeployment', metadata: { name: modelName, namespace }, spec: spec as unknown as ModelDeploymentInput['spec'] };
}

export function trainyardSubject(kube: Kube, namespace: string, host: string, more: Wishes): Subject {
  let stable: Served | undefined;
  let rollbackBefore: string | undefined;

  const read = async (): Promise<ModelDeployment['status']> => (await kube.object<ModelDeployment>(modelDeploymentResource, namespace, modelName))?.status;
  const set = ({ version, env }: Served): Promise<string> =>
    kube.kubectl('patch', 'modeldeployment', modelName, '-n', namespace, '--type=merge', '-p', JSON.stringify({ spec: { version: version.metadata.name, server: { env } } }));
  const atRest = async (name: string): Promise<true | undefined> => {
    const status = await read();
    return status?.stable?.version === name && status.candidate === undefined && (status.retiring ?? []).length === 0 ? true : undefined;
  };

  return {
    namespace,
    host,
    async prepare(served) {
      if (stable !== undefined) await kube.kubectl('delete', 'modeldeployment', modelName, '-n', namespace, '--wait', '--timeout', '60s');
      stable = served;
      await kube.apply([deployment(namespace, host, more, served)]);
      await kube.waitFor(`${namespace}: the first version`, () => atRest(served.version.metadata.name), 120_000);
    },
    async begin(candidate) {
      rollbackBefore = (await read())?.lastRollback?.time;
      await set(candidate);
    },
    async rolledBack() {
      const time = (await read())?.lastRollback?.time;
      return time !== undefined && time !== rollbackBefore;
    },
    async reason() {
      const { reason = '', message = '' } = (await read())?.lastRollback ?? {};
      return `${reason}: ${message}`;
    },
    async rest() {
      if (stable === undefined) return;
      await set(stable);
      const name = stable.version.metadata.name;
      await kube.waitFor(`${namespace}: rest`, () => atRest(name), 120_000);
      await kube.waitFor(`${namespace}: no pod of a candidate`, async () => ((await kube.kubectl('get', 'pods', '-n', namespace, '-l', `trainyard.dev/deployment=${modelName}`, '-o', 'name')).trim().split('\n').length === 1 ? true : undefined), 60_000);
    },
  };
}
