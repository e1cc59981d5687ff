import { describe, expect, it } from 'vitest';
import { ApiError } from '../../../operator/runtime/errors.ts';
import { createMemoryClient } from '../../../operator/runtime/testing/memory-client.ts';
import type { Client } from '../../../operator/runtime/client.ts';
import type { Key, KubeObject } from '../../../operator/runtime/types.ts';
import { sharedEnv } from '../harness/shared-env.ts';
import { configMapType } from '../harness/types.ts';

// Unit tests trust the client in memory. Each conversation here is held with it and with a real kube-apiserver, and both
// must say the same: a fake that drifts from the real thing proves nothing.

const env = sharedEnv();

interface ConfigMap extends KubeObject {
  data?: Record<string, string>;
}

interface Talk {
  readonly client: Client;
  readonly key: Key;
  /** The object as first made. */
  readonly made: ConfigMap;
}

const conversations: readonly (readonly [sentence: string, say: (talk: Talk) => Promise<unknown>])[] = [
  ['reads what was made', ({ client, key }) => client.get(configMapType, key)],
  ['reads nothing where nothing is', ({ client, key }) => client.get(configMapType, { ...key, name: 'absent' })],
  ['refuses to make what exists', ({ client, made }) => client.create(configMapType, { ...made, metadata: bare(made) })],
  ['merges a patch by RFC 7386: null removes, absent stays', ({ client, key }) => client.patch(configMapType, key, { data: { a: null, c: '3' } })],
  ['patches under the version that was read', ({ client, key, made }) => client.patch(configMapType, key, { metadata: { resourceVersion: made.metadata.resourceVersion }, data: { a: '9' } })],
  ['refuses a patch under an old version', async ({ client, key, made }) => {
    await client.patch(configMapType, key, { data: { a: '8' } });
    return client.patch(configMapType, key, { metadata: { resourceVersion: made.metadata.resourceVersion }, data: { a: '9' } });
  }],
  ['refuses to patch what does not exist', ({ client, key }) => client.patch(configMapType, { ...key, name: 'absent' }, { data: {} })],
  ['replaces whole', ({ client, made }) => client.replace(configMapType, { ...made, data: { z: '26' } })],
  ['replaces without a lock where no version is given', async ({ client, key, made }) => {
    await client.patch(configMapType, key, { data: { a: '8' } });
    return client.replace(configMapType, { ...made, metadata: bare(made), data: { z: '26' } });
  }],
  ['refuses to replace under an old version', async ({ client, key, made }) => {
    await client.patch(configMapType, key, { data: { a: '8' } });
    return client.replace(configMapType, { ...made, data: {} });
  }],
  ['refuses to replace what does not exist', ({ client, made }) => client.replace(configMapType, { ...made, metadata: { ...bare(made), name: 'absent' } })],
  ['deletes, and reads nothing afterwards', async ({ client, key }) => {
    await client.delete(configMapType, key);
    return client.get(configMapType, key);
  }],
  ['deletes what does not exist', ({ client, key }) => client.delete(configMapType, { ...key, name: 'absent' })],
  ['gives a new version for a change', async ({ client, key, made }) => {
    const changed = await client.patch(configMapType, key, { data: { a: '2' } });
    return changed.metadata.resourceVersion !== made.metadata.resourceVersion;
  }],
  ['gives the old version for a patch that changes nothing', async ({ client, key, made }) => {
    const same = await client.patch(configMapType, key, { data: { a: '1' } });
    return same.metadata.resourceVersion === made.metadata.resourceVersion;
  }],
  ['gives another uid to a namesake', async ({ client, key, made }) => {
    await client.delete(configMapType, key);
    const again = await client.create(configMapType, { ...made, metadata: bare(made) });
    return again.metadata.uid !== made.metadata.uid;
  }],
];

function bare(made: ConfigMap): KubeObject['metadata'] {
  return { namespace: made.metadata.namespace ?? '', name: made.metadata.name };
}

/** What was said, without what differs from one server to another: versions, uids, times. */
async function outcome(client: Client, namespace: string, say: (talk: Talk) => Promise<unknown>): Promise<unknown> {
  const key = { namespace, name: 'talk' };
  const made = await client.create<ConfigMap>(configMapType, { apiVersion: 'v1', kind: 'ConfigMap', metadata: key, data: { a: '1', b: '2' } });
  try {
    const said = await say({ client, key, made });
    return isObject(said) ? { name: said.metadata.name, data: said.data } : said;
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    return { status: error.status, reason: error.reason };
  }
}

function isObject(said: unknown): said is ConfigMap {
  return typeof said === 'object' && said !== null && 'metadata' in said;
}

describe('the client in memory says what a real API server says', () => {
  it.each(conversations)('%s', async (_, say) => {
    const namespace = await env.createNamespace();
    const real = await outcome(env.client, namespace, say);
    expect(await outcome(createMemoryClient(), namespace, say)).toEqual(real);
  });
});
