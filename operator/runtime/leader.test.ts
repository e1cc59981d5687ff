import { describe, expect, it } from 'vitest';
import { ApiError } from './errors.ts';
import type { Lease, LeaderElector } from './leader.ts';
import { createLeaderElector, leaseType } from './leader.ts';
import { createMetrics } from './metrics.ts';
import type { FakeClock } from './testing/fake-clock.ts';
import { createFakeClock } from './testing/fake-clock.ts';
import type { MemoryClient } from './testing/memory-client.ts';
import { createMemoryClient } from './testing/memory-client.ts';
import { seriesValue, silentSurroundings } from './testing/silent.ts';

const never = new AbortController().signal;

function elector(identity: string, client: MemoryClient, clock: FakeClock, metrics = createMetrics()): LeaderElector {
  return createLeaderElector({ client, namespace: 'ns', name: 'lock', identity, ...silentSurroundings({ clock, metrics, random: () => 0 }) });
}

function setUp() {
  const clock = createFakeClock();
  const client = createMemoryClient();
  return { clock, client, lease: () => client.objects<Lease>(leaseType)[0]?.spec };
}

const unreachable = (): never => {
  throw new ApiError({ status: 0, reason: 'Unreachable', message: 'away' });
};

describe('leader election', () => {
  it('creates the lease with the fields of client-go', async () => {
    const { clock, client, lease } = setUp();
    const one = elector('one', client, clock);
    expect(await one.acquire(never)).toBe(true);
    expect([one.isLeader(), one.leader()]).toEqual([true, 'one']);
    expect(lease()).toEqual({ holderIdentity: 'one', leaseDurationSeconds: 12, acquireTime: '2026-01-01T00:00:00.000000Z', renewTime: '2026-01-01T00:00:00.000000Z', leaseTransitions: 0 });
  });

  it('renews with one write each 2 s, keeping the time of acquisition', async () => {
    const { clock, client, lease } = setUp();
    const one = elector('one', client, clock);
    await one.acquire(never);
    const stop = new AbortController();
    const renewing = one.renew(stop.signal);
    await clock.advance(10_000);
    expect(client.operations.slice(2)).toEqual(Array.from({ length: 5 }, () => 'replace leases.coordination.k8s.io lock'));
    expect(lease()).toMatchObject({ acquireTime: '2026-01-01T00:00:00.000000Z', renewTime: '2026-01-01T00:00:10.000000Z' });
    stop.abort();
    expect(await renewing).toBe('stopped');
  });

  it('takes over only after the last change it saw itself is as old as the holder was promised (15 s), whatever the times in the lease say', async () => {
    const { clock, client, lease } = setUp();
    await client.create<Lease>(leaseType, { apiVersion: 'coordination.k8s.io/v1', kind: 'Lease', metadata: { namespace: 'ns', name: 'lock' }, spec: { holderIdentity: 'dead', leaseDurationSeconds: 15, acquireTime: '1999-01-01T00:00:00.000000Z', renewTime: '1999-01-01T00:00:00.000000Z', leaseTransitions: 3 } });
    const two = elector('two', client, clock);
    const acquiring = two.acquire(never);
    await clock.advance(14_999);
    expect(lease()?.holderIdentity).toBe('dead');
    await clock.advance(2_000);
    expect(await acquiring).toBe(true);
    expect(lease()).toMatchObject({ holderIdentity: 'two', leaseTransitions: 4 });
  });

  it('lets only one of many win, and the next only after a release', async () => {
    const { clock, client, lease } = setUp();
    const electors = ['one', 'two', 'three'].map((identity) => elector(identity, client, clock));
    const stops = electors.map(() => new AbortController());
    const renewals: Promise<unknown>[] = [];
    electors.forEach((one, index) => void one.acquire(never).then(() => renewals.push(one.renew(stops[index]?.signal ?? never))));
    await clock.advance(60_000);
    const leaders = () => electors.filter((one) => one.isLeader());
    expect(leaders()).toHaveLength(1);
    const first = electors.findIndex((one) => one.isLeader());
    stops[first]?.abort();
    await clock.advance(0);
    await electors[first]?.release();
    expect(lease()).toMatchObject({ holderIdentity: '', leaseDurationSeconds: 1 });
    await clock.advance(2_000);
    expect(leaders()).toHaveLength(1);
    expect(leaders()[0]).not.toBe(electors[first]);
  });

  it('has lost when it could not renew for 8 s, before anybody may take over', async () => {
    const { clock, client } = setUp();
    const metrics = createMetrics();
    const one = elector('one', client, clock, metrics);
    await one.acquire(never);
    expect(await seriesValue(metrics, 'leader_election_master_status', { name: 'lock' })).toBe(1);
    client.intercept = unreachable;
    let lostAtMs = 0;
    const renewing = one.renew(never).then((result) => {
      lostAtMs = clock.monotonicMs();
      return result;
    });
    await clock.advance(11_999);
    expect(await renewing).toBe('lost');
    expect(lostAtMs).toBe(8_000);
    expect(await seriesValue(metrics, 'leader_election_master_status', { name: 'lock' })).toBe(0);
  });

  it('has lost after 8 s even when a call hangs', async () => {
    const { clock, client } = setUp();
    const one = elector('one', client, clock);
    await one.acquire(never);
    client.intercept = () => new Promise(() => undefined);
    const renewing = one.renew(never);
    await clock.advance(8_000);
    expect(await renewing).toBe('lost');
  });

  it('counts its 8 s from when the last renewal was sent, not from when its answer came', async () => {
    const { clock, client } = setUp();
    const one = elector('one', client, clock);
    await one.acquire(never);
    const renewing = one.renew(never);
    client.intercept = () => new Promise((resolve) => clock.setTimeout(resolve, 3_000));
    await clock.advance(5_000); // sent at 2 s, answered at 5 s
    client.intercept = unreachable;
    await clock.advance(4_999);
    expect([one.isLeader(), one.refusal()]).toEqual([true, undefined]);
    await clock.advance(1);
    expect([await renewing, one.isLeader(), one.refusal()?.reason]).toEqual(['lost', false, 'NotLeading']);
  });

  it('sends nothing when it wakes up after its deadline, and has lost', async () => {
    const { clock, client } = setUp();
    // A frozen process: its timers fire late, all at once, while the clock has gone on.
    let frozenMs = 0;
    const one = elector('one', client, { ...clock, pending: 0, monotonicMs: () => clock.monotonicMs() + frozenMs });
    await one.acquire(never);
    const renewing = one.renew(never);
    const before = client.operations.length;
    frozenMs = 60_000;
    expect(one.refusal()?.reason).toBe('NotLeading');
    await clock.advance(2_000);
    expect([await renewing, client.operations.slice(before)]).toEqual(['lost', []]);
  });

  it('does not lead on the strength of reading its own name: only a write of its own counts', async () => {
    const { clock, client } = setUp();
    const one = elector('one', client, clock);
    await one.acquire(never);
    const renewing = one.renew(never);
    client.intercept = (operation) => {
      if (operation === 'replace') throw new ApiError({ status: 409, reason: 'Conflict', message: 'another was faster' });
    };
    for (let round = 0; round < 4; round += 1) {
      await client.patch(leaseType, { namespace: 'ns', name: 'lock' }, { spec: { renewTime: `2026-01-01T00:00:0${round}.500000Z` } });
      await clock.advance(2_000);
    }
    expect([await renewing, one.isLeader()]).toEqual(['lost', false]);
  });

  it('does not take the lead with a lease that it won before it stood still', async () => {
    const { clock, client, lease } = setUp();
    let frozenMs = 0;
    const one = elector('one', client, { ...clock, pending: 0, monotonicMs: () => clock.monotonicMs() + frozenMs });
    client.intercept = (operation) => {
      if (operation === 'create') frozenMs = 9_000; // between sending and the answer
    };
    const acquiring = one.acquire(never);
    await clock.advance(0);
    expect([lease()?.holderIdentity, one.isLeader()]).toEqual(['one', false]);
    await clock.advance(1_000);
    expect([await acquiring, one.isLeader()]).toEqual([true, true]);
  });

  it('writes nothing more from the moment it begins to release', async () => {
    const { clock, client } = setUp();
    const one = elector('one', client, clock);
    await one.acquire(never);
    const during: unknown[] = [];
    client.intercept = () => void during.push(one.refusal()?.reason);
    await one.release();
    expect(during).toEqual(['NotLeading']);
  });

  it('outlives faults that end in time', async () => {
    const { clock, client } = setUp();
    const one = elector('one', client, clock);
    await one.acquire(never);
    client.intercept = unreachable;
    const stop = new AbortController();
    const renewing = one.renew(stop.signal);
    await clock.advance(5_000);
    client.intercept = () => undefined;
    await clock.advance(60_000);
    expect(one.isLeader()).toBe(true);
    stop.abort();
    expect(await renewing).toBe('stopped');
  });

  it('stops at once when it sees another holder', async () => {
    const { clock, client } = setUp();
    const one = elector('one', client, clock);
    await one.acquire(never);
    const renewing = one.renew(never);
    await client.patch(leaseType, { namespace: 'ns', name: 'lock' }, { spec: { holderIdentity: 'thief' } });
    await clock.advance(2_000);
    expect([await renewing, one.isLeader(), one.leader()]).toEqual(['lost', false, 'thief']);
  });

  it('goes on when somebody else touched the lease but left the holder', async () => {
    const { clock, client } = setUp();
    const one = elector('one', client, clock);
    await one.acquire(never);
    const stop = new AbortController();
    const renewing = one.renew(stop.signal);
    await client.patch(leaseType, { namespace: 'ns', name: 'lock' }, { metadata: { labels: { touched: 'yes' } } });
    await clock.advance(20_000);
    stop.abort();
    expect([await renewing, one.isLeader(), client.objects(leaseType)[0]?.metadata.labels]).toEqual(['stopped', true, { touched: 'yes' }]);
  });

  it('stops believing when its own time has run out, and reports being stuck', async () => {
    const { clock, client } = setUp();
    const one = elector('one', client, clock);
    await one.acquire(never);
    await clock.advance(12_000);
    expect([one.isLeader(), one.check(20_000)]).toEqual([false, undefined]);
    await clock.advance(20_001);
    expect(one.check(20_000)?.message).toContain('was not renewed');
  });

  it('stops waiting when told, and releases nothing it does not hold', async () => {
    const { clock, client, lease } = setUp();
    await elector('one', client, clock).acquire(never);
    const two = elector('two', client, clock);
    const stop = new AbortController();
    const acquiring = two.acquire(stop.signal);
    await clock.advance(3_000);
    stop.abort();
    expect(await acquiring).toBe(false);
    await two.release();
    expect(lease()?.holderIdentity).toBe('one');
  });

  it('releases in spite of a conflict, and gives up on an unreachable server', async () => {
    const { clock, client, lease } = setUp();
    const one = elector('one', client, clock);
    await one.acquire(never);
    await client.patch(leaseType, { namespace: 'ns', name: 'lock' }, { metadata: { labels: { touched: 'yes' } } });
    await one.release();
    expect(lease()?.holderIdentity).toBe('');
    const two = elector('two', client, clock);
    await two.acquire(never);
    client.intercept = unreachable;
    await two.release();
    expect(lease()?.holderIdentity).toBe('two');
  });

  it.each([
    [{ leaseDurationMs: 8_000 }, 'leaseDuration must be longer than renewDeadline'],
    [{ renewDeadlineMs: 2_400 }, 'renewDeadline must be longer than 1.2 × retryPeriod'],
    [{ retryPeriodMs: 0 }, 'retryPeriod must be positive'],
  ])('refuses the timing %o', (timing, message) => {
    const { clock, client } = setUp();
    expect(() => createLeaderElector({ client, namespace: 'ns', name: 'lock', identity: 'one', timing, ...silentSurroundings({ clock }) })).toThrow(message);
  });
});
