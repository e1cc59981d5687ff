// The API server is away: for less than the renewal deadline, and for longer than the lease.
import { setTimeout as delay } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { defaultTiming } from '../../../operator/runtime/lease.ts';
import { privateEnv } from '../harness/shared-env.ts';
import { createPair, envOptions, report, startBoth, users } from './fixtures/pair.ts';
import { startProxy } from './fixtures/proxy.ts';

const env = privateEnv(envOptions);
const { leaseDurationMs } = defaultTiming;

describe('two operators and an API server that is away', { timeout: 180_000 }, () => {
  it('for 4 s: the leader stays', async () => {
    const pair = await createPair(env());
    // A kube-apiserver needs longer than that to start again, so the way to it is cut for both.
    const proxies = await Promise.all([startProxy(env().apiserver.url), startProxy(env().apiserver.url)]);
    try {
      const [a, b] = proxies;
      const [leader] = await startBoth(pair, { 'operator-a': { server: a.url }, 'operator-b': { server: b.url } });
      const cutMs = Date.now();
      for (const proxy of proxies) proxy.cut();
      await delay(4_000);
      const restoredMs = Date.now();
      for (const proxy of proxies) proxy.restore();
      const again = await pair.writesSince('operator-a', restoredMs, 10);
      await delay(leaseDurationMs);
      const turns = pair.assertTurns('operator-a');
      expect(pair.writes().filter((one) => one.receivedMs > cutMs + 500 && one.receivedMs < restoredMs)).toEqual([]); // it was an outage
      expect(turns).toHaveLength(1);
      expect(await pair.lease()).toMatchObject({ holderIdentity: 'operator-a', leaseTransitions: 0 });
      report('first write after a short outage', again - restoredMs);
      expect(leader.log()).not.toContain('could not be renewed in time');
    } finally {
      for (const proxy of proxies) await proxy.close();
    }
  });

  it('for longer than the lease: the leader exits within the renewal deadline, and one writes afterwards', async () => {
    const pair = await createPair(env());
    const [leader] = await startBoth(pair);
    await env().apiserver.stop();
    const stoppedMs = Date.now();
    const { code, atMs } = await leader.exited;
    expect(code).toBe(1);
    report('exit of the leader after the API server went away', atMs - stoppedMs);
    expect(atMs - stoppedMs).toBeLessThan(leaseDurationMs); // before anybody could take over
    const restarted = pair.start('operator-a'); // as the kubelet would
    await delay(Math.max(0, stoppedMs + leaseDurationMs + 2_000 - Date.now()));
    await env().apiserver.start();
    const servingMs = Date.now();
    const firstMs = await pair.writesSince(users, stoppedMs, 10);
    await restarted.standsBy();
    await delay(leaseDurationMs + 2_000); // time enough for a second one to think that it leads
    // Either may be the first: the lease has run out for the other pod, and a restarted container goes on with its own.
    const { holderIdentity, leaseTransitions } = (await pair.lease()) ?? {};
    const moved = holderIdentity === 'operator-b';
    pair.assertTurns(...(moved ? users : (['operator-a'] as const)));
    expect({ holderIdentity, leaseTransitions }).toEqual(moved ? { holderIdentity: 'operator-b', leaseTransitions: 1 } : { holderIdentity: 'operator-a', leaseTransitions: 0 });
    report('first write after the API server serves again', firstMs - servingMs);
  });
});
