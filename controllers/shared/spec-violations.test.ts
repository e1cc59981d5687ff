// The tables of the admission tests, which the API server answers, asked of the check in reconcile.
import { describe, expect, it } from 'vitest';
import { demands } from '../../crds/generated/rules.ts';
import { validateExperimentSpec, validateModelDeploymentSpec, validateModelVersionSpec, validateTrainingRunSpec } from '../../crds/generated/validate.js';
import { change, type Case } from '../../test/integration/admission/cases.ts';
import { modelDeployment, modelVersion, trainingRun } from '../../test/integration/admission/samples.ts';
import { experimentCases, experimentUpdates } from '../../test/integration/admission/tables/experiment.ts';
import { modelDeploymentCases, modelDeploymentUpdates } from '../../test/integration/admission/tables/model-deployment.ts';
import { modelVersionCases, modelVersionUpdates } from '../../test/integration/admission/tables/model-version.ts';
import { trainingRunCases, trainingRunUpdates } from '../../test/integration/admission/tables/training-run.ts';
import { celRules } from './cel.ts';
import { placesOf, specCheck } from './spec-violations.ts';

const check = specCheck();
const tables: Readonly<Record<string, readonly Case[]>> = { TrainingRun: trainingRunCases, Experiment: experimentCases, ModelVersion: modelVersionCases, ModelDeployment: modelDeploymentCases };
const updates = [...trainingRunUpdates, ...experimentUpdates, ...modelVersionUpdates, ...modelDeploymentUpdates];

describe.each(Object.entries(tables))('%s', (_kind, cases) => {
  it.each(cases.filter(({ accepted }) => accepted))('$name', ({ object }) => {
    expect(check(object)).toEqual([]);
  });
  it.each(cases.filter(({ accepted }) => !accepted))('$name, and is told in the words of the server', ({ object, message = 'a row says why' }) => {
    expect(check(object).join('; ')).toContain(message);
  });
});

describe('a change', () => {
  it.each(updates.filter(({ accepted }) => accepted))('$name, and the object is valid on its own', ({ object }) => {
    expect(check(object)).toEqual([]);
  });
});

describe('the rules of the CRDs', () => {
  it.each(Object.entries(demands).flatMap(([kind, { rules }]) => rules.map((rule) => ({ kind, ...rule }))))('$kind $at: $message: each is broken by a row of the tables', ({ kind, at, rule, message }) => {
    // Compiling alone says nothing: a function that the engine lacks fails when it is called.
    const ask = celRules()(rule);
    const verdicts = (tables[kind] ?? []).filter((one) => one.accepted || one.message === undefined || message.includes(one.message)).flatMap(({ object, accepted }) => placesOf(withDefaults(object), at).map(({ value }) => ({ accepted, verdict: ask(value) })));
    expect(verdicts.filter((one) => one.accepted && one.verdict !== 'holds')).toEqual([]);
    expect(verdicts.some((one) => one.accepted && one.verdict === 'holds')).toBe(true);
    expect(verdicts.some((one) => !one.accepted && one.verdict !== 'holds')).toBe(true);
  });

  it('a rule that cannot be worked out is an error', () => {
    expect(celRules()('self.missing > 1')({})).toBe('error');
    // Where the schema says why already, the rule that cannot be worked out says nothing.
    expect(check(change(modelDeployment, { 'rollout.analysis.interval': 5 }))).toEqual(['spec.rollout.analysis.interval: must be of type string']);
  });
});

describe('what is said', () => {
  it('names the place as the server does', () => {
    expect(check(change(trainingRun, { gates: [{ metric: 'a', min: 1 }, { metric: 'b' }] }))).toEqual(['spec.gates[1]: a gate needs min, max or both']);
    expect(check(change(modelDeployment, { 'server.env': [{ name: 'A', value: '1' }, { name: 'A', value: '2' }] }))).toEqual(['spec.server.env[1]: Duplicate value: {"name":"A"}']);
  });
  it.each([
    [{ version: 0 }, 'spec.version: should be greater than or equal to 1'],
    [{ version: 2 ** 31 }, 'spec.version: should be less than or equal to 2147483647'],
    [{ version: 'one' }, 'spec.version: must be of type integer'],
    [{ version: undefined }, 'spec.version: Required value'],
    [{ model: '' }, 'spec.model: should be at least 1 chars long'],
    [{ model: 'a'.repeat(41) }, 'spec.model: Too long: may not be more than 40 bytes'],
    [{ model: 'A' }, "spec.model: should match '^[a-z]([-a-z0-9]*[a-z0-9])?$'"],
    [{ stage: 'Attic' }, 'spec.stage: Unsupported value: supported values: "Development", "Staging", "Production", "Archived"'],
  ])('%j: %s', (changes, text) => {
    expect(check(change(modelVersion, changes))).toContain(text);
  });
  it('leaves the object as it is', () => {
    const before = structuredClone(trainingRun);
    check(trainingRun);
    expect(trainingRun).toEqual(before);
  });
  it('knows no other kinds', () => {
    expect(() => check({ ...trainingRun, kind: 'Pod' })).toThrow('no kind of ours: Pod');
  });
});

/** As the server fills them in before it runs a rule; a row may be invalid by its schema and have none. */
function withDefaults(object: Case['object']): Case['object'] {
  const copy = structuredClone(object);
  const validate = { TrainingRun: validateTrainingRunSpec, Experiment: validateExperimentSpec, ModelVersion: validateModelVersionSpec, ModelDeployment: validateModelDeploymentSpec }[object.kind];
  validate?.(copy.spec);
  return copy;
}
