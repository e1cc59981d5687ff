import { afterAll, afterEach, beforeAll } from 'vitest';
import { connect, type Kube } from './kube.ts';
import { dropNamespace, ensureNamespace, ensureStoreSecret, removeNamespace } from './install.ts';
import { steadyLoad, type Load, type LoadOptions } from './load.ts';
import { hostIn } from './objects.ts';

export interface TestNamespace {
  readonly namespace: string;
  /** Of this file alone, so that it can run beside others. */
  readonly host: string;
  kube(): Kube;
  /** Requests through the gateway to the host of this file, 50 a second unless told. They end with the test: what a failed one left running would decide the next. */
  load(options: Pick<LoadOptions, 'rows'> & Partial<LoadOptions>): Load;
}

/** A connection, an empty namespace and a host for one test file. Nobody waits for the end of the namespace but who needs it (droppedAreGone). */
export function inNamespace(namespace: string): TestNamespace {
  let kube: Kube | undefined;
  const running = new Set<Load>();
  const connected = (): Kube => {
    if (kube === undefined) throw new Error('the connection is made in beforeAll');
    return kube;
  };
  beforeAll(async () => {
    kube = await connect();
    await removeNamespace(kube, namespace);
    await ensureNamespace(kube, namespace);
    await ensureStoreSecret(kube, namespace);
  });
  afterEach(async () => {
    await Promise.all([...running].map((load) => load.stop()));
    running.clear();
  });
  afterAll(async () => {
    if (kube === undefined) return;
    await dropNamespace(kube, namespace);
    await kube.close();
  });
  const host = hostIn(namespace);
  return {
    namespace,
    host,
    kube: connected,
    load(options) {
      const load = steadyLoad({ gateway: connected().addresses.gateway, host, requestsPerSecond: 50, maxSeconds: 170, ...options });
      running.add(load);
      return load;
    },
  };
}
