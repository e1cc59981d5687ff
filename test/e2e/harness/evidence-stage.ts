// What tests of evidence share: three versions, a deployment that they can bring back to rest, and its rules.
import { beforeAll } from 'vitest';
import type { ModelDeployment } from '../../../crds/generated/model-deployment.ts';
import { answering, type Load } from './load.ts';
import { registerModels } from './models.ts';
import { inNamespace, type TestNamespace } from './namespace.ts';
import { isAtRest, modelDeployment, readyText, setVersion, until } from './objects.ts';
import { featureRows, type Row } from './samples.ts';

type Deployment = ReturnType<typeof modelDeployment>;

export interface EvidenceStage {
  readonly env: TestNamespace;
  rows(): readonly Row[];
  load(requestsPerSecond?: number): Load;
  deployment(version: string, rollout?: object): Deployment;
  /** Serves tumour-1 alone, under the given rules. */
  calm(rollout?: object): Promise<ModelDeployment>;
  /** Starts a rollout to the version and waits for its first step. */
  begin(version: string): Promise<ModelDeployment>;
}

export const analysis = { interval: '1s', minRequests: 20, presumedBurst: 1, promotion: { margin: 0.05 } };

/** tumour-1 serves; tumour-2 is as good, tumour-3 fails one request in five, tumour-4 is slow. */
export function evidenceStage(namespace: string): EvidenceStage {
  const env = inNamespace(namespace);
  let rows: readonly Row[] = [];
  const deployment = (version: string, rollout: object = {}): Deployment => {
    const made = modelDeployment(namespace, version);
    return { ...made, spec: { ...made.spec, rollout: { ...made.spec.rollout, scaleDownDelay: '2s', ...rollout } } };
  };
  beforeAll(async () => {
    const kube = env.kube();
    rows = await featureRows(kube, 'tumour.csv', ['malignant', 'patient_id']);
    await registerModels(kube, namespace, { 'tumour-1': 'trained', 'tumour-2': 'good', 'tumour-3': 'failsOneInFive', 'tumour-4': 'slow' });
    await kube.apply([deployment('tumour-1')]);
    await until(kube, namespace, 'the first version', ({ status }) => status?.stable?.version === 'tumour-1' && status.candidate === undefined);
    await answering({ gateway: kube.addresses.gateway, host: env.host, row: rows[0] ?? {} });
  });
  return {
    env,
    deployment,
    rows: () => rows,
    load: (requestsPerSecond = 50) => env.load({ rows, requestsPerSecond }),
    async calm(rollout = {}) {
      const kube = env.kube();
      await kube.kubectl('annotate', 'md', 'tumour', '-n', namespace, '--overwrite', `trainyard.dev/retry=${Date.now()}`);
      // Back without steps, whichever version serves.
      await kube.apply([deployment('tumour-1', { ...rollout, strategy: 'Recreate' })]);
      await until(kube, namespace, 'tumour-1 serves', (object) => isAtRest(object) && object.status?.stable?.version === 'tumour-1', 60_000);
      await kube.apply([deployment('tumour-1', rollout)]);
      // The gateway hears of new pods some time after status speaks of them.
      await answering({ gateway: kube.addresses.gateway, host: env.host, row: rows[0] ?? {} });
      return until(kube, namespace, 'tumour-1 alone', (object) => isAtRest(object) && object.status?.stable?.version === 'tumour-1' && readyText(object).startsWith('True Serving'), 60_000);
    },
    async begin(version) {
      const kube = env.kube();
      await setVersion(kube, namespace, version);
      return until(kube, namespace, `the first step of ${version}`, ({ status }) => status?.candidate?.version === version && status.rollout?.step === 1, 60_000);
    },
  };
}
