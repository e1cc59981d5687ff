import type { TrainingRun } from '../../../crds/generated/training-run.ts';
import { ownerReference } from '../../../operator/runtime/owners.ts';
import type { KubeObject } from '../../../operator/runtime/types.ts';
import { gangSize, isGang } from './gang.ts';

interface WithSpec extends KubeObject {
  spec: Record<string, unknown>;
}

type Variable = { readonly name: string; readonly value?: string; readonly valueFrom?: object };

/** Ports of the leading pod: Dask's scheduler, and torchrun's rendezvous. */
const ports = { Dask: 8786, Torchrun: 29500 } as const;

/** Pods find each other by `<job>-<index>.<job>`: an Indexed Job names its pods so, and this Service answers for them. */
export function buildGangService(run: TrainingRun, job: string, labels: Readonly<Record<string, string>>): WithSpec {
  // They look for each other before any is ready.
  const spec = { clusterIP: 'None', publishNotReadyAddresses: true, selector: podsOf(job) };
  return { apiVersion: 'v1', kind: 'Service', metadata: metadataOf(run, job, labels), spec };
}

/** Whoever reaches Dask's scheduler or torchrun's rendezvous can run code in the pods: nobody else reaches them. */
export function buildGangPolicy(run: TrainingRun, job: string, labels: Readonly<Record<string, string>>): WithSpec {
  const own = { podSelector: { matchLabels: podsOf(job) } };
  const spec = { ...own, policyTypes: ['Ingress'], ingress: [{ from: [own] }] };
  return { apiVersion: 'networking.k8s.io/v1', kind: 'NetworkPolicy', metadata: metadataOf(run, job, labels), spec };
}

function podsOf(job: string): Record<string, string> {
  return { 'batch.kubernetes.io/job-name': job };
}

function metadataOf(run: TrainingRun, name: string, labels: Readonly<Record<string, string>>): KubeObject['metadata'] {
  return { name, namespace: run.metadata.namespace ?? '', labels: { ...labels }, ownerReferences: [ownerReference(run)] };
}

/** What the Job of a gang has besides. */
export function gangOfJob({ spec: { distributed } }: TrainingRun): Record<string, unknown> {
  const size = gangSize(distributed);
  return { parallelism: size, completions: size, ...(isGang(distributed) ? { completionMode: 'Indexed' } : {}) };
}

/** What its pods have besides. */
export function gangOfPod({ spec: { distributed } }: TrainingRun, job: string): Record<string, unknown> {
  return isGang(distributed) ? { subdomain: job } : {};
}

/** How a pod learns who it is and where the leader is, by the names that the engine itself reads. */
export function gangEnv({ spec: { distributed } }: TrainingRun, job: string): readonly Variable[] {
  const { engine, workers } = distributed;
  const leader = `${job}-0.${job}`;
  switch (engine) {
    case 'None':
      return [];
    case 'Dask':
      return [{ name: 'DASK_SCHEDULER_ADDRESS', value: `tcp://${leader}:${ports.Dask}` }];
    case 'Torchrun':
      return [
        { name: 'PET_NNODES', value: String(workers) },
        { name: 'PET_NPROC_PER_NODE', value: '1' },
        { name: 'PET_NODE_RANK', valueFrom: { fieldRef: { fieldPath: "metadata.annotations['batch.kubernetes.io/job-completion-index']" } } },
        { name: 'PET_MASTER_ADDR', value: leader },
        { name: 'PET_MASTER_PORT', value: String(ports.Torchrun) },
      ];
  }
}
