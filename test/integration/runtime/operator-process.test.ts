// The whole runtime as a process: the ways it must end, and what it must leave behind.
import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { afterEach, describe, expect, it } from 'vitest';
import { isTrue } from '../../../operator/runtime/conditions.ts';
import type { KubeEvent } from '../../../operator/runtime/events.ts';
import type { Lease } from '../../../operator/runtime/leader.ts';
import { leaseType } from '../../../operator/runtime/leader.ts';
import { assertStatusInvariants } from '../../../operator/runtime/status-invariants.ts';
import { eventually } from '../../../operator/runtime/testing/silent.ts';
import { repositoryPath } from '../harness/binaries.ts';
import { privateEnv } from '../harness/shared-env.ts';
import { configMapType, eventType, namespaceType } from '../harness/types.ts';
import { leaseDurationMs } from './fixtures/operator-timing.ts';
import { widget, widgetCrd, widgetType } from './fixtures/widget.ts';
import type { Widget } from './fixtures/widget.ts';

const env = privateEnv({ controllerManager: true, crds: [widgetCrd] });
const running = new Set<ChildProcess>();
afterEach(() => {
  for (const child of running) child.kill('SIGKILL');
});

const unique = (() => {
  let count = 0;
  return () => `operator-${(count += 1)}`;
})();

async function setUp() {
  const namespace = unique();
  await env().client.create(namespaceType, { apiVersion: 'v1', kind: 'Namespace', metadata: { name: namespace } });
  const { client } = env();
  return {
    namespace,
    client,
    start(identity: string, workMs = 0) {
      const child = spawn(process.execPath, [repositoryPath('test', 'integration', 'runtime', 'fixtures', 'operator-process.ts'), env().kubeconfigPath, namespace, identity, String(workMs)], { stdio: ['ignore', 'pipe', 'inherit'] });
      running.add(child);
      const output: string[] = [];
      child.stdout.on('data', (chunk: Buffer) => output.push(chunk.toString()));
      const exited = new Promise<number | null>((resolve) => child.once('exit', (code) => {
        running.delete(child);
        resolve(code);
      }));
      return { child, exited, logged: (text: string) => eventually(() => output.join('').includes(text), 15_000) };
    },
    create: (name: string) => client.create<Widget>(widgetType, widget(namespace, name, { color: 'red' })),
    read: (name: string) => client.get<Widget>(widgetType, { namespace, name }),
    ready: async (name: string) => isTrue((await client.get<Widget>(widgetType, { namespace, name }))?.status?.conditions, 'Ready'),
    holder: async () => (await client.get<Lease>(leaseType, { namespace, name: 'widget-operator' }))?.spec?.holderIdentity,
    children: async () => (await client.list(configMapType, { namespace, labelSelector: 'test.trainyard.dev/widget' })).items.map((one) => one.metadata.name).sort(),
    events: async () => (await client.list<KubeEvent>(eventType, { namespace, fieldSelector: 'reason=Painted' })).items,
  };
}

describe('operator process', () => {
  it('reconciles, mends what others break, and leaves deleting to garbage collection', async () => {
    const { start, create, ready, read, children, events, client, namespace } = await setUp();
    await create('before');
    start('one');
    await eventually(() => ready('before'));
    await create('after');
    await eventually(() => ready('after'));
    assertStatusInvariants((await read('after'))!);
    await client.delete(configMapType, { namespace, name: 'before' });
    await eventually(async () => (await children()).length === 2);
    await client.delete(widgetType, { namespace, name: 'before' });
    await eventually(async () => (await children()).join() === 'after');
    await eventually(async () => (await events()).length === 2);
  });

  it('ends the work under way on SIGTERM, writes its events, releases the lease and exits 0', async () => {
    const { start, create, ready, holder, events } = await setUp();
    const { child, exited, logged } = start('one', 1_500);
    await logged('controller starts');
    await create('slow');
    await new Promise((resolve) => setTimeout(resolve, 500));
    child.kill('SIGTERM');
    expect(await exited).toBe(0);
    expect([await ready('slow'), await holder(), (await events()).map((one) => one.note)]).toEqual([true, '', ['by one']]);
  });

  it('hands over to a standby in far less than a lease', async () => {
    const { start, create, ready, holder } = await setUp();
    const one = start('one');
    await one.logged('controller starts');
    const two = start('two');
    await two.logged('waiting for the lease');
    expect(await holder()).toBe('one');
    one.child.kill('SIGTERM');
    expect(await one.exited).toBe(0);
    await create('next');
    await eventually(() => ready('next'), leaseDurationMs - 1_000);
    expect(await holder()).toBe('two');
  });

  it('is replaced after a crash in the middle of a reconcile, and nothing is done twice', async () => {
    const { start, create, ready, children, events } = await setUp();
    const one = start('one', 2_000);
    await one.logged('controller starts');
    await create('half-done');
    await new Promise((resolve) => setTimeout(resolve, 500));
    one.child.kill('SIGKILL');
    await one.exited;
    expect(await ready('half-done')).toBe(false);
    start('two');
    await eventually(() => ready('half-done'));
    await eventually(async () => (await events()).length > 0);
    expect([await children(), (await events()).map((event) => event.note)]).toEqual([['half-done'], ['by two']]);
  });

  it('exits 1 before anybody could take over when it cannot renew its lease', async () => {
    const { start } = await setUp();
    const { exited, logged } = start('one');
    await logged('controller starts');
    const killed = performance.now();
    await env().apiserver.kill();
    try {
      expect(await exited).toBe(1);
      expect(performance.now() - killed).toBeLessThan(leaseDurationMs);
    } finally {
      await env().apiserver.start();
    }
  });
});
