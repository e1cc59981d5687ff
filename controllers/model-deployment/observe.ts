import type { ModelDeployment } from '../../crds/generated/model-deployment.ts';
import type { Key } from '../../operator/runtime/types.ts';
import { durationMs } from '../shared/duration.ts';
import type { Gateway } from '../shared/kube-types.ts';
import { annotation } from '../shared/names.ts';
import type { ProxyPlans } from './act.ts';
import { autoscalerHealth } from './autoscaler-health.ts';
import { verbs, type Context, type RevisionHealth, type ScalerHealth, type Target } from './context.ts';
import { liveRevisions } from './decide.ts';
import { byHost, type Deps } from './deps.ts';
import type { SampleTarget } from './evidence/source.ts';
import { previousTarget } from './policies/previous.ts';
import { comparison } from './policies/shadow.ts';
import { listedPods } from './listed-pods.ts';
import { makersOf } from './makers.ts';
import { availableAt, revisionHealth } from './pod-health.ts';
import { podsOfRevision } from './pods-of-revision.ts';
import { resolveVersion } from './resolve-version.ts';
import { candidateService } from './resources/services.ts';
import { routeProblem } from './router/check-route.ts';
import { hostTaken } from './router/host-taken.ts';
import { shieldStat } from './router/shield-filter.ts';
import { shieldPlan } from './router/shield-plan.ts';
import { stickyPlan } from './router/sticky-plan.ts';
import { lastShielded, shieldedOf, stands } from './shield.ts';
import { keepsUsers } from './sticky.ts';

export interface Observed {
  readonly deployment: ModelDeployment;
  readonly context: Context;
  readonly proxies: ProxyPlans;
  /** When a pod that is ready now counts as available. */
  readonly settlesAt: Date | undefined;
}

/** Everything the decision needs, in one snapshot; undefined when the deployment is gone. */
export function observe(deps: Deps, key: Key): Observed | undefined {
  const deployment = deps.stores.modelDeployments.get(key);
  if (deployment === undefined || deployment.metadata.deletionTimestamp !== undefined) return undefined;
  const { spec, status = {} } = deployment;
  const now = deps.clock.now();
  const resolve = (version: string): Target => resolveVersion(key.name, { ...spec, version }, deps.stores.modelVersions.get({ namespace: key.namespace, name: version }));
  const target = resolve(spec.version);
  const asked = Object.fromEntries(verbs.flatMap((verb) => Object.entries({ [verb]: deployment.metadata.annotations?.[annotation[verb]] })).filter(([, token]) => token !== undefined)) as Context['requests'];

  const names = new Set([...liveRevisions(status), ...(target.found ? [target.revision] : [])]);
  const pods = new Map([...names].map((name) => [name, podsOfRevision(deps.stores, key.namespace, name)]));
  const health = new Map<string, RevisionHealth>([...pods].map(([name, list]) => [name, revisionHealth(list, listedPods(deps.stores, key.namespace, name), now)]));
  const sizes = new Map([...names].flatMap((name): [string, number][] => {
    const workload = deps.stores.deployments.get({ namespace: key.namespace, name });
    return workload === undefined ? [] : [[name, workload.spec?.replicas ?? 1]];
  }));
  const scalers = new Map([...names].flatMap((name): [string, ScalerHealth][] => {
    const autoscaler = deps.stores.autoscalers.get({ namespace: key.namespace, name });
    const told = autoscaler === undefined ? undefined : autoscalerHealth(autoscaler);
    return told === undefined ? [] : [[name, told]];
  }));
  const gateway = (at: Key): Gateway | undefined => deps.stores.gateways.get(at);
  const seen = (namespace: string): boolean => deps.watchNamespaces.length === 0 || deps.watchNamespaces.includes(namespace);
  const shield = shieldPlan(spec, key.namespace, gateway, seen);
  const sticky = stickyPlan(spec, key.namespace, gateway, seen);
  return {
    deployment,
    proxies: { shield, sticky },
    settlesAt: availableAt([...pods.values()].flat(), now),
    context: {
      spec,
      now,
      target,
      makers: target.found || target.reason !== 'VersionNotFound' ? undefined : makersOf(deps.stores, key.namespace, spec.model, spec.version),
      health,
      sizes,
      scalers,
      sample: deps.sampler.latest(key),
      previous: previousTarget(status, resolve),
      requests: asked,
      routeProblem: routeProblem(spec, gateway, seen) ?? hostTaken(deployment, (host) => deps.stores.modelDeployments.byIndex(byHost, host)),
      shield: shield.on ? { on: true, standing: stands(deps, deployment, shield), service: candidateService(key.name) } : shield,
      sticky: sticky.on ? { on: true, standing: keepsUsers(deps, deployment, sticky), key: sticky.key, places: sticky.places.length } : sticky,
    },
  };
}

/** Where the counters of this rollout are read. */
export function sampleTarget(deps: Deps, deployment: ModelDeployment, watched: string | undefined): SampleTarget | undefined {
  const stable = deployment.status?.stable?.revision;
  if (watched === undefined || stable === undefined) return undefined;
  const { source, interval, slos, guardrails } = deployment.spec.rollout.analysis;
  const extras = { latency: slos.some(({ type }) => type === 'Latency'), invalid: guardrails.invalidOutputRatio !== undefined, bins: guardrails.predictionDrift !== undefined, ...(deployment.spec.rollout.strategy === 'ABTest' ? { rewards: true } : {}) };
  const since = deployment.status?.rollout?.stepStartedAt;
  const compare = comparison(deployment.spec, deployment.status ?? {});
  const queries = since === undefined ? [] : slos.flatMap(({ name, query }) => (query === undefined ? [] : [{ slo: name, template: query, since }]));
  return {
    namespace: deployment.metadata.namespace ?? '',
    deployment: deployment.metadata.name,
    candidate: watched,
    stable,
    prometheusUrl: source.prometheus?.url ?? deps.defaultPrometheusUrl,
    readPods: source.pods,
    intervalMs: durationMs(interval),
    ...(Object.values(extras).includes(true) ? { extras } : {}),
    ...(queries.length > 0 ? { queries } : {}),
    ...(compare === undefined ? {} : { compare }),
    ...shieldStatOf(deployment),
  };
}

/** Also after a rollback, until all answers are counted: then the proxies still know the rollout that was. */
function shieldStatOf({ metadata, spec, status }: ModelDeployment): { readonly shieldStat?: string } {
  const shielded = status === undefined ? undefined : (shieldedOf(status) ?? lastShielded(status));
  return spec.rollout.shield.mode === 'Off' || shielded === undefined ? {} : { shieldStat: shieldStat(metadata.namespace ?? '', shielded) };
}
