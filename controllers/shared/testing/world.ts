// A cluster in memory for property tests of whole reconciles: what a controller reads from its caches is what it wrote,
// at once. It locks, counts generations and collects garbage as the API server does; everything else is tested on a real one.
import { isDeepStrictEqual } from 'node:util';
import type { Client } from '../../../operator/runtime/client.ts';
import { ApiError } from '../../../operator/runtime/errors.ts';
import type { EventInput } from '../../../operator/runtime/events.ts';
import { createLogger, type Logger } from '../../../operator/runtime/log.ts';
import type { Outcome } from '../../../operator/runtime/outcome.ts';
import type { WithStatus } from '../../../operator/runtime/kstatus.ts';
import { assertStatusInvariants } from '../../../operator/runtime/status-invariants.ts';
import { createStore, type IndexFunctions, type WritableStore } from '../../../operator/runtime/store.ts';
import { createFakeClock, type FakeClock } from '../../../operator/runtime/testing/fake-clock.ts';
import { keyOf, keyString, resourceName, type Key, type KubeObject, type ResourceType } from '../../../operator/runtime/types.ts';
import type { AuditRecord } from '../announce.ts';

export interface World {
  readonly client: Client;
  readonly clock: FakeClock;
  readonly logger: Logger;
  readonly recorder: { emit(event: EventInput): void; close(): Promise<void> };
  /** Every request that changed something, or tried to. */
  readonly writes: string[];
  readonly events: EventInput[];
  readonly audit: (AuditRecord & { readonly note: string })[];
  /** `Ready=True Serving`: every condition that any status ever carried. */
  readonly seen: Set<string>;
  store<T extends KubeObject>(type: ResourceType, indexes?: IndexFunctions<T>): WritableStore<T>;
  /** A user, or another controller, writes: creates or replaces, and the generation counts changes of spec. */
  put<T extends KubeObject>(type: ResourceType, object: T): T;
  edit<T extends KubeObject>(type: ResourceType, key: Key, change: (object: T) => T): void;
  remove(type: ResourceType, key: Key): void;
  /** The next status write meets somebody else's. */
  conflictOnce(): void;
}

type Stored = WithStatus & { spec?: unknown };

export function createWorld(options: { readonly bounded?: boolean; readonly main: ResourceType }): World {
  const clock = createFakeClock();
  const stores = new Map<string, WritableStore<Stored>>();
  const [writes, events, audit, seen] = [[] as string[], [] as EventInput[], [] as World['audit'], new Set<string>()];
  let version = 0;
  let conflicts = 0;

  const store = (type: ResourceType, indexes: IndexFunctions<Stored> = {}): WritableStore<Stored> => {
    const id = resourceName(type);
    const known = stores.get(id) ?? createStore<Stored>({ indexes, onIndexError: (_index, _object, error) => { throw error; } });
    stores.set(id, known);
    return known;
  };
  const refuse = (status: number, reason: string, object: KubeObject): never => {
    throw new ApiError({ status, reason, message: `${reason}: ${object.kind} ${object.metadata.name}` });
  };
  const note = (operation: string, type: ResourceType, name: string): void => void writes.push(`${operation} ${resourceName(type)} ${name}`);

  const keep = (type: ResourceType, before: Stored | undefined, after: Stored): Stored => {
    const next = JSON.parse(JSON.stringify(after)) as Stored;
    if (before !== undefined && isDeepStrictEqual({ ...before, metadata: { ...before.metadata, resourceVersion: '' } }, { ...next, metadata: { ...next.metadata, resourceVersion: '' } })) return before;
    version += 1;
    const generation = before === undefined ? 1 : (before.metadata.generation ?? 1) + (isDeepStrictEqual(before.spec, next.spec) ? 0 : 1);
    const uid = before?.metadata.uid ?? next.metadata.uid ?? `uid-${version}`;
    const kept: Stored = { ...next, metadata: { creationTimestamp: clock.now().toISOString(), ...next.metadata, uid, generation, resourceVersion: String(version) } };
    if (kept.metadata.deletionTimestamp !== undefined && (kept.metadata.finalizers ?? []).length === 0) {
      drop(store(type), keyOf(kept));
      return kept;
    }
    return store(type).put(kept).object;
  };
  const drop = (from: WritableStore<Stored>, key: Key): void => {
    const gone = from.remove(key);
    if (gone === undefined) return;
    for (const one of stores.values()) for (const child of one.list()) if (child.metadata.ownerReferences?.some(({ uid }) => uid === gone.metadata.uid) === true) drop(one, keyOf(child));
  };
  const remove = (type: ResourceType, key: Key): void => {
    const known = store(type).get(key);
    if (known === undefined) return;
    if ((known.metadata.finalizers ?? []).length === 0) drop(store(type), key);
    else if (known.metadata.deletionTimestamp === undefined) keep(type, known, { ...known, metadata: { ...known.metadata, deletionTimestamp: clock.now().toISOString() } });
  };
  const check = (object: Stored): void => {
    assertStatusInvariants(object, { bounded: options.bounded === true });
    for (const { type, status, reason } of object.status?.conditions ?? []) seen.add(`${type}=${status} ${reason}`);
  };

  const client = {
    get: (type: ResourceType, key: Key) => Promise.resolve(store(type).get(key)),
    list: (type: ResourceType) => Promise.resolve({ items: [...store(type).list()], resourceVersion: String(version) }),
    async create(type: ResourceType, object: Stored) {
      note('create', type, object.metadata.name);
      if (store(type).get(keyOf(object)) !== undefined) refuse(409, 'AlreadyExists', object);
      return keep(type, undefined, object);
    },
    async apply(type: ResourceType, object: Stored) {
      note('apply', type, object.metadata.name);
      const before = store(type).get(keyOf(object));
      return keep(type, before, { ...(before ?? {}), ...object, metadata: { ...(before?.metadata ?? {}), ...object.metadata } });
    },
    async applyStatus(type: ResourceType, object: Stored) {
      note('status', type, object.metadata.name);
      const before = store(type).get(keyOf(object)) ?? refuse(404, 'NotFound', object);
      if (conflicts > 0) {
        conflicts -= 1;
        keep(type, before, { ...before, metadata: { ...before.metadata, labels: { ...before.metadata.labels, touched: String(version) } } });
        refuse(409, 'Conflict', object);
      }
      if (object.metadata.resourceVersion !== before.metadata.resourceVersion) refuse(409, 'Conflict', object);
      const after = keep(type, before, { ...before, ...(object.status === undefined ? {} : { status: object.status }) });
      if (type === options.main) check(after);
      return after;
    },
    async patch(type: ResourceType, key: Key, patch: Partial<Stored>) {
      note('patch', type, key.name);
      const before = store(type).get(key);
      if (before === undefined) throw new ApiError({ status: 404, reason: 'NotFound', message: keyString(key) });
      const { resourceVersion } = patch.metadata ?? {};
      if (resourceVersion !== undefined && resourceVersion !== before.metadata.resourceVersion) refuse(409, 'Conflict', before);
      return keep(type, before, { ...before, metadata: { ...before.metadata, ...patch.metadata }, ...(patch.spec === undefined ? {} : { spec: { ...(before.spec as object), ...patch.spec } }) });
    },
    async delete(type: ResourceType, key: Key) {
      note('delete', type, key.name);
      remove(type, key);
    },
    replace: () => Promise.reject(new Error('no controller replaces')),
  };

  return {
    client: client as unknown as Client,
    clock,
    logger: createLogger({ level: 'info', destination: { write: (line: string) => keepAudit(JSON.parse(line) as { audit?: boolean } & World['audit'][number]) } }),
    recorder: { emit: (event) => void events.push(event), close: () => Promise.resolve() },
    writes,
    events,
    audit,
    seen,
    store: store as World['store'],
    put: <T extends KubeObject>(type: ResourceType, object: T) => keep(type, store(type).get(keyOf(object)), object) as unknown as T,
    edit: <T extends KubeObject>(type: ResourceType, key: Key, change: (object: T) => T) => {
      const before = store(type).get(key);
      if (before !== undefined) keep(type, before, change(before as unknown as T));
    },
    remove,
    conflictOnce: () => void (conflicts += 1),
  };

  function keepAudit(line: { audit?: boolean } & World['audit'][number]): void {
    if (line.audit === true) audit.push(line);
  }
}

const longestWay = 40;

/** Reconciles until nothing is written any more at this moment, and then once more: that one must write nothing and tell nothing. */
export async function settle(world: World, reconcile: () => Promise<Outcome>): Promise<void> {
  for (let round = 0; round < longestWay; round += 1) {
    const before = world.writes.length;
    const outcome = await reconcile();
    const again = outcome.kind === 'retry' || (outcome.kind === 'waiting' && outcome.afterMs === 0);
    if (world.writes.length > before || again) continue;
    const [writes, events] = [world.writes.length, world.events.length];
    await reconcile();
    const told = world.events.slice(events).map(({ reason }) => reason);
    if (world.writes.length > writes || told.length > 0) throw new Error(`a reconcile with nothing to do wrote ${JSON.stringify(world.writes.slice(writes))} and told ${JSON.stringify(told)}`);
    return;
  }
  throw new Error(`no end after ${longestWay} reconciles; the last writes: ${JSON.stringify(world.writes.slice(-6))}`);
}

/** Throws unless every audit line has exactly one event with the same facts, and the other way round. */
export function assertAudit(world: World, annotation: string): void {
  const told = world.events.flatMap(({ annotations, note }) => (annotations === undefined ? [] : [{ ...(JSON.parse(annotations[annotation] ?? '{}') as AuditRecord), note }]));
  const logged = world.audit.map(({ decision, subject, from, to, numbers, note }) => ({ decision, subject, from, to, numbers, note }));
  if (!isDeepStrictEqual(told, logged)) throw new Error(`audit log and events differ:\n${JSON.stringify(logged)}\n${JSON.stringify(told)}`);
  for (const { decision, from, to, numbers } of logged) if ((from === '' && to === '') || Object.keys(numbers).length === 0) throw new Error(`${decision} has no facts`);
}
