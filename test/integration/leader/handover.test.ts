// Two live operators, and what the API server itself recorded of their writes. What is asserted follows from the lease;
// how long it took is reported beside the limits of the user guide.
import { setTimeout as delay } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { defaultTiming } from '../../../operator/runtime/lease.ts';
import { privateEnv } from '../harness/shared-env.ts';
import { createPair, envOptions, report, startBoth } from './fixtures/pair.ts';
import { startProxy } from './fixtures/proxy.ts';

const env = privateEnv(envOptions);
const { leaseDurationMs, retryPeriodMs } = defaultTiming;
/** The lease has run out, the standby has looked again, and its caches, which were full, were not filled anew. */
const takeoverMs = leaseDurationMs + 2 * retryPeriodMs;
const hourMs = 3_600_000;
const limits = { timeout: 180_000 };

describe('two operators', limits, () => {
  it('SIGKILL of the leader: the other writes when the lease has run out', async () => {
    const pair = await createPair(env());
    const [leader] = await startBoth(pair);
    const killedMs = leader.signal('SIGKILL');
    const tookMs = (await pair.writesSince('operator-b', killedMs)) - killedMs;
    await pair.writesSince('operator-b', Date.now(), 10);
    pair.assertTurns('operator-a', 'operator-b');
    report('takeover after SIGKILL (limit 15 s)', tookMs);
    expect(tookMs).toBeLessThanOrEqual(takeoverMs);
    expect(await pair.lease()).toMatchObject({ holderIdentity: 'operator-b', leaseTransitions: 1 });
  });

  it('SIGTERM of the leader: it ends its work, releases, and the other writes without waiting for the lease', async () => {
    const pair = await createPair(env());
    const [leader] = await startBoth(pair);
    const toldMs = leader.signal('SIGTERM');
    const tookMs = (await pair.writesSince('operator-b', toldMs)) - toldMs;
    expect((await leader.exited).code).toBe(0);
    await pair.writesSince('operator-b', Date.now(), 10);
    const [before] = pair.assertTurns('operator-a', 'operator-b');
    // The lease was given back after the last write had ended, not before.
    const released = pair.requests('operator-a').filter((one) => one.resource === 'leases').at(-1);
    expect(released?.receivedMs).toBeGreaterThan(before?.toMs ?? Number.NaN);
    expect(released?.code).toBe(200);
    report('takeover after SIGTERM (limit 2 s)', tookMs);
    expect(tookMs, 'it did not wait for the lease to run out').toBeLessThan(leaseDurationMs - 1_000);
  });

  it('acceptance 18: SIGSTOP for longer than the lease: the other takes over, and the one that wakes up sends not one request more', async () => {
    const pair = await createPair(env());
    const [leader] = await startBoth(pair);
    const frozenMs = leader.signal('SIGSTOP');
    const tookMs = (await pair.writesSince('operator-b', frozenMs)) - frozenMs;
    await delay(3_000);
    const wokenMs = leader.signal('SIGCONT');
    const { code, atMs } = await leader.exited;
    expect(code).toBe(1);
    await pair.writesSince('operator-b', Date.now(), 10);
    pair.assertTurns('operator-a', 'operator-b');
    expect(pair.requests('operator-a').filter((one) => one.receivedMs >= wokenMs)).toEqual([]);
    report('takeover after SIGSTOP', tookMs);
    report('exit after SIGCONT', atMs - wokenMs);
  });

  it('wall clocks that are wrong by an hour, ahead or behind, change nothing', async () => {
    const pair = await createPair(env());
    const [leader, ahead] = await startBoth(pair, { 'operator-b': { clockShiftMs: hourMs } });
    await delay(5_000); // two renewals at least, each "an hour old" for the standby
    expect(pair.writes('operator-b')).toEqual([]);
    const killedMs = leader.signal('SIGKILL');
    const aheadMs = (await pair.writesSince('operator-b', killedMs)) - killedMs;
    report('takeover by a clock that is an hour ahead', aheadMs);
    expect(Date.parse((await pair.lease())?.renewTime ?? '') - Date.now()).toBeGreaterThan(hourMs / 2);
    const behind = pair.start('operator-a', { clockShiftMs: -hourMs });
    await behind.standsBy();
    await delay(5_000);
    const againMs = ahead.signal('SIGKILL');
    const behindMs = (await pair.writesSince('operator-a', againMs)) - againMs;
    report('takeover by a clock that is an hour behind', behindMs);
    expect(Date.parse((await pair.lease())?.renewTime ?? '') - Date.now()).toBeLessThan(-hourMs / 2);
    await pair.writesSince('operator-a', Date.now(), 10);
    pair.assertTurns('operator-a', 'operator-b', 'operator-a');
    expect(aheadMs).toBeLessThanOrEqual(takeoverMs);
    expect(behindMs).toBeLessThanOrEqual(takeoverMs);
  });

  it('an API server that answers the leader too late: it stands down in time, and the other takes over', async () => {
    const pair = await createPair(env());
    const proxy = await startProxy(env().apiserver.url);
    try {
      const [leader] = await startBoth(pair, { 'operator-a': { server: proxy.url } });
      proxy.delayAnswers(2 * leaseDurationMs);
      const slowMs = Date.now();
      const { code, atMs } = await leader.exited;
      expect(code).toBe(1);
      report('exit of a leader that gets no answers', atMs - slowMs);
      expect(atMs - slowMs).toBeLessThan(leaseDurationMs);
      report('takeover from it', (await pair.writesSince('operator-b', slowMs)) - slowMs);
      await pair.writesSince('operator-b', Date.now(), 10);
      pair.assertTurns('operator-a', 'operator-b');
    } finally {
      await proxy.close();
    }
  });
});
