import { afterEach, describe, expect, it } from 'vitest';
import { systemClock } from '../../../operator/runtime/clock.ts';
import type { Change, Informer } from '../../../operator/runtime/informer.ts';
import { createInformer } from '../../../operator/runtime/informer.ts';
import { createMetrics } from '../../../operator/runtime/metrics.ts';
import type { ConfigMap } from '../../../operator/runtime/testing/samples.ts';
import { eventually, seriesValue, silentSurroundings } from '../../../operator/runtime/testing/silent.ts';
import { sharedEnv } from '../harness/shared-env.ts';
import { adminClient } from '../harness/test-env.ts';
import { configMapType } from '../harness/types.ts';

const env = sharedEnv(); // for faults, see ../watch/

const cleanups: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
});

const object = (name: string, value: string): ConfigMap => ({ apiVersion: 'v1', kind: 'ConfigMap', metadata: { namespace: 'default', name, labels: { test: 'watch' } }, data: { value } });
const key = (name: string) => ({ namespace: 'default', name });

async function setUp(timing = {}) {
  const metrics = createMetrics();
  const client = adminClient(env.kubeConfig);
  const changes: string[] = [];
  const informer: Informer<ConfigMap> = createInformer<ConfigMap>({ client, type: configMapType, labelSelector: 'test=watch', indexes: { value: (one) => [one.data?.['value'] ?? ''] }, ...silentSurroundings({ metrics, clock: systemClock() }), timing: { firstPauseMs: 50, longestPauseMs: 500, ...timing } });
  informer.onChange((change: Change<ConfigMap>) => void changes.push(`${change.type} ${change.object.metadata.name}=${change.object.data?.['value'] ?? ''}`));
  cleanups.push(() => client.close(), () => informer.stop());
  cleanups.push(async () => {
    for (const one of (await env.client.list<ConfigMap>(configMapType, { labelSelector: 'test=watch' })).items) await env.client.delete(configMapType, key(one.metadata.name));
  });
  informer.start();
  await eventually(() => informer.hasSynced());
  return { informer, changes, metrics, saw: (change: string) => eventually(() => changes.includes(change), 20_000), count: (name: string, labels = {}) => seriesValue(metrics, name, labels) };
}

describe('informer on a real API server', () => {
  it('follows additions, updates and deletions, index included, without managedFields', async () => {
    const { informer, saw } = await setUp();
    await env.client.create(configMapType, object('a', 'red'));
    await saw('added a=red');
    expect(informer.store.byIndex('value', 'red').map((one) => [one.kind, one.metadata.name, 'managedFields' in one.metadata])).toEqual([['ConfigMap', 'a', false]]);
    await env.client.patch(configMapType, key('a'), { data: { value: 'blue' } });
    await saw('updated a=blue');
    expect([informer.store.byIndex('value', 'red'), informer.store.byIndex('value', 'blue').length]).toEqual([[], 1]);
    // Leaving the selection is a deletion for a watch with a selector.
    await env.client.patch(configMapType, key('a'), { metadata: { labels: { test: 'no-more' } } });
    await saw('deleted a=blue');
    await env.client.delete(configMapType, key('a'));
  });

  it('goes on with the same watch version when the server ends the watch', async () => {
    const { changes, saw, count } = await setUp({ watchSeconds: 2 });
    await eventually(async () => ((await count('watch_reconnects_total', { cause: 'closed' })) ?? 0) >= 2);
    await env.client.create(configMapType, object('b', '1'));
    await saw('added b=1');
    expect(await count('watch_relists_total')).toBe(1);
    expect(changes).toEqual(['added b=1']);
  });
});

describe('connections to a real API server', () => {
  it('are few however many calls are made, over TLS', async () => {
    const client = adminClient(env.kubeConfig);
    cleanups.push(() => client.close());
    const sockets = (): number => process.getActiveResourcesInfo().filter((one) => one === 'TLSSocketWrap' || one === 'TCPSocketWrap').length;
    const before = sockets();
    for (let call = 0; call < 300; call += 1) await client.get(configMapType, key('none'));
    expect(sockets() - before).toBeLessThanOrEqual(4);
    await Promise.all(Array.from({ length: 500 }, () => client.get(configMapType, key('none'))));
    expect(sockets() - before).toBeLessThanOrEqual(2 * 16);
  });
});
