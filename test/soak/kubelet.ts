// Plays the node: pods of Jobs end with a trained model, pods of model servers become ready and are listed by their Service
// (the real list takes no address of loopback). Everything between an owner and its pods (Jobs, ReplicaSets, garbage) is
// done by the real controller manager.
import { setTimeout as delay } from 'node:timers/promises';
import { metricsPage, startPod } from '../../controllers/model-deployment/testing/evidence-servers.ts';
import { filesOf } from '../../controllers/shared/testing/manifest.ts';
import type { HttpStore } from '../../controllers/shared/testing/http-store.ts';
import { endpointSliceOf } from '../../controllers/shared/testing/endpoint-slice.ts';
import { endpointSlices, pods, type EndpointSlice, type Pod } from '../../controllers/shared/kube-types.ts';
import { label, managedByValue } from '../../controllers/shared/names.ts';
import type { ApiClient } from '../../operator/runtime/client.ts';
import { ownerReference } from '../../operator/runtime/owners.ts';
import { keyOf } from '../../operator/runtime/types.ts';

const roundMs = 400;
/** Every process has an address of its own, so that two runs do not meet. */
const podIp = `127.91.${(process.pid >> 8) & 255}.${(process.pid & 255) || 1}`;

export async function startKubelet(client: ApiClient, store: HttpStore): Promise<{ stop(): Promise<void> }> {
  const page = await startPod(podIp);
  page.answer(200, metricsPage('nobody', Date.now() / 1000, 1, 0));
  const stopping = new AbortController();
  let trained = 0;

  const statusOf = (pod: Pod): NonNullable<Pod['status']> => {
    if (pod.metadata.labels?.['batch.kubernetes.io/job-name'] === undefined) {
      return { phase: 'Running', podIP: podIp, podIPs: [{ ip: podIp }], conditions: [{ type: 'Ready', status: 'True', lastTransitionTime: new Date(Date.now() - 5_000).toISOString() }] };
    }
    trained += 1;
    // Every seventh fails, as trainers do.
    const exitCode = trained % 7 === 0 ? 1 : 0;
    const message = exitCode === 0 ? JSON.stringify(result(store, `trained/${trained}`)) : 'out of luck';
    const terminated = { exitCode, reason: exitCode === 0 ? 'Completed' : 'Error', message, startedAt: new Date(Date.now() - 2_000).toISOString(), finishedAt: new Date().toISOString() };
    return { phase: exitCode === 0 ? 'Succeeded' : 'Failed', containerStatuses: [{ name: 'trainer', image: 'trainer:test', imageID: 'x', ready: false, restartCount: 0, state: { terminated } }] };
  };

  const play = async (pod: Pod): Promise<void> => {
    const status = statusOf(pod);
    await client.patch(pods, keyOf(pod), { status }, { subresource: 'status' });
    if (status.phase !== 'Running') return;
    const slice = endpointSliceOf({ ...pod, status });
    // Goes with the pod.
    await client.create<EndpointSlice>(endpointSlices, { ...slice, metadata: { ...slice.metadata, ownerReferences: [ownerReference(pod)] } });
  };

  const round = async (): Promise<void> => {
    const { items } = await client.list<Pod>(pods, { labelSelector: `${label.managedBy}=${managedByValue}` });
    const pending = items.filter(({ metadata, status }) => metadata.deletionTimestamp === undefined && (status?.phase ?? 'Pending') === 'Pending');
    for (const pod of pending) await play(pod).catch(() => undefined); // deleted meanwhile
  };

  const running = (async () => {
    while (!stopping.signal.aborted) {
      await round().catch(() => undefined); // the API server is down now and then: that is the test
      await delay(roundMs);
    }
  })();
  return {
    async stop() {
      stopping.abort();
      await running;
      await page.close();
    },
  };
}

/** What a trainer leaves in the store, and its last words. */
function result(store: HttpStore, folder: string): object {
  const files = filesOf({}, folder);
  store.put(`${folder}/model.onnx`, files.model);
  store.put(`${folder}/manifest.json`, files.bytes);
  const { sha256, sizeBytes } = files.manifest.artifact;
  return { manifest: { uri: `${store.url}${folder}/manifest.json`, sha256: files.manifestSha256 }, artifact: { uri: `${store.url}${folder}/model.onnx`, sha256, sizeBytes } };
}
