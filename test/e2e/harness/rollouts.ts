import { expect } from 'vitest';
import type { ModelDeployment } from '../../../crds/generated/model-deployment.ts';
import { answering, type Load, type LoadSummary } from './load.ts';
import { registerModels } from './models.ts';
import type { TestNamespace } from './namespace.ts';
import { isAtRest, modelDeployment, readDeployment, readyText, setVersion, until } from './objects.ts';
import { routeWeights } from './route.ts';
import { featureRows, type Row } from './samples.ts';

export interface Wishes {
  readonly replicas?: number;
  readonly rollbackWindow?: string;
  readonly steps?: readonly object[];
  readonly shield?: object;
  readonly retries?: number;
}

/** A deployment whose first step lasts until something happens, for tests of what may happen. */
export interface Rollouts {
  /** Registers versions tumour-1 (trained), 2 (good), 3 (fails always) and 4 (good too), and serves the first. */
  prepare(): Promise<void>;
  deployment(version: string, wishes?: Wishes): ReturnType<typeof modelDeployment>;
  /** Serves tumour-1 alone, whatever was before. */
  calm(wishes?: Wishes): Promise<ModelDeployment>;
  /** Starts a rollout to the version and waits for its first weight. @returns the candidate's revision. */
  begin(version: string): Promise<string>;
  load(): Load;
}

export function rolloutsIn(env: TestNamespace): Rollouts {
  const { namespace, host } = env;
  let rows: readonly Row[] = [];

  function deployment(version: string, more: Wishes = {}): ReturnType<typeof modelDeployment> {
    const made = modelDeployment(namespace, version, { steps: more.steps ?? [{ weight: 50, hold: '5m' }] });
    return { ...made, spec: { ...made.spec, server: { replicas: more.replicas ?? 1 }, traffic: { ...made.spec.traffic, retries: more.retries ?? 0 }, rollout: { ...made.spec.rollout, scaleDownDelay: '2s', rollbackWindow: more.rollbackWindow ?? '0s', shield: more.shield ?? { mode: 'Off' } } } };
  }

  async function calm(more: Wishes = {}): Promise<ModelDeployment> {
    const kube = env.kube();
    await kube.kubectl('annotate', 'md', 'tumour', '-n', namespace, '--overwrite', `trainyard.dev/retry=${Date.now()}`);
    // Back without steps, where another version took over.
    if ((await readDeployment(kube, namespace)).status?.stable?.version !== 'tumour-1') {
      const { spec, ...rest } = deployment('tumour-1', more);
      await kube.apply([{ ...rest, spec: { ...spec, rollout: { ...spec.rollout, strategy: 'Recreate' } } }]);
      await until(kube, namespace, 'tumour-1 again', (object) => object.status?.stable?.version === 'tumour-1' && isAtRest(object), 60_000);
      // Nobody served for a moment, and the gateway hears of new pods some time after status speaks of them.
      await answering({ gateway: kube.addresses.gateway, host, row: rows[0] ?? {} });
    }
    await kube.apply([deployment('tumour-1', more)]);
    return until(kube, namespace, 'tumour-1 alone', (object) => isAtRest(object) && object.status?.stable?.version === 'tumour-1' && object.status.stable.readyReplicas === (more.replicas ?? 1) && readyText(object).startsWith('True Serving'), 60_000);
  }

  async function begin(version: string): Promise<string> {
    const kube = env.kube();
    await setVersion(kube, namespace, version);
    const { status } = await until(kube, namespace, `the first step of ${version}`, (object) => object.status?.candidate?.version === version && object.status.rollout?.step === 1, 60_000);
    const revision = status?.candidate?.revision ?? '';
    // Status is written before it is acted on.
    await kube.waitFor('its weight', async () => (((await routeWeights(kube, namespace)).get(revision) ?? 0) > 0 ? true : undefined), 10_000);
    return revision;
  }

  async function prepare(): Promise<void> {
    const kube = env.kube();
    rows = await featureRows(kube, 'tumour.csv', ['malignant', 'patient_id']);
    await registerModels(kube, namespace, { 'tumour-1': 'trained', 'tumour-2': 'good', 'tumour-3': 'failsAlways', 'tumour-4': 'alsoGood' });
    await kube.apply([deployment('tumour-1')]);
    await until(kube, namespace, 'the first version', ({ status }) => status?.stable?.version === 'tumour-1' && status.candidate === undefined);
    await answering({ gateway: kube.addresses.gateway, host, row: rows[0] ?? {} });
  }

  return { prepare, deployment, calm, begin, load: () => env.load({ rows }) };
}

export function say(name: string, { requests, failed, p99Ms, byVersion }: LoadSummary, extra = ''): void {
  console.info(`${name}: ${failed} of ${requests} failed, p99 ${p99Ms} ms ${JSON.stringify(byVersion)} ${extra}`);
}

export function unharmed(name: string, summary: LoadSummary, extra = ''): void {
  say(name, summary, extra);
  expect(summary).toMatchObject({ failed: 0, problems: [] });
}
