import { beforeAll, describe, expect, it } from 'vitest';
import { sharedEnv } from '../harness/shared-env.ts';
import { placesOf } from '../../../controllers/shared/spec-violations.ts';
import { loadCrds } from '../../../tools/generate/crd.ts';
import { isTransition, rulesOf } from '../../../tools/generate/rules.ts';
import type { Case, Manifest } from './cases.ts';
import { crdPaths } from './crd-paths.ts';
import { named } from './cases.ts';
import { verdictOf, type Verdict } from './server.ts';
import { experimentCases, experimentUpdates } from './tables/experiment.ts';
import { modelDeploymentCases, modelDeploymentUpdates } from './tables/model-deployment.ts';
import { modelVersionCases, modelVersionUpdates } from './tables/model-version.ts';
import { trainingRunCases, trainingRunUpdates } from './tables/training-run.ts';
import { schemaVerdict, withDefaults } from './validators.ts';

const env = sharedEnv({ crds: crdPaths });

const tables: readonly { readonly kind: string; readonly creates: readonly Case[]; readonly updates: readonly Case[] }[] = [
  { kind: 'TrainingRun', creates: trainingRunCases, updates: trainingRunUpdates },
  { kind: 'Experiment', creates: experimentCases, updates: experimentUpdates },
  { kind: 'ModelVersion', creates: modelVersionCases, updates: modelVersionUpdates },
  { kind: 'ModelDeployment', creates: modelDeploymentCases, updates: modelDeploymentUpdates },
];

/** What the server said to the rows of each kind, with the numbers of list entries left out: `spec.gates[]: …`. */
const refusals = new Map<string, string[]>();

function noted(kind: string, verdict: Verdict): Verdict {
  refusals.set(kind, [...(refusals.get(kind) ?? []), verdict.message.replaceAll(/\[\d+\]/g, '[]')]);
  return verdict;
}

describe.each(tables)('$kind', ({ kind, creates, updates }) => {
  let namespace = '';
  beforeAll(async () => {
    namespace = await env.createNamespace();
  });

  it.each(creates)('create: $name', async (one) => {
    const verdict = noted(kind, await verdictOf(env.client, namespace, one));
    expect(verdict).toEqual({ accepted: one.accepted, message: expect.stringContaining(one.message ?? '') });
    // The compiled schema knows neither rules nor what is unique by a key, and everything else as the server does.
    expect(schemaVerdict(one.object)).toBe(one.accepted || one.by === 'rule');
  });

  it.each(updates)('update: $name', async (one) => {
    const verdict = noted(kind, await verdictOf(env.client, namespace, { ...one, object: named(one.object, 'updated'), ...(one.old && { old: named(one.old, 'updated') }) }));
    expect(verdict).toEqual({ accepted: one.accepted, message: expect.stringContaining(one.message ?? '') });
    expect(schemaVerdict(one.object)).toBe(true);
  });
  // By its place too: a field has a rule for its value and its parent one for its presence, with the same message.
  const rules = loadCrds().filter((file) => file.kind === kind).flatMap(rulesOf);
  it.each(rules.map(({ at, what }) => ({ at, rule: what.rule, message: what.message ?? '' })))('the rule $rule at $at refused a row, and let one pass', ({ at, rule, message }) => {
    const said = refusals.get(kind) ?? [];
    // The server gives the value of a field that is no object: `spec.model: Invalid value: "other": model is immutable`.
    const refused = said.filter((text) => text.includes(`${at === '' ? '' : `${at}: `}Invalid value: `) && text.includes(message));
    expect(refused, said.join('\n')).not.toEqual([]);
    const asked = [...(isTransition(rule) ? [] : creates), ...updates].filter(({ accepted, object, old }) => accepted && placesOf(filled(object), at).length > 0 && (!isTransition(rule) || (old !== undefined && placesOf(filled(old), at).length > 0)));
    expect(asked).not.toEqual([]);
  });
});

function filled(object: Manifest): Manifest {
  return { ...object, spec: withDefaults(object) };
}
