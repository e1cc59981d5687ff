import { once } from 'node:events';
import { request } from 'node:http';
import { pods, type Pod } from '../../../controllers/shared/kube-types.ts';
import type { Kube } from './kube.ts';

const mebibyte = 1024 * 1024;
const bodyBytes = 60 * mebibyte;
/** More than a limit of 512Mi in all. */
const bodies = 10;

/**
 * Has the kernel kill a pod of the model server for its memory: large bodies, all but their last byte, sent to the pod
 * itself past the gateway. Resolves when the kubelet says that it was killed so.
 */
export async function exhaustMemory(kube: Kube, namespace: string, name: string): Promise<void> {
  const pod = await kube.object<Pod>(pods, namespace, name);
  const body = Buffer.alloc(bodyBytes - 1, ' ');
  const senders = Array.from({ length: bodies }, () => {
    const sender = request({ host: pod?.status?.podIP ?? '', port: 8080, method: 'POST', path: '/predict', headers: { 'content-length': bodyBytes } });
    // The server dies of it, and with it the connection.
    const gone = once(sender, 'error');
    sender.write(body);
    return { sender, gone };
  });
  try {
    await kube.waitFor(`${name} killed for its memory`, async () => {
      const { status } = (await kube.object<Pod>(pods, namespace, name)) ?? {};
      return status?.containerStatuses?.some(({ state, lastState }) => [state, lastState].some((past) => past?.terminated?.reason === 'OOMKilled')) === true ? true : undefined;
    }, 60_000);
  } finally {
    for (const { sender } of senders) sender.destroy(new Error('enough'));
    await Promise.all(senders.map(({ gone }) => gone));
  }
}
