import { afterAll, beforeAll } from 'vitest';
import { connect, type Kube } from './kube.ts';
import { ensureNamespace, ensureStoreSecret, removeNamespace } from './install.ts';

/** A connection and an empty namespace for one test file; both are gone afterwards. */
export function inNamespace(namespace: string): { readonly namespace: string; kube(): Kube } {
  let kube: Kube | undefined;
  beforeAll(async () => {
    kube = await connect();
    await removeNamespace(kube, namespace);
    await ensureNamespace(kube, namespace);
    await ensureStoreSecret(kube, namespace);
  });
  afterAll(async () => {
    if (kube === undefined) return;
    await removeNamespace(kube, namespace);
    await kube.close();
  });
  return {
    namespace,
    kube() {
      if (kube === undefined) throw new Error('the connection is made in beforeAll');
      return kube;
    },
  };
}
