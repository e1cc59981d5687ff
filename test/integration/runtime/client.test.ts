import { describe, expect, it } from 'vitest';
import { setCondition } from '../../../operator/runtime/conditions.ts';
import { isAlreadyExists, isConflict, isForbidden, isInvalid, isNotFound } from '../../../operator/runtime/errors.ts';
import { addFinalizer, removeFinalizer } from '../../../operator/runtime/finalizers.ts';
import { writeStatus } from '../../../operator/runtime/status-writer.ts';
import type { KubeObject } from '../../../operator/runtime/types.ts';
import { sharedEnv } from '../harness/shared-env.ts';
import { adminClient, loadKubeConfig } from '../harness/test-env.ts';
import { configMapType } from '../harness/types.ts';
import { widget, widgetCrd, widgetType } from './fixtures/widget.ts';
import type { Widget } from './fixtures/widget.ts';

const env = sharedEnv({ crds: [widgetCrd] });
const { client } = env;
const manager = { fieldManager: 'runtime-test' };
const caught = (call: Promise<unknown>): Promise<unknown> => call.then(() => undefined, (error: unknown) => error);

describe('server-side apply', () => {
  it('creates, changes nothing the second time, removes what is omitted, and leaves the fields of others alone', async () => {
    const namespace = await env.createNamespace();
    const first = await client.apply<Widget>(widgetType, widget(namespace, 'a', { replicas: 1, parts: [{ name: 'x', size: 1 }] }), manager);
    expect(first.spec).toEqual({ replicas: 1, color: 'grey', parts: [{ name: 'x', size: 1 }] });
    const again = await client.apply<Widget>(widgetType, widget(namespace, 'a', { replicas: 1, parts: [{ name: 'x', size: 1 }] }), manager);
    expect(again.metadata.resourceVersion).toBe(first.metadata.resourceVersion);
    await client.apply<Widget>(widgetType, widget(namespace, 'a', { parts: [{ name: 'y' }] }), { fieldManager: 'other' });
    const last = await client.apply<Widget>(widgetType, widget(namespace, 'a', {}), manager);
    expect(last.spec).toEqual({ color: 'grey', parts: [{ name: 'y' }] });
    expect(last.metadata.generation).toBe(3);
  });

  it('forces a conflict on a field of another manager', async () => {
    const namespace = await env.createNamespace();
    await client.apply<Widget>(widgetType, widget(namespace, 'a', { color: 'red' }), { fieldManager: 'user' });
    expect((await client.apply<Widget>(widgetType, widget(namespace, 'a', { color: 'blue' }), manager)).spec?.color).toBe('blue');
  });

  it('says what is invalid, with its field', async () => {
    const namespace = await env.createNamespace();
    const error = await caught(client.apply<Widget>(widgetType, widget(namespace, 'a', { replicas: -1 }), manager));
    if (!isInvalid(error)) throw new Error('expected Invalid', { cause: error });
    expect(error.details?.causes?.[0]?.field).toBe('spec.replicas');
  });

  it('writes the status without touching spec or generation, and merges conditions by type', async () => {
    const namespace = await env.createNamespace();
    const created = await client.create<Widget>(widgetType, widget(namespace, 'a', { replicas: 2 }));
    const now = new Date();
    const ready = setCondition([], { type: 'Ready', status: 'True', reason: 'Fine', message: '' }, now);
    const other = setCondition([], { type: 'Other', status: 'False', reason: 'Fine', message: '' }, now);
    const { apiVersion, kind } = created;
    const sparse = { apiVersion, kind, metadata: { namespace, name: 'a' } };
    await client.applyStatus<Widget>(widgetType, { ...sparse, status: { observedGeneration: 1, conditions: ready } }, manager);
    const both = await client.applyStatus<Widget>(widgetType, { ...sparse, status: { conditions: other } }, { fieldManager: 'another' });
    expect(both.status?.conditions?.map((one) => one.type).sort()).toEqual(['Other', 'Ready']);
    expect([both.spec, both.metadata.generation]).toEqual([created.spec, 1]);
  });

  it('never creates by a status', async () => {
    const namespace = await env.createNamespace();
    const { apiVersion, kind } = widget(namespace, 'a');
    expect(isNotFound(await caught(client.applyStatus<Widget>(widgetType, { apiVersion, kind, metadata: { namespace, name: 'a' }, status: {} }, manager)))).toBe(true);
  });
});

describe('status writer', () => {
  it('writes once, then skips what is equal', async () => {
    const namespace = await env.createNamespace();
    const observed = await client.create<Widget>(widgetType, widget(namespace, 'a'));
    const status = { observedGeneration: 1, conditions: setCondition([], { type: 'Ready', status: 'True', reason: 'Fine', message: '', observedGeneration: 1 }, new Date()) };
    const first = await writeStatus(client, widgetType, observed, status, 'runtime-test');
    expect([first.written, first.object.status]).toEqual([true, status]);
    const second = await writeStatus(client, widgetType, first.object, { conditions: status.conditions, observedGeneration: 1 }, 'runtime-test');
    expect([second.written, second.object]).toEqual([false, first.object]);
  });

  it('refuses to write what was concluded from an old state', async () => {
    const namespace = await env.createNamespace();
    const observed = await client.create<Widget>(widgetType, widget(namespace, 'a'));
    await client.patch<Widget>(widgetType, { namespace, name: 'a' }, { spec: { replicas: 5 } });
    expect(isConflict(await caught(writeStatus(client, widgetType, observed, { observedGeneration: 1 }, 'runtime-test')))).toBe(true);
  });

  it('refuses to write onto a namesake created since', async () => {
    const namespace = await env.createNamespace();
    const observed = await client.create<Widget>(widgetType, widget(namespace, 'a'));
    await client.delete(widgetType, { namespace, name: 'a' });
    expect(isNotFound(await caught(writeStatus(client, widgetType, observed, { replicas: 1 }, 'runtime-test')))).toBe(true);
    await client.create<Widget>(widgetType, widget(namespace, 'a'));
    expect(isConflict(await caught(writeStatus(client, widgetType, observed, { replicas: 1 }, 'runtime-test')))).toBe(true);
  });
});

describe('optimistic locks and preconditions', () => {
  it('hold on merge patch and on replace', async () => {
    const namespace = await env.createNamespace();
    const key = { namespace, name: 'a' };
    const old = await client.create<Widget>(widgetType, widget(namespace, 'a'));
    const newer = await client.patch<Widget>(widgetType, key, { metadata: { resourceVersion: old.metadata.resourceVersion }, spec: { replicas: 1 } });
    expect(newer.spec?.replicas).toBe(1);
    expect(isConflict(await caught(client.patch(widgetType, key, { metadata: { resourceVersion: old.metadata.resourceVersion }, spec: { replicas: 2 } })))).toBe(true);
    expect(isConflict(await caught(client.replace<Widget>(widgetType, old)))).toBe(true);
    expect((await client.replace<Widget>(widgetType, { ...newer, spec: { replicas: 3 } })).spec?.replicas).toBe(3);
  });

  it('hold on delete', async () => {
    const namespace = await env.createNamespace();
    const key = { namespace, name: 'a' };
    const { metadata } = await client.create<Widget>(widgetType, widget(namespace, 'a'));
    expect(isConflict(await caught(client.delete(widgetType, key, { uid: 'another' })))).toBe(true);
    expect(isConflict(await caught(client.delete(widgetType, key, { resourceVersion: '1' })))).toBe(true);
    await client.delete(widgetType, key, { uid: metadata.uid ?? '' });
    expect(await client.get(widgetType, key)).toBeUndefined();
    await client.delete(widgetType, key);
  });

  it('patch status and scale through their subresources only', async () => {
    const namespace = await env.createNamespace();
    const key = { namespace, name: 'a' };
    await client.create<Widget>(widgetType, widget(namespace, 'a', { replicas: 1 }));
    const afterStatus = await client.patch<Widget>(widgetType, key, { status: { replicas: 7 }, spec: { replicas: 9 } }, { subresource: 'status' });
    expect([afterStatus.status?.replicas, afterStatus.spec?.replicas]).toEqual([7, 1]);
    await client.patch(widgetType, key, { spec: { replicas: 4 } }, { subresource: 'scale' });
    expect((await client.get<Widget>(widgetType, key))?.spec?.replicas).toBe(4);
  });

  it('tell a duplicate from a conflict', async () => {
    const namespace = await env.createNamespace();
    await client.create<Widget>(widgetType, widget(namespace, 'a'));
    const error = await caught(client.create<Widget>(widgetType, widget(namespace, 'a')));
    expect([isAlreadyExists(error), isConflict(error)]).toEqual([true, false]);
  });

  it('tell a missing permission, and impersonate', async () => {
    const kubeConfig = loadKubeConfig(env.kubeconfigPath);
    for (const user of kubeConfig.users) Object.assign(user, { impersonateUser: 'nobody' });
    const nobody = adminClient(kubeConfig);
    const error = await caught(nobody.list(configMapType));
    await nobody.close();
    expect([isForbidden(error), isNotFound(error), String(error)]).toEqual([true, false, expect.stringContaining('User "nobody" cannot list')]);
  });
});

describe('finalizers', () => {
  const finalizer = 'test.trainyard.dev/cleanup';

  it('hold the object until they are removed', async () => {
    const namespace = await env.createNamespace();
    const key = { namespace, name: 'a' };
    const created = await client.create<Widget>(widgetType, widget(namespace, 'a'));
    const held = await addFinalizer(client, widgetType, created, finalizer);
    expect(held.metadata.finalizers).toEqual([finalizer]);
    expect(await addFinalizer(client, widgetType, held, finalizer)).toBe(held);
    await client.delete(widgetType, key);
    const deleting = await client.get<Widget>(widgetType, key);
    if (deleting === undefined) throw new Error('the finalizer did not hold it');
    expect(deleting.metadata.deletionTimestamp).toBeDefined();
    expect(await addFinalizer(client, widgetType, deleting, 'test.trainyard.dev/late')).toBe(deleting);
    await removeFinalizer(client, widgetType, deleting, finalizer);
    expect(await client.get(widgetType, key)).toBeUndefined();
    expect(await removeFinalizer(client, widgetType, deleting, finalizer)).toBeUndefined();
  });

  it('never overwrite a list that another controller changed', async () => {
    const namespace = await env.createNamespace();
    const stale = await client.create<Widget>(widgetType, widget(namespace, 'a'));
    await addFinalizer(client, widgetType, stale, 'test.trainyard.dev/other');
    expect(isConflict(await caught(addFinalizer(client, widgetType, stale, finalizer)))).toBe(true);
    const fresh = await client.get<Widget>(widgetType, { namespace, name: 'a' });
    expect(fresh?.metadata.finalizers).toEqual(['test.trainyard.dev/other']);
  });
});

describe('lists', () => {
  it('read more than one page, with apiVersion and kind on every item', async () => {
    const namespace = await env.createNamespace();
    const names = Array.from({ length: 1_203 }, (_, index) => `c${String(index).padStart(4, '0')}`);
    for (let start = 0; start < names.length; start += 100) {
      await Promise.all(names.slice(start, start + 100).map((name) => client.create<KubeObject>(configMapType, { apiVersion: 'v1', kind: 'ConfigMap', metadata: { namespace, name, labels: { half: Number(name.slice(1)) % 2 === 0 ? 'even' : 'odd' } } })));
    }
    const { items, resourceVersion } = await client.list(configMapType, { namespace });
    expect(items.map((one) => one.metadata.name).sort()).toEqual(names);
    expect(items.every((one) => one.apiVersion === 'v1' && one.kind === 'ConfigMap')).toBe(true);
    expect(resourceVersion).toMatch(/^\d+$/);
    expect((await client.list(configMapType, { namespace, labelSelector: 'half=odd' })).items).toHaveLength(601);
    expect((await client.list(configMapType, { namespace, fieldSelector: 'metadata.name=c0007' })).items).toHaveLength(1);
  });
});
