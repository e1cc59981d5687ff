import { setTimeout as delay } from 'node:timers/promises';
import type { Transport } from '../runtime/transport.ts';
import type { ResourceType } from '../runtime/types.ts';

interface ResourceList {
  readonly resources?: readonly { readonly name: string; readonly kind: string; readonly namespaced: boolean }[];
}

const deadlineMs = 10_000;
const againMs = 200;
/** A CRD that was registered a moment ago is not served yet. */
const patienceMs = 30_000;

/** Kind and scope of a resource, which the package's callers do not say, from the server's discovery. */
export async function servedType(transport: Transport, group: string, version: string, plural: string): Promise<ResourceType> {
  const path = group === '' ? `/api/${version}` : `/apis/${group}/${version}`;
  const until = performance.now() + patienceMs;
  for (;;) {
    const { status, text } = await transport.send({ method: 'GET', path, deadlineMs });
    const found = status === 200 ? (JSON.parse(text) as ResourceList).resources?.find(({ name }) => name === plural) : undefined;
    if (found !== undefined) return { group, version, plural, kind: found.kind, namespaced: found.namespaced };
    if (performance.now() > until) throw new Error(`${plural} is not served at ${path} (the API server answered ${status})`);
    await delay(againMs);
  }
}
