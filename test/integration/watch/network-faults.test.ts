// Each row of reference §1.3 that the network or a proxy on the way causes: the world changes during the fault, and
// afterwards the informer must know all of it without asking for more than it needs.
import { setTimeout as delay } from 'node:timers/promises';
import { afterEach, describe, expect, it } from 'vitest';
import { eventually } from '../../../operator/runtime/testing/silent.ts';
import { sharedEnv } from '../harness/shared-env.ts';
import type { Fault } from './fault-proxy.ts';
import { openScene } from './scene.ts';
import type { Scene, SceneOptions } from './scene.ts';

const env = sharedEnv();
const scenes: Scene[] = [];
afterEach(async () => {
  for (const scene of scenes.splice(0)) await scene.close();
});

async function play(options: Partial<SceneOptions> = {}): Promise<Scene> {
  const scene = await openScene({ kubeconfigPath: env.kubeconfigPath, direct: env.client, ...options });
  scenes.push(scene);
  await scene.world.set('kept', 'changed', 'deleted', 'replaced');
  await scene.start();
  return scene;
}

const status = (code: number, reason: string): object => ({ type: 'ERROR', object: { kind: 'Status', apiVersion: 'v1', code, reason, message: 'on purpose' } });
const unavailable: Fault = { answer: 503, reason: 'ServiceUnavailable' };
const broken: Fault = { answer: 500, reason: 'InternalError' };
const gone: Fault = { answer: 410, reason: 'Expired' };
const untouched: Fault = { delayMs: 0 };
/** The first token that comes is made one that the real server does not know, however often it comes. */
function refusedToken(): Fault {
  let refused: string | null = null;
  return {
    rewrite(url) {
      const token = url.searchParams.get('continue');
      refused ??= token;
      if (token !== null && token === refused) url.searchParams.set('continue', 'bm9uc2Vuc2U');
    },
  };
}
const busy: Fault = { answer: 429, reason: 'TooManyRequests', retryAfterSeconds: 1 };

/** As far as one can be on a busy machine, which takes some 100 ms for a handshake that succeeds. */
const impatient: Partial<SceneOptions> = { policy: { deadlineMs: 1_000 } };

interface Row {
  readonly name: string;
  readonly strike: (scene: Scene) => Promise<void> | void;
  readonly options?: Partial<SceneOptions>;
  /** A list at the same version gives the same continue token, so a refused one comes back until the faults are used up. */
  readonly mostLists?: number;
}

/** Breaks the watch, so that the next requests meet the faults. */
const onReconnect = (...faults: readonly Fault[]) => async ({ proxy, watch }: Scene): Promise<void> => {
  proxy.next('watch', ...faults);
  (await watch()).reset();
};
const onWatch = (act: (watch: Awaited<ReturnType<Scene['watch']>>) => void) => async (scene: Scene): Promise<void> => act(await scene.watch());

describe('a watch resumes where it was, without a new list, when', () => {
  it.each<Row>([
    { name: 'the connection is reset in the middle of a line', strike: onWatch((watch) => watch.resetAfter(100)) },
    { name: 'the connection is reset in the middle of the third line', strike: onWatch((watch) => watch.resetAfter(1_500)) },
    { name: 'the connection is reset between two lines', strike: onWatch((watch) => watch.reset()) },
    { name: 'the connection is closed without the end of the answer', strike: onWatch((watch) => watch.drop()) },
    { name: 'the answer ends at will', strike: onWatch((watch) => watch.end()) },
    { name: 'a line is not JSON', strike: onWatch((watch) => watch.say('<html>\n')) },
    { name: 'a line is no watch event', strike: onWatch((watch) => watch.say({ hello: 1 })) },
    { name: 'an ERROR event 500 arrives', strike: onWatch((watch) => watch.say(status(500, 'InternalError'))) },
    { name: 'the server answers 500, then 503, to the next watches', strike: onReconnect(broken, unavailable) },
    { name: 'the server answers 429 with Retry-After to the next watch', strike: onReconnect(busy) },
    { name: 'the next connection is reset before the answer', strike: onReconnect({ resetAfterBytes: 0 }, { resetAfterBytes: 0 }) },
    { name: 'the next watch is answered late', strike: onReconnect({ delayMs: 700 }) },
    { name: 'the next watch is never answered', strike: onReconnect({ hang: true }), options: impatient },
    { name: 'the connection is frozen', strike: onWatch((watch) => watch.freeze()), options: { timing: { watchSeconds: 2, inactivityGraceMs: 1_000 } } },
    {
      name: 'the port is closed for a while',
      async strike({ proxy, watch, world }) {
        await proxy.refuse();
        (await watch()).reset();
        await world.shake();
        await delay(600);
        await proxy.accept();
      },
    },
    {
      name: 'new connections hang in the TLS handshake',
      async strike({ proxy, watch, world }) {
        proxy.mute();
        (await watch()).reset();
        await world.shake();
        await delay(2500);
        await proxy.accept();
      },
      options: impatient,
    },
  ])('$name', async ({ strike, options }) => {
    const scene = await play(options);
    const watch = await scene.watch();
    await scene.world.set('before');
    await eventually(() => scene.told.includes('added before'));
    const readBefore = watch.lastVersion;
    const after = scene.since();
    await strike(scene);
    await scene.world.shake();
    await eventually(() => after.watches().length > 0);
    // What the proxy passed on while the informer was already hanging up was not read any more, and is asked for again.
    const resumedAt = Number(after.watches()[0]?.query.get('resourceVersion'));
    expect(resumedAt, 'the first watch after the fault').toBeGreaterThanOrEqual(Number(readBefore));
    expect(resumedAt, 'the first watch after the fault').toBeLessThanOrEqual(Number(watch.lastVersion));
    await scene.expectTruth();
    expect(after.lists()).toEqual([]);
    expect(after.watches().length, 'watches after the fault').toBeLessThanOrEqual(8);
  });
});

describe('an informer lists again, in pages, and finds what happened meanwhile, when', () => {
  const expire = async ({ watch }: Scene): Promise<void> => (await watch()).say(status(410, 'Expired'));
  const onRelist = (...faults: readonly Fault[]) => async (scene: Scene): Promise<void> => {
    scene.proxy.next('list', ...faults);
    await expire(scene);
  };
  const refusal = refusedToken();
  it.each<Row>([
    { name: 'an ERROR event 410 arrives', strike: expire },
    { name: 'the next watch is answered by 410', strike: onReconnect(gone) },
    { name: 'the version is refused again and again', strike: onReconnect(...Array.from({ length: 5 }, (): Fault => ({ answer: 400, reason: 'BadRequest' }))) },
    { name: 'the list is answered by 500, then 503, before it succeeds', strike: onRelist(broken, unavailable) },
    { name: 'the list is answered by 429 with Retry-After', strike: onRelist(busy) },
    { name: 'the list is slow', strike: onRelist({ delayMs: 800 }) },
    { name: 'the list is slower than its deadline', strike: onRelist({ delayMs: 2_500 }), options: impatient },
    { name: 'the list comes in drops', strike: onRelist({ drip: 11 }) },
    { name: 'the list is reset in its middle', strike: onRelist({ resetAfterBytes: 700 }, { resetAfterBytes: 0 }) },
    { name: 'the list is never answered', strike: onRelist({ hang: true }), options: impatient },
    { name: 'the second page is reset', strike: onRelist(untouched, { resetAfterBytes: 50 }) },
    { name: 'the continue token expires', strike: onRelist(untouched, gone) },
    { name: 'the continue token is refused for ever', strike: onRelist(untouched, ...Array.from({ length: 30 }, () => refusal)), mostLists: 45 },
  ])('$name', async ({ strike, options, mostLists = 12 }) => {
    const scene = await play({ ...options, timing: { pageSize: 2 } });
    const after = scene.since();
    // Before the informer lists again, so that a deletion is known by nothing but absence.
    (await scene.watch()).freeze();
    await scene.world.shake();
    await strike(scene);
    await scene.expectTruth();
    const good = after.lists().filter((one) => one.status === 200);
    expect(good.every((one) => one.query.get('limit') === '2')).toBe(true);
    expect(good.some((one) => one.query.has('continue')), 'a second page was asked for').toBe(true);
    expect(scene.told.filter((one) => one === 'deleted deleted')).toHaveLength(1);
    expect(after.lists().length, 'lists after the fault').toBeLessThanOrEqual(mostLists);
    expect(after.watches().length, 'watches after the fault').toBeLessThanOrEqual(7);
  });
});

describe('a watch', () => {
  it('that drips is read to its end, on one connection', async () => {
    const scene = await play();
    const after = scene.since();
    (await scene.watch()).drip(7);
    await scene.world.shake();
    await scene.expectTruth();
    expect([after.lists(), after.watches()]).toEqual([[], []]);
  });

  it('resumes from a bookmark that a proxy says, which is no event', async () => {
    const scene = await play();
    const watch = await scene.watch();
    await env.createNamespace(); // moves the version on without an event of ours
    const { resourceVersion } = await env.client.list(scene.informer.type, { namespace: scene.world.namespace });
    const told = [...scene.told];
    watch.say({ type: 'BOOKMARK', object: { kind: 'ConfigMap', apiVersion: 'v1', metadata: { resourceVersion } } });
    const after = scene.since();
    watch.end();
    await eventually(() => after.watches().length === 1);
    expect([after.watches()[0]?.query.get('resourceVersion'), scene.told]).toEqual([resourceVersion, told]);
    await scene.expectTruth();
  });

  it('asks for the bookmarks of the real server and resumes from them', async () => {
    const scene = await play({ timing: { watchSeconds: 3 } });
    const first = await scene.watch();
    const from = first.request.query.get('resourceVersion');
    await env.client.create(scene.informer.type, { apiVersion: 'v1', kind: 'ConfigMap', metadata: { namespace: await env.createNamespace(), name: 'elsewhere' } });
    const after = scene.since();
    await eventually(() => after.watches().length >= 1); // the server sends one shortly before it ends the watch
    const resumed = after.watches()[0]?.query.get('resourceVersion');
    expect([first.request.query.get('allowWatchBookmarks'), resumed === first.lastVersion, resumed !== from]).toEqual(['true', true, true]);
    expect(after.lists()).toEqual([]);
    await scene.expectTruth();
  });

  it('is not asked for again before the time that 429 names, by a little that differs', async () => {
    const scene = await play();
    const after = scene.since();
    await onReconnect(busy, busy)(scene);
    await eventually(() => after.watches().length === 3);
    const [one, two, three] = after.watches().map((request) => request.atMs);
    expect(two! - one!).toBeGreaterThanOrEqual(1_000);
    expect(three! - two!).toBeGreaterThanOrEqual(1_000);
    await scene.expectTruth();
  });

  it('of one namespace can die while that of another lives', async () => {
    const scene = await play();
    const other = await play();
    const [untouched, after] = [other.since(), scene.since()];
    (await scene.watch()).reset();
    await Promise.all([scene.world.shake(), other.world.shake()]);
    await Promise.all([scene.expectTruth(), other.expectTruth()]);
    expect([after.watches().length, untouched.watches().length]).toEqual([1, 0]);
  });

  it('leaves no connection behind, however often it breaks', async () => {
    const scene = await play();
    for (const how of ['reset', 'drop', 'end', 'reset', 'drop', 'end'] as const) {
      const after = scene.since();
      (await scene.watch())[how]();
      await eventually(() => after.watches().length === 1 && scene.proxy.watches.length === 1);
    }
    await eventually(() => scene.proxy.connections <= 2); // one for calls, one for the watch
    await scene.expectTruth();
  });
});
