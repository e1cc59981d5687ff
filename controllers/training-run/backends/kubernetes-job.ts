import type { TrainingRun } from '../../../crds/generated/training-run.ts';
import type { Client } from '../../../operator/runtime/client.ts';
import { isAlreadyExists } from '../../../operator/runtime/errors.ts';
import { controllerOf } from '../../../operator/runtime/owners.ts';
import type { Store } from '../../../operator/runtime/store.ts';
import { condition, configMaps, jobs, networkPolicies, services, type Job, type Pod } from '../../shared/kube-types.ts';
import { startTrouble } from '../../shared/pod-trouble.ts';
import type { Backend, Ending, LaunchState } from './backend.ts';
import { indexOf, isGang, isLeader, speaker } from './gang.ts';
import { buildGangPolicy, buildGangService } from './gang-objects.ts';
import { buildConfigMap, buildJob, containerName, jobName, labels, queueLabel, type TrainerImage } from './job-objects.ts';
import { readLastWords } from './last-words.ts';

export const podsByJob = 'job';

/** Index function: pods by the Job that controls them. A label says what its writer wanted it to say. */
export function jobOfPod(pod: Pod): string[] {
  const owner = controllerOf(pod);
  return owner?.kind === 'Job' ? [`${pod.metadata.namespace ?? ''}/${owner.name}`] : [];
}

/** Runs a training as one Job a launch. The Job itself never retries: attempts and preemptions are counted here. */
export function kubernetesJobBackend(deps: { readonly client: Client; readonly jobs: Store<Job>; readonly pods: Store<Pod>; readonly trainer: TrainerImage }): Backend {
  return {
    observe(run, launch) {
      const name = jobName(run, launch);
      const namespace = run.metadata.namespace ?? '';
      const found = deps.jobs.get({ namespace, name });
      // The Job of a namesake that was deleted is on its way out: it says nothing of this run.
      const job = found !== undefined && controllerOf(found)?.uid === run.metadata.uid ? found : undefined;
      return launchState(job, podsOf(run, job, deps.pods.byIndex(podsByJob, `${namespace}/${name}`)));
    },
    async create(run, launch) {
      await createOnce(deps.client.create(configMaps, buildConfigMap(run, launch, deps.trainer)));
      if (isGang(run.spec.distributed)) {
        const gang = [run, jobName(run, launch.number), labels(run)] as const;
        // Before the pods: they must never be open to others.
        await createOnce(deps.client.create(networkPolicies, buildGangPolicy(...gang)));
        await createOnce(deps.client.create(services, buildGangService(...gang)));
      }
      await createOnce(deps.client.create(jobs, buildJob(run, launch, deps.trainer)));
    },
    async stop(run, launch) {
      const key = { namespace: run.metadata.namespace ?? '', name: jobName(run, launch) };
      await deps.client.delete(jobs, key, { propagationPolicy: 'Background' });
      await deps.client.delete(configMaps, key);
      if (isGang(run.spec.distributed)) for (const type of [services, networkPolicies]) await deps.client.delete(type, key);
    },
    describe: (run, launch) => ({ kind: 'Job', name: jobName(run, launch), logsHint: `kubectl logs -n ${run.metadata.namespace ?? ''} job/${jobName(run, launch)}` }),
  };
}

/** Its own pods, by UID. Without the Job its name must do, and then a pod that is older than the run is another's. */
function podsOf(run: TrainingRun, job: Job | undefined, named: readonly Pod[]): readonly Pod[] {
  const since = run.metadata.creationTimestamp ?? '';
  return named.filter((pod) => (job === undefined ? (pod.metadata.creationTimestamp ?? since) >= since : controllerOf(pod)?.uid === job.metadata.uid));
}

async function createOnce(created: Promise<unknown>): Promise<void> {
  try {
    await created;
  } catch (error) {
    // Made before a crash, or before the cache showed it: the name says that it is ours.
    if (!isAlreadyExists(error)) throw error;
  }
}

export function launchState(job: Job | undefined, all: readonly Pod[]): LaunchState {
  const pods = newest(all.filter((one) => !isOfEarlierAdmission(job, one)));
  const ending = speaker(pods.filter(({ status }) => status?.phase === 'Succeeded' || status?.phase === 'Failed').map((pod) => ({ pod, ending: podEnding(pod) })));
  // A queue that takes a place back suspends the Job, and the Job controller deletes its pods: that end is no end.
  if (job?.spec?.['suspend'] === true && (ending === undefined || isCutShort(ending))) return jobEnding(job) ?? { phase: 'Queued', message: queuedMessage(job) };
  if (ending !== undefined) return { phase: 'Ended', ending };
  if (job === undefined) return pods.length === 0 ? { phase: 'Absent' } : { phase: 'Running' };
  if (pods.length === 0) return jobEnding(job) ?? { phase: 'Starting' };
  const trouble = pods.map(startTrouble).find((one) => one !== undefined);
  if (trouble === undefined && pods.some((pod) => isLeader(pod) && isAtWork(pod))) return { phase: 'Running' };
  return { phase: 'Starting', ...(trouble === undefined ? {} : { trouble }) };
}

/** Of the pods with one index, or without any, the one that was made last. */
function newest(pods: readonly Pod[]): Pod[] {
  const byIndex = new Map<string, Pod>();
  const oldestFirst = [...pods].sort((a, b) => ((a.metadata.creationTimestamp ?? '') < (b.metadata.creationTimestamp ?? '') ? -1 : 1));
  for (const pod of oldestFirst) byIndex.set(indexOf(pod), pod);
  return [...byIndex.values()];
}

function isAtWork({ status }: Pod): boolean {
  return status?.containerStatuses?.some(({ state }) => state?.running !== undefined) === true;
}

// A Job starts anew when it is no longer suspended (KEP-2232), and makes its pods after that; those of before it deleted.
// The times alone would not do: they are those of two machines.
function isOfEarlierAdmission(job: Job | undefined, { metadata }: Pod): boolean {
  const startTime = job?.status?.startTime;
  return startTime !== undefined && metadata.deletionTimestamp !== undefined && metadata.creationTimestamp !== undefined && metadata.creationTimestamp < startTime;
}

function isCutShort(ending: Ending): boolean {
  return ending.preempted || !endings.has(ending.exitCode ?? -1);
}

/** What a trainer ends with by itself; whatever is left may come of the SIGTERM. */
const endings: ReadonlySet<number> = new Set([0, 64, 65, 66, 67, 70]);

function queuedMessage(job: Job): string {
  const queue = job.metadata.labels?.[queueLabel];
  return queue === undefined ? `Job ${job.metadata.name} is suspended, and not by this run` : `Job ${job.metadata.name} waits until Kueue admits it to LocalQueue ${queue}`;
}

// The pod is gone already: the Job is the only witness.
function jobEnding(job: Job): LaunchState | undefined {
  if (condition(job.status?.conditions, 'Complete')?.status === 'True') {
    return { phase: 'Ended', ending: { exitCode: 0, preempted: false, platformReason: 'Completed', detail: 'the pod was removed before its last words were read', lastWords: {} } };
  }
  const failed = condition(job.status?.conditions, 'Failed');
  if (failed?.status !== 'True') return undefined;
  return { phase: 'Ended', ending: { preempted: true, platformReason: 'PodLost', detail: `the pod was removed before it ended (${failed.message ?? failed.reason ?? ''})`, lastWords: {} } };
}

function podEnding(pod: Pod): Ending {
  const terminated = pod.status?.containerStatuses?.find(({ name }) => name === containerName)?.state?.terminated;
  const disruption = condition(pod.status?.conditions, 'DisruptionTarget');
  const evicted = pod.status?.reason === 'Evicted' || disruption?.status === 'True';
  const lastWords = readLastWords(terminated?.message);
  return {
    exitCode: terminated?.exitCode,
    preempted: evicted,
    platformReason: evicted ? (disruption?.reason ?? 'Evicted') : (terminated?.reason ?? pod.status?.reason ?? 'Unknown'),
    detail: (evicted ? (disruption?.message ?? pod.status?.message) : undefined) ?? terminated?.message ?? pod.status?.message ?? '',
    lastWords,
  };
}
