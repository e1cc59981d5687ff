import type { Experiment, ExperimentInput } from '../../../crds/generated/experiment.ts';
import type { ModelDeployment, ModelDeploymentInput } from '../../../crds/generated/model-deployment.ts';
import type { ModelVersion } from '../../../crds/generated/model-version.ts';
import { experimentResource, modelDeploymentResource, modelVersionResource, trainingRunResource } from '../../../crds/generated/resources.ts';
import type { TrainingRun, TrainingRunInput } from '../../../crds/generated/training-run.ts';
import { getCondition } from '../../../operator/runtime/conditions.ts';
import { assertStatusInvariants, brokenStatusInvariants } from '../../../operator/runtime/status-invariants.ts';
import { pods, type Pod } from '../../../controllers/shared/kube-types.ts';
import { Fatal, type Kube } from './kube.ts';

/** The public name of the deployments in a test's namespace. Two namespaces cannot have one host. */
export const hostIn = (namespace: string): string => `${namespace}.models.example`;

type RunSpec = TrainingRunInput['spec'];

/** A small, quick training of the breast-cancer table. */
export function trainingRun(namespace: string, name: string, more: Partial<RunSpec> = {}): TrainingRunInput {
  return {
    apiVersion: 'trainyard.dev/v1alpha1',
    kind: 'TrainingRun',
    metadata: { name, namespace },
    spec: {
      model: 'tumour',
      task: 'BinaryClassification',
      data: { source: { uri: 's3://data/tumour.csv' }, target: 'malignant', drop: ['patient_id'] },
      algorithm: { name: 'xgboost', parameters: { n_estimators: 30, max_depth: 3 } },
      crossValidation: { folds: 3 },
      metrics: { primary: 'roc_auc' },
      retryPolicy: { maxAttempts: 1, backoff: '1s' },
      ...more,
    },
  };
}

/** An experiment of such trainings. */
export function experimentOf(namespace: string, name: string, candidates: ExperimentInput['spec']['candidates'], more: Partial<ExperimentInput['spec']> = {}): ExperimentInput {
  const { model, algorithm: _own, ...template } = trainingRun(namespace, 'unused').spec;
  return {
    apiVersion: 'trainyard.dev/v1alpha1',
    kind: 'Experiment',
    metadata: { name, namespace },
    spec: { model, objective: { metric: 'roc_auc', direction: 'Maximize' }, template, candidates, ...more },
  };
}

export function modelDeployment(namespace: string, version: string, more: { readonly spec?: object; readonly analysis?: object; readonly steps?: readonly object[] } = {}): ModelDeploymentInput {
  const spec = {
    model: 'tumour',
    version,
    server: { replicas: 1 },
    traffic: { hosts: [hostIn(namespace)], gateways: ['istio-system/public'] },
    rollout: {
      steps: more.steps ?? [{ weight: 20, hold: '5s' }, { weight: 50, hold: '5s' }],
      scaleDownDelay: '5s',
      // These tests go back and forth between versions, and want every step each time.
      rollbackWindow: '0s',
      // What clients see of a failing candidate is what most of these tests are about; the shield has its own.
      shield: { mode: 'Off' },
      // Seconds of little traffic prove little, so a wide margin. The models here fail by row, not in bursts.
      analysis: { interval: '1s', minRequests: 20, presumedBurst: 1, promotion: { margin: 0.05 }, ...more.analysis },
    },
    ...more.spec,
  };
  return { apiVersion: 'trainyard.dev/v1alpha1', kind: 'ModelDeployment', metadata: { name: 'tumour', namespace }, spec: spec as ModelDeploymentInput['spec'] };
}

/** Waits until the run has ended, one way or the other. */
export async function ended(kube: Kube, namespace: string, name: string, timeoutMs = 120_000): Promise<TrainingRun> {
  return kube.waitFor(`end of TrainingRun ${name}`, async () => {
    const run = await kube.object<TrainingRun>(trainingRunResource, namespace, name);
    const succeeded = getCondition(run?.status?.conditions, 'Succeeded');
    if (run === undefined || succeeded === undefined || succeeded.status === 'Unknown') return undefined;
    assertStatusInvariants(run, { bounded: true });
    return run;
  }, timeoutMs);
}

export async function experimentEnded(kube: Kube, namespace: string, name: string, timeoutMs: number): Promise<Experiment> {
  return kube.waitFor(`end of Experiment ${name}`, async () => {
    const experiment = await kube.object<Experiment>(experimentResource, namespace, name);
    const succeeded = getCondition(experiment?.status?.conditions, 'Succeeded');
    return succeeded === undefined || succeeded.status === 'Unknown' ? undefined : experiment;
  }, timeoutMs);
}

/** The reason and message of Ready, as `Reason: message`. */
export function readyText(object: { status?: { conditions?: { type: string; status: string; reason: string; message: string }[] } } | undefined): string {
  const ready = object?.status?.conditions?.find(({ type }) => type === 'Ready');
  return ready === undefined ? '' : `${ready.status} ${ready.reason}: ${ready.message}`;
}

/** The deployment as it is. Its status must be sound once the operator has seen the spec; until then it speaks of the spec before. */
export async function readDeployment(kube: Kube, namespace: string): Promise<ModelDeployment> {
  const object = await kube.object<ModelDeployment>(modelDeploymentResource, namespace, 'tumour');
  if (object === undefined) throw new Error(`ModelDeployment ${namespace}/tumour is gone`);
  const seen = object.status?.observedGeneration === object.metadata.generation;
  const broken = seen ? brokenStatusInvariants(object) : [];
  // No waiting mends a broken status: whoever polls must not read on past it.
  if (broken.length > 0) throw new Fatal(`the status of ModelDeployment ${namespace}/tumour breaks:\n- ${broken.join('\n- ')}`);
  return object;
}

export async function readVersion(kube: Kube, namespace: string, name: string): Promise<ModelVersion | undefined> {
  return kube.object<ModelVersion>(modelVersionResource, namespace, name);
}

export async function readyVersion(kube: Kube, namespace: string, name: string): Promise<ModelVersion> {
  return kube.waitFor(`ModelVersion ${name} Ready`, async () => {
    const version = await readVersion(kube, namespace, name);
    return readyText(version).startsWith('True') ? version : undefined;
  }, 60_000);
}

export async function setVersion(kube: Kube, namespace: string, version: string): Promise<void> {
  await kube.kubectl('patch', 'modeldeployment', 'tumour', '-n', namespace, '--type=merge', '-p', JSON.stringify({ spec: { version } }));
}

/** @throws when it does not hold in time: with the status as it was last, which says why. */
export async function until(kube: Kube, namespace: string, what: string, holds: (object: ModelDeployment) => boolean, timeoutMs = 90_000): Promise<ModelDeployment> {
  let last: ModelDeployment | undefined;
  const held = kube.waitFor(what, async () => {
    last = await readDeployment(kube, namespace);
    return holds(last) ? last : undefined;
  }, timeoutMs);
  return held.catch((error: unknown) => {
    const { history: _, ...status } = last?.status ?? {};
    throw new Error(`${error instanceof Error ? error.message : String(error)}: generation ${last?.metadata.generation}, status ${JSON.stringify(status)}`, { cause: error });
  });
}

/** No rollout is under way, and no pods of an old revision are left. */
export function isAtRest({ status }: ModelDeployment): boolean {
  return status?.candidate === undefined && (status?.retiring ?? []).length === 0;
}

/** UID and restarts of every pod of a revision that is not going away. */
export async function podIdentities(kube: Kube, namespace: string, revision: string): Promise<readonly string[]> {
  const { items } = await kube.client.list<Pod>(pods, { namespace, labelSelector: `trainyard.dev/revision=${revision}` });
  return items.filter(({ metadata }) => metadata.deletionTimestamp === undefined).map(({ metadata, status }) => `${metadata.uid ?? ''}/${status?.containerStatuses?.[0]?.restartCount ?? 0}`).sort();
}
