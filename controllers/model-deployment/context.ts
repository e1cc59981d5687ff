import type { ModelDeploymentSpec, ModelDeploymentStatus } from '../../crds/generated/model-deployment.ts';
import { durationMs } from '../shared/duration.ts';
import type { Sample } from './judge/judge.ts';
import type { JudgeConfig, Objective } from './judge/objective.ts';
import { plan } from './policies/plan.ts';
import { disagreementObjective } from './policies/shadow.ts';
import type { UserKey } from './policies/user-key.ts';
import type { ShieldPlan } from './router/shield-plan.ts';
import type { StickyPlan } from './router/sticky-plan.ts';
import type { EventIntent } from '../shared/event-intent.ts';

/** The version that spec names, looked up: a revision that could serve, or why there is none. */
export type Target =
  | { readonly found: true; readonly version: string; readonly digest: string; readonly revision: string }
  | { readonly found: false; readonly reason: TargetProblem; readonly message: string };

export type TargetProblem = 'VersionNotFound' | 'VersionNotReady' | 'VersionOfAnotherModel' | 'VersionArchived' | 'VersionNotApproved';

/** What registers versions of the model, looked at where the version of spec does not exist. */
export interface Makers {
  /** Those at work that may register it: `TrainingRun tumour-forest`. */
  readonly atWork: readonly string[];
  /** When one of them ended last. */
  readonly lastEnd?: string;
}

/** What the pods of one revision look like. */
export interface RevisionHealth {
  readonly ready: number;
  /** All pods that exist, ending ones too. */
  readonly total: number;
  /** Ready for at least a second and listed by their Service, so that the proxies know of them. */
  readonly available: number;
  /** Ready for at least a second, and still not listed; absent when there is none. */
  readonly unlisted?: number;
  /** Why a pod cannot start or keeps crashing, for people; absent when nothing is wrong. */
  readonly trouble?: { readonly reason: 'ImageCannotStart' | 'CrashLooping' | 'LoadFailed' | 'ConfigInvalid' | 'Unschedulable'; readonly message: string };
}

/** What the autoscaler of a revision says of itself. */
export type ScalerHealth =
  | { readonly works: true }
  | { readonly works: false; readonly lacks: 'Metrics' | 'Access'; readonly since: string; readonly message: string };

export const verbs = ['promote', 'abort', 'retry', 'rollback', 'approve'] as const;
/** What people can ask for by an annotation `trainyard.dev/<verb>: <token>`. */
export type Verb = (typeof verbs)[number];

/** One readonly snapshot of everything the policies look at. */
export interface Context {
  readonly spec: ModelDeploymentSpec;
  readonly now: Date;
  readonly target: Target;
  readonly makers?: Makers | undefined;
  readonly health: ReadonlyMap<string, RevisionHealth>;
  /** Pods that each revision is asked to have at this moment, by spec or by an autoscaler. */
  readonly sizes?: ReadonlyMap<string, number>;
  /** By revision; those that have said nothing yet are left out. */
  readonly scalers?: ReadonlyMap<string, ScalerHealth>;
  readonly sample?: Sample | undefined;
  /** The version that served before stable, for a rollback that a person asks for; undefined when there was none. */
  readonly previous?: Target | undefined;
  /** Tokens of the verb annotations, as they stand. */
  readonly requests: Readonly<Partial<Record<Verb, string>>>;
  /** Whether failures of the candidate can be kept from clients, and whether the proxies are set up for it. */
  readonly shield?: (ShieldPlan & { readonly on: false }) | { readonly on: true; readonly standing: boolean; readonly service: string } | undefined;
  /** Whether users are kept at one version, and whether the proxies are set up for it. */
  readonly sticky?: (StickyPlan & { readonly on: false }) | { readonly on: true; readonly standing: boolean; readonly key: UserKey; readonly places: number } | undefined;
  /** Why traffic cannot be routed as asked, such as a gateway that does not exist. */
  readonly routeProblem?: { readonly reason: 'GatewayNotFound' | 'HostNotServed' | 'HostTaken'; readonly message: string } | undefined;
}

export type Status = ModelDeploymentStatus;

/** What a policy makes of a status: the next one, and what people should hear of it. */
export interface Change {
  readonly status: Status;
  readonly events: readonly EventIntent[];
}

export function unchanged(status: Status): Change {
  return { status, events: [] };
}

export function changed(status: Status, ...events: EventIntent[]): Change {
  return { status, events };
}

/** A copy without the given members: with exact optional types, "absent" is not "undefined". */
export function without<K extends keyof Status>(status: Status, ...names: readonly K[]): Omit<Status, K> {
  const left = new Set<string>(names);
  return Object.fromEntries(Object.entries(status).filter(([name]) => !left.has(name))) as Omit<Status, K>;
}

/**
 * @param step number of the present step, from 1; what may come next depends on the weight that comes next.
 * @param mirror share of the traffic that is copied at it.
 */
export function judgeConfig(spec: ModelDeploymentSpec, step = 0, mirror = 0): JudgeConfig {
  const { slos, compareToStable, alpha, presumedBurst, minRequests, promotion, guardrails } = spec.rollout.analysis;
  const next = plan(spec)[step]?.weight ?? 100;
  const disagreement = disagreementObjective(spec, mirror);
  return { objectives: [...slos.map(objective), ...(disagreement === undefined ? [] : [disagreement])], compareToStable, alpha, presumedBurst, minRequests, ...promotion, nextShare: next / 100, ...guardrails };
}

function objective({ name, type, min, max, quantile, maxLatency }: ModelDeploymentSpec['rollout']['analysis']['slos'][number]): Objective {
  // 1 - 0.99 is 0.010000000000000009; nobody means that.
  if (type === 'Latency') return { type, name, max: Number((1 - (quantile ?? 0)).toFixed(9)), maxSeconds: durationMs(maxLatency ?? '') / 1000 };
  return type === 'Query' ? { type, name, min, max } : { type, name, max: max ?? 0 };
}

export function healthOf(context: Context, revision: string | undefined): RevisionHealth {
  return (revision === undefined ? undefined : context.health.get(revision)) ?? { total: 0, ready: 0, available: 0 };
}

export const historyLimit = 20;
