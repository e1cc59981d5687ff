import type { TrainingRun, TrainingRunSpec } from '../../../crds/generated/training-run.ts';
import { validateTrainingRunSpec } from '../../../crds/generated/validate.js';
import { assertStatusInvariants } from '../../../operator/runtime/status-invariants.ts';
import { stamped } from '../../shared/record.ts';
import { filesOf } from '../../shared/testing/manifest.ts';
import type { Ending, LaunchState } from '../backends/backend.ts';
import type { Action, Collected, Decision, Status } from '../context.ts';
import { decide } from '../decide.ts';
import { registered } from '../policies/adopt-result.ts';
import type { Heard } from '../progress/heard.ts';
import type { EventIntent } from '../../shared/event-intent.ts';

/** A spec with every default filled in, as the API server would. */
export function specOf(more: object = {}): TrainingRunSpec {
  const spec: unknown = structuredClone({
    model: 'tumour',
    task: 'BinaryClassification',
    data: { source: { uri: 's3://data/tumour.csv' }, target: 'malignant' },
    algorithm: { name: 'xgboost' },
    metrics: { primary: 'roc_auc' },
    ...more,
  });
  if (!validateTrainingRunSpec(spec)) throw new Error(JSON.stringify(validateTrainingRunSpec.errors));
  return spec;
}

export function runOf(more: { readonly spec?: object; readonly labels?: Record<string, string> } = {}): TrainingRun {
  return {
    apiVersion: 'trainyard.dev/v1alpha1',
    kind: 'TrainingRun',
    metadata: { name: 'tumour-xgb', namespace: 'ml', uid: '01234567-89ab-cdef-0123-456789abcdef', generation: 1, ...(more.labels === undefined ? {} : { labels: more.labels }) },
    spec: specOf(more.spec),
  };
}

const files = filesOf();
const pointer = { uri: 's3://models/manifest.json', sha256: files.manifestSha256 };
const artifact = { uri: 's3://models/model.onnx', sha256: files.manifest.artifact.sha256, sizeBytes: files.manifest.artifact.sizeBytes };
export const result: Collected & { found: true } = { found: true, manifest: files.manifest, pointer, artifact, reportUri: 's3://models/report.html' };

export function ending(exitCode: number | undefined, more: Partial<Ending> = {}): Ending {
  return { exitCode, preempted: false, platformReason: 'Error', detail: 'boom', lastWords: {}, ...more };
}

/**
 * A run whose world is moved by hand: time, pod, store, other versions. Actions come true at once, as the backend and
 * the API server would make them; with `crashes` on, every second decision is recorded and then lost.
 */
export class RunStory {
  run = runOf();
  status: Status = {};
  now = new Date('2026-01-01T00:00:00Z');
  /** What each launch looks like, by number from 1. */
  readonly launches: LaunchState[] = [];
  collected: Collected | undefined;
  /** What the trainer reported. */
  heard: Heard | undefined;
  /** ModelVersions by name, and whose manifest they are of. */
  readonly versions = new Map<string, string>();
  crashes = false;
  /** The cache has not heard of any version yet. */
  cacheIsEmpty = false;
  last: Decision | undefined;
  readonly actions: Action[] = [];
  readonly events: EventIntent[] = [];
  private steps = 0;

  constructor(spec: object = {}) {
    this.run = runOf({ spec });
  }

  /** One reconcile: decide, record, and (unless the operator crashes in between) act. */
  step(): this {
    const number = this.status.launches ?? 0;
    const launch = this.launches[number - 1] ?? ({ phase: 'Absent' } as const);
    const readable = launch.phase === 'Ended' && this.status.completionTime === undefined && this.status.nextAttemptAt === undefined;
    const decision = decide({ run: { ...this.run, status: this.status }, launch, collected: readable ? this.collected : undefined, heard: this.heard, highestVersion: this.cacheIsEmpty ? 0 : Math.max(0, ...[...this.versions.keys()].map(numberOf)), now: this.now }, this.status);
    this.record(decision.status);
    this.last = decision;
    this.events.push(...decision.events);
    this.steps += 1;
    if (this.crashes && this.steps % 2 === 1) return this;
    this.actions.push(decision.action);
    this.act(decision);
    return this;
  }

  /** Steps until nothing changes any more at this moment. */
  settle(): this {
    for (let i = 0; i < 20; i += 1) {
      const before = JSON.stringify([this.status, this.launches, [...this.versions]]);
      this.step();
      if (JSON.stringify([this.status, this.launches, [...this.versions]]) === before && (!this.crashes || this.steps % 2 === 0)) return this;
    }
    throw new Error('the status never settles');
  }

  /** The newest launch now looks like this. */
  pod(state: LaunchState): this {
    this.launches[(this.status.launches ?? 0) - 1] = state;
    return this;
  }

  exits(exitCode: number | undefined, more: Partial<Ending> = {}): this {
    return this.pod({ phase: 'Ended', ending: ending(exitCode, more) }).settle();
  }

  wait(seconds: number): this {
    this.now = new Date(this.now.getTime() + seconds * 1000);
    return this;
  }

  stop(): this {
    this.run = { ...this.run, spec: { ...this.run.spec, stop: true } };
    return this.settle();
  }

  suspend(value: boolean): this {
    this.run = { ...this.run, spec: { ...this.run.spec, suspend: value } };
    return this.settle();
  }

  condition(type: string): string {
    const found = this.status.conditions?.find((one) => one.type === type);
    return found === undefined ? 'absent' : `${found.status} ${found.reason}`;
  }

  message(type = 'Ready'): string {
    return this.status.conditions?.find((one) => one.type === type)?.message ?? '';
  }

  static running(spec: object = {}): RunStory {
    return new RunStory(spec).settle().pod({ phase: 'Running' }).settle();
  }

  private record(status: Status): void {
    this.status = stamped(status, 1);
    assertStatusInvariants({ ...this.run, status: this.status }, { bounded: true });
  }

  private act({ action, status }: Decision): void {
    const number = status.launches ?? 0;
    if (action === 'launch' && (this.launches[number - 1]?.phase ?? 'Absent') === 'Absent') this.launches[number - 1] = { phase: 'Starting' };
    if (action === 'stop') for (let i = 0; i < this.launches.length; i += 1) this.launches[i] = { phase: 'Absent' };
    if (action !== 'register' || status.pendingVersion?.name === undefined) return;
    const { name, manifestSha256 = '' } = status.pendingVersion;
    const holder = this.versions.get(name);
    if (holder === undefined) this.versions.set(name, manifestSha256);
    if (holder !== undefined && holder !== manifestSha256) this.record({ ...status, pendingVersion: { ...status.pendingVersion, name: nextOf(name) } });
    else this.record(registered(status, name, this.now));
  }
}

function numberOf(name: string): number {
  return Number(name.slice(name.lastIndexOf('-') + 1));
}

function nextOf(name: string): string {
  return `${name.slice(0, name.lastIndexOf('-'))}-${numberOf(name) + 1}`;
}
