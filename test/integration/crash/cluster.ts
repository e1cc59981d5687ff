// The rest of a cluster: a Job gets a pod that ends as the story says, a Deployment gets a pod that serves, and what
// belongs to a deleted owner is deleted.
import { deployments, jobs, pods, podDisruptionBudgets, services, virtualServices, type Deployment, type Job, type Pod } from '../../../controllers/shared/kube-types.ts';
import { label } from '../../../controllers/shared/names.ts';
import { experimentResource, modelDeploymentResource, modelVersionResource, trainingRunResource } from '../../../crds/generated/resources.ts';
import type { ApiClient } from '../../../operator/runtime/client.ts';
import type { Clock } from '../../../operator/runtime/clock.ts';
import { isAlreadyExists } from '../../../operator/runtime/errors.ts';
import { keyOf, type KubeObject } from '../../../operator/runtime/types.ts';
import type { View } from './observatory.ts';
import { openPodPage } from './pod-page.ts';

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
const types = new Map([experimentResource, modelDeploymentResource, modelVersionResource, trainingRunResource, jobs, pods, deployments, services, podDisruptionBudgets, virtualServices].map((type) => [type.kind, type]));

/** Begins to play; call the result to end it. */
export function playCluster(options: ClusterOptions): () => void {
  const { client, view, clock } = options;
  const closers: (() => void)[] = [];
  const gone = new Set<string>();
  let over = false;

  const makePod = async (owner: KubeObject, name: string, template: PodTemplate, labels: Record<string, string>, status: object): Promise<void> => {
    const key = { namespace: owner.metadata.namespace ?? '', name };
    await client.create<Pod>(pods, { apiVersion: 'v1', kind: 'Pod', metadata: { ...key, labels: { ...template.metadata.labels, ...labels } }, spec: template.spec });
    await client.patch(pods, key, { status }, { subresource: 'status' });
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
    closers.push(await openPodPage({ ip, revision, failing: options.failing(workload.metadata.labels?.[label.version] ?? ''), clock, asked: options.asked }));
    const lastTransitionTime = new Date(clock.now().getTime() - settledMs).toISOString();
    await makePod(workload, `${revision}-0`, templateOf(workload), {}, { phase: 'Running', podIP: ip, podIPs: [{ ip }], conditions: [{ type: 'Ready', status: 'True', lastTransitionTime }] });
  };

  const remove = async (object: KubeObject): Promise<void> => {
    const type = types.get(object.kind);
    if (type !== undefined) await client.delete(type, keyOf(object));
  };

  const perform = (deed: Promise<void>): void => {
    deed.catch((error: unknown) => {
      // A Job that is made twice finds the pod of the first one; the judge sees both Jobs.
      if (!over && !isAlreadyExists(error as Error)) view.fail(error);
    });
  };

  view.onSight(({ type, object }) => {
    if (over) return;
    const owner = object.metadata.ownerReferences?.[0]?.uid ?? '';
    if (type === 'added' && gone.has(owner)) return perform(remove(object));
    if (type === 'added' && object.kind === 'Job') return perform(train(object as Job));
    if (type === 'added' && object.kind === 'Deployment') return perform(serve(object as Deployment));
    if (type !== 'deleted') return;
    gone.add(object.metadata.uid ?? '');
    if (object.kind === 'Deployment') perform(client.delete(pods, { namespace: object.metadata.namespace ?? '', name: `${object.metadata.name}-0` }));
    for (const one of view.all()) if (one.metadata.ownerReferences?.[0]?.uid === object.metadata.uid) perform(remove(one));
  });
  return () => {
    over = true;
    for (const close of closers) close();
  };
}

interface PodTemplate {
  readonly metadata: { readonly labels: Record<string, string> };
  readonly spec: NonNullable<Pod['spec']>;
}

function templateOf(object: Job | Deployment): PodTemplate {
  return (object.spec as unknown as { template: PodTemplate }).template;
}
