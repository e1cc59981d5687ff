// Whatever the network does, the informer ends up with what the server has, and its handlers were told a true story.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createClient } from './client.ts';
import { createInformer } from './informer.ts';
import type { FaultReply, FaultRequest } from './testing/fault-server.ts';
import { startFaultServer } from './testing/fault-server.ts';
import { configMap, configMapType } from './testing/samples.ts';
import type { ConfigMap } from './testing/samples.ts';
import { eventually, silentSurroundings } from './testing/silent.ts';

const pageSize = 3;

/** A collection with versions, pages, a short history and bookmarks, as kube-apiserver has them. */
function createCollection() {
  const objects = new Map<string, ConfigMap>();
  const pages = new Map<string, { readonly items: ConfigMap[]; readonly version: number }>();
  const watches = new Set<FaultReply>();
  let history: { readonly version: number; readonly type: string; readonly object: ConfigMap }[] = [];
  let version = 1;
  let oldest = 1;
  let uids = 0;

  const record = (type: string, object: ConfigMap): void => {
    history.push({ version, type, object });
    for (const reply of watches) reply.event(type, object);
  };

  return {
    objects,
    watches,
    set(name: string) {
      version += 1;
      const before = objects.get(name);
      const object = configMap(name, { version, uid: before?.metadata.uid ?? `uid-${(uids += 1)}` });
      objects.set(name, object);
      record(before === undefined ? 'ADDED' : 'MODIFIED', object);
    },
    remove(name: string) {
      const before = objects.get(name);
      if (before === undefined) return;
      version += 1;
      objects.delete(name);
      record('DELETED', { ...before, metadata: { ...before.metadata, resourceVersion: String(version) } });
    },
    /** What etcd does every five minutes. */
    compact() {
      history = [];
      oldest = version;
      pages.clear();
    },
    bookmark() {
      for (const reply of watches) reply.event('BOOKMARK', { metadata: { resourceVersion: String(version) } });
    },
    serve(request: FaultRequest, reply: FaultReply) {
      if (request.query.has('watch')) {
        const from = Number(request.query.get('resourceVersion'));
        if (from < oldest) return reply.fail(410, 'Expired');
        reply.open();
        watches.add(reply);
        void reply.gone.then(() => watches.delete(reply));
        for (const event of history) if (event.version > from) reply.event(event.type, event.object);
        return;
      }
      const token = request.query.get('continue');
      const source = token === null ? { items: [...objects.values()], version } : pages.get(token);
      if (source === undefined) return reply.fail(410, 'Expired');
      const rest = source.items.slice(pageSize);
      const next = `${source.version}-${rest.length}`;
      if (rest.length > 0) pages.set(next, { items: rest, version: source.version });
      reply.json(200, { metadata: { resourceVersion: String(source.version), ...(rest.length > 0 ? { continue: next } : {}) }, items: source.items.slice(0, pageSize) });
    },
  };
}

const name = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g', 'h');
const outage = fc.record({ kind: fc.constant('outage' as const), how: fc.array(fc.constantFrom('reset', '500', '429', '410', 'garbage', 'close'), { minLength: 1, maxLength: 4 }) });
const act = fc.oneof(
  { weight: 6, arbitrary: fc.record({ kind: fc.constantFrom('set' as const, 'remove' as const), name }) },
  { weight: 2, arbitrary: outage },
  { weight: 4, arbitrary: fc.record({ kind: fc.constantFrom('reset' as const, 'tear' as const, 'close' as const, 'compact' as const, 'bookmark' as const, 'error' as const) }) },
  // Time for the informer to take in what happened; without it much happens in one gap.
  { weight: 5, arbitrary: fc.record({ kind: fc.constant('wait' as const), ms: fc.integer({ min: 1, max: 12 }) }) },
);
type Act = typeof act extends fc.Arbitrary<infer T> ? T : never;
const ending: readonly string[] = ['tear', 'reset', 'close', 'error', 'outage'];

async function play(acts: readonly Act[]): Promise<void> {
  const collection = createCollection();
  const failures: string[] = [];
  const server = await startFaultServer((request, reply) => {
    const failure = failures.shift();
    if (failure === undefined) return collection.serve(request, reply);
    if (failure === 'reset') return reply.reset();
    if (failure === 'garbage') return reply.text(200, '<html>\n');
    if (failure === 'close') return reply.text(200, '');
    return reply.fail(Number(failure), failure === '410' ? 'Gone' : 'Trouble');
  });
  const surroundings = silentSurroundings();
  const client = createClient({ kubeConfig: server.kubeConfig(), ...surroundings, policy: { attempts: 1, deadlineMs: 1_000 } });
  const informer = createInformer<ConfigMap>({ client, type: configMapType, ...surroundings, timing: { pageSize, firstPauseMs: 1, longestPauseMs: 4 } });
  const told = new Map<string, string>();
  const lies: string[] = [];
  informer.onChange(({ type, object, old }) => {
    const { name: id, resourceVersion = '', uid } = object.metadata;
    const known = told.get(id);
    if ((type === 'added') !== (known === undefined)) lies.push(`${type} ${id} while ${known === undefined ? 'unknown' : 'known'}`);
    if (type === 'updated' && known === resourceVersion) lies.push(`${id} updated without a change`);
    if (type === 'updated' && old?.metadata.uid !== uid) lies.push(`${id} updated into another object`);
    if (known !== undefined && type !== 'deleted' && Number(resourceVersion) < Number(known)) lies.push(`${id} went back from ${known} to ${resourceVersion}`);
    if (type === 'deleted') told.delete(id);
    else told.set(id, resourceVersion);
  });
  for (const id of ['a', 'b', 'c', 'd']) collection.set(id);
  informer.start();
  try {
    await eventually(() => collection.watches.size === 1);
    for (const one of acts) {
      if (one.kind === 'set') collection.set(one.name);
      if (one.kind === 'remove') collection.remove(one.name);
      if (one.kind === 'outage') failures.push(...one.how);
      if (one.kind === 'compact') collection.compact();
      if (one.kind === 'bookmark') collection.bookmark();
      if (one.kind === 'wait') await new Promise((resolve) => setTimeout(resolve, one.ms));
      for (const reply of [...collection.watches]) {
        if (one.kind === 'tear') reply.write('{"type":"ADDED","object":{"metad');
        if (one.kind === 'reset' || one.kind === 'tear' || one.kind === 'outage') reply.reset();
        if (one.kind === 'close') reply.end();
        if (one.kind === 'error') reply.event('ERROR', { kind: 'Status', code: 500, reason: 'InternalError', message: 'on purpose' });
        if (ending.includes(one.kind)) collection.watches.delete(reply);
      }
    }
    const truth = (): string[] => [...collection.objects.values()].map((one) => `${one.metadata.name}@${one.metadata.resourceVersion}`).sort();
    const held = (): string[] => informer.store.list().map((one) => `${one.metadata.name}@${one.metadata.resourceVersion}`).sort();
    await eventually(() => informer.hasSynced() && JSON.stringify(held()) === JSON.stringify(truth()));
    expect([...told].map(([id, at]) => `${id}@${at}`).sort()).toEqual(truth());
    expect(lies).toEqual([]);
  } finally {
    await informer.stop();
    await client.close();
    await server.close();
  }
}

describe('informer under random faults', () => {
  it('converges to the server and tells its handlers no lies', async () => {
    await fc.assert(fc.asyncProperty(fc.array(act, { minLength: 5, maxLength: 40 }), play), { numRuns: 60 });
  }, 120_000);
});
