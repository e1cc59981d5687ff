import { condition, podIsReady, type ContainerStatus, type Pod } from '../shared/kube-types.ts';
import { startTrouble } from '../shared/pod-trouble.ts';
import type { RevisionHealth } from './context.ts';
import { lostFractionMs } from './lost-fraction.ts';

/** A pod counts as available when proxies are told of it and it has been ready for a second: by then every one has heard. */
const settleMs = 1000 + lostFractionMs;
/** Restarts of one container within a rollout that are taken for a crash loop. */
const crashLoopRestarts = 2;

/** @param listed UIDs of the pods that proxies are told of. */
export function revisionHealth(pods: readonly Pod[], listed: ReadonlySet<string>, now: Date): RevisionHealth {
  const ready = pods.filter(podIsReady);
  const settled = ready.filter((pod) => now.getTime() - Date.parse(condition(pod.status?.conditions, 'Ready')?.lastTransitionTime ?? now.toISOString()) >= settleMs);
  const available = settled.filter(({ metadata }) => listed.has(metadata.uid ?? ''));
  const trouble = pods.map(troubleOf).find((found) => found !== undefined);
  return { total: pods.length, ready: ready.length, available: available.length, ...(settled.length === available.length ? {} : { unlisted: settled.length - available.length }), ...(trouble === undefined ? {} : { trouble }) };
}

/** When the next ready pod may become available, so that nobody has to poll for it. */
export function availableAt(pods: readonly Pod[], now: Date): Date | undefined {
  const times = pods
    .filter(podIsReady)
    .map((pod) => Date.parse(condition(pod.status?.conditions, 'Ready')?.lastTransitionTime ?? '') + settleMs)
    .filter((time) => time > now.getTime());
  return times.length === 0 ? undefined : new Date(Math.min(...times));
}

function troubleOf(pod: Pod): RevisionHealth['trouble'] {
  if (pod.metadata.deletionTimestamp !== undefined) return undefined;
  return startTrouble(pod) ?? pod.status?.containerStatuses?.map((status) => crash(pod, status)).find((found) => found !== undefined);
}

function crash(pod: Pod, status: ContainerStatus): RevisionHealth['trouble'] {
  const where = `pod ${pod.metadata.name}`;
  const backingOff = status.state?.waiting?.reason === 'CrashLoopBackOff';
  const died = status.state?.terminated ?? status.lastState?.terminated;
  if (died === undefined) return backingOff ? { reason: 'CrashLooping', message: `${where} keeps crashing` } : undefined;
  const told = toldBy(died.message);
  // The server says why it could not load a model; that is worth more than its exit code.
  if (told !== undefined) return { reason: 'LoadFailed', message: `${where}: ${told}` };
  if (status.restartCount < crashLoopRestarts && !backingOff) return undefined;
  return { reason: 'CrashLooping', message: `${where} crashed ${status.restartCount} times, last with ${died.reason ?? 'Error'} (exit code ${died.exitCode})` };
}

function toldBy(message: string | undefined): string | undefined {
  if (message === undefined || message === '') return undefined;
  try {
    const { error } = JSON.parse(message) as { error?: { reason?: string; message?: string } };
    return error === undefined ? undefined : `${error.reason ?? 'Error'}: ${error.message ?? ''}`;
  } catch {
    // Not ours: some other text that a container left behind.
    return undefined;
  }
}
