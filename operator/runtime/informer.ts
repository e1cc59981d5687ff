import type { WatchClient } from './client.ts';
import type { Clock } from './clock.ts';
import type { Logger } from './log.ts';
import type { Metrics } from './metrics.ts';
import { createStore, frozenCopy } from './store.ts';
import type { IndexFunctions, Store } from './store.ts';
import { keyOf, keyString, resourceName } from './types.ts';
import type { KubeObject, ResourceType } from './types.ts';
import { createWatcher } from './watcher.ts';
import type { WatchEvent, WatcherTiming } from './watcher.ts';

export interface Change<T extends KubeObject> {
  readonly type: 'added' | 'updated' | 'deleted';
  /** For `deleted`: the last state known. */
  readonly object: T;
  /** For `updated`: what the store held before. */
  readonly old?: T;
}

export interface Informer<T extends KubeObject> {
  readonly type: ResourceType;
  readonly store: Store<T>;
  start(): void;
  /** Resolves when nothing will be delivered any more. */
  stop(): Promise<void>;
  /** The first list of every namespace is complete. Stays true from then on. */
  hasSynced(): boolean;
  /**
   * Calls are made one after the other. What is in the store already is delivered first, as `added`, so that the order
   * of registering and starting does not matter. A handler that throws is logged and counted. Returns how to stop it.
   */
  onChange(handler: (change: Change<T>) => void): () => void;
}

export interface InformerOptions<T extends KubeObject> {
  readonly client: WatchClient;
  readonly type: ResourceType;
  /** Default: all. */
  readonly namespaces?: readonly string[];
  readonly labelSelector?: string;
  readonly fieldSelector?: string;
  readonly indexes?: IndexFunctions<T>;
  readonly logger: Logger;
  readonly metrics: Metrics;
  readonly clock: Clock;
  readonly random?: () => number;
  readonly timing?: Partial<WatcherTiming>;
}

export function createInformer<T extends KubeObject>(options: InformerOptions<T>): Informer<T> {
  const { client, type, metrics, clock } = options;
  const resource = resourceName(type);
  const logger = options.logger.child({ resource });
  const handlers = new Set<(change: Change<T>) => void>();
  const namespaces = options.namespaces === undefined || options.namespaces.length === 0 ? [''] : [...new Set(options.namespaces)];

  const store = createStore<T>({
    ...(options.indexes === undefined ? {} : { indexes: options.indexes }),
    onIndexError: (index, object, err) => fail('index', keyString(keyOf(object)), err, { index }),
  });

  const fail = (stage: string, key: string, err: unknown, extra: object = {}): void => {
    metrics.informerHandlerErrors.inc({ resource, stage });
    logger.error({ stage, key, err, ...extra }, 'informer: a callback threw');
  };

  const deliver = (handler: (change: Change<T>) => void, change: Change<T>): void => {
    const key = keyString(keyOf(change.object));
    try {
      const returned: unknown = handler(change);
      // An async function fits the type too; its rejection would end the process as an unhandled one.
      if (returned instanceof Promise) returned.catch((err: unknown) => fail('handler', key, err));
    } catch (err) {
      fail('handler', key, err);
    }
  };

  const emit = (change: Change<T>): void => {
    metrics.informerEvents.inc({ resource, type: change.type });
    for (const handler of [...handlers]) deliver(handler, change);
  };

  const put = (given: T): void => {
    const before = store.get(keyOf(given));
    // After a relist most objects are the ones already held; equality is all a resourceVersion may be compared for (KEP-5504).
    if (before !== undefined && before.metadata.uid === given.metadata.uid && before.metadata.resourceVersion === given.metadata.resourceVersion) return;
    // Deleted and created again in a gap: nobody must mistake the new object for the old one.
    if (before !== undefined && before.metadata.uid !== given.metadata.uid) remove(before);
    const { object, old } = store.put(given);
    emit(old === undefined ? { type: 'added', object } : { type: 'updated', object, old });
  };

  const remove = (last: T): void => {
    const held = store.remove(keyOf(last));
    if (held !== undefined) emit({ type: 'deleted', object: frozenCopy(last) });
  };

  const scopes = namespaces.map((namespace) => {
    let seen: Set<string> | undefined;
    let synced = false;
    const apply = (event: WatchEvent<T>): void => {
      switch (event.type) {
        case 'init':
          seen = new Set();
          break;
        case 'initApply':
          seen?.add(keyString(keyOf(event.object)));
          put(event.object);
          break;
        case 'initDone':
          // Deletions during a gap show only as absence from the new list.
          for (const held of store.list(namespace)) if (seen?.has(keyString(keyOf(held))) !== true) remove(held);
          seen = undefined;
          synced = true;
          break;
        case 'apply':
          put(event.object);
          break;
        case 'delete':
          remove(event.object);
          break;
      }
      metrics.informerObjects.set({ resource }, store.size);
    };
    const watcher = createWatcher<T>({
      client,
      type,
      namespace,
      ...(options.labelSelector === undefined ? {} : { labelSelector: options.labelSelector }),
      ...(options.fieldSelector === undefined ? {} : { fieldSelector: options.fieldSelector }),
      emit: apply,
      logger: namespace === '' ? logger : logger.child({ watchedNamespace: namespace }),
      metrics,
      clock,
      random: options.random ?? Math.random,
      ...(options.timing === undefined ? {} : { timing: options.timing }),
    });
    return { watcher, hasSynced: () => synced };
  });

  return {
    type,
    store,
    start: () => scopes.forEach(({ watcher }) => watcher.start()),
    async stop() {
      await Promise.all(scopes.map(({ watcher }) => watcher.stop()));
    },
    hasSynced: () => scopes.every((scope) => scope.hasSynced()),
    onChange(handler) {
      handlers.add(handler);
      for (const object of store.list()) deliver(handler, { type: 'added', object });
      return () => {
        handlers.delete(handler);
      };
    },
  };
}
