import type { Experiment } from '../../../crds/generated/experiment.ts';
import type { ModelDeployment } from '../../../crds/generated/model-deployment.ts';
import type { ModelVersion } from '../../../crds/generated/model-version.ts';
import { experimentResource, modelDeploymentResource, modelVersionResource, trainingRunResource } from '../../../crds/generated/resources.ts';
import type { TrainingRun } from '../../../crds/generated/training-run.ts';
import type { KubeObject } from '../../../operator/runtime/types.ts';
import { deployments, endpointSlices, envoyFilters, gateways, horizontalPodAutoscalers, podDisruptionBudgets, pods, services, virtualServices, type Deployment, type EndpointSlice, type EnvoyFilter, type Gateway, type HorizontalPodAutoscaler, type Pod, type VirtualService } from '../../shared/kube-types.ts';
import { label } from '../../shared/names.ts';
import { endpointSliceOf } from '../../shared/testing/endpoint-slice.ts';
import { createWorld, settle } from '../../shared/testing/world.ts';
import { noRewards, plusRewards, type Rewards } from '../ab/rewards.ts';
import { byDeployment, byHost, podsByRevision, type Deps } from '../deps.ts';
import type { Reading } from '../judge/counters.ts';
import type { Sample } from '../judge/judge.ts';
import { reconcile } from '../reconcile.ts';
import type { PodDisruptionBudget, Service } from '../resources/services.ts';
import { createIstioRouter } from '../router/traffic-router.ts';
import { gatewayOf, versionOf } from './objects.ts';
import { podStatus, type Looks } from './pod-looks.ts';
import { specOf } from './rollout.ts';

export const key = { namespace: 'ml', name: 'web' };
const indexedBy = (name: string) => (object: KubeObject): string[] => (object.metadata.labels?.[name] === undefined ? [] : [`ml/${object.metadata.labels[name]}`]);

/** Something that happens to a deployment. */
export interface Event {
  readonly text: string;
  happen(life: Life): void | Promise<void>;
}

/** A deployment on a cluster in memory, whose pods, counters and answers are moved by hand; every move is reconciled until nothing changes. */
export class Life {
  readonly world = createWorld({ main: modelDeploymentResource });
  readonly deps: Deps;
  private sample: Sample | undefined;
  /** What a reward is worth at each version, give or take 1; undefined: nobody tells. */
  private likes: { readonly candidate: number; readonly stable: number } | undefined;
  /** What the candidate's answers are like, where it is not their status codes that tell. */
  candidateAnswers: 'alike' | 'invalid' | 'drifted' = 'alike';
  private readonly rewards = new Map<string, Rewards>();
  private readonly counters = new Map<string, { total: number; bad: number }>();
  private answers = { epoch: 'one', compared: 0, disagreed: 0 };

  constructor(spec: object = {}) {
    const { world } = this;
    const { client, clock, logger, recorder } = world;
    const indexes = { [byDeployment]: indexedBy(label.deployment) };
    const stores: Deps['stores'] = {
      modelDeployments: world.store<ModelDeployment>(modelDeploymentResource, { [byHost]: ({ spec }) => spec.traffic.hosts ?? [] }),
      modelVersions: world.store<ModelVersion>(modelVersionResource),
      trainingRuns: world.store<TrainingRun>(trainingRunResource),
      experiments: world.store<Experiment>(experimentResource),
      pods: world.store<Pod>(pods, { [podsByRevision]: indexedBy(label.revision) }),
      endpointSlices: world.store<EndpointSlice>(endpointSlices, { [podsByRevision]: indexedBy(label.revision) }),
      deployments: world.store<Deployment>(deployments, indexes),
      services: world.store<Service>(services, indexes),
      budgets: world.store<PodDisruptionBudget>(podDisruptionBudgets, indexes),
      autoscalers: world.store<HorizontalPodAutoscaler>(horizontalPodAutoscalers, indexes),
      virtualServices: world.store<VirtualService>(virtualServices),
      gateways: world.store<Gateway>(gateways),
      envoyFilters: world.store<EnvoyFilter>(envoyFilters, { [byDeployment]: ({ metadata: { labels } }) => [`${labels?.[label.deploymentNamespace] ?? ''}/${labels?.[label.deployment] ?? ''}`] }),
    };
    const sampler: Deps['sampler'] = { watch: () => undefined, latest: () => this.sample, stop: () => undefined };
    this.deps = { client, clock, logger, events: recorder, sampler, router: createIstioRouter({ client, virtualServices: stores.virtualServices }), stores, server: { image: 'server:1', storeSecretName: 'store' }, watchNamespaces: [], defaultPrometheusUrl: undefined };
    for (const number of [1, 2, 3]) this.version(number, {});
    world.put<Gateway>(gateways, gatewayOf('gate', '*'));
    world.put<ModelDeployment>(modelDeploymentResource, { apiVersion: 'trainyard.dev/v1alpha1', kind: 'ModelDeployment', metadata: { ...key }, spec: specOf({ traffic: { hosts: ['web.example.com'], gateways: ['istio/gate'] }, rollout: { steps: [{ weight: 5, hold: '5s' }, { weight: 50, hold: '5s' }], scaleDownDelay: '5s', shield: { mode: 'Off' }, analysis: { minRequests: 20, holdDeadline: '1m', onHoldDeadline: 'Rollback' } }, ...spec }) });
  }

  async play(one: Event): Promise<void> {
    await one.happen(this);
    await settle(this.world, () => reconcile(this.deps, key));
  }

  deployment(): ModelDeployment | undefined {
    return this.deps.stores.modelDeployments.get(key);
  }

  edit(more: Partial<ModelDeployment['spec']>): void {
    this.world.edit<ModelDeployment>(modelDeploymentResource, key, (one) => ({ ...one, spec: { ...one.spec, ...more } }));
  }

  version(number: number, { ready = true, ...spec }: { readonly ready?: boolean; readonly stage?: 'Archived' | 'Production'; readonly approval?: ModelVersion['spec']['approval']; readonly model?: string }): void {
    const one = versionOf(`tumour-${number}`);
    const artifact = { ...one.spec.artifact, sha256: String(number).repeat(64) };
    const condition = { type: 'Ready', status: ready ? 'True' : 'False', reason: ready ? 'Verified' : 'StoreUnreachable', message: '', lastTransitionTime: '2026-01-01T00:00:00Z' } as const;
    this.world.put<ModelVersion>(modelVersionResource, { ...one, spec: { ...one.spec, version: number, artifact, ...spec }, status: { conditions: [condition] } });
  }

  /** Every pod of the newest workload, or of the one that serves, now looks so. */
  podsAre(which: 'newest' | 'stable', looks: Looks): void {
    const stable = this.deployment()?.status?.stable?.revision;
    const revision = which === 'stable' ? stable : (this.deployment()?.status?.candidate?.revision ?? stable);
    if (revision === undefined || this.deps.stores.deployments.get({ namespace: 'ml', name: revision }) === undefined) return;
    const since = new Date(this.world.clock.now().getTime() - 5000).toISOString();
    const pod = this.world.put<Pod>(pods, { apiVersion: 'v1', kind: 'Pod', metadata: { name: `${revision}-0`, namespace: 'ml', labels: { [label.revision]: revision } }, status: podStatus(looks, since) });
    const slice = endpointSliceOf(pod);
    this.world.put<EndpointSlice>(endpointSlices, looks === 'unlisted' ? { ...slice, endpoints: null } : slice);
  }

  /** A second passes, and the counters are read; where requests are copied, 20 answers are compared. */
  async traffic(bad: number, sources: readonly string[] = ['prometheus'], differ = 0): Promise<void> {
    await this.world.clock.advance(1000);
    const { stable, candidate, lastRollback } = this.deployment()?.status ?? {};
    const read = (revision: string | undefined, failed: number, epoch: string): Reading[] => {
      if (revision === undefined) return [];
      const { total = 0, bad: before = 0 } = this.counters.get(revision) ?? {};
      const next = { total: total + 20, bad: before + failed };
      this.counters.set(revision, next);
      const like = revision === stable?.revision ? 'alike' : this.candidateAnswers;
      return [{ pod: `${revision}-0`, epoch, revision, ...next, invalid: like === 'invalid' ? next.total : 0, bins: { [like === 'drifted' ? 'high' : 'low']: next.total }, rewards: { [revision]: this.rewarded(revision, revision === stable?.revision ? this.likes?.stable : this.likes?.candidate) } }];
    };
    const readings = [...read(stable?.revision, 0, '1'), ...read(candidate?.revision ?? lastRollback?.revision, bad, '9999999999')];
    const saved = this.deployment()?.spec.rollout.shield.mode === 'Auto' ? { saved: this.counters.get(candidate?.revision ?? '')?.bad ?? 0 } : {};
    if ((this.deployment()?.status?.rollout?.mirror ?? 0) > 0) this.answers = { ...this.answers, compared: this.answers.compared + 20, disagreed: this.answers.disagreed + differ };
    this.sample = { ...saved, answers: this.answers, at: this.world.clock.now(), sources, problems: sources.length === 0 ? ['prometheus: refused'] : [], readings: sources.length === 0 ? [] : readings, live: sources.includes('pods') ? readings.map(({ pod }) => pod) : [] };
  }

  async liked(candidate: number, stable: number): Promise<void> {
    this.likes = { candidate, stable };
    await this.traffic(0);
    this.likes = undefined;
  }

  /** Ten more rewards, and all before. */
  private rewarded(revision: string, mean: number | undefined): Rewards {
    const before = this.rewards.get(revision) ?? noRewards;
    const all = mean === undefined ? before : plusRewards(before, { count: 10, sum: 10 * mean, sumSquares: 10 * (mean * mean + 1) });
    this.rewards.set(revision, all);
    return all;
  }

  outcome(): unknown {
    const { status } = this.deployment() ?? {};
    const route = this.deps.stores.virtualServices.get(key)?.spec;
    const owned = [deployments, services, podDisruptionBudgets, envoyFilters, horizontalPodAutoscalers].map((type) => this.world.store<KubeObject>(type).list().map(({ metadata }) => metadata.name).sort());
    return { conditions: status?.conditions?.map(({ type, status: value, reason, message }) => `${type} ${value} ${reason} ${message}`).sort(), stable: status?.stable?.version, candidate: status?.candidate?.version, route, owned };
  }
}
