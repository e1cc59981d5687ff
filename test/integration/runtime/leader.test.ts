import { describe, expect, it } from 'vitest';
import type { Lease } from '../../../operator/runtime/leader.ts';
import { createLeaderElector, leaseType } from '../../../operator/runtime/leader.ts';
import { eventually, silentSurroundings } from '../../../operator/runtime/testing/silent.ts';
import { sharedEnv } from '../harness/shared-env.ts';

const env = sharedEnv();
const timing = { leaseDurationMs: 6_000, renewDeadlineMs: 4_000, retryPeriodMs: 200 };

async function setUp() {
  const namespace = await env.createNamespace();
  const elector = (identity: string) => createLeaderElector({ client: env.client, namespace, name: 'lock', identity, timing, ...silentSurroundings() });
  return { elector, lease: async () => (await env.client.get<Lease>(leaseType, { namespace, name: 'lock' }))?.spec };
}

const never = new AbortController().signal;

describe('leader election on a real API server', () => {
  it('has one leader of two, and hands over at once on release', async () => {
    const { elector, lease } = await setUp();
    const [one, two] = [elector('one'), elector('two')];
    expect(await one.acquire(never)).toBe(true);
    const waiting = new AbortController();
    let twoLeads = false;
    const acquiring = two.acquire(waiting.signal).then((leads) => (twoLeads = leads));
    const stop = new AbortController();
    const renewing = one.renew(stop.signal);
    await new Promise((resolve) => setTimeout(resolve, timing.leaseDurationMs + 1_000));
    expect([twoLeads, one.isLeader(), two.leader()]).toEqual([false, true, 'one']);
    stop.abort();
    expect(await renewing).toBe('stopped');
    const released = performance.now();
    await one.release();
    await acquiring;
    expect(performance.now() - released).toBeLessThan(timing.leaseDurationMs - 1_000); // it did not wait for the lease to run out
    expect([twoLeads, one.isLeader(), await lease()]).toMatchObject([true, false, { holderIdentity: 'two', leaseTransitions: 1 }]);
  });

  it('lets a standby take over from a dead leader after the lease has run out', async () => {
    const { elector, lease } = await setUp();
    await elector('dead').acquire(never);
    const began = performance.now();
    expect(await elector('heir').acquire(never)).toBe(true);
    expect(performance.now() - began).toBeGreaterThanOrEqual(timing.leaseDurationMs - 100);
    expect(await lease()).toMatchObject({ holderIdentity: 'heir', leaseTransitions: 1 });
  });

  it('lets exactly one of many win a race for a new lease', async () => {
    const { elector } = await setUp();
    const stop = new AbortController();
    const electors = Array.from({ length: 8 }, (_, index) => elector(`e${index}`));
    const all = Promise.all(electors.map((one) => one.acquire(stop.signal)));
    await eventually(() => electors.some((one) => one.isLeader()));
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    stop.abort();
    expect((await all).filter((leads) => leads)).toHaveLength(1);
  });

  it('loses to whoever took the lease away', async () => {
    const { elector } = await setUp();
    const one = elector('one');
    await one.acquire(never);
    const renewing = one.renew(never);
    const { items } = await env.client.list<Lease>(leaseType);
    const mine = items.find((lease) => lease.spec?.holderIdentity === 'one');
    await env.client.patch(leaseType, { namespace: mine?.metadata.namespace ?? '', name: 'lock' }, { spec: { holderIdentity: 'thief' } });
    expect(await renewing).toBe('lost');
  });
});
