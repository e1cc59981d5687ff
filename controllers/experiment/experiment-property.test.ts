// Random lives of an experiment, by whole reconciles over a cluster in memory; its trials end as the story says.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Experiment } from '../../crds/generated/experiment.ts';
import type { ModelVersion } from '../../crds/generated/model-version.ts';
import { experimentResource, modelVersionResource, trainingRunResource } from '../../crds/generated/resources.ts';
import type { TrainingRun } from '../../crds/generated/training-run.ts';
import { getCondition } from '../../operator/runtime/conditions.ts';
import type { Condition } from '../../operator/runtime/types.ts';
import { auditAnnotation } from '../shared/announce.ts';
import { StoreError, type ReadResult, type StoreProblem } from '../shared/artifact-store.ts';
import { sha256Hex } from '../shared/digest.ts';
import { undocumented, unseen } from '../shared/testing/undocumented.ts';
import { assertAudit, createWorld, settle } from '../shared/testing/world.ts';
import { conditions } from './conditions.ts';
import { reconcile, type Deps } from './reconcile.ts';
import type { Question } from './search/question.ts';
import { SuggestError, type Answer } from './search/suggester.ts';
import { specOf } from './testing/contest.ts';

const key = { namespace: 'ml', name: 'families' };
const candidates = ['xgb', 'forest', 'logistic', 'tree-0', 'tree-1', 'without-size'] as const;
const searching = [{ name: 'xgb', algorithm: { name: 'xgboost' } }, { name: 'tree', algorithm: { name: 'randomForest' }, search: { space: [{ name: 'depth', type: 'Int', min: 1, max: 8 }], maxTrials: 2 } }];

const predicted = Buffer.from('{"schemaVersion":1,"rows":2,"labels":[0,1],"predicted":[0,1],"scores":[0.1,0.9]}');
const predictions = { bytes: predicted, sha256: sha256Hex(predicted) };

const isUnderWay = (run: TrainingRun): boolean => getCondition(run.status?.conditions, 'Succeeded') === undefined;

class Life {
  readonly world = createWorld({ main: experimentResource, bounded: true });
  readonly deps: Deps;
  /** What the suggestion service fails with. */
  trouble: SuggestError | undefined;
  storeTrouble: StoreProblem | undefined;

  constructor(spec: object = {}) {
    const { client, clock, logger, recorder } = this.world;
    this.deps = { client, clock, logger, events: recorder, suggester: { suggest: (question) => this.suggest(question), importance: () => this.answer([{ parameter: 'depth', importance: 1 }]) }, store: { read: () => this.read() }, stores: { experiments: this.world.store<Experiment>(experimentResource), trainingRuns: this.world.store<TrainingRun>(trainingRunResource), modelVersions: this.world.store<ModelVersion>(modelVersionResource) } };
    this.world.put<Experiment>(experimentResource, { apiVersion: 'trainyard.dev/v1alpha1', kind: 'Experiment', metadata: { ...key }, spec: specOf(spec) });
  }

  private read(): Promise<ReadResult> {
    return this.storeTrouble === undefined ? Promise.resolve({ ...predictions, sizeBytes: predictions.bytes.byteLength }) : Promise.reject(new StoreError(this.storeTrouble, 'a fault'));
  }

  private suggest({ next }: Question): Promise<Answer> {
    return this.answer({ trials: next.map((number) => ({ number, parameters: { depth: number + 1 } })), size: null });
  }

  private answer<T>(answer: T): Promise<T> {
    return this.trouble === undefined ? Promise.resolve(answer) : Promise.reject(this.trouble);
  }

  async play(one: Event): Promise<void> {
    await one.happen(this);
    await settle(this.world, () => reconcile(this.deps, key));
    const { parallelism = 1 } = this.experiment()?.spec ?? {};
    expect(this.trials().filter(isUnderWay).length).toBeLessThanOrEqual(parallelism);
  }

  experiment(): Experiment | undefined {
    return this.deps.stores.experiments.get(key);
  }

  trials(): readonly TrainingRun[] {
    return this.deps.stores.trainingRuns.list();
  }

  /** Ends the trial of a candidate that is on its way. */
  ends(candidate: string, score: number | undefined, failed: string | undefined): void {
    this.world.edit<TrainingRun>(trainingRunResource, { namespace: 'ml', name: `families-${candidate}` }, (run) => {
      if (!isUnderWay(run)) return run;
      const condition: Condition = { type: 'Succeeded', status: failed === undefined ? 'True' : 'False', reason: failed ?? 'Succeeded', message: `because of ${failed ?? 'nothing'}`, lastTransitionTime: '2026-01-01T00:00:00Z' };
      const sha256 = candidate.charCodeAt(0).toString(16).padEnd(64, '0');
      // Each has noise of its own, or two of them would differ by the same in every fold.
      const noise = candidates.findIndex((one) => one === candidate) / 1000;
      const files = { holdout: { uri: 's3://m/holdout.json', sha256: predictions.sha256, rows: 2 }, data: { foldsDigest: 'folds' }, foldScores: [-2, 1, 0, -1, 2].map((at, i) => (score ?? 0) + at * noise * (i % 2 === 0 ? 1 : 2)), artifact: { uri: `s3://m/${candidate}.onnx`, sha256, sizeBytes: 100 - 10 * candidates.findIndex((one) => one === candidate) }, manifest: { uri: `s3://m/${candidate}.json`, sha256 } };
      return { ...run, status: { conditions: [condition], ...(score === undefined ? {} : { ...files, metrics: [{ name: 'roc_auc', split: 'CV', value: score, stdDev: 0.01, n: 5 }] }) } };
    });
  }

  outcome(): unknown {
    const { status } = this.experiment() ?? {};
    return { conditions: status?.conditions?.map(({ type, status: value, reason, message }) => `${type} ${value} ${reason} ${message}`).sort(), leaderboard: status?.leaderboard, verdict: status?.verdict, version: status?.modelVersionRef, trials: status?.trials };
  }
}

interface Event {
  readonly text: string;
  happen(life: Life): void | Promise<void>;
}

const named = (text: string, happen: Event['happen']): Event & { [fc.toStringMethod]: () => string } => ({ text, happen, [fc.toStringMethod]: () => text });
const scores = (candidate: string, score: number, failed?: string): Event => named(`${candidate} has ${score} ${failed ?? ''}`, (life) => life.ends(candidate, score, failed));
const fails = (candidate: string, reason: string): Event => named(`${candidate} fails with ${reason}`, (life) => life.ends(candidate, undefined, reason));
const waits = (candidate: string): Event =>
  named(`${candidate} waits`, ({ world }) => world.edit<TrainingRun>(trainingRunResource, { namespace: 'ml', name: `families-${candidate}` }, (run) => (isUnderWay(run) ? { ...run, status: { conditions: [{ type: 'Ready', status: 'Unknown', reason: 'ConfigInvalid', message: 'no Secret', lastTransitionTime: '2026-01-01T00:00:00Z' }] } } : run)));
const suspend = (value: boolean): Event => named(`suspend ${String(value)}`, ({ world }) => world.edit<Experiment>(experimentResource, key, (one) => ({ ...one, spec: { ...one.spec, suspend: value } })));
const seconds = (count: number): Event => named(`${count} s pass`, ({ world }) => world.clock.advance(count * 1000));
const version = (number: number): Event =>
  named(`somebody makes tumour-${number}`, ({ world }) => {
    if (world.store(modelVersionResource).get({ namespace: 'ml', name: `tumour-${number}` }) === undefined) world.put(modelVersionResource, { apiVersion: 'trainyard.dev/v1alpha1', kind: 'ModelVersion', metadata: { name: `tumour-${number}`, namespace: 'ml' }, spec: { model: 'tumour', version: number, manifest: { uri: 'x', sha256: 'other' } } });
  });
const disturbed = named('somebody writes in between', ({ world }) => world.conflictOnce());
const nothing = named('nothing', () => undefined);
const trialDeleted = (candidate: string): Event => named(`the trial of ${candidate} is deleted`, ({ world }) => world.remove(trainingRunResource, { namespace: 'ml', name: `families-${candidate}` }));
const trouble = (reason: SuggestError['reason'] | undefined): Event => named(`the suggestion service: ${reason ?? 'answers'}`, (life) => void (life.trouble = reason === undefined ? undefined : new SuggestError(reason, 'a fault')));
const storeTrouble = (reason: StoreProblem | undefined): Event => named(`the store: ${reason ?? 'answers'}`, (life) => void (life.storeTrouble = reason));
const deleted = named('deleted', ({ world }) => world.remove(experimentResource, key));

const candidate = fc.oneof({ weight: 2, arbitrary: fc.constantFrom('xgb', 'forest', 'logistic') }, { weight: 1, arbitrary: fc.constantFrom('tree-0', 'tree-1', 'without-size') });
const event = fc.oneof(
  { weight: 5, arbitrary: fc.tuple(candidate, fc.constantFrom(0.7, 0.8, 0.9)).map(([name, score]) => scores(name, score)) },
  { weight: 3, arbitrary: candidate.map((name) => scores(name, 0.95, 'GateFailed')) },
  { weight: 2, arbitrary: fc.tuple(candidate, fc.constantFrom('TrainerFailed', 'OutOfMemory')).map(([name, reason]) => fails(name, reason)) },
  { weight: 2, arbitrary: candidate.map(waits) },
  { weight: 2, arbitrary: fc.boolean().map(suspend) },
  { weight: 1, arbitrary: candidate.map(trialDeleted) },
  { weight: 1, arbitrary: fc.constantFrom(1, 3600).map(seconds) },
  { weight: 1, arbitrary: fc.constantFrom(1, 2).map(version) },
  { weight: 1, arbitrary: fc.constant(disturbed) },
  { weight: 1, arbitrary: fc.constantFrom(undefined, 'SuggestionUnavailable' as const, 'InvalidSearch' as const).map(trouble) },
  { weight: 1, arbitrary: fc.constantFrom(undefined, 'StoreUnreachable' as const, 'StoreForbidden' as const, 'ArtifactNotFound' as const).map(storeTrouble) },
);

const plain = {
  parallelism: fc.integer({ min: 1, max: 3 }),
  maxFailedTrials: fc.integer({ min: 1, max: 4 }),
  suspend: fc.boolean(),
  winner: fc.constantFrom({ register: 'Never' }, { register: 'IfGatesPass' }, { requireSignificance: true }, {}),
  comparison: fc.constantFrom({ tieBreakers: ['ModelSize'] }, {}),
};
const ending = { objective: fc.constant({ metric: 'roc_auc', direction: 'Maximize', goal: 0.9 }), budget: fc.constant({ maxDuration: '30m' }) };
const studying = { candidates: fc.constant(searching), studies: fc.constant({ sensitivity: true, featureGroups: [{ name: 'size', columns: ['mean radius'] }] }) };
const spec = fc.oneof({ weight: 2, arbitrary: fc.record(plain) }, { weight: 1, arbitrary: fc.record({ ...plain, ...ending }) }, { weight: 2, arbitrary: fc.record({ ...plain, ...studying }) });

describe('any life of an experiment', () => {
  it('settles after every event, writes nothing then, and audits every decision once', { timeout: 60_000 }, async () => {
    const decisions = new Set<string>();
    const seen = new Set<string>();
    await fc.assert(
      fc.asyncProperty(spec, fc.array(event, { minLength: 3, maxLength: 30 }), fc.boolean(), async (chosen, story, ends) => {
        const life = new Life(chosen);
        for (const one of [nothing, ...story]) await life.play(one);
        assertAudit(life.world, auditAnnotation);
        expect(undocumented(life.world.seen, conditions)).toEqual([]);
        const told = life.world.audit.map(({ decision }) => decision);
        expect(new Set(told).size, told.join()).toBe(told.length);
        for (const one of told) decisions.add(one);
        for (const one of life.world.seen) seen.add(one);
        if (!ends) return;
        await life.play(deleted);
        expect([life.experiment(), life.trials()]).toEqual([undefined, []]);
      }),
      { numRuns: 600, seed: 7 },
    );
    expect([...decisions].sort()).toEqual(['InvalidSearch', 'NoScore', 'NoSignificantWinner', 'NoneEligible', 'Registered', 'TooManyFailedTrials', 'WinnerSelected']);
    expect(unseen(seen, conditions)).toEqual([]);
  });

  it('has the same winner in whatever order the trials end, and however often that is told', { timeout: 60_000 }, async () => {
    const facts = [scores('xgb', 0.9), scores('forest', 0.8), fails('logistic', 'OutOfMemory'), seconds(60)];
    const open = { parallelism: 3, maxFailedTrials: 4 };
    const straight = new Life(open);
    for (const one of [nothing, ...facts]) await straight.play(one);
    await fc.assert(
      fc.asyncProperty(fc.shuffledSubarray(facts, { minLength: facts.length }), fc.array(fc.nat(facts.length - 1), { maxLength: 4 }), fc.boolean(), async (order, again, together) => {
        const life = new Life(open);
        await life.play(nothing);
        if (together) for (const one of order) await one.happen(life);
        for (const one of [...order, ...again.map((i) => order[i]!)]) await life.play(one);
        expect(life.outcome()).toEqual(straight.outcome());
        expect(life.world.audit.map(({ decision, to }) => `${decision} ${to}`)).toEqual(['WinnerSelected families-xgb', 'Registered tumour-1']);
      }),
      { numRuns: 60, seed: 7 },
    );
  });
});
