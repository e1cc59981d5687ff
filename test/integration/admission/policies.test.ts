// Hyperparameters live below x-kubernetes-preserve-unknown-fields. Two things keep them as they are: the CRDs' rules, and
// the chart's policies. Both are tried alone here: the policies on kinds of the same shape that have no rules.
import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ResourceType } from '../../../operator/runtime/types.ts';
import { sharedEnv } from '../harness/shared-env.ts';
import { change, named, type Case, type Manifest } from './cases.ts';
import { objectsOf, render } from './chart.ts';
import { crdPaths } from './crd-paths.ts';
import { kubectl } from './kubectl.ts';
import { experiment, fullTrainingRun } from './samples.ts';
import { typeOf, verdictOf } from './server.ts';

const env = sharedEnv({ crds: crdPaths });
const activeMs = 30_000;
const unruledGroup = 'unruled.example.org';

const run = named(fullTrainingRun, 'policy');
const contest = named(experiment, 'policy');
const algorithm = { accepted: false, message: 'algorithm is immutable' } as const;

const cases: readonly Case[] = [
  { name: 'a hyperparameter of a TrainingRun cannot be changed', old: run, object: change(run, { 'algorithm.parameters.max_depth': 5 }), ...algorithm },
  { name: 'a hyperparameter cannot be added', old: run, object: change(run, { 'algorithm.parameters.gamma': 1 }), ...algorithm },
  { name: 'a hyperparameter cannot be taken away', old: run, object: change(run, { 'algorithm.parameters': { max_depth: 4 } }), ...algorithm },
  { name: 'a nested hyperparameter cannot be changed', old: change(run, { 'algorithm.parameters': { a: { b: [1] } } }), object: change(run, { 'algorithm.parameters': { a: { b: [2] } } }), ...algorithm },
  { name: 'suspend of a TrainingRun can still be changed', old: run, object: change(run, { suspend: true }), accepted: true },
  { name: 'a hyperparameter of a candidate cannot be changed', old: contest, object: change(contest, { 'candidates.0.algorithm.parameters.max_depth': 5 }), accepted: false, message: 'candidates is immutable' },
  { name: 'suspend of an Experiment can still be changed', old: contest, object: change(contest, { suspend: true }), accepted: true },
];

let namespace = '';
beforeAll(async () => {
  namespace = await env.createNamespace();
});

describe('the rules of the CRDs alone', () => {
  it.each(cases)('$name', async (one) => {
    expect(await verdictOf(env.client, namespace, one)).toEqual({ accepted: one.accepted, message: expect.stringContaining(one.message ?? '') });
  });
});

describe('the policies of the chart alone', () => {
  const unruledType = (object: Manifest): ResourceType => ({ ...typeOf(object), group: unruledGroup });
  const unruled = (one: Case): Case => ({ ...one, object: inUnruledGroup(one.object), ...(one.old && { old: inUnruledGroup(one.old) }) });
  let applied = '';

  async function verdict(one: Case): ReturnType<typeof verdictOf> {
    return verdictOf(env.client, namespace, unruled(one), unruledType);
  }

  beforeAll(async () => {
    const policies = objectsOf(await render()).filter(({ kind, metadata }) => kind.startsWith('ValidatingAdmissionPolicy') && metadata.name.endsWith('-parameters-immutable'));
    const copies = JSON.stringify(policies).replaceAll('"trainyard.dev"', `"${unruledGroup}"`).replaceAll('-parameters-immutable', '-unruled');
    applied = documents([unruledCrd('TrainingRun'), unruledCrd('Experiment'), ...(JSON.parse(copies) as object[])]);
    await kubectl(env.kubeconfigPath, ['apply', '-f', '-'], applied);
    await kubectl(env.kubeconfigPath, ['wait', '--for=condition=Established', 'crd', `trainingruns.${unruledGroup}`, `experiments.${unruledGroup}`]);
    // The server loads kinds, policies and bindings a moment after they are written.
    const until = performance.now() + activeMs;
    while (!(await inForce())) {
      if (performance.now() > until) throw new Error(`the policies were not in force after ${String(activeMs)} ms`);
      await delay(100);
    }
  });
  afterAll(() => kubectl(env.kubeconfigPath, ['delete', '--ignore-not-found', '-f', '-'], applied));

  async function inForce(): Promise<boolean> {
    const verdicts = await Promise.all(cases.filter((one) => !one.accepted).slice(-1).concat(cases[0] ?? []).map((one) => verdict(one).catch(() => ({ accepted: true }))));
    return verdicts.every(({ accepted }) => !accepted);
  }

  it.each(cases)('$name', async (one) => {
    expect(await verdict(one)).toEqual({ accepted: one.accepted, message: expect.stringContaining(one.accepted ? '' : `-unruled' with binding`) });
  });

  it('the expressions have no type errors', async () => {
    const output = await kubectl(env.kubeconfigPath, ['get', 'validatingadmissionpolicies', '-o', 'jsonpath={.items[*].status.typeChecking.expressionWarnings}']);
    expect(output).toBe('');
  });
});

function inUnruledGroup(object: Manifest): Manifest {
  return { ...object, apiVersion: `${unruledGroup}/v1alpha1` };
}

function unruledCrd(kind: string): object {
  const singular = kind.toLowerCase();
  const open = { type: 'object', 'x-kubernetes-preserve-unknown-fields': true };
  return {
    apiVersion: 'apiextensions.k8s.io/v1',
    kind: 'CustomResourceDefinition',
    metadata: { name: `${singular}s.${unruledGroup}` },
    spec: {
      group: unruledGroup,
      scope: 'Namespaced',
      names: { kind, plural: `${singular}s`, singular },
      versions: [{ name: 'v1alpha1', served: true, storage: true, schema: { openAPIV3Schema: { type: 'object', properties: { spec: open } } } }],
    },
  };
}

function documents(objects: readonly object[]): string {
  return objects.map((object) => `---\n${JSON.stringify(object)}`).join('\n');
}
