// One operator written for @dot-i/k8s-operator: over our runtime it works, over the package itself it does not.
import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { afterEach, describe, expect, it } from 'vitest';
import { Operator } from '../../../operator/dot-i.ts';
import { eventually } from '../../../operator/runtime/testing/silent.ts';
import type { KubeObject } from '../../../operator/runtime/types.ts';
import { repositoryPath } from '../harness/binaries.ts';
import { privateEnv } from '../harness/shared-env.ts';
import { namespaceType } from '../harness/types.ts';
import { widget, widgetCrd, widgetType, type Widget } from '../runtime/fixtures/widget.ts';
import { exampleOperator, finalizer, type Base, type Started, type Story } from './fixtures/example-operator.ts';

const env = privateEnv();
const patientMs = 60_000;
const running: (Started & { stopped(): Promise<void> })[] = [];
afterEach(async () => {
  for (const one of running.splice(0)) await one.stopped();
});

async function started(more: Partial<Story> = {}): Promise<Story> {
  const namespace = `dot-i-${randomBytes(4).toString('hex')}`;
  await env().client.create<KubeObject>(namespaceType, { apiVersion: 'v1', kind: 'Namespace', metadata: { name: namespace } });
  const story: Story = { lines: [], namespace, crdFile: widgetCrd, ...more };
  process.env['KUBECONFIG'] = env().kubeconfigPath;
  // What surface.ts has compared member by member.
  const one = exampleOperator(Operator as unknown as Base, story) as Started & { stopped(): Promise<void> };
  running.push(one);
  await one.start();
  return story;
}

const count = (story: Story, line: string): number => story.lines.filter((one) => one === line).length;
const seen = (story: Story, line: string): Promise<void> => eventually(() => story.lines.includes(line), patientMs);
const read = (story: Story, name: string): Promise<Widget | undefined> => env().client.get<Widget>(widgetType, { namespace: story.namespace, name });
const paint = (story: Story, name: string, color: string): Promise<Widget> => env().client.patch<Widget>(widgetType, { namespace: story.namespace, name }, { spec: { color } });
const message = async (story: Story, name: string): Promise<string | undefined> => (await read(story, name))?.status?.conditions?.[0]?.message;

describe('over our runtime', () => {
  it('an object gets its finalizer and its status, follows changes, and is cleaned up before it goes', async () => {
    const story = await started();
    await env().client.create(widgetType, widget(story.namespace, 'a', { color: 'red' }));
    await eventually(async () => (await message(story, 'a')) === 'red', patientMs);
    expect((await read(story, 'a'))?.metadata.finalizers).toEqual([finalizer]);
    expect(story.lines.slice(0, 4)).toEqual(['ADDED a', 'handled a', 'MODIFIED a', 'status a written']);
    await paint(story, 'a', 'blue');
    await eventually(async () => (await message(story, 'a')) === 'blue', patientMs);
    await env().client.delete(widgetType, { namespace: story.namespace, name: 'a' });
    await seen(story, 'DELETED a');
    expect(await read(story, 'a')).toBeUndefined();
    expect(count(story, 'cleaned a')).toBe(1);
    expect(story.lines.indexOf('cleaned a')).toBeLessThan(story.lines.indexOf('DELETED a'));
  });

  it('an event whose handler fails comes again', async () => {
    let failures = 2;
    const story = await started({
      interrupt: () => {
        failures -= 1;
        if (failures >= 0) throw new Error('not now');
      },
    });
    await env().client.create(widgetType, widget(story.namespace, 'b', { color: 'red' }));
    await eventually(async () => (await message(story, 'b')) === 'red', patientMs);
    expect(story.lines[0]).toBe('ADDED b');
  });

  it('the API server may die: what changed and what went meanwhile is told', async () => {
    const story = await started();
    for (const name of ['c', 'd']) await env().client.create(widgetType, widget(story.namespace, name, { color: 'red' }));
    for (const name of ['c', 'd']) await eventually(async () => (await message(story, name)) === 'red', patientMs);
    await env().apiserver.kill();
    await env().apiserver.start();
    await paint(story, 'c', 'green');
    await eventually(async () => (await message(story, 'c')) === 'green', patientMs);
    await env().client.delete(widgetType, { namespace: story.namespace, name: 'd' });
    await seen(story, 'DELETED d');
    expect(count(story, 'ADDED c')).toBe(1);
  }, 2 * patientMs);
});

describe('over the package itself, with client-node 2.x', () => {
  it('nothing is written, and the finalizer helper says that all is done', async () => {
    const story = await started();
    const { namespace } = story;
    for (const one of running.splice(0)) await one.stopped();
    const output = new Promise<string>((resolve) => {
      const child = execFile(process.execPath, [repositoryPath('test', 'integration', 'dot-i', 'fixtures', 'package-operator.ts'), namespace], { timeout: 60_000, env: { ...process.env, KUBECONFIG: env().kubeconfigPath } }, (_error, stdout) => resolve(stdout));
      child.stdin?.end();
    });
    await env().client.create(widgetType, widget(namespace, 'lost', { color: 'red' }));
    expect(JSON.parse(await output)).toEqual({ register: expect.stringContaining('Required parameter body'), uri: expect.stringMatching(/^undefined\/apis\//), event: 'ADDED lost', finalizer: true, status: null });
    const left = await read(story, 'lost');
    expect(left?.metadata.finalizers).toBeUndefined();
    expect(left?.status).toBeUndefined();
  }, patientMs * 2);
});
