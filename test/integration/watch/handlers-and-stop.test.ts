// The rows of reference §1.3 about those who use an informer: handlers that throw, hang or write into what they got,
// credentials that come and go, and a stop at the worst moment.
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, unlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Change } from '../../../operator/runtime/informer.ts';
import { createLogger } from '../../../operator/runtime/log.ts';
import type { ConfigMap } from '../../../operator/runtime/testing/samples.ts';
import { eventually, seriesValue } from '../../../operator/runtime/testing/silent.ts';
import { sharedEnv } from '../harness/shared-env.ts';
import { loadKubeConfig } from '../harness/test-env.ts';
import { openScene } from './scene.ts';
import type { Scene, SceneOptions } from './scene.ts';

const env = sharedEnv();
const cleanups: (() => unknown)[] = [];
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
});

async function prepare(options: Partial<SceneOptions> = {}): Promise<Scene> {
  const scene = await openScene({ kubeconfigPath: env.kubeconfigPath, direct: env.client, ...options });
  cleanups.push(() => scene.close());
  await scene.world.set('kept', 'changed', 'deleted', 'replaced');
  return scene;
}

describe('an informer outlives a handler that', () => {
  const boom = (_after?: unknown): never => {
    throw new Error('on purpose');
  };
  it.each<{ readonly name: string; readonly handler: (change: Change<ConfigMap>) => unknown }>([
    { name: 'throws during the initial list and at every event', handler: boom },
    { name: 'throws at watch events only', handler: (change) => (change.type === 'added' ? undefined : boom()) },
    { name: 'rejects later', handler: async () => boom(await delay(5)) },
    { name: 'never ends', handler: async () => new Promise<never>(() => undefined) },
  ])('$name', async ({ handler }) => {
    const scene = await prepare();
    const asHandler = handler; // an async function fits the type too
    let calls = 0;
    scene.informer.onChange((change) => {
      calls += 1;
      return asHandler(change);
    });
    await scene.start();
    await scene.world.shake();
    (await scene.watch()).say({ type: 'ERROR', object: { kind: 'Status', code: 410, reason: 'Expired', message: 'on purpose' } });
    await scene.expectTruth();
    expect(calls, 'it was asked for every change, as the others were').toBe(scene.told.length);
    const counted = (await seriesValue(scene.metrics, 'informer_handler_errors_total', { stage: 'handler' })) ?? 0;
    expect(counted > 0).toBe(!handler.toString().includes('undefined)')); // the one that never ends throws nothing
  });
});

it('nothing that an informer hands out can be changed by who gets it', async () => {
  const scene = await prepare();
  const handed: Change<ConfigMap>[] = [];
  scene.informer.onChange((change) => void handed.push(change));
  await scene.start();
  await scene.world.set('changed');
  await scene.world.remove('deleted');
  await eventually(() => handed.some((one) => one.type === 'updated') && handed.some((one) => one.type === 'deleted'));
  const relisted = scene.since();
  (await scene.watch()).freeze();
  await scene.world.remove('replaced');
  (await scene.watch()).say({ type: 'ERROR', object: { kind: 'Status', code: 410, reason: 'Expired', message: 'on purpose' } });
  await eventually(() => relisted.lists().length === 1 && scene.told.includes('deleted replaced'));
  const held = scene.informer.store.list();
  const objects = [...handed.flatMap((one) => [one.object, one.old]), ...held, scene.informer.store.get({ namespace: scene.world.namespace, name: 'kept' })].filter((one) => one !== undefined);
  for (const object of objects) {
    expect(() => (object.metadata.name = 'mine'), object.metadata.name).toThrow(TypeError);
    expect(() => (object.data!['value'] = 'mine'), object.metadata.name).toThrow(TypeError);
    expect(object.metadata.managedFields).toBeUndefined();
  }
  expect(() => (held as ConfigMap[]).push(held[0]!)).toThrow(TypeError);
  await scene.expectTruth();
});

describe('a watch whose token file', () => {
  const bearer = (): string => (loadKubeConfig(env.kubeconfigPath).getCurrentUser() as { token: string }).token;
  async function withTokenFile(): Promise<{ scene: Scene; path: string }> {
    const directory = mkdtempSync(join(tmpdir(), 'watch-token-'));
    cleanups.push(() => rmSync(directory, { recursive: true }));
    const path = join(directory, 'token');
    writeFileSync(path, `${bearer()}\n`);
    const scene = await prepare({ tokenFile: path });
    await scene.start();
    // client-node believes what it read for a minute; only the wall clock is moved, no timer.
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() });
    cleanups.push(() => vi.useRealTimers());
    return { scene, path };
  }
  const aMinutePasses = (): unknown => vi.setSystemTime(Date.now() + 61_000);

  it('cannot be read when it reconnects comes back when it can', async () => {
    const { scene, path } = await withTokenFile();
    const after = scene.since();
    unlinkSync(path);
    aMinutePasses();
    (await scene.watch()).reset();
    await scene.world.shake();
    await delay(300);
    expect(after.watches(), 'nothing is sent without a token').toEqual([]);
    writeFileSync(path, bearer());
    await scene.expectTruth();
    expect(after.lists()).toEqual([]);
  });

  it('is rotated uses the new token from then on', async () => {
    const { scene, path } = await withTokenFile();
    const after = scene.since();
    writeFileSync(path, `wrong-${randomBytes(8).toString('hex')}`); // refused by the server: as if not yet known to it
    aMinutePasses();
    (await scene.watch()).reset();
    await scene.world.shake();
    await eventually(() => after.watches().some((one) => one.status === 401));
    writeFileSync(path, bearer());
    aMinutePasses();
    await scene.expectTruth();
    expect(after.watches()[0]?.authorization).toMatch(/^Bearer wrong-/);
    expect(after.watches().at(-1)?.authorization).toBe(`Bearer ${bearer()}`);
  });
});

describe('stop', () => {
  it.each<{ readonly name: string; readonly reach: (scene: Scene) => Promise<void> }>([
    {
      name: 'while the connection is made',
      async reach({ proxy, informer }) {
        proxy.mute();
        informer.start();
        await eventually(() => proxy.connections === 1);
      },
    },
    {
      name: 'while the list is under way',
      async reach({ proxy, informer }) {
        proxy.next('list', { delayMs: 300 });
        informer.start();
        await eventually(() => proxy.requests.length === 1);
      },
    },
    {
      name: 'while the list drips',
      async reach({ proxy, informer }) {
        proxy.next('list', { drip: 2 });
        informer.start();
        await eventually(() => proxy.requests[0]?.status === 200);
      },
    },
    {
      name: 'while the watch waits for its answer',
      async reach({ proxy, informer }) {
        proxy.next('watch', { delayMs: 300 });
        informer.start();
        await eventually(() => proxy.requests.length === 2);
      },
    },
    {
      name: 'in the moment in which the answer comes',
      async reach({ proxy, informer }) {
        informer.start();
        while (proxy.requests.at(-1)?.kind !== 'watch' || proxy.requests.at(-1)?.status !== 200) await new Promise((resolve) => setImmediate(resolve));
      },
    },
    {
      name: 'in the middle of a line',
      async reach(scene) {
        await scene.start();
        (await scene.watch()).drip(3);
        await scene.world.set('half');
        await delay(30);
      },
    },
    {
      name: 'during a pause',
      async reach(scene) {
        await scene.start();
        scene.proxy.next('watch', { answer: 429, reason: 'TooManyRequests', retryAfterSeconds: 30 });
        const after = scene.since();
        (await scene.watch()).reset();
        await eventually(() => after.watches().length === 1);
        await delay(50);
      },
    },
  ])('$name: nothing is told after it, nothing complained about, no connection left', async ({ reach }) => {
    const complaints: string[] = [];
    const logger = createLogger({ level: 'warn', destination: { write: (line) => void complaints.push(line) } });
    const scene = await prepare({ surroundings: { logger } });
    await reach(scene);
    const began = performance.now();
    await scene.informer.stop();
    expect(performance.now() - began, 'stop waits for nobody').toBeLessThan(2_000);
    const [told, requests] = [scene.told.length, scene.proxy.requests.length];
    await scene.proxy.accept();
    await scene.world.shake();
    await delay(500);
    scene.informer.start(); // and nobody can wake it
    await delay(100);
    expect([scene.told.length, scene.proxy.requests.length]).toEqual([told, requests]);
    expect(scene.proxy.watches).toEqual([]);
    await scene.client.close();
    await eventually(() => scene.proxy.connections === 0); // undici gives up an unfinished handshake after 10 s
    expect(complaints).toEqual([]);
  });
});
