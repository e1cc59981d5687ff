// A kubelet whose containers take no time: what is left is what the operator does for a trial.
import { createInformer } from '../../operator/runtime/informer.ts';
import type { ApiClient } from '../../operator/runtime/client.ts';
import { silentSurroundings } from '../../operator/runtime/testing/silent.ts';
import { jobs, pods, type Job, type Pod } from '../../controllers/shared/kube-types.ts';
import type { HttpStore } from '../../controllers/shared/testing/http-store.ts';
import { filesOf } from '../../controllers/shared/testing/manifest.ts';

export interface Kubelet {
  /** When each Job was seen, by `performance.now()`, in that order. */
  readonly seenMs: readonly number[];
  /** When each pod had ended. */
  readonly endedMs: readonly number[];
  /** What went wrong in the background; the benchmark is worth nothing then. */
  readonly problems: readonly unknown[];
  stop(): Promise<void>;
}

/** Every Job gets a pod that has ended already, with a result in the store: a score that differs from trial to trial. */
export function startKubelet(client: ApiClient, store: HttpStore, namespace: string): Kubelet {
  const seenMs: number[] = [];
  const endedMs: number[] = [];
  const problems: unknown[] = [];
  const { clock, logger, metrics } = silentSurroundings();
  const informer = createInformer<Job>({ client, type: jobs, namespaces: [namespace], clock, logger, metrics });
  const stop = informer.onChange(({ type, object }) => {
    if (type !== 'added') return;
    seenMs.push(performance.now());
    const number = seenMs.length;
    endPodOf(client, store, object, number).then(() => endedMs.push(performance.now()), (error: unknown) => problems.push(error));
  });
  informer.start();
  return {
    seenMs, endedMs, problems,
    async stop() {
      stop();
      await informer.stop();
    },
  };
}

async function endPodOf(client: ApiClient, store: HttpStore, job: Job, number: number): Promise<void> {
  const { name, namespace = '', uid = '' } = job.metadata;
  const { template } = job.spec as { readonly template: { readonly metadata: { readonly labels: Record<string, string> }; readonly spec: NonNullable<Pod['spec']> } };
  const ownerReferences = [{ apiVersion: 'batch/v1', kind: 'Job', name, uid, controller: true, blockOwnerDeletion: true }];
  const pod = { apiVersion: 'v1', kind: 'Pod', metadata: { name: `${name}-pod`, namespace, labels: { ...template.metadata.labels, 'batch.kubernetes.io/job-name': name }, ownerReferences }, spec: { serviceAccountName: 'default', ...template.spec } };
  await client.create<Pod>(pods, pod);
  const terminated = { exitCode: 0, reason: 'Completed', message: JSON.stringify(result(store, name, number)), startedAt: '2026-01-01T00:00:00Z', finishedAt: '2026-01-01T00:00:01Z' };
  const status = { phase: 'Succeeded', containerStatuses: [{ name: 'trainer', image: 'trainer:bench', imageID: 'x', ready: false, restartCount: 0, state: { terminated } }] };
  await client.patch(pods, { namespace, name: pod.metadata.name }, { status }, { subresource: 'status' });
}

function result(store: HttpStore, folder: string, number: number): object {
  const value = 0.8 + ((number * 7919) % 1000) / 10_000;
  const files = filesOf({ metrics: [{ name: 'roc_auc', split: 'CV', value, stdDev: 0.01, n: 5 }] }, `model of ${folder}`);
  store.put(`${folder}/model.onnx`, files.model);
  store.put(`${folder}/manifest.json`, files.bytes);
  const { sha256, sizeBytes } = files.manifest.artifact;
  return { manifest: { uri: `${store.url}${folder}/manifest.json`, sha256: files.manifestSha256 }, artifact: { uri: `${store.url}${folder}/model.onnx`, sha256, sizeBytes } };
}
