import { describe, expect, it } from 'vitest';
import type { Runnable } from './controller.ts';
import { ApiError } from './errors.ts';
import type { Lease } from './leader.ts';
import { leaseType } from './leader.ts';
import { createManager } from './manager.ts';
import type { AnyInformer, ManagerOptions } from './manager.ts';
import { createFakeClock } from './testing/fake-clock.ts';
import { createMemoryClient } from './testing/memory-client.ts';
import { configMap, configMapType } from './testing/samples.ts';
import { silentSurroundings } from './testing/silent.ts';

function setUp(overrides: Partial<ManagerOptions> = {}) {
  const clock = createFakeClock();
  const client = createMemoryClient();
  const log: string[] = [];
  const state = { synced: true };
  const informer: AnyInformer = { type: configMapType, start: () => void log.push('informer starts'), stop: () => Promise.resolve(void log.push('informer stops')), hasSynced: () => state.synced };
  const controller: Runnable = {
    name: 'test',
    start: () => void log.push('controller starts'),
    stop: async () => {
      log.push(`controller stops, lease held by ${client.objects<Lease>(leaseType)[0]?.spec?.holderIdentity}`);
      await new Promise<void>((resolve) => clock.setTimeout(resolve, 20_000)); // longer than a lease
      log.push('controller stopped');
      return true;
    },
  };
  const recorder = { emit: () => undefined, close: () => Promise.resolve(void log.push(`events closed, lease held by ${client.objects<Lease>(leaseType)[0]?.spec?.holderIdentity}`)) };
  const manager = createManager({
    client,
    leaderElection: { namespace: 'ns', name: 'lock', identity: 'me' },
    informers: [informer],
    controllers: [controller],
    recorders: [recorder],
    healthPort: 0,
    metricsPort: 0,
    host: '127.0.0.1',
    ...silentSurroundings({ clock }),
    ...overrides,
  });
  const terminate = new AbortController();
  const probe = async (path: string): Promise<number> => (await fetch(`http://127.0.0.1:${manager.ports()?.health}${path}`, { signal: AbortSignal.timeout(2_000) })).status;
  const holder = () => client.objects<Lease>(leaseType)[0]?.spec?.holderIdentity;
  /** Real I/O (the ports) happens in between: let it. */
  const until = async (condition: () => boolean): Promise<void> => {
    for (let round = 0; !condition(); round += 1) {
      if (round > 200) throw new Error(`never: ${condition.toString()}; log: ${log.join(', ')}`);
      await new Promise((resolve) => setTimeout(resolve, 5));
      await clock.advance(50);
    }
  };
  return { clock, client, log, state, manager, terminate, probe, holder, until };
}

describe('manager', () => {
  it('syncs, elects, works; on termination drains under the lease, closes events, releases, exits 0', async () => {
    const { clock, log, state, manager, terminate, probe, holder, until } = setUp();
    state.synced = false;
    const run = manager.run(terminate.signal);
    await until(() => log.length > 0);
    await clock.advance(5_000);
    expect([log, await probe('/readyz'), await probe('/healthz'), holder()]).toEqual([['informer starts'], 503, 200, undefined]);
    state.synced = true;
    await until(() => log.length === 2);
    expect([log[1], manager.isLeading(), await probe('/readyz')]).toEqual(['controller starts', true, 200]);
    terminate.abort();
    await clock.advance(10_000);
    expect(await probe('/readyz')).toBe(503);
    expect(holder()).toBe('me');
    await clock.advance(10_000);
    expect(await run).toBe(0);
    expect(log.slice(2)).toEqual(['controller stops, lease held by me', 'controller stopped', 'events closed, lease held by me', 'informer stops']);
    expect([holder(), clock.pending]).toEqual(['', 0]);
  });

  it('exits 1 at once when the lease is lost, without draining', async () => {
    const { clock, client, log, manager, terminate, until } = setUp();
    const run = manager.run(terminate.signal);
    await until(() => manager.isLeading());
    client.intercept = () => {
      throw new ApiError({ status: 0, reason: 'Unreachable', message: 'away' });
    };
    await clock.advance(14_000);
    expect([await run, log, manager.isLeading()]).toEqual([1, ['informer starts', 'controller starts'], false]);
  });

  it('leaves the lease to run out when work did not end in time: it may still be writing', async () => {
    const stuck: Runnable = { name: 'stuck', start: () => undefined, stop: () => Promise.resolve(false) };
    const { client, manager, terminate, holder, until } = setUp({ controllers: [stuck] });
    const run = manager.run(terminate.signal);
    await until(() => manager.isLeading());
    terminate.abort();
    await until(() => client.operations.length > 0 && !manager.isLeading());
    expect([await run, holder()]).toEqual([0, 'me']);
  });

  it('guards the writes of its client with the lease', async () => {
    const { client, manager, terminate, until } = setUp({ controllers: [] });
    await expect(client.create(configMapType, configMap('before'))).rejects.toMatchObject({ reason: 'NotLeading' });
    const run = manager.run(terminate.signal);
    await until(() => manager.isLeading());
    await client.create(configMapType, configMap('during'));
    terminate.abort();
    await run;
    await expect(client.create(configMapType, configMap('after'))).rejects.toMatchObject({ reason: 'NotLeading' });
  });

  it('stands by, ready and with a warm cache, until the lease is free', async () => {
    const { client, log, manager, terminate, probe, holder, until, clock } = setUp();
    await client.create<Lease>(leaseType, { apiVersion: 'coordination.k8s.io/v1', kind: 'Lease', metadata: { namespace: 'ns', name: 'lock' }, spec: { holderIdentity: 'other', leaseDurationSeconds: 15 } });
    const run = manager.run(terminate.signal);
    await until(() => client.operations.includes('get leases.coordination.k8s.io lock'));
    expect([log, await probe('/readyz'), manager.isLeading()]).toEqual([['informer starts'], 200, false]);
    terminate.abort();
    await clock.advance(0);
    expect([await run, log, holder()]).toEqual([0, ['informer starts', 'informer stops'], 'other']);
  });

  it('ends in order when told to before the caches are in sync', async () => {
    const { log, state, manager, terminate, until } = setUp();
    state.synced = false;
    const run = manager.run(terminate.signal);
    await until(() => log.length > 0);
    terminate.abort();
    expect([await run, log]).toEqual([0, ['informer starts', 'informer stops']]);
  });

  it('leads at once without an election', async () => {
    const { clock, log, manager, terminate, until, holder } = setUp({ leaderElection: 'off' });
    const run = manager.run(terminate.signal);
    await until(() => manager.isLeading());
    terminate.abort();
    await clock.advance(20_000);
    expect([await run, holder(), log[1]]).toEqual([0, undefined, 'controller starts']);
  });
});
