// Each case of reference/operator.md §1.3 in which client-node's informer stops, hangs or loses a change.
import { afterEach, describe, expect, it } from 'vitest';
import { createClient } from './client.ts';
import type { FaultReply, FaultRequest } from './testing/fault-server.ts';
import { startFaultServer } from './testing/fault-server.ts';
import { configMap, configMapType } from './testing/samples.ts';
import type { ConfigMap } from './testing/samples.ts';
import { eventually, seriesValue, silentSurroundings } from './testing/silent.ts';
import type { WatchEvent } from './watcher.ts';
import { createWatcher } from './watcher.ts';

type Script = (reply: FaultReply, request: FaultRequest) => void;

const cleanups: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
});

const list = (version: number, ...items: ConfigMap[]): Script => (reply) => reply.json(200, { metadata: { resourceVersion: String(version) }, items });
const quiet: Script = (reply) => reply.write('\n');
const events = (...lines: (readonly [string, ConfigMap])[]): Script => (reply) => lines.forEach(([type, object]) => reply.event(type, object));
const then = (...parts: Script[]): Script => (reply, request) => parts.forEach((part) => part(reply, request));
const reset: Script = (reply) => void setTimeout(() => reply.reset(), 20); // after what was written has gone out
const end: Script = (reply) => reply.end();
const fail = (status: number, reason: string, headers: Record<string, string> = {}): Script => (reply) => reply.fail(status, reason, headers);

/** Answers the nth list and the nth watch by the nth script, the last one repeating. */
async function watch(scripts: { readonly lists: readonly Script[]; readonly watches: readonly Script[] }, timing = {}) {
  const seen: string[] = [];
  const counts = { list: 0, watch: 0 };
  const server = await startFaultServer((request, reply) => {
    const kind = request.query.has('watch') ? 'watch' : 'list';
    const chosen = kind === 'watch' ? scripts.watches : scripts.lists;
    const script = chosen[Math.min(counts[kind], chosen.length - 1)];
    counts[kind] += 1;
    script?.(reply, request);
  });
  const surroundings = silentSurroundings();
  const client = createClient({ kubeConfig: server.kubeConfig(), ...surroundings, policy: { attempts: 1, deadlineMs: 500 } });
  const emit = (event: WatchEvent<ConfigMap>): void => void seen.push('object' in event ? `${event.type} ${event.object.metadata.name}@${event.object.metadata.resourceVersion}` : event.type);
  const watcher = createWatcher<ConfigMap>({ client, type: configMapType, namespace: '', emit, ...surroundings, timing: { firstPauseMs: 5, longestPauseMs: 20, ...timing } });
  cleanups.push(() => server.close(), () => client.close(), () => watcher.stop());
  watcher.start();
  const versions = (): (string | null)[] => server.requests.filter((one) => one.query.has('watch')).map((one) => one.query.get('resourceVersion'));
  return { seen, counts, server, watcher, versions, metrics: surroundings.metrics, has: (event: string) => eventually(() => seen.includes(event)) };
}

const a = configMap('a', { version: 1 });
const b = configMap('b', { version: 11 });
const synced = ['init', 'initApply a@1', 'initDone'];

describe('watcher', () => {
  it('lists, then watches from the version of the list, with bookmarks and a server-side timeout', async () => {
    const { seen, server, has } = await watch({ lists: [list(10, a)], watches: [then(events(['ADDED', b]), events(['DELETED', { ...b, metadata: { ...b.metadata, resourceVersion: '12' } }]))] });
    await has('delete b@12');
    expect(seen).toEqual([...synced, 'apply b@11', 'delete b@12']);
    const { query } = server.requests[1] ?? {};
    expect([query?.get('resourceVersion'), query?.get('allowWatchBookmarks'), query?.get('timeoutSeconds')]).toEqual(['10', 'true', '290']);
  });

  it('lists in pages and goes on with the same page after a fault', async () => {
    const page = (token: string | undefined, ...items: ConfigMap[]): Script => (reply) => reply.json(200, { metadata: { resourceVersion: '10', ...(token === undefined ? {} : { continue: token }) }, items });
    const { seen, server, has } = await watch({ lists: [page('t1', a), reset, page(undefined, b)], watches: [quiet] });
    await has('initDone');
    expect(seen).toEqual(['init', 'initApply a@1', 'initApply b@11', 'initDone']);
    expect(server.requests.slice(0, 3).map((one) => one.query.get('continue'))).toEqual([null, 't1', 't1']);
  });

  it('begins the list anew when its continue token expires', async () => {
    const { seen, has } = await watch({ lists: [(reply) => reply.json(200, { metadata: { resourceVersion: '9', continue: 't' }, items: [b] }), fail(410, 'Expired'), list(10, a)], watches: [quiet] });
    await has('initDone');
    expect(seen).toEqual(['init', 'initApply b@11', ...synced]);
  });

  it.each<[string, Script]>([
    ['the connection is reset in the middle of a line', then(events(['ADDED', b]), (reply) => reply.write('{"type":"MODIFIED","obj'), reset)],
    ['the connection is reset between two events', then(events(['ADDED', b]), reset)],
    ['the server closes the watch', then(events(['ADDED', b]), end)],
    ['a line is not JSON', then(events(['ADDED', b]), (reply) => reply.write('<html>\n'))],
    ['a line is no watch event', then(events(['ADDED', b]), (reply) => reply.write('{"hello":1}\n'))],
    ['an ERROR event other than 410 arrives', then(events(['ADDED', b]), (reply) => reply.event('ERROR', { kind: 'Status', code: 500, reason: 'InternalError' }))],
  ])('resumes from the last version seen when %s', async (_name, script) => {
    const { seen, versions, has } = await watch({ lists: [list(10, a)], watches: [script, events(['MODIFIED', configMap('b', { version: 12 })])] });
    await has('apply b@12');
    expect(seen).toEqual([...synced, 'apply b@11', 'apply b@12']);
    expect(versions()).toEqual(['10', '11']);
  });

  it('resumes from a bookmark, which is not an event', async () => {
    const bookmark = { kind: 'ConfigMap', apiVersion: 'v1', metadata: { resourceVersion: '99' } } as ConfigMap;
    const { seen, versions, counts } = await watch({ lists: [list(10, a)], watches: [then(events(['BOOKMARK', bookmark]), end), quiet] });
    await eventually(() => counts.watch === 2);
    expect([seen, versions()]).toEqual([synced, ['10', '99']]);
  });

  it.each<[string, Script]>([
    ['an ERROR event 410', (reply) => reply.event('ERROR', { kind: 'Status', code: 410, reason: 'Expired', message: 'too old resource version' })],
    ['HTTP 410', fail(410, 'Gone')],
  ])('lists again after %s', async (_name, script) => {
    const { seen, metrics, has } = await watch({ lists: [list(10, a), list(20, b)], watches: [script, quiet] });
    await has('initApply b@11');
    await has('initDone');
    expect(seen).toEqual([...synced, 'init', 'initApply b@11', 'initDone']);
    expect(await seriesValue(metrics, 'watch_relists_total', { resource: 'configmaps' })).toBe(2);
  });

  it.each<[string, Script]>([
    ['a reset', reset],
    ['500', fail(500, 'InternalError')],
    ['429', fail(429, 'TooManyRequests')],
    ['403', fail(403, 'Forbidden')],
    ['a server that never answers', () => undefined],
  ])('survives %s of the list', async (_name, script) => {
    const { seen, has } = await watch({ lists: [script, script, list(10, a)], watches: [quiet] });
    await has('initDone');
    expect(seen).toEqual(synced);
  });

  it.each<[string, Script]>([
    ['a reset', reset],
    ['500', fail(500, 'InternalError')],
    ['429', fail(429, 'TooManyRequests')],
    ['a server that never answers', () => undefined],
  ])('survives %s of the watch, without a new list', async (_name, script) => {
    const { seen, counts, has } = await watch({ lists: [list(10, a)], watches: [script, script, events(['ADDED', b])] });
    await has('apply b@11');
    expect([seen, counts.list]).toEqual([[...synced, 'apply b@11'], 1]);
  });

  it('waits as long as a 429 asks', async () => {
    const began = performance.now();
    const { has } = await watch({ lists: [fail(429, 'TooManyRequests', { 'retry-after': '1' }), list(10, a)], watches: [quiet] });
    await has('initDone');
    expect(performance.now() - began).toBeGreaterThanOrEqual(990);
  });

  it('does not spin on a server that closes every watch at once', async () => {
    const { counts } = await watch({ lists: [list(10, a)], watches: [then(quiet, end)] }, { firstPauseMs: 50, longestPauseMs: 50 });
    await eventually(() => counts.watch >= 2);
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(counts.watch).toBeLessThan(10);
  });

  it('lists again when the same version is refused again and again', async () => {
    const { counts } = await watch({ lists: [list(10, a), list(20, a)], watches: [fail(400, 'BadRequest'), fail(400, 'BadRequest'), fail(400, 'BadRequest'), fail(400, 'BadRequest'), fail(400, 'BadRequest'), quiet] });
    await eventually(() => counts.list === 2 && counts.watch === 6);
  });

  it.each<[string, Script]>([
    ['never said a word', (reply) => reply.open()],
    ['fell silent', quiet],
  ])('gives up a half-open connection that %s, a little after the server should have ended the watch', async (_name, script) => {
    const { versions, counts, metrics } = await watch({ lists: [list(10, a)], watches: [script] }, { watchSeconds: 1, inactivityGraceMs: 100 });
    await eventually(() => counts.watch === 2);
    expect(versions()).toEqual(['10', '10']);
    expect(await seriesValue(metrics, 'watch_reconnects_total', { cause: 'network' })).toBe(1);
  });

  it('delivers nothing after stop, at whatever moment', async () => {
    const { seen, watcher, server, counts } = await watch({ lists: [list(10, a)], watches: [(reply) => void setTimeout(() => reply.event('ADDED', b), 50)] });
    await eventually(() => counts.watch === 1);
    await watcher.stop();
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect([seen, server.requests.length]).toEqual([synced, 2]);
  });

  it('shows how long it has heard nothing', async () => {
    const { metrics, counts } = await watch({ lists: [list(10, a)], watches: [quiet] });
    await eventually(() => counts.watch === 1);
    await new Promise((resolve) => setTimeout(resolve, 60));
    expect(await seriesValue(metrics, 'watch_last_activity_age_seconds', { resource: 'configmaps' })).toBeGreaterThan(0.04);
  });
});
