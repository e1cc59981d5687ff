import type { ResourceEvent } from '@dot-i/k8s-operator';
import type { Outcome } from '../runtime/outcome.ts';
import { done } from '../runtime/outcome.ts';
import type { Store } from '../runtime/store.ts';
import { keyString, type Key, type KubeObject } from '../runtime/types.ts';
import { asKubernetesObject, ResourceEventType, ResourceMetaImpl } from './resource-event.ts';

/**
 * Makes events of states: what the cache holds against what the handler was told last. States in between are not told,
 * as in every level-triggered controller. A handler that rejects is told the same again, after the key's backoff.
 */
export function deliveries(plural: string, store: Pick<Store<KubeObject>, 'get'>, onEvent: (event: ResourceEvent) => Promise<void>): (key: Key) => Promise<Outcome> {
  const told = new Map<string, KubeObject>();
  const tell = async (type: ResourceEventType, object: KubeObject): Promise<void> => {
    const copy = asKubernetesObject(object);
    await onEvent({ type, object: copy, meta: ResourceMetaImpl.createWithPlural(plural, copy) });
  };
  return async (key) => {
    const id = keyString(key);
    const now = store.get(key);
    let before = told.get(id);
    // A namesake is another object: the one before was deleted.
    if (before !== undefined && before.metadata.uid !== now?.metadata.uid) {
      await tell(ResourceEventType.Deleted, before);
      told.delete(id);
      before = undefined;
    }
    if (now === undefined || now.metadata.resourceVersion === before?.metadata.resourceVersion) return done();
    await tell(before === undefined ? ResourceEventType.Added : ResourceEventType.Modified, now);
    told.set(id, now);
    return done();
  };
}
