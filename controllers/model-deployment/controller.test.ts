import { describe, expect, it } from 'vitest';
import type { Controller } from '../../operator/runtime/controller.ts';
import { keyString, type Key, type KubeObject } from '../../operator/runtime/types.ts';
import { label } from '../shared/names.ts';
import { wire, type Informers } from './controller.ts';

type Wakes = (event: { readonly object: KubeObject }) => readonly Key[];

const named = (name: string, spec: object, namespace = 'ml'): KubeObject => ({ apiVersion: 'v1', kind: 'K', metadata: { name, namespace }, spec }) as KubeObject;
const deployments = [
  named('serves', { model: 'tumour', version: 'tumour-1', traffic: { gateways: ['istio/gate'] } }),
  named('waits', { model: 'tumour', version: 'tumour-2', traffic: {} }),
  named('digits', { model: 'digits', version: 'digits-1', traffic: {} }),
  named('elsewhere', { model: 'tumour', version: 'tumour-2', traffic: { gateways: ['istio/gate'] } }, 'other'),
];

/** What a change of an object of each kind wakes, where only tumour-1 is there. */
function wakes(kind: keyof Informers, object: KubeObject): readonly string[] {
  const stores: Partial<Record<keyof Informers, unknown>> = {
    modelDeployments: { list: (namespace?: string) => deployments.filter(({ metadata }) => namespace === undefined || metadata.namespace === namespace) },
    modelVersions: { get: (key: Key) => (keyString(key) === 'ml/tumour-1' ? {} : undefined) },
  };
  const informers = new Proxy({}, { get: (_target, name: keyof Informers) => ({ name, store: stores[name] }) }) as unknown as Informers;
  const watched = new Map<string, Wakes>();
  const controller = {
    watches({ name }: { readonly name: string }, wake: Wakes) {
      watched.set(name, wake);
      return controller;
    },
  };
  wire(controller as unknown as Controller, informers);
  const wake = watched.get(kind);
  if (wake === undefined) throw new Error(`nobody watches ${kind}`);
  return wake({ object }).map(keyString);
}

const ours = (labels: Readonly<Record<string, string>>): KubeObject => ({ apiVersion: 'v1', kind: 'K', metadata: { name: 'x', namespace: 'ml', labels: { ...labels } } });

describe('what wakes a deployment', () => {
  it.each<[kind: keyof Informers, what: string, object: KubeObject, woken: readonly string[]]>([
    ['modelDeployments', 'itself', deployments[0]!, ['ml/serves']],
    ['modelVersions', 'the version that it names', named('tumour-2', {}), ['ml/waits']],
    ['trainingRuns', 'of its model, where the version is missing', named('forest', { model: 'tumour' }), ['ml/waits']],
    ['experiments', 'of its model, where the version is missing', named('families', { model: 'tumour' }), ['ml/waits']],
    ['trainingRuns', 'of another model: nobody', named('forest', { model: 'prices' }), []],
    ['gateways', 'that it names, in any namespace', named('gate', {}, 'istio'), ['ml/serves', 'other/elsewhere']],
    ['envoyFilters', 'of its own, wherever it lives', ours({ [label.deployment]: 'serves', [label.deploymentNamespace]: 'far' }), ['far/serves']],
    ['envoyFilters', 'of somebody else: nobody', ours({}), []],
  ])('%s: %s', (kind, _what, object, woken) => {
    expect(wakes(kind, object)).toEqual(woken);
  });
  it.each(['pods', 'endpointSlices', 'deployments', 'services', 'budgets', 'autoscalers', 'virtualServices'] as const)('%s of its own, and no others', (kind) => {
    expect(wakes(kind, ours({ [label.deployment]: 'serves' }))).toEqual(['ml/serves']);
    expect(wakes(kind, ours({}))).toEqual([]);
  });
});
