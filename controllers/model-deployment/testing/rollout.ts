import type { ModelDeploymentSpec } from '../../../crds/generated/model-deployment.ts';
import { validateModelDeploymentSpec } from '../../../crds/generated/validate.js';
import { assertStatusInvariants } from '../../../operator/runtime/status-invariants.ts';
import { stamped } from '../../shared/record.ts';
import type { Context, RevisionHealth, ScalerHealth, Status, Target } from '../context.ts';
import { previousTarget } from '../policies/previous.ts';
import { noRewards, plusRewards, type Rewards } from '../ab/rewards.ts';
import { decide, type Decision } from '../decide.ts';
import type { Reading } from '../judge/counters.ts';
import type { Sample } from '../judge/judge.ts';
import type { EventIntent } from '../../shared/event-intent.ts';

/** Parts of a spec that a test cares about; those of the rollout are added to short steps. */
export type SpecParts = Readonly<Partial<Record<keyof ModelDeploymentSpec, unknown>>> & { readonly rollout?: object };

/** A spec with every default filled in, as the API server would. */
export function specOf(more: SpecParts = {}): ModelDeploymentSpec {
  const spec: unknown = structuredClone({ model: 'tumour', version: 'tumour-1', ...more, rollout: { steps: [{ weight: 5, hold: '10s' }, { weight: 50, hold: '10s' }], rollbackWindow: '0s', analysis: { minRequests: 20, promotion: { margin: 0.1 } }, ...more.rollout } });
  if (!validateModelDeploymentSpec(spec)) throw new Error(JSON.stringify(validateModelDeploymentSpec.errors));
  return spec;
}

export const target = (version: string): Target => ({ found: true, version, digest: `digest-${version}`, revision: `rev-${version}` });

/** Failures of stable before the rollout came one by one: then those of the candidate need not be a burst. */
const aloneInTenSeconds = Array.from({ length: 60 }, (_, i) => i % 2);

const ready: RevisionHealth = { total: 1, ready: 1, available: 1 };

function sumOf(rewards: readonly number[]): Rewards {
  return { count: rewards.length, sum: rewards.reduce((sum, reward) => sum + reward, 0), sumSquares: rewards.reduce((sum, reward) => sum + reward * reward, 0) };
}

/** A deployment whose world is moved by hand: time, pods, samples, spec. Every decision is checked against the invariants. */
export class Rollout {
  status: Status = {};
  now = new Date('2026-01-01T00:00:00Z');
  spec = specOf();
  target: Target = target('tumour-1');
  makers: Context['makers'];
  health = new Map<string, RevisionHealth>();
  sizes = new Map<string, number>();
  scalers = new Map<string, ScalerHealth>();
  requests: Context['requests'] = {};
  routeProblem: Context['routeProblem'];
  sticky: Context['sticky'];
  shield: Context['shield'];
  /** What the proxies report as answered by stable for the candidate; undefined while none reports. */
  saved: number | undefined;
  sample: Sample | undefined;
  last: Decision | undefined;
  /** What the operator has compared so far; it comes with the next traffic. */
  answers: Sample['answers'];
  readonly events: EventIntent[] = [];
  private rewards = new Map<string, Rewards>();
  private counters = new Map<string, { total: number; bad: number }>();

  constructor(spec: SpecParts = {}) {
    this.spec = specOf(spec);
  }

  context(): Context {
    return { spec: this.spec, now: this.now, target: this.target, makers: this.makers, health: this.health, sizes: this.sizes, scalers: this.scalers, sample: this.sample, previous: previousTarget(this.status, target), requests: this.requests, routeProblem: this.routeProblem, sticky: this.sticky, shield: this.shield };
  }

  decide(): this {
    const decision = decide(this.context(), this.status);
    const status = stamped(decision.status, 1);
    assertStatusInvariants({ apiVersion: 'trainyard.dev/v1alpha1', kind: 'ModelDeployment', metadata: { name: 'tumour', generation: 1 }, status });
    this.status = status;
    this.last = decision;
    this.events.push(...decision.events);
    return this;
  }

  /** Decides until nothing changes any more at this moment. */
  settle(): this {
    for (let i = 0; i < 10; i += 1) {
      const before = JSON.stringify(this.status);
      this.decide();
      if (JSON.stringify(this.status) === before) return this;
    }
    throw new Error('the status never settles');
  }

  wait(seconds: number): this {
    this.now = new Date(this.now.getTime() + seconds * 1000);
    return this;
  }

  ask(version: string): this {
    this.spec = { ...this.spec, version };
    this.target = target(version);
    return this;
  }

  pods(version: string, health: RevisionHealth = ready): this {
    this.health.set(`rev-${version}`, health);
    return this;
  }

  /** One second passes and a source answers: requests and failures of the candidate and of stable since the last time. */
  traffic(counts: { candidate?: [requests: number, bad: number]; stable?: [requests: number, bad: number]; sources?: readonly string[]; rewards?: { candidate?: readonly number[]; stable?: readonly number[] } }): this {
    this.wait(1);
    const watched = this.status.candidate?.revision ?? this.status.lastRollback?.revision ?? '';
    const stable = this.status.stable?.revision ?? '';
    const add = (revision: string, [total, bad]: [number, number]): Reading => {
      const known = this.counters.get(revision) ?? { total: 0, bad: 0 };
      const next = { total: known.total + total, bad: known.bad + bad };
      this.counters.set(revision, next);
      const told = plusRewards(this.rewards.get(revision) ?? noRewards, sumOf((revision === stable ? counts.rewards?.stable : counts.rewards?.candidate) ?? []));
      this.rewards.set(revision, told);
      return { rewards: { [revision]: told }, pod: `${revision}-0`, epoch: revision === stable ? '1' : String(this.now.getTime() / 1000 + 1e9), revision, ...next };
    };
    // The candidate's process started after the rollout did; stable's long before.
    const readings = [add(stable, counts.stable ?? [0, 0]), { ...add(watched, counts.candidate ?? [0, 0]), epoch: '9999999999' }];
    const sources = counts.sources ?? ['prometheus', 'pods'];
    this.sample = { ...(this.answers === undefined ? {} : { answers: this.answers }), ...(this.saved === undefined ? {} : { saved: this.saved }), at: this.now, sources, problems: sources.length === 0 ? ['prometheus: refused', 'pods: refused'] : [], readings: sources.length === 0 ? [] : readings, live: sources.includes('pods') ? readings.map(({ pod }) => pod) : [], history: aloneInTenSeconds };
    return this.decide();
  }

  /** Deploys the first version and starts a rollout to the second one, at its first step. */
  static atFirstStep(spec: SpecParts = {}): Rollout {
    const rollout = new Rollout(spec).pods('tumour-1').settle().ask('tumour-2').pods('tumour-2').settle();
    if (rollout.status.rollout?.step !== 1) throw new Error('not at the first step');
    return rollout;
  }

  weight(): number {
    return this.status.rollout?.weight ?? 0;
  }

  condition(type: string): string {
    const found = this.status.conditions?.find((one) => one.type === type);
    return found === undefined ? 'absent' : `${found.status} ${found.reason}`;
  }
}
