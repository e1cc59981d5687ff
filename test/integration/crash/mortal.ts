// What an operator is given, made mortal: after its death nothing of it reaches anybody, and none of its timers fires.
import type { ArtifactStore } from '../../../controllers/shared/artifact-store.ts';
import type { ApiClient } from '../../../operator/runtime/client.ts';
import { systemClock, type Clock, type Timer } from '../../../operator/runtime/clock.ts';
import type { KubeEvent } from '../../../operator/runtime/events.ts';
import { resourceName, type KubeObject, type ResourceType } from '../../../operator/runtime/types.ts';
import type { Life } from './life.ts';

/** What counts as a point: lists and watches of informers do in stories about the start of an operator. */
export interface Counting {
  calls(): boolean;
  informers(): boolean;
}

export function mortalClient(client: ApiClient, life: Life, counting: Counting): ApiClient {
  const call = <T>(verb: string, type: ResourceType, name: string, writes: boolean, act: () => Promise<T>): Promise<T> => life.reach({ name: `${verb} ${resourceName(type)} ${name}`, writes, counts: counting.calls() }, act);
  const informer = <T>(verb: string, type: ResourceType, act: () => Promise<T>): Promise<T> => life.reach({ name: `${verb} ${resourceName(type)}`, writes: false, counts: counting.calls() && counting.informers() }, act);
  return {
    get: (type, key) => call('get', type, key.name, false, () => client.get(type, key)),
    list: (type, options) => call('list', type, '', false, () => client.list(type, options)),
    create: (type, object) => call('create', type, nameOf(object), true, () => client.create(type, object)),
    apply: (type, object, options) => call('apply', type, object.metadata.name, true, () => client.apply(type, object, options)),
    applyStatus: (type, object, options) => call('applyStatus', type, object.metadata.name, true, () => client.applyStatus(type, object, options)),
    patch: (type, key, patch, options) => call('patch', type, key.name, true, () => client.patch(type, key, patch, options)),
    replace: (type, object, options) => call('replace', type, object.metadata.name, true, () => client.replace(type, object, options)),
    delete: (type, key, options) => call('delete', type, key.name, true, () => client.delete(type, key, options)),
    listPage: (type, options) => informer('listPage', type, () => client.listPage(type, options)),
    watch: (type, options) => informer('watch', type, () => client.watch(type, options)),
    withPolicy: (policy) => mortalClient(client.withPolicy(policy), life, counting),
    close: () => Promise.resolve(),
  };
}

// The name of an event is drawn by lot; what it tells is not.
function nameOf(object: KubeObject): string {
  return object.kind === 'Event' ? `${(object as KubeEvent).regarding.name} ${(object as KubeEvent).reason}` : object.metadata.name;
}

export function mortalStore(store: ArtifactStore, life: Life, counting: Counting): ArtifactStore {
  const look = <T>(verb: string, uri: string, act: () => Promise<T>): Promise<T> => life.reach({ name: `${verb} artifact ${new URL(uri).pathname}`, writes: false, counts: counting.calls() }, act);
  return { digest: (uri) => look('digest', uri, () => store.digest(uri)), read: (uri, maxBytes) => look('read', uri, () => store.read(uri, maxBytes)) };
}

export function mortalClock(clock: Clock, life: Life): Clock {
  const timers = new Set<Timer>();
  life.atDeath(() => {
    for (const timer of timers) timer.cancel();
    timers.clear();
  });
  return {
    now: () => clock.now(),
    monotonicMs: () => clock.monotonicMs(),
    setTimeout(callback, ms) {
      if (life.dead) return { cancel: () => undefined };
      const timer = clock.setTimeout(() => {
        timers.delete(timer);
        callback();
      }, ms);
      timers.add(timer);
      return { cancel: () => (timers.delete(timer), timer.cancel()) };
    },
  };
}

/** Hold times and intervals pass `speed` times as fast; one clock for all lives of a story, because statuses carry its times. */
export function fastClock(speed: number): Clock {
  const real = systemClock();
  const [startedAt, startedMs] = [Date.now(), performance.now()];
  return {
    now: () => new Date(startedAt + (performance.now() - startedMs) * speed),
    monotonicMs: () => performance.now() * speed,
    setTimeout: (callback, ms) => real.setTimeout(callback, ms / speed),
  };
}
