// Several pods that train one model. They are one launch: one Job, one ending, one try.
import type { TrainingRun } from '../../../crds/generated/training-run.ts';
import type { Pod } from '../../shared/kube-types.ts';
import type { Ending } from './backend.ts';

type Distributed = TrainingRun['spec']['distributed'];

/** Of every Indexed Job: https://kubernetes.io/docs/concepts/workloads/controllers/job/#completion-mode */
const indexAnnotation = 'batch.kubernetes.io/job-completion-index';

/** Pods of a launch. Dask's scheduler is a pod of its own; torchrun's rendezvous is in the first worker. */
export function gangSize({ engine, workers }: Distributed): number {
  if (engine === 'None') return 1;
  return engine === 'Dask' ? workers + 1 : workers;
}

export function isGang({ engine }: Distributed): boolean {
  return engine !== 'None';
}

/** Its place in the gang, '0' for a pod that is alone. */
export function indexOf(pod: Pod): string {
  return pod.metadata.annotations?.[indexAnnotation] ?? '0';
}

/** The pod that leads and that says what came of it: index 0, or the only one. */
export function isLeader(pod: Pod): boolean {
  return indexOf(pod) === '0';
}

/**
 * The ended pod that speaks for its launch; undefined while all are at work. The leader's success is that of all: what
 * the others end with afterwards changes nothing. Otherwise the first that failed: the others are then told to stop.
 */
export function speaker(ended: readonly { readonly pod: Pod; readonly ending: Ending }[]): Ending | undefined {
  const leader = ended.find(({ pod, ending }) => isLeader(pod) && ending.exitCode === 0);
  if (leader !== undefined) return leader.ending;
  return [...ended].filter(({ ending }) => ending.exitCode !== 0).sort((a, b) => compare(finishedAt(a.pod), finishedAt(b.pod)) || weight(a.ending) - weight(b.ending))[0]?.ending;
}

/** Kubernetes writes whole seconds: within one, a pod that was told to stop is not the one that began it. */
function weight({ exitCode, preempted }: Ending): number {
  if (preempted) return 1;
  return exitCode === 75 || exitCode === 143 || exitCode === undefined ? 2 : 0;
}

function finishedAt(pod: Pod): string {
  const times = (pod.status?.containerStatuses ?? []).map(({ state }) => state?.terminated?.finishedAt ?? '').filter((time) => time !== '');
  // A pod whose container nobody saw end is the last to be believed.
  return times.sort()[0] ?? '9999';
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
