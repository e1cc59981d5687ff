import { deepFreeze } from './deep-freeze.ts';
import { keyOf, keyString } from './types.ts';
import type { Key, KubeObject } from './types.ts';

/** A read-only view of the last known objects. They are deep-frozen and without managedFields: copy before you change one. */
export interface Store<T extends KubeObject> {
  get(key: Key): T | undefined;
  /** All, or those of one namespace. The array is shared until the next change: do not sort it in place (it is frozen). */
  list(namespace?: string): readonly T[];
  /** Throws for an index that was not declared: a typo must not look like "nothing found". */
  byIndex(index: string, value: string): readonly T[];
}

export type IndexFunctions<T extends KubeObject> = Readonly<Record<string, (object: T) => string[]>>;

export interface WritableStore<T extends KubeObject> extends Store<T> {
  /** Freezes and keeps the object; returns it and what it replaces. */
  put(object: T): { readonly object: T; readonly old: T | undefined };
  remove(key: Key): T | undefined;
  readonly size: number;
}

/** Objects by key whose array is made at most once between two changes (scans of 10k objects cost 0.35 ms each otherwise). */
interface Bucket<T> {
  readonly byKey: Map<string, T>;
  snapshot: readonly T[] | undefined;
}

const empty: readonly never[] = Object.freeze([]);

export function createStore<T extends KubeObject>(options: { readonly indexes?: IndexFunctions<T>; readonly onIndexError: (index: string, object: T, error: unknown) => void }): WritableStore<T> {
  const all = newBucket<T>();
  const namespaces = new Map<string, Bucket<T>>();
  const indexes = new Map(Object.entries(options.indexes ?? {}).map(([name, values]) => [name, { values, buckets: new Map<string, Bucket<T>>() }]));
  // What each object was indexed under: the function is not asked again, it may answer otherwise by then.
  const placements = new Map<string, readonly (readonly [string, string])[]>();

  const indexValues = (index: string, values: (object: T) => string[], object: T): readonly string[] => {
    try {
      return values(object);
    } catch (error) {
      options.onIndexError(index, object, error);
      return [];
    }
  };

  const unplace = (id: string, key: Key): void => {
    removeFrom(namespaces, key.namespace, id);
    for (const [index, value] of placements.get(id) ?? []) {
      const entry = indexes.get(index);
      if (entry !== undefined) removeFrom(entry.buckets, value, id);
    }
    placements.delete(id);
  };

  return {
    get: (key) => all.byKey.get(keyString(key)),
    list(namespace) {
      if (namespace === undefined || namespace === '') return snapshotOf(all);
      const bucket = namespaces.get(namespace);
      return bucket === undefined ? empty : snapshotOf(bucket);
    },
    byIndex(index, value) {
      const entry = indexes.get(index);
      if (entry === undefined) throw new Error(`the store has no index "${index}"; declared: ${[...indexes.keys()].join(', ') || 'none'}`);
      const bucket = entry.buckets.get(value);
      return bucket === undefined ? empty : snapshotOf(bucket);
    },
    put(given) {
      const object = frozenCopy(given);
      const key = keyOf(object);
      const id = keyString(key);
      const old = all.byKey.get(id);
      if (old !== undefined) unplace(id, key);
      addTo(all, id, object);
      addTo(bucketOf(namespaces, key.namespace), id, object);
      const placed: (readonly [string, string])[] = [];
      for (const [index, entry] of indexes) {
        for (const value of new Set(indexValues(index, entry.values, object))) {
          addTo(bucketOf(entry.buckets, value), id, object);
          placed.push([index, value]);
        }
      }
      placements.set(id, placed);
      return { object, old };
    },
    remove(key) {
      const id = keyString(key);
      const old = all.byKey.get(id);
      if (old === undefined) return undefined;
      unplace(id, key);
      all.byKey.delete(id);
      all.snapshot = undefined;
      return old;
    },
    get size() {
      return all.byKey.size;
    },
  };
}

/** managedFields are a third of a typical object and nobody reads them here. */
export function frozenCopy<T extends KubeObject>(object: T): T {
  if (object.metadata.managedFields === undefined) return deepFreeze(object);
  const { managedFields: _dropped, ...metadata } = object.metadata;
  return deepFreeze({ ...object, metadata });
}

function newBucket<T>(): Bucket<T> {
  return { byKey: new Map(), snapshot: undefined };
}

function bucketOf<T>(buckets: Map<string, Bucket<T>>, name: string): Bucket<T> {
  let bucket = buckets.get(name);
  if (bucket === undefined) {
    bucket = newBucket();
    buckets.set(name, bucket);
  }
  return bucket;
}

function addTo<T>(bucket: Bucket<T>, id: string, object: T): void {
  bucket.byKey.set(id, object);
  bucket.snapshot = undefined;
}

function removeFrom<T>(buckets: Map<string, Bucket<T>>, name: string, id: string): void {
  const bucket = buckets.get(name);
  if (bucket === undefined) return;
  bucket.byKey.delete(id);
  bucket.snapshot = undefined;
  if (bucket.byKey.size === 0) buckets.delete(name);
}

function snapshotOf<T>(bucket: Bucket<T>): readonly T[] {
  bucket.snapshot ??= Object.freeze([...bucket.byKey.values()]);
  return bucket.snapshot;
}
