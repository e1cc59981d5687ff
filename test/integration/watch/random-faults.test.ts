// Whatever happens to the world and to the connection, in whatever order: the informer ends up with what the real API
// server has, and each deletion was told once.
import { setTimeout as delay } from 'node:timers/promises';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { privateEnv } from '../harness/shared-env.ts';
import type { ResourceType } from '../../../operator/runtime/types.ts';
import type { Fault } from './fault-proxy.ts';
import { openScene } from './scene.ts';
import type { Scene } from './scene.ts';

const env = privateEnv({ flags: ['--watch-cache-sizes=secrets#0'] }); // compaction is felt at once
const secretType: ResourceType = { group: '', version: 'v1', kind: 'Secret', plural: 'secrets', namespaced: true };
const budgetMs = 18_000; // as many stories as fit

const faults: Readonly<Record<string, Fault>> = {
  'answer 500': { answer: 500, reason: 'InternalError' },
  'answer 429': { answer: 429, reason: 'TooManyRequests', retryAfterSeconds: 0 },
  'answer 410': { answer: 410, reason: 'Expired' },
  'reset early': { resetAfterBytes: 0 },
  'reset late': { resetAfterBytes: 300 },
  drip: { drip: 40 },
  delay: { delayMs: 40 },
  hang: { hang: true },
};

const name = fc.constantFrom('a', 'b', 'c', 'd', 'e');
const act = fc.oneof(
  { weight: 5, arbitrary: fc.record({ kind: fc.constantFrom('set' as const, 'remove' as const), name }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('fault' as const), on: fc.constantFrom('list' as const, 'watch' as const), fault: fc.constantFrom(...Object.keys(faults)) }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('cut' as const), how: fc.constantFrom('reset' as const, 'drop' as const, 'end' as const, 'freeze' as const) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('tear' as const), bytes: fc.integer({ min: 1, max: 1_200 }) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('error' as const), code: fc.constantFrom(410, 500) }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constantFrom('compact' as const, 'refuse' as const, 'accept' as const, 'garbage' as const) }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('wait' as const), ms: fc.integer({ min: 1, max: 60 }) }) },
);
type Act = typeof act extends fc.Arbitrary<infer T> ? T : never;

async function perform({ proxy, world }: Scene, one: Act): Promise<void> {
  const watch = proxy.watches.at(-1);
  switch (one.kind) {
    case 'set':
      return world.set(one.name);
    case 'remove':
      return world.remove(one.name);
    case 'fault':
      return proxy.next(one.on, faults[one.fault]!);
    case 'cut':
      return watch?.[one.how]();
    case 'tear':
      return watch?.resetAfter(one.bytes);
    case 'error':
      return watch?.say({ type: 'ERROR', object: { kind: 'Status', code: one.code, reason: one.code === 410 ? 'Expired' : 'InternalError', message: 'on purpose' } });
    case 'garbage':
      return watch?.say('{"type":\n');
    case 'compact':
      return env().compact();
    case 'refuse':
      return proxy.refuse();
    case 'accept':
      return proxy.accept();
    case 'wait':
      return delay(one.ms);
  }
}

async function play(acts: readonly Act[]): Promise<void> {
  const scene = await openScene({
    kubeconfigPath: env().kubeconfigPath,
    direct: env().client,
    type: secretType,
    policy: { deadlineMs: 500 },
    timing: { pageSize: 2, firstPauseMs: 5, longestPauseMs: 40, watchSeconds: 1, inactivityGraceMs: 300 },
  });
  try {
    await scene.world.set('a', 'b', 'c');
    await scene.start();
    for (const one of acts) await perform(scene, one);
    scene.proxy.heal();
    await scene.proxy.accept();
    await scene.expectTruth();
    const requests = scene.proxy.requests.filter((one) => one.kind !== 'other').length;
    expect(requests, 'requests in the whole story').toBeLessThanOrEqual(60 + 25 * acts.length);
  } finally {
    await scene.close();
  }
}

it('an informer converges to the real API server under random faults and tells every deletion once', async () => {
  await fc.assert(fc.asyncProperty(fc.array(act, { minLength: 6, maxLength: 40 }), play), { numRuns: 1_000, interruptAfterTimeLimit: budgetMs, markInterruptAsFailure: false, endOnFailure: true });
}, 300_000);
