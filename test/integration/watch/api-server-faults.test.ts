// The faults that the real pair of kube-apiserver and etcd can show by themselves: a crash, an orderly restart, history
// that is compacted away while the informer is held off or in the middle of its pages.
import { setTimeout as delay } from 'node:timers/promises';
import { afterEach, describe, expect, it } from 'vitest';
import { eventually, seriesValue } from '../../../operator/runtime/testing/silent.ts';
import type { ResourceType } from '../../../operator/runtime/types.ts';
import { privateEnv } from '../harness/shared-env.ts';
import { openScene } from './scene.ts';
import type { Scene, SceneOptions } from './scene.ts';

// Without the server's watch cache for secrets, their lists and watches see etcd's compaction at once.
const env = privateEnv({ flags: ['--watch-cache-sizes=secrets#0'] });
const secretType: ResourceType = { group: '', version: 'v1', kind: 'Secret', plural: 'secrets', namespaced: true };

const scenes: Scene[] = [];
afterEach(async () => {
  for (const scene of scenes.splice(0)) await scene.close();
});

async function play(options: Partial<SceneOptions> = {}): Promise<Scene> {
  const scene = await openScene({ kubeconfigPath: env().kubeconfigPath, direct: env().client, ...options });
  scenes.push(scene);
  await scene.world.set('kept', 'changed', 'deleted', 'replaced');
  await scene.start();
  return scene;
}

/** Nothing gets through to the server until `admit`. */
async function holdOff({ proxy, watch }: Scene): Promise<void> {
  await proxy.refuse();
  (await watch()).reset();
}
const admit = ({ proxy }: Scene): Promise<void> => proxy.accept();
const restart = async (end: 'kill' | 'stop'): Promise<void> => {
  await env().apiserver[end]();
  await env().apiserver.start();
};

describe('an informer knows all that happened when', () => {
  it.each(['kill', 'stop'] as const)('the API server ends by %s, and the world changes before the informer is back', async (end) => {
    const scene = await play();
    const watch = await scene.watch();
    const after = scene.since();
    await env().apiserver[end]();
    await eventually(() => !scene.proxy.watches.includes(watch)); // the end of the server is what ended the watch
    await scene.proxy.refuse();
    await env().apiserver.start();
    await scene.world.shake();
    await admit(scene);
    await scene.expectTruth();
    expect(after.watches().length + after.lists().length, 'requests during and after the outage').toBeLessThanOrEqual(40);
  }, 60_000);

  it('the API server is killed again and again under its changes', async () => {
    const scene = await play();
    for (let round = 0; round < 3; round += 1) {
      await restart('kill');
      await scene.world.shake();
      await scene.world.set('deleted');
    }
    await scene.expectTruth();
  }, 60_000);

  it('etcd is compacted while it is disconnected', async () => {
    const scene = await play({ type: secretType });
    const after = scene.since();
    await holdOff(scene);
    await scene.world.shake();
    await env().compact();
    await admit(scene);
    await scene.expectTruth();
    expect(scene.told.filter((one) => one === 'deleted deleted')).toHaveLength(1);
    expect([after.lists().length, await seriesValue(scene.metrics, 'watch_reconnects_total', { cause: 'gone' })], 'one relist, because of a 410').toEqual([1, 1]);
  });

  it('etcd is compacted and the API server restarted while it is disconnected', async () => {
    const scene = await play();
    const after = scene.since();
    await holdOff(scene);
    await scene.world.shake();
    await env().compact();
    await restart('kill'); // the new server's watch cache begins here
    await admit(scene);
    await scene.expectTruth();
    expect(scene.told.filter((one) => one === 'deleted deleted')).toHaveLength(1);
    expect([after.lists().length, await seriesValue(scene.metrics, 'watch_reconnects_total', { cause: 'gone' })], 'one relist, because of a 410').toEqual([1, 1]);
  }, 60_000);

  it('etcd is compacted under a watch that lives: nothing is asked for', async () => {
    const scene = await play({ type: secretType });
    const after = scene.since();
    await scene.world.shake();
    // Before the API server itself has read it, it would lose what is compacted, and end all its watches.
    await scene.expectTruth();
    await env().compact();
    await scene.world.shake();
    await scene.expectTruth();
    expect([after.lists(), after.watches()]).toEqual([[], []]);
  });

  it('etcd is compacted between two pages of its list', async () => {
    const scene = await play({ type: secretType, timing: { pageSize: 2 } });
    const after = scene.since();
    // The first page comes at once, the second is asked for only after the history is gone.
    scene.proxy.next('list', { delayMs: 0 }, { delayMs: 1_000 });
    (await scene.watch()).freeze();
    await scene.world.shake();
    (await scene.watch()).say({ type: 'ERROR', object: { kind: 'Status', code: 410, reason: 'Expired', message: 'on purpose' } });
    await eventually(() => after.lists().length === 2);
    await scene.world.remove('kept');
    await env().compact();
    await scene.expectTruth();
    const lists = after.lists();
    expect(lists.map((one) => one.status)).toContain(410);
    expect(lists.filter((one) => one.status === 200 && one.query.has('continue')).length, 'pages after the first').toBeGreaterThan(0);
    expect(lists.length).toBeLessThanOrEqual(6);
  });

  it('its pages are interrupted by a crash of the server', async () => {
    const scene = await play({ timing: { pageSize: 2 } });
    scene.proxy.next('list', { delayMs: 0 }, { delayMs: 300 });
    (await scene.watch()).say({ type: 'ERROR', object: { kind: 'Status', code: 410, reason: 'Expired', message: 'on purpose' } });
    await delay(100);
    await restart('kill');
    await scene.world.shake();
    await scene.expectTruth();
  }, 60_000);
});
