import type { KubeConfig } from '@kubernetes/client-node';
import { createCaller } from './caller.ts';
import type { Caller, CallPolicy, WriteGuard } from './caller.ts';
import type { Clock } from './clock.ts';
import { isGone, isNotFound } from './errors.ts';
import type { Logger } from './log.ts';
import type { Metrics } from './metrics.ts';
import { collectionPath, objectPath, queryString } from './resource-path.ts';
import { createTransport } from './transport.ts';
import type { HttpStream, Transport } from './transport.ts';
import { apiVersionOf, keyOf } from './types.ts';
import type { Key, KubeObject, ResourceType, Sparse } from './types.ts';

export interface ListOptions {
  /** One namespace; default all. */
  readonly namespace?: string;
  readonly labelSelector?: string;
  readonly fieldSelector?: string;
}

export interface DeleteOptions {
  readonly propagationPolicy?: 'Background' | 'Foreground' | 'Orphan';
  /** Delete only this very object (isConflict otherwise). */
  readonly uid?: string;
  readonly resourceVersion?: string;
}

export type Subresource = 'status' | 'scale';

/** Calls to the API server. Every failure is an ApiError; every call has a deadline (default 30 s an attempt). */
export interface Client {
  /** `undefined` when it does not exist. */
  get<T extends KubeObject>(type: ResourceType, key: Key): Promise<T | undefined>;
  /** Everything that matches, read in pages of 500. */
  list<T extends KubeObject>(type: ResourceType, options?: ListOptions): Promise<{ items: T[]; resourceVersion: string }>;
  create<T extends KubeObject>(type: ResourceType, object: T): Promise<T>;
  /** Server-side apply with force: creates or updates; a field that this manager applied before and omits now is removed. */
  apply<T extends KubeObject>(type: ResourceType, object: Sparse<T>, options: { readonly fieldManager: string }): Promise<T>;
  /** Server-side apply on `/status` with force. Never creates: isNotFound when the object is gone. */
  applyStatus<T extends KubeObject>(type: ResourceType, object: Sparse<T>, options: { readonly fieldManager: string }): Promise<T>;
  /** JSON merge patch; `metadata.resourceVersion` in it makes it an optimistic lock (isConflict when it does not hold). */
  patch<T extends KubeObject>(type: ResourceType, key: Key, patch: object, options?: { readonly subresource?: Subresource }): Promise<T>;
  replace<T extends KubeObject>(type: ResourceType, object: T, options?: { readonly subresource?: Subresource }): Promise<T>;
  /** Succeeds when the object does not exist. */
  delete(type: ResourceType, key: Key, options?: DeleteOptions): Promise<void>;
}

export interface Page<T extends KubeObject> {
  readonly items: T[];
  readonly resourceVersion: string;
  /** Present: there is another page. */
  readonly continueToken: string | undefined;
}

export interface WatchOptions extends ListOptions {
  readonly resourceVersion: string;
  readonly timeoutSeconds: number;
  readonly signal: AbortSignal;
}

/** What the watcher needs: no retries in here, it has a backoff of its own. */
export interface WatchClient {
  listPage<T extends KubeObject>(type: ResourceType, options: ListOptions & { readonly limit: number; readonly continueToken?: string; readonly signal?: AbortSignal }): Promise<Page<T>>;
  /** Resolves when the server has answered 200; rejects with an ApiError otherwise. */
  watch(type: ResourceType, options: WatchOptions): Promise<HttpStream>;
}

/** For people at a terminal; no controller reads logs. */
export interface LogReader {
  /** The newest lines of a container's log. */
  readLog(pod: Key, options: { readonly container: string; readonly tailLines: number }): Promise<string>;
}

export interface ApiClient extends Client, WatchClient {
  /** The same connections with another deadline or number of attempts (leader election wants one short attempt). */
  withPolicy(policy: Partial<CallPolicy>): ApiClient;
  /** Ends all connections, watches included. */
  close(): Promise<void>;
}

/** What a manager needs. */
export interface GuardedClient extends ApiClient {
  /**
   * From now on every changing call of this client, and of all that share its connections, asks `guard` when it is made
   * and again right before its bytes go to the socket. What the guard returns is thrown instead, and never retried.
   */
  guardWrites(guard: WriteGuard): void;
}

export interface ClientOptions {
  readonly kubeConfig: KubeConfig;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly metrics: Metrics;
  /** Uniform in [0, 1). */
  readonly random?: () => number;
  readonly policy?: Partial<CallPolicy>;
}

const podType: ResourceType = { group: '', version: 'v1', kind: 'Pod', plural: 'pods', namespaced: true };
const pageSize = 500;
const defaultPolicy: CallPolicy = { deadlineMs: 30_000, attempts: 5, backoffMs: 200, longestPauseMs: 10_000, guarded: true };

export function createClient(options: ClientOptions): GuardedClient & LogReader {
  const transport = createTransport(options);
  const gate: Gate = { guard: () => undefined };
  const client = clientOver(transport, options, { ...defaultPolicy, ...options.policy }, gate);
  return {
    ...client,
    guardWrites(guard) {
      gate.guard = guard;
    },
  };
}

/** Shared by all clients over the same connections: none can be left unguarded by the order in which they were made. */
interface Gate {
  guard: WriteGuard;
}

function clientOver(transport: Transport, options: ClientOptions, policy: CallPolicy, gate: Gate): ApiClient & LogReader {
  const callerWith = (chosen: CallPolicy): Caller => createCaller({ transport, policy: chosen, clock: options.clock, logger: options.logger, metrics: options.metrics, random: options.random ?? Math.random, guard: () => gate.guard() });
  const caller = callerWith(policy);
  const once = callerWith({ ...policy, attempts: 1 });

  const applyTo = async <T extends KubeObject>(type: ResourceType, object: Sparse<T>, fieldManager: string, subresource?: Subresource): Promise<T> =>
    caller.json<T>({
      method: 'PATCH',
      path: objectPath(type, keyOf(object), subresource) + queryString({ fieldManager, force: true }),
      contentType: 'application/apply-patch+yaml', // JSON is YAML
      body: object,
      idempotent: true,
    });

  const client: ApiClient & LogReader = {
    async get<T extends KubeObject>(type: ResourceType, key: Key) {
      try {
        return await caller.json<T>({ method: 'GET', path: objectPath(type, key), idempotent: true });
      } catch (error) {
        if (isNotFound(error)) return undefined;
        throw error;
      }
    },

    async list<T extends KubeObject>(type: ResourceType, listOptions: ListOptions = {}) {
      try {
        return await listAll<T>(caller, type, listOptions, pageSize);
      } catch (error) {
        // The continue token expired between two pages (etcd compaction): one list without pages, as client-go's pager does.
        if (isGone(error)) return listAll<T>(caller, type, listOptions, 0);
        throw error;
      }
    },

    create: (type, object) => caller.json({ method: 'POST', path: collectionPath(type, keyOf(object).namespace), body: object, idempotent: false }),

    apply: (type, object, { fieldManager }) => applyTo(type, object, fieldManager),

    applyStatus: (type, object, { fieldManager }) => applyTo(type, object, fieldManager, 'status'),

    patch: (type, key, patch, patchOptions = {}) =>
      caller.json({ method: 'PATCH', path: objectPath(type, key, patchOptions.subresource), contentType: 'application/merge-patch+json', body: patch, idempotent: true }),

    replace: (type, object, replaceOptions = {}) =>
      caller.json({ method: 'PUT', path: objectPath(type, keyOf(object), replaceOptions.subresource), body: object, idempotent: true }),

    async delete(type, key, { propagationPolicy = 'Background', uid, resourceVersion } = {}) {
      const preconditions = { ...(uid === undefined ? {} : { uid }), ...(resourceVersion === undefined ? {} : { resourceVersion }) };
      const body = { apiVersion: 'v1', kind: 'DeleteOptions', propagationPolicy, ...(Object.keys(preconditions).length === 0 ? {} : { preconditions }) };
      try {
        await caller.json({ method: 'DELETE', path: objectPath(type, key), body, idempotent: true });
      } catch (error) {
        if (!isNotFound(error)) throw error;
      }
    },

    listPage: (type, pageOptions) => pageBy(once, type, pageOptions),

    watch(type, { namespace = '', labelSelector, fieldSelector, resourceVersion, timeoutSeconds, signal }) {
      const query = queryString({ watch: true, allowWatchBookmarks: true, labelSelector, fieldSelector, resourceVersion, timeoutSeconds });
      return caller.stream(collectionPath(type, namespace) + query, signal);
    },

    async readLog(pod, { container, tailLines }) {
      const signal = AbortSignal.timeout(policy.deadlineMs);
      const { body } = await caller.stream(objectPath(podType, pod, 'log') + queryString({ container, tailLines }), signal);
      const chunks: Uint8Array[] = [];
      for await (const chunk of body) chunks.push(chunk);
      return Buffer.concat(chunks).toString('utf8');
    },

    withPolicy: (other) => clientOver(transport, options, { ...policy, ...other }, gate),

    close: () => transport.close(),
  };
  return client;
}

type PageOptions = Parameters<WatchClient['listPage']>[1];

async function pageBy<T extends KubeObject>(by: Caller, type: ResourceType, { namespace = '', labelSelector, fieldSelector, limit, continueToken, signal }: PageOptions): Promise<Page<T>> {
  const query = queryString({ labelSelector, fieldSelector, limit: limit === 0 ? undefined : limit, continue: continueToken });
  const list = await by.json<ListBody<T>>({ method: 'GET', path: collectionPath(type, namespace) + query, idempotent: true, ...(signal === undefined ? {} : { signal }) });
  const apiVersion = apiVersionOf(type);
  // Items of built-in lists carry neither apiVersion nor kind; owner references and events need both.
  const items = (list.items ?? []).map((item) => ({ ...item, apiVersion, kind: type.kind }));
  const next = list.metadata.continue;
  return { items, resourceVersion: list.metadata.resourceVersion ?? '', continueToken: next === undefined || next === '' ? undefined : next };
}

interface ListBody<T> {
  readonly metadata: { readonly resourceVersion?: string; readonly continue?: string };
  readonly items: T[] | null;
}

async function listAll<T extends KubeObject>(caller: Caller, type: ResourceType, options: ListOptions, limit: number): Promise<{ items: T[]; resourceVersion: string }> {
  const items: T[] = [];
  let continueToken: string | undefined;
  for (;;) {
    const page: Page<T> = await pageBy<T>(caller, type, { ...options, limit, ...(continueToken === undefined ? {} : { continueToken }) });
    items.push(...page.items);
    if (page.continueToken === undefined) return { items, resourceVersion: page.resourceVersion };
    continueToken = page.continueToken;
  }
}
