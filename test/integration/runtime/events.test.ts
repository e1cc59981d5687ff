import { describe, expect, it } from 'vitest';
import type { KubeEvent } from '../../../operator/runtime/events.ts';
import { createEventRecorder } from '../../../operator/runtime/events.ts';
import type { KubeObject } from '../../../operator/runtime/types.ts';
import { eventually, silentSurroundings } from '../../../operator/runtime/testing/silent.ts';
import { sharedEnv } from '../harness/shared-env.ts';
import { configMapType, eventType } from '../harness/types.ts';

const env = sharedEnv();

async function setUp() {
  const namespace = await env.createNamespace();
  const regarding = await env.client.create<KubeObject>(configMapType, { apiVersion: 'v1', kind: 'ConfigMap', metadata: { namespace, name: 'a' } });
  const recorder = createEventRecorder({ client: env.client, reportingController: 'trainyard.dev/test', reportingInstance: 'pod-1', ...silentSurroundings() });
  const events = async () => (await env.client.list<KubeEvent>(eventType, { namespace })).items;
  return { regarding, recorder, events, emit: (note: string) => recorder.emit({ regarding, type: 'Warning', reason: 'BudgetBurnt', action: 'RollBack', note }) };
}

describe('events on a real API server', () => {
  it('begin as one event and become a series, whose last count is written on close', async () => {
    const { regarding, recorder, events, emit } = await setUp();
    emit('first');
    await eventually(async () => (await events()).length === 1);
    expect((await events())[0]).toMatchObject({ reason: 'BudgetBurnt', action: 'RollBack', note: 'first', type: 'Warning', regarding: { kind: 'ConfigMap', name: 'a', uid: regarding.metadata.uid } });
    emit('first');
    await eventually(async () => (await events())[0]?.series?.count === 2);
    for (let more = 0; more < 10; more += 1) emit('first');
    await recorder.close(5_000);
    const after = await events();
    expect([after.length, after[0]?.series?.count, after[0]?.note]).toEqual([1, 12, 'first']);
  });

  it('of the same reason that say something else are told one by one', async () => {
    const { recorder, events, emit } = await setUp();
    for (const note of ['step 1', 'step 2', 'step 2']) emit(note);
    await recorder.close(5_000);
    expect((await events()).map((one) => [one.note, one.series?.count]).sort()).toEqual([['step 1', undefined], ['step 2', 2]]);
  });

  it('become a series even when all come before the first is written', async () => {
    const { recorder, events, emit } = await setUp();
    for (let count = 0; count < 5; count += 1) emit('burst');
    await recorder.close(5_000);
    expect((await events()).map((one) => one.series?.count)).toEqual([5]);
  });
});
