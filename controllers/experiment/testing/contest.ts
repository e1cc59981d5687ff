import type { Experiment, ExperimentSpec } from '../../../crds/generated/experiment.ts';
import type { TrainingRun } from '../../../crds/generated/training-run.ts';
import { validateExperimentSpec } from '../../../crds/generated/validate.js';
import { assertStatusInvariants } from '../../../operator/runtime/status-invariants.ts';
import type { Condition } from '../../../operator/runtime/types.ts';
import { present } from '../../shared/present.ts';
import { stamped } from '../../shared/record.ts';
import type { Decision, Status } from '../context.ts';
import { decide } from '../decide.ts';
import type { EventIntent } from '../../shared/event-intent.ts';
import type { Parameters, Question, Told } from '../search/question.ts';
import type { Studied } from '../search/sensitivity.ts';
import { noHoldouts, type HoldoutPointer, type Holdouts } from '../comparison/read-holdouts.ts';
import { noSuggestions, type Suggestions } from '../search/suggestions.ts';
import { concluded } from '../summaries.ts';
import { buildTrial } from '../trials.ts';

/** A spec with every default filled in, as the API server would. */
export function specOf(more: object = {}): ExperimentSpec {
  const spec: unknown = structuredClone({
    model: 'tumour',
    objective: { metric: 'roc_auc', direction: 'Maximize' },
    template: { task: 'BinaryClassification', data: { source: { uri: 's3://data/tumour.csv' }, target: 'malignant' }, metrics: { primary: 'roc_auc' } },
    candidates: [{ name: 'xgb', algorithm: { name: 'xgboost' } }, { name: 'forest', algorithm: { name: 'randomForest' } }, { name: 'logistic', algorithm: { name: 'logistic' } }],
    ...more,
  });
  if (!validateExperimentSpec(spec)) throw new Error(JSON.stringify(validateExperimentSpec.errors));
  return spec;
}

/** How a trial ended: a score by cross-validation, or why there is none. */
export interface TrialEnd {
  readonly cv?: number;
  /** Fold by fold; their mean is the score where none is said. */
  readonly scores?: readonly number[];
  readonly sizeBytes?: number;
  readonly latencyP99Ms?: number;
  readonly fairness?: number;
  readonly stdDev?: number;
  readonly folds?: string;
  /** Reason of a failure; GateFailed has a score all the same. */
  readonly failed?: string;
  /** Its predictions for the held-out rows are in the store. */
  readonly holdout?: boolean;
  /** From start to end; no times are noted where it is left out. */
  readonly seconds?: number;
}

function shortName(trial: string): string {
  return trial.slice('families-'.length);
}

function mean(scores: readonly number[]): number | undefined {
  return scores.length === 0 ? undefined : scores.reduce((sum, one) => sum + one, 0) / scores.length;
}

/** An experiment whose trials are ended by hand. With `crashes` on, every second decision is recorded and then lost. */
export class Contest {
  experiment: Experiment;
  status: Status = {};
  now = new Date('2026-01-01T00:00:00Z');
  /** By name without the experiment's: xgb, or tree-0 where there is a search. */
  readonly runs = new Map<string, TrainingRun>();
  /** What the suggestion service was asked, by candidate. */
  readonly asked: (readonly [candidate: string, question: Question])[] = [];
  /** Why the suggestion service gives no answer. */
  problem: Suggestions['problem'];
  gridSize: number | null = null;
  /** What a study of the searches finds. */
  study: (questions: ReadonlyMap<string, Told>) => Studied = (questions) => ({ sensitivity: [...questions.keys()].map((candidate) => ({ candidate, parameter: 'depth', importance: 1 })), problem: undefined });
  /** What is read of the trials' held-out predictions: none can be used by itself. */
  read: (pointers: readonly HoldoutPointer[]) => Holdouts = (pointers) => ({ byTrial: new Map(pointers.map(({ name }) => [name, undefined])), problem: undefined });
  /** ModelVersions by name, and whose manifest they are of. */
  readonly versions = new Map<string, string>();
  readonly created: string[] = [];
  readonly events: EventIntent[] = [];
  crashes = false;
  last: Decision | undefined;
  private steps = 0;

  constructor(spec: object = {}) {
    this.experiment = { apiVersion: 'trainyard.dev/v1alpha1', kind: 'Experiment', metadata: { name: 'families', namespace: 'ml', uid: 'uid-1', generation: 1 }, spec: specOf(spec) };
  }

  step(): this {
    const highestVersion = Math.max(0, ...[...this.versions.keys()].map((name) => Number(name.split('-').at(-1))));
    const context = { experiment: this.experiment, runOf: (name: string) => this.runs.get(shortName(name)), suggestions: noSuggestions, holdouts: noHoldouts, studied: undefined, highestVersion, now: this.now };
    const first = decide(context, this.status);
    const second = first.ask.size > 0 ? decide({ ...context, suggestions: this.answer(first.ask) }, this.status) : first;
    const holdouts = second.read.length > 0 ? this.read(second.read) : noHoldouts;
    const third = second.read.length > 0 ? decide({ ...context, holdouts }, this.status) : second;
    const decision = third.study.size > 0 ? decide({ ...context, holdouts, studied: this.study(third.study) }, this.status) : third;
    this.record(decision.status);
    this.last = decision;
    this.events.push(...decision.events);
    this.steps += 1;
    if (!this.crashes || this.steps % 2 === 0) this.act(decision);
    return this;
  }

  settle(): this {
    const seen = (): string => JSON.stringify([this.status, [...this.runs.values()], [...this.versions]]);
    for (let i = 0; i < 40; i += 1) {
      const before = seen();
      this.step();
      if (seen() === before && (!this.crashes || this.steps % 2 === 0)) return this;
    }
    throw new Error('the status never settles');
  }

  ends(candidate: string, { scores = [], cv = mean(scores), stdDev, folds = 'folds-1', failed, sizeBytes, latencyP99Ms, fairness, seconds, holdout = false }: TrialEnd): this {
    const run = this.runs.get(candidate);
    if (run === undefined) throw new Error(`${candidate} was not started`);
    const times = seconds === undefined ? {} : { startTime: new Date(this.now.getTime() - seconds * 1000).toISOString(), completionTime: this.now.toISOString() };
    const reason = failed ?? 'Succeeded';
    const condition: Condition = { type: 'Succeeded', status: failed === undefined ? 'True' : 'False', reason, message: `because of ${reason}`, lastTransitionTime: '2026-01-01T00:00:00Z' };
    const sha256 = `manifest-${candidate}`;
    this.runs.set(candidate, {
      ...run,
      status: { conditions: [condition], ...times, data: { foldsDigest: folds }, foldScores: [...scores], ...present({ latencyP99Ms, fairness }), ...(sizeBytes === undefined ? {} : { artifact: { sizeBytes } }), ...(holdout ? { holdout: { uri: `s3://models/${candidate}/holdout.json`, sha256: 'h', rows: 4 } } : {}), manifest: { uri: `s3://models/${candidate}.json`, sha256 }, ...(cv === undefined ? {} : { metrics: [{ name: 'roc_auc', split: 'CV', value: cv, ...(stdDev === undefined ? {} : { stdDev, n: 5 }) }] }) },
    });
    return this.settle();
  }

  /** A trial that goes on reports the scores of its folds. */
  reports(candidate: string, scores: readonly number[]): this {
    const run = this.runs.get(candidate);
    if (run === undefined) throw new Error(`${candidate} was not started`);
    this.runs.set(candidate, { ...run, status: { ...run.status, foldScores: [...scores] } });
    return this.settle();
  }

  /** A trial under way shows a reason of Ready, as its controller would: Running, or what it waits for. */
  shows(candidate: string, reason: string): this {
    const run = this.runs.get(candidate);
    if (run === undefined) throw new Error(`${candidate} was not started`);
    const condition: Condition = { type: 'Ready', status: 'Unknown', reason, message: `because of ${reason}`, lastTransitionTime: '2026-01-01T00:00:00Z' };
    this.runs.set(candidate, { ...run, status: { ...run.status, conditions: [condition] } });
    return this.settle();
  }

  passes(seconds: number): this {
    this.now = new Date(this.now.getTime() + seconds * 1000);
    return this.settle();
  }

  /** A trial whose spec says so is stopped, as its controller would do it. */
  stops(candidate: string): this {
    const run = this.runs.get(candidate);
    if (run?.spec.stop !== true) throw new Error(`${candidate} is not to be stopped`);
    const condition: Condition = { type: 'Succeeded', status: 'False', reason: 'Stopped', message: 'given up', lastTransitionTime: '2026-01-01T00:00:00Z' };
    this.runs.set(candidate, { ...run, status: { ...run.status, conditions: [condition] } });
    return this.settle();
  }

  suspend(value: boolean): this {
    this.experiment = { ...this.experiment, spec: { ...this.experiment.spec, suspend: value } };
    return this.settle();
  }

  condition(type: string): string {
    const found = this.status.conditions?.find((one) => one.type === type);
    return found === undefined ? 'absent' : `${found.status} ${found.reason}`;
  }

  reasons(): string[] {
    return this.events.map(({ reason }) => reason);
  }

  private record(status: Status): void {
    this.status = stamped(status, 1);
    assertStatusInvariants({ ...this.experiment, status: this.status }, { bounded: true });
  }

  /** Trial n gets the depth n, as far as the grid has points. */
  private answer(questions: ReadonlyMap<string, Question>): Suggestions {
    this.asked.push(...questions);
    if (this.problem !== undefined) return { ...noSuggestions, problem: this.problem };
    const points = (next: readonly number[]): ReadonlyMap<number, Parameters> => new Map(next.filter((number) => number < (this.gridSize ?? Infinity)).map((number) => [number, { depth: number }]));
    return {
      parameters: new Map([...questions].map(([candidate, { next }]) => [candidate, points(next)])),
      gridSizes: new Map([...questions.keys()].flatMap((candidate) => (this.gridSize === null ? [] : [[candidate, this.gridSize]]))),
      problem: undefined,
    };
  }

  private act({ start, suspend, stop, register, status }: Decision): void {
    for (const { slot, parameters } of start) {
      const name = shortName(slot.name);
      if (this.runs.has(name)) throw new Error(`${name} must not be started`);
      this.created.push(name);
      const run = structuredClone(buildTrial(this.experiment, slot, parameters)) as TrainingRun;
      this.runs.set(name, { ...run, metadata: { ...run.metadata, creationTimestamp: this.now.toISOString() } });
    }
    for (const { trial, value } of suspend) {
      for (const run of this.runs.values()) if (run.metadata.name === trial) run.spec.suspend = value;
    }
    for (const run of this.runs.values()) if (stop.includes(run.metadata.name)) run.spec.stop = true;
    if (register === undefined || status.pendingVersion?.name === undefined) return;
    const { name, manifestSha256 = '' } = status.pendingVersion;
    if (this.versions.has(name) && this.versions.get(name) !== manifestSha256) throw new Error(`${name} belongs to somebody else`);
    this.versions.set(name, manifestSha256);
    const { pendingVersion: _made, ...rest } = status;
    this.record(concluded({ ...rest, modelVersionRef: { name } }, this.now, `registered as ${name}`));
  }
}
