// Time by hand, network for real: how long the informer waits before it judges, and how often it asks in an hour.
import { setTimeout as delay } from 'node:timers/promises';
import { afterEach, describe, expect, it } from 'vitest';
import type { FakeClock } from '../../../operator/runtime/testing/fake-clock.ts';
import { createFakeClock } from '../../../operator/runtime/testing/fake-clock.ts';
import { eventually } from '../../../operator/runtime/testing/silent.ts';
import { sharedEnv } from '../harness/shared-env.ts';
import { openScene } from './scene.ts';
import type { Scene } from './scene.ts';

const env = sharedEnv();
const scenes: Scene[] = [];
afterEach(async () => {
  for (const scene of scenes.splice(0)) await scene.close();
});

const hourMs = 3_600_000;
const productionTiming = { firstPauseMs: 800, longestPauseMs: 30_000 };

async function play(clock: FakeClock, random: () => number = Math.random): Promise<Scene> {
  const scene = await openScene({ kubeconfigPath: env.kubeconfigPath, direct: env.client, timing: productionTiming, policy: { deadlineMs: 30_000 }, surroundings: { clock, random } });
  scenes.push(scene);
  await scene.world.set('kept', 'changed', 'deleted', 'replaced');
  await scene.start();
  await scene.settled(); // before a deadline passes by hand
  return scene;
}

/** Lets time run in steps, with a moment for the network after each. */
async function pass(clock: FakeClock, ms: number, stepMs = 10_000, realMs = 4): Promise<void> {
  for (let left = ms; left > 0; left -= stepMs) {
    await clock.advance(Math.min(stepMs, left));
    await delay(realMs);
  }
}

/** The longest pause with its jitter is 45 s. Time stands still once it has asked: the answer takes real time. */
async function recover(clock: FakeClock, asked: () => boolean): Promise<void> {
  for (let passed = 0; passed < 50_000 && !asked(); passed += 2_000) await pass(clock, 2_000, 2_000, 25);
}

describe('an informer with the settings of production', () => {
  it('notices a half-open connection 20 s after the server should have ended the watch, not before, and loses nothing', async () => {
    const clock = createFakeClock();
    const scene = await play(clock, () => 0.5); // 290 s exactly
    const after = scene.since();
    await pass(clock, 200_000); // busy until late: the last byte does not prolong the watch
    await scene.world.set('late');
    await eventually(() => scene.told.includes('added late'));
    const frozen = await scene.watch();
    frozen.freeze();
    await scene.world.shake();
    await pass(clock, 109_000);
    expect(after.watches(), 'within 309 s').toEqual([]);
    await pass(clock, 3_000, 500); // the deadline, then the pause of 1 s
    await eventually(() => after.watches().length === 1);
    expect(after.watches()[0]?.query.get('resourceVersion')).toBe(frozen.lastVersion);
    await eventually(() => !scene.proxy.watches.includes(frozen)); // its connection is gone
    await scene.expectTruth();
    expect(after.lists()).toEqual([]);
  });

  it('is there within a minute after an hour without a server', async () => {
    const clock = createFakeClock();
    const scene = await play(clock);
    await scene.proxy.refuse();
    const refused = scene.since();
    (await scene.watch()).reset();
    await scene.world.shake();
    await delay(50);
    await pass(clock, hourMs);
    expect(refused.watches(), 'the port is closed').toEqual([]);
    await scene.proxy.accept();
    const after = scene.since();
    await recover(clock, () => after.watches().length > 0);
    await scene.expectTruth();
    expect([after.lists().length, after.watches().length]).toEqual([0, 1]);
  });

  it.each([
    { name: 'answers 503 to every watch', kind: 'watch', status: 503, reason: 'ServiceUnavailable', atMost: 130 },
    { name: 'refuses the version of every watch by 410', kind: 'watch', status: 410, reason: 'Expired', atMost: 130 },
    { name: 'answers 500 to every list', kind: 'list', status: 500, reason: 'InternalError', atMost: 130 },
  ] as const)('asks at most $atMost times in an hour a server that $name, and recovers', async ({ kind, status, reason, atMost }) => {
    const clock = createFakeClock();
    const scene = await play(clock);
    const after = scene.since();
    const faults = Array.from({ length: 10_000 }, () => ({ answer: status, reason }));
    scene.proxy.next(kind, ...faults);
    const watch = await scene.watch();
    if (kind === 'list') watch.say({ type: 'ERROR', object: { kind: 'Status', code: 410, reason: 'Expired', message: 'on purpose' } });
    else watch.reset();
    await scene.world.shake();
    await delay(50);
    await pass(clock, hourMs);
    expect(after.lists().length, 'lists').toBeLessThanOrEqual(atMost);
    expect(after.watches().length, 'watches').toBeLessThanOrEqual(atMost);
    // Far fewer than it could on a machine so busy that its answers come steps later.
    expect(after[kind === 'list' ? 'lists' : 'watches']().length, 'it goes on trying').toBeGreaterThanOrEqual(10);
    scene.proxy.heal();
    const healed = scene.since();
    await recover(clock, () => healed.watches().length > 0);
    await scene.expectTruth();
  });

  it('asks each watch for a time of its own, and pauses for times of its own', async () => {
    const clock = createFakeClock();
    const scene = await play(clock);
    const after = scene.since();
    for (let round = 1; round <= 6; round += 1) {
      await pass(clock, 31_000); // long enough to count as a watch that worked
      (await scene.watch()).end();
      await eventually(() => after.watches().length === round && scene.proxy.watches.length === 1);
      await scene.settled();
    }
    const seconds = after.watches().map((one) => Number(one.query.get('timeoutSeconds')));
    expect(Math.min(...seconds)).toBeGreaterThanOrEqual(275);
    expect(Math.max(...seconds)).toBeLessThanOrEqual(305);
    expect(new Set(seconds).size, `different times: ${seconds.join()}`).toBeGreaterThan(1);
    await scene.expectTruth();
  });

  it('is soon back when a connection that was quiet for minutes is cut, again and again', async () => {
    const clock = createFakeClock();
    const scene = await play(clock);
    const after = scene.since();
    for (let round = 1; round <= 8; round += 1) {
      await pass(clock, 240_000, 60_000);
      (await scene.watch()).reset();
      await delay(30);
      await pass(clock, 1_500, 500); // the first pause with its jitter is 1.2 s at most
      await eventually(() => after.watches().length === round && scene.proxy.watches.length === 1);
      await scene.settled();
    }
    await scene.expectTruth();
  });
});

describe('a quiet kind', () => {
  it('keeps its connection for as long as the server does: 200 s by hand', async () => {
    const clock = createFakeClock();
    const scene = await play(clock);
    const after = scene.since();
    await pass(clock, 200_000);
    await scene.expectTruth();
    expect([after.lists(), after.watches()]).toEqual([[], []]);
  });

  it('keeps its connection for 32 s of the real clock, over which client-node hangs up', async () => {
    const scene = await openScene({ kubeconfigPath: env.kubeconfigPath, direct: env.client });
    scenes.push(scene);
    await scene.start();
    const [after, { accepted }] = [scene.since(), scene.proxy];
    await delay(32_000);
    await scene.expectTruth();
    expect([after.lists(), after.watches(), scene.proxy.accepted]).toEqual([[], [], accepted]);
  }, 60_000);
});
