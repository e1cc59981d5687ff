import { readFileSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import { parseAllDocuments } from 'yaml';
import type { Client } from '../../../operator/runtime/client.ts';
import { isTrue } from '../../../operator/runtime/conditions.ts';
import type { Condition, KubeObject, Sparse } from '../../../operator/runtime/types.ts';
import { crdType } from './types.ts';

export { crdType } from './types.ts';

interface Crd extends KubeObject {
  spec: { group: string; names: { kind: string; plural: string }; scope: string; versions: { name: string }[] };
  status?: { conditions?: Condition[] };
}

const establishedMs = 20_000;

/** Applies the CRDs of the files and waits until the server serves them. */
export async function installCrds(client: Client, paths: readonly string[]): Promise<void> {
  const crds = paths.flatMap((path) => parseAllDocuments(readFileSync(path, 'utf8')).map((document) => document.toJS() as Crd | null)).filter((crd): crd is Crd => crd?.kind === 'CustomResourceDefinition');
  await Promise.all(crds.map((crd) => client.apply<Crd>(crdType, crd as unknown as Sparse<Crd>, { fieldManager: 'test-harness' })));
  await Promise.all(crds.map((crd) => served(client, crd)));
}

async function served(client: Client, { metadata: { name }, spec }: Crd): Promise<void> {
  const until = performance.now() + establishedMs;
  const type = { group: spec.group, version: spec.versions[0]?.name ?? '', kind: spec.names.kind, plural: spec.names.plural, namespaced: spec.scope === 'Namespaced' };
  for (;;) {
    const crd = await client.get<Crd>(crdType, { namespace: '', name });
    // Established comes a moment before the handler answers.
    if (isTrue(crd?.status?.conditions, 'Established') && (await client.list(type).then(() => true, () => false))) return;
    if (performance.now() > until) throw new Error(`the CRD ${name} was not served after ${establishedMs} ms: ${JSON.stringify(crd?.status?.conditions)}`);
    await delay(50);
  }
}
