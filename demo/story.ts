import { readFile } from 'node:fs/promises';
import type { ModelDeployment } from '../crds/generated/model-deployment.ts';
import type { ModelVersion } from '../crds/generated/model-version.ts';
import { modelDeploymentResource, modelVersionResource, trainingRunResource } from '../crds/generated/resources.ts';
import type { TrainingRun } from '../crds/generated/training-run.ts';
import { getCondition, isTrue } from '../operator/runtime/conditions.ts';
import { pods, type Pod } from '../controllers/shared/kube-types.ts';
import { repository } from '../test/e2e/harness/cluster.ts';
import { Fatal, type Kube } from '../test/e2e/harness/kube.ts';

export const namespace = 'trainyard-demo';
export const host = 'tumour.models.example';

export function sample(name: string): Promise<string> {
  return readFile(`${repository}config/samples/breast-cancer/${name}`, 'utf8');
}

/** Applies a TrainingRun and waits for its verified ModelVersion. Returns the version and the seconds it took. */
export async function train(kube: Kube, file: string, run: string): Promise<{ version: ModelVersion; seconds: number }> {
  const started = performance.now();
  await kube.apply(await sample(file), namespace);
  const version = await kube.waitFor(
    `ModelVersion of ${run}`,
    async () => {
      const object = await kube.object<TrainingRun>(trainingRunResource, namespace, run);
      const succeeded = getCondition(object?.status?.conditions, 'Succeeded');
      if (succeeded?.status === 'False') throw new Fatal(`TrainingRun ${run} failed: ${succeeded.reason}: ${succeeded.message}`);
      const name = object?.status?.modelVersionRef?.name;
      return name === undefined ? undefined : readyVersion(kube, name);
    },
    180_000,
  );
  return { version, seconds: (performance.now() - started) / 1000 };
}

export async function readyVersion(kube: Kube, name: string): Promise<ModelVersion | undefined> {
  const version = await kube.object<ModelVersion>(modelVersionResource, namespace, name);
  return isTrue(version?.status?.conditions, 'Ready') ? version : undefined;
}

export async function deployment(kube: Kube): Promise<ModelDeployment> {
  const object = await kube.object<ModelDeployment>(modelDeploymentResource, namespace, 'tumour');
  if (object === undefined) throw new Fatal('ModelDeployment tumour is gone');
  return object;
}

/** Points the deployment at another version, as a Git commit would. */
export async function setVersion(kube: Kube, version: string): Promise<void> {
  await kube.kubectl('patch', 'modeldeployment', 'tumour', '-n', namespace, '--type=merge', '-p', JSON.stringify({ spec: { version } }));
}

/** Off: clients see what the candidate fails. Auto, which is the default: stable answers it. */
export async function setShield(kube: Kube, mode: 'Auto' | 'Off'): Promise<void> {
  await kube.kubectl('patch', 'modeldeployment', 'tumour', '-n', namespace, '--type=merge', '-p', JSON.stringify({ spec: { rollout: { shield: { mode } } } }));
}

/** Asks for the rolled back version once more. */
export async function tryAgain(kube: Kube): Promise<void> {
  await kube.kubectl('annotate', 'modeldeployment', 'tumour', '-n', namespace, '--overwrite', 'trainyard.dev/retry=once-more');
}

/** UIDs and restart counts of the pods of a revision. */
export async function podsOf(kube: Kube, revision: string): Promise<string> {
  const { items } = await kube.client.list<Pod>(pods, { namespace, labelSelector: `trainyard.dev/revision=${revision}` });
  return items
    .filter(({ metadata }) => metadata.deletionTimestamp === undefined)
    .map(({ metadata, status }) => `${metadata.uid ?? ''} restarts ${status?.containerStatuses?.map(({ restartCount }) => restartCount).join(',') ?? ''}`)
    .sort()
    .join('\n');
}

/** Memory of a process that serves Prometheus metrics, in MB (10^6 bytes). */
export async function residentMb(kube: Kube, inNamespace: string, pod: string, port: number): Promise<number> {
  const page = await kube.kubectl('get', '--raw', `/api/v1/namespaces/${inNamespace}/pods/${pod}:${port}/proxy/metrics`);
  return Number(/^process_resident_memory_bytes (\S+)/m.exec(page)?.[1]) / 1e6;
}
