import { describe, expect, it } from 'vitest';
import type { Client } from './client.ts';
import { planOnly } from './plan-only.ts';
import { createMemoryClient, type MemoryClient } from './testing/memory-client.ts';
import { silentSurroundings } from './testing/silent.ts';
import type { KubeObject, ResourceType } from './types.ts';

const type: ResourceType = { group: 'apps', version: 'v1', kind: 'Deployment', plural: 'deployments', namespaced: true };
const key = { namespace: 'ml', name: 'a' };
const object: KubeObject = { apiVersion: 'apps/v1', kind: 'Deployment', metadata: { ...key } };

/** One object is there already; `applied` tells what the API server was asked to apply. */
async function server(): Promise<{ readonly memory: MemoryClient; readonly client: Client; readonly sent: () => readonly string[] }> {
  const memory = createMemoryClient();
  await memory.create(type, object);
  const before = memory.operations.length;
  const applied: string[] = [];
  const note = (verb: string): Client['apply'] => (_type, given) => {
    applied.push(`${verb} deployments.apps ${given.metadata.name}`);
    return Promise.resolve(given as never);
  };
  const client = planOnly({ ...memory, apply: note('apply'), applyStatus: note('applyStatus') }, silentSurroundings().logger);
  return { memory, client, sent: () => [...memory.operations.slice(before), ...applied] };
}

describe('a client that only plans', () => {
  it.each<[string, (client: Client) => Promise<unknown>]>([
    ['creates nothing', (client) => client.create(type, { ...object, metadata: { ...key, name: 'b' } })],
    ['applies nothing', (client) => client.apply(type, object, { fieldManager: 'test' })],
    ['changes no object', (client) => client.patch(type, key, { spec: { replicas: 3 } })],
    ['changes no scale', (client) => client.patch(type, key, { spec: { replicas: 3 } }, { subresource: 'scale' })],
    ['replaces no object', (client) => client.replace(type, object)],
    ['deletes nothing', (client) => client.delete(type, key)],
  ])('%s, and goes on as if it had', async (_name, write) => {
    const { client, memory, sent } = await server();
    const held = memory.objects(type);
    await write(client);
    expect(sent()).toEqual([]);
    expect(memory.objects(type)).toEqual(held);
  });

  it.each<[string, (client: Client) => Promise<unknown>, string]>([
    ['reads an object', (client) => client.get(type, key), 'get deployments.apps a'],
    ['applies a status', (client) => client.applyStatus(type, object, { fieldManager: 'test' }), 'applyStatus deployments.apps a'],
    ['patches a status', (client) => client.patch(type, key, { status: {} }, { subresource: 'status' }), 'patch deployments.apps a'],
    ['replaces a status', (client) => client.replace(type, object, { subresource: 'status' }), 'replace deployments.apps a'],
  ])('%s as any other client', async (_name, call, operation) => {
    const { client, sent } = await server();
    await call(client);
    expect(sent()).toEqual([operation]);
  });

  it('lists what is there', async () => {
    const { client } = await server();
    expect((await client.list(type)).items).toHaveLength(1);
  });
});
