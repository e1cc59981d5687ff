// The policy experiment-search-values: what a CRD's rules cannot say of a Categorical.
import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { KubeObject } from '../../../operator/runtime/types.ts';
import { sharedEnv } from '../harness/shared-env.ts';
import { change, type Case } from './cases.ts';
import { objectsOf, render } from './chart.ts';
import { crdPaths } from './crd-paths.ts';
import { kubectl } from './kubectl.ts';
import { experiment } from './samples.ts';
import { verdictOf } from './server.ts';

const env = sharedEnv({ crds: crdPaths });
const activeMs = 30_000;
const policy = 'experiment-search-values';
let namespace = '';
let applied = '';

const int = { name: 'max_depth', type: 'Int', min: 2, max: 8 };
const booster = { name: 'booster', type: 'Categorical', values: ['gbtree', 'dart'] };
const searching = (...space: readonly object[]): Case['object'] => change(experiment, { 'candidates.1': { name: 'tree', algorithm: { name: 'xgboost' }, search: { space } } });
const withoutValues: Case = { name: 'a choice needs its values', object: searching(int, { name: 'booster', type: 'Categorical' }), accepted: false, message: 'a Categorical needs values' };

const cases: readonly Case[] = [
  { name: 'a choice with values is accepted, and numbers without', object: searching(booster, int), accepted: true },
  { name: 'candidates without a search are none of its business', object: experiment, accepted: true },
  withoutValues,
  { name: 'a number has no list of values', object: searching(booster, { ...int, values: [2, 4] }), accepted: false, message: 'only a Categorical has values' },
];

beforeAll(async () => {
  namespace = await env.createNamespace();
  const objects = objectsOf(await render()).filter(({ metadata }) => metadata.name === policy);
  expect(objects).toHaveLength(2);
  // Other files make experiments on the same API server.
  const here = objects.map((object) => (object.kind.endsWith('Binding') ? { ...object, spec: { ...(object as KubeObject & { spec: object }).spec, matchResources: { namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': namespace } } } } } : object));
  applied = here.map((object) => `---\n${JSON.stringify(object)}`).join('\n');
  await kubectl(env.kubeconfigPath, ['apply', '-f', '-'], applied);
  // The server loads policies and bindings a moment after they are written.
  const until = performance.now() + activeMs;
  while ((await verdictOf(env.client, namespace, withoutValues)).accepted) {
    if (performance.now() > until) throw new Error(`the policy was not in force after ${activeMs} ms`);
    await delay(100);
  }
});
afterAll(() => kubectl(env.kubeconfigPath, ['delete', '--ignore-not-found', '-f', '-'], applied));

describe('the values of a search', () => {
  it.each(cases)('$name', async (one) => {
    expect(await verdictOf(env.client, namespace, one)).toEqual({ accepted: one.accepted, message: expect.stringContaining(one.message ?? '') as string });
  });
});
