// The rest of a cluster: a Job gets a pod that ends as the story says, a Deployment gets a pod that serves, and what
// belongs to a deleted owner is deleted.
import { deployments, endpointSlices, horizontalPodAutoscalers, jobs, pods, podDisruptionBudgets, services, virtualServices, type Deployment, type EndpointSlice, type Job, type Pod } from '../../../controllers/shared/kube-types.ts';
import { label } from '../../../controllers/shared/names.ts';
import { endpointSliceOf } from '../../../controllers/shared/testing/endpoint-slice.ts';
import type { ModelDeployment } from '../../../crds/generated/model-deployment.ts';
import { experimentResource, modelDeploymentResource, modelVersionResource, trainingRunResource } from '../../../crds/generated/resources.ts';
import type { ApiClient } from '../../../operator/runtime/client.ts';
import type { Clock } from '../../../operator/runtime/clock.ts';
import { isAlreadyExists } from '../../../operator/runtime/errors.ts';
import { ownerReference } from '../../../operator/runtime/owners.ts';
import { keyOf, type KubeObject } from '../../../operator/runtime/types.ts';
import type { View } from './observatory.ts';
import { openPodPage, type PodPage } from './pod-page.ts';
import { saidSplit } from './told-deeds.ts';

export interface TrainerEnd {
  readonly exitCode: number;
  readonly lastWords: object;
}

export interface ClusterOptions {
  readonly client: ApiClient;
  readonly view: View;
  readonly clock: Clock;
  readonly trainerOf: (job: string) => TrainerEnd;
  /** Versions whose servers answer every request with an error. */
  readonly failing: (version: string) => boolean;
  /** A loopback address that nobody has. */
  readonly freeAddress: () => string;
  readonly asked: (answer: () => Promise<void>) => void;
}

const settledMs = 5_000;
const types = new Map([experimentResource, modelDeploymentResource, modelVersionResource, trainingRunResource, jobs, pods, deployments, services, horizontalPodAutoscalers, podDisruptionBudgets, virtualServices].map((type) => [type.kind, type]));

/** Begins to play; call the result to end it. */
export function playCluster(options: ClusterOptions): () => void {
  const { client, view, clock } = options;
  const pages: PodPage[] = [];
  let deployment: ModelDeployment | undefined;
  const gone = new Set<string>();
  let over = false;

  const makePod = async (owner: KubeObject, name: string, template: PodTemplate, labels: Record<string, string>, status: NonNullable<Pod['status']>): Promise<Pod> => {
    const key = { namespace: owner.metadata.namespace ?? '', name };
    // The pod of a Deployment belongs to a ReplicaSet, which nobody here plays.
    const ownerReferences = owner.kind === 'Job' ? [ownerReference(owner)] : [];
    const pod = await client.create<Pod>(pods, { apiVersion: 'v1', kind: 'Pod', metadata: { ...key, labels: { ...template.metadata.labels, ...labels }, ownerReferences }, spec: template.spec });
    await client.patch(pods, key, { status }, { subresource: 'status' });
    return { ...pod, status };
  };

  const train = async (job: Job): Promise<void> => {
    const { name } = job.metadata;
    const { exitCode, lastWords } = options.trainerOf(name);
    const terminated = { exitCode, reason: exitCode === 0 ? 'Completed' : 'Error', message: JSON.stringify(lastWords), startedAt: '2026-01-01T00:00:00Z', finishedAt: '2026-01-01T00:01:00Z' };
    const status = { phase: exitCode === 0 ? 'Succeeded' : 'Failed', containerStatuses: [{ name: 'trainer', image: 'trainer:test', imageID: 'x', ready: false, restartCount: 0, state: { terminated } }] };
    await makePod(job, `${name}-pod`, templateOf(job), { 'batch.kubernetes.io/job-name': name }, status);
  };

  const serve = async (workload: Deployment): Promise<void> => {
    const revision = workload.metadata.name;
    const ip = options.freeAddress();
    pages.push(await openPodPage({ ip, revision, share: () => shareOf(deployment, revision), failing: options.failing(workload.metadata.labels?.[label.version] ?? ''), clock, asked: options.asked }));
    const lastTransitionTime = new Date(clock.now().getTime() - settledMs).toISOString();
    const pod = await makePod(workload, `${revision}-0`, templateOf(workload), {}, { phase: 'Running', podIP: ip, podIPs: [{ ip }], conditions: [{ type: 'Ready', status: 'True', lastTransitionTime }] });
    await client.create<EndpointSlice>(endpointSlices, endpointSliceOf(pod));
  };

  const remove = async (object: KubeObject): Promise<void> => {
    const type = types.get(object.kind);
    if (type !== undefined) await client.delete(type, keyOf(object));
  };

  const perform = (deed: Promise<void>): void => {
    deed.catch((error: unknown) => {
      // A Job that is made twice finds the pod of the first one; the judge sees both Jobs.
      if (!over && !isAlreadyExists(error)) view.fail(error);
    });
  };

  view.onSight(({ type, object }) => {
    if (over) return;
    if (object.kind === 'ModelDeployment') {
      for (const page of pages) page.count();
      deployment = object as ModelDeployment;
    }
    const owner = object.metadata.ownerReferences?.[0]?.uid ?? '';
    if (type === 'added' && gone.has(owner)) return perform(remove(object));
    if (type === 'added' && object.kind === 'Job') return perform(train(object));
    if (type === 'added' && object.kind === 'Deployment') return perform(serve(object));
    if (type !== 'deleted') return;
    gone.add(object.metadata.uid ?? '');
    if (object.kind === 'Deployment') for (const made of [pods, endpointSlices]) perform(client.delete(made, { namespace: object.metadata.namespace ?? '', name: `${object.metadata.name}-0` }));
    for (const one of view.all()) if (one.metadata.ownerReferences?.[0]?.uid === object.metadata.uid) perform(remove(one));
  });
  return () => {
    over = true;
    for (const page of pages) page.close();
  };
}

interface PodTemplate {
  readonly metadata: { readonly labels: Record<string, string> };
  readonly spec: NonNullable<Pod['spec']>;
}

function templateOf(object: Job | Deployment): PodTemplate {
  return (object.spec as unknown as { template: PodTemplate }).template;
}

// Requests follow the status, not the route a moment later: for a clock that runs five times as fast on a slow machine, a
// moment is long, and the judge would take it for a route that is not followed.
function shareOf(deployment: ModelDeployment | undefined, revision: string): number {
  const split = deployment === undefined ? '' : saidSplit(deployment);
  const weight = split.split(',').map((part) => part.split('=')).find(([host]) => host === revision)?.[1] ?? '0';
  return Number(weight) / 100;
}
