// The optimistic locking of the API server in memory, for tests that drive time by hand. Everything richer (server-side
// apply, watches, validation) is tested on a real kube-apiserver: test/integration.
import { isDeepStrictEqual } from 'node:util';
import type { WriteGuard } from '../caller.ts';
import type { GuardedClient } from '../client.ts';
import { ApiError } from '../errors.ts';
import { resourceName } from '../types.ts';
import type { Key, KubeObject, ResourceType } from '../types.ts';

export interface MemoryClient extends GuardedClient {
  /** Called before each operation; what it returns or throws decides: an error fails it, a promise delays it. */
  intercept: (operation: string, type: ResourceType, object: unknown) => void | Promise<void>;
  /** `create leases a`, `patch events b`, … */
  readonly operations: readonly string[];
  objects<T extends KubeObject>(type: ResourceType): T[];
}

export function createMemoryClient(): MemoryClient {
  const stored = new Map<string, KubeObject>();
  const operations: string[] = [];
  let version = 0;
  let guard: WriteGuard = () => undefined;

  const idOf = (type: ResourceType, key: Key): string => `${resourceName(type)} ${key.namespace}/${key.name}`;
  const refuse = (status: number, reason: string, id: string): never => {
    throw new ApiError({ status, reason, message: `${reason}: ${id}` });
  };
  const begin = async (operation: string, type: ResourceType, key: Key, object?: unknown): Promise<string> => {
    // The only unguarded client is that of the lease, and here all clients are one.
    const refused = operation === 'get' || type.plural === 'leases' ? undefined : guard();
    if (refused !== undefined) throw refused;
    operations.push(`${operation} ${resourceName(type)} ${key.name}`);
    await client.intercept(operation, type, object);
    return idOf(type, key);
  };
  const put = <T extends KubeObject>(id: string, object: T, metadata: Partial<KubeObject['metadata']> = {}): T => {
    version += 1;
    const kept = structuredClone({ ...object, metadata: { ...object.metadata, ...metadata, resourceVersion: String(version) } });
    stored.set(id, kept);
    return structuredClone(kept);
  };
  /** As on the server, a change that changes nothing makes no new version. */
  const change = <T extends KubeObject>(id: string, before: T | KubeObject, after: T): T => {
    const same = isDeepStrictEqual(before, { ...after, metadata: { ...after.metadata, resourceVersion: before.metadata.resourceVersion } });
    return same ? structuredClone(before as T) : put(id, after);
  };
  const keyIn = (object: KubeObject): Key => ({ namespace: object.metadata.namespace ?? '', name: object.metadata.name });
  const lock = (before: KubeObject, given: string | undefined, id: string): void => {
    if (given !== undefined && given !== before.metadata.resourceVersion) refuse(409, 'Conflict', id);
  };
  const notHere = (): never => {
    throw new Error('not in memory: test it on a real API server');
  };

  const client: MemoryClient = {
    intercept: () => undefined,
    operations,
    objects: <T extends KubeObject>(type: ResourceType) => [...stored].filter(([id]) => id.startsWith(`${resourceName(type)} `)).map(([, object]) => structuredClone(object) as T),
    async get<T extends KubeObject>(type: ResourceType, key: Key) {
      const object = stored.get(await begin('get', type, key));
      return object === undefined ? undefined : (structuredClone(object) as T);
    },
    list: <T extends KubeObject>(type: ResourceType) => Promise.resolve({ items: client.objects<T>(type), resourceVersion: String(version) }),
    async create(type, object) {
      const id = await begin('create', type, keyIn(object), object);
      if (stored.has(id)) refuse(409, 'AlreadyExists', id);
      return put(id, object, { uid: `uid-${version + 1}`, generation: 1 });
    },
    async replace(type, object) {
      const id = await begin('replace', type, keyIn(object), object);
      const before = stored.get(id) ?? refuse(404, 'NotFound', id);
      lock(before, object.metadata.resourceVersion, id);
      return change(id, before, object);
    },
    async patch<T extends KubeObject>(type: ResourceType, key: Key, patch: object) {
      const id = await begin('patch', type, key, patch);
      const before = stored.get(id) ?? refuse(404, 'NotFound', id);
      lock(before, (patch as { metadata?: { resourceVersion?: string } }).metadata?.resourceVersion, id);
      return change(id, before as T, mergePatch(before, patch) as T);
    },
    async delete(type, key) {
      stored.delete(await begin('delete', type, key));
    },
    apply: notHere,
    applyStatus: notHere,
    listPage: notHere,
    watch: notHere,
    withPolicy: () => client,
    guardWrites: (given) => {
      guard = given;
    },
    close: () => Promise.resolve(),
  };
  return client;
}

/** RFC 7386. */
function mergePatch(target: unknown, patch: unknown): unknown {
  if (typeof patch !== 'object' || patch === null || Array.isArray(patch)) return patch;
  const base = typeof target === 'object' && target !== null && !Array.isArray(target) ? target : {};
  const merged = new Map<string, unknown>(Object.entries(base));
  for (const [name, value] of Object.entries(patch)) {
    if (value === null) merged.delete(name);
    else merged.set(name, mergePatch(merged.get(name), value));
  }
  return Object.fromEntries(merged);
}
