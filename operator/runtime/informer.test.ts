import { afterEach, describe, expect, it } from 'vitest';
import { createClient } from './client.ts';
import type { Change, Informer, InformerOptions } from './informer.ts';
import { createInformer } from './informer.ts';
import type { FaultReply, FaultRequest } from './testing/fault-server.ts';
import { startFaultServer } from './testing/fault-server.ts';
import { configMap, configMapType } from './testing/samples.ts';
import type { ConfigMap } from './testing/samples.ts';
import { eventually, seriesValue, silentSurroundings } from './testing/silent.ts';

const cleanups: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
});

interface Collection {
  items: ConfigMap[];
  version: number;
  readonly watches: Set<FaultReply>;
}

/** A server with one collection that tests change behind the informer's back. */
async function setUp(items: ConfigMap[], options: Partial<Pick<InformerOptions<ConfigMap>, 'namespaces' | 'transform'>> = {}) {
  const collection: Collection = { items, version: 100, watches: new Set() };
  const server = await startFaultServer((request: FaultRequest, reply: FaultReply) => {
    if (!request.query.has('watch')) {
      const namespace = /namespaces\/([^/]+)\//.exec(request.path)?.[1];
      const selected = collection.items.filter((one) => namespace === undefined || one.metadata.namespace === namespace);
      return reply.json(200, { metadata: { resourceVersion: String(collection.version) }, items: selected });
    }
    if (request.query.get('resourceVersion') !== String(collection.version)) return reply.fail(410, 'Gone');
    reply.write('\n');
    collection.watches.add(reply);
    void reply.gone.then(() => collection.watches.delete(reply));
  });
  const surroundings = silentSurroundings();
  const client = createClient({ kubeConfig: server.kubeConfig(), ...surroundings });
  const changes: string[] = [];
  const informer: Informer<ConfigMap> = createInformer<ConfigMap>({ client, type: configMapType, ...options, ...surroundings, timing: { firstPauseMs: 5, longestPauseMs: 10 } });
  cleanups.push(() => server.close(), () => client.close(), () => informer.stop());
  const record = (change: Change<ConfigMap>): void => void changes.push(`${change.type} ${change.object.metadata.name}@${change.object.metadata.resourceVersion}${change.old === undefined ? '' : ` was ${change.old.metadata.resourceVersion}`}`);
  const send = (type: string, object: ConfigMap): void => collection.watches.forEach((reply) => reply.event(type, object));
  /** Cuts the watches and moves the version on, so that the informer must list again. */
  const gap = (after: ConfigMap[]): void => {
    collection.items = after;
    collection.version += 1;
    collection.watches.forEach((reply) => reply.reset());
  };
  return { informer, changes, record, send, gap, collection, metrics: surroundings.metrics };
}

describe('informer', () => {
  it('keeps of an object what it is told to keep, from lists and from watches', async () => {
    const { informer, send, collection } = await setUp([configMap('a')], { transform: (object) => ({ ...object, metadata: { ...object.metadata, labels: { kept: 'yes' } } }) });
    informer.start();
    await eventually(() => informer.hasSynced() && collection.watches.size === 1);
    send('ADDED', configMap('b', { version: 2 }));
    await eventually(() => informer.store.list().length === 2);
    expect(informer.store.list().map(({ metadata }) => metadata.labels)).toEqual([{ kept: 'yes' }, { kept: 'yes' }]);
  });

  it('has synced once the first list is in the store, and delivers additions, updates and deletions', async () => {
    const { informer, changes, record, send, collection } = await setUp([configMap('a')]);
    informer.onChange(record);
    expect(informer.hasSynced()).toBe(false);
    informer.start();
    await eventually(() => informer.hasSynced() && collection.watches.size === 1);
    send('ADDED', configMap('b', { version: 2 }));
    send('MODIFIED', configMap('b', { version: 3 }));
    send('DELETED', configMap('b', { version: 4 }));
    await eventually(() => changes.length === 4);
    expect(changes).toEqual(['added a@1', 'added b@2', 'updated b@3 was 2', 'deleted b@4']);
    expect(informer.store.list().map((one) => one.metadata.name)).toEqual(['a']);
  });

  it('finds after a gap what was added, changed and deleted in it, and is silent about the rest', async () => {
    const { informer, changes, record, gap } = await setUp([configMap('same'), configMap('changed'), configMap('deleted'), configMap('replaced')]);
    informer.start();
    await eventually(() => informer.hasSynced());
    informer.onChange(record);
    changes.length = 0;
    gap([configMap('same'), configMap('changed', { version: 5 }), configMap('added', { version: 6 }), configMap('replaced', { version: 7, uid: 'another' })]);
    await eventually(() => changes.length === 5);
    expect(changes.sort()).toEqual(['added added@6', 'added replaced@7', 'deleted deleted@1', 'deleted replaced@1', 'updated changed@5 was 1']);
  });

  it('delivers what is there already to a handler that comes late, and stops when told', async () => {
    const { informer, changes, record, send, collection } = await setUp([configMap('a')]);
    informer.start();
    await eventually(() => informer.hasSynced() && collection.watches.size === 1);
    const off = informer.onChange(record);
    expect(changes).toEqual(['added a@1']);
    off();
    send('ADDED', configMap('b'));
    await eventually(() => informer.store.list().length === 2);
    expect(changes).toHaveLength(1);
  });

  it('survives handlers that throw, at once or later, and counts them', async () => {
    const { informer, changes, record, metrics } = await setUp([configMap('a')]);
    informer.onChange(() => {
      throw new Error('sync');
    });
    const rejecting: unknown = async () => Promise.reject(new Error('async'));
    informer.onChange(rejecting as () => void);
    informer.onChange(record);
    informer.start();
    await eventually(() => changes.length === 1);
    await eventually(async () => (await seriesValue(metrics, 'informer_handler_errors_total', { stage: 'handler' })) === 2);
  });

  it('keeps several namespaces apart: a list of one deletes nothing of another', async () => {
    const { informer, changes, record, gap } = await setUp([configMap('a', { namespace: 'one' }), configMap('b', { namespace: 'two' }), configMap('c', { namespace: 'three' })], { namespaces: ['one', 'two'] });
    informer.onChange(record);
    informer.start();
    await eventually(() => informer.hasSynced());
    expect(informer.store.list().map((one) => one.metadata.name).sort()).toEqual(['a', 'b']);
    changes.length = 0;
    gap([configMap('b', { namespace: 'two' })]);
    await eventually(() => changes.length === 1);
    expect([changes, informer.store.list('two').length]).toEqual([['deleted a@1'], 1]);
  });

  it('delivers nothing after stop', async () => {
    const { informer, changes, record, send, collection } = await setUp([]);
    informer.onChange(record);
    informer.start();
    await eventually(() => collection.watches.size === 1);
    const stopped = informer.stop();
    send('ADDED', configMap('b'));
    await stopped;
    expect([changes, informer.hasSynced()]).toEqual([[], true]);
  });
});
