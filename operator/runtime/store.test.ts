import { describe, expect, it } from 'vitest';
import { createStore } from './store.ts';
import { configMap } from './testing/samples.ts';
import type { ConfigMap } from './testing/samples.ts';

function setUp() {
  const errors: string[] = [];
  const store = createStore<ConfigMap>({
    indexes: {
      color: (object) => (object.data?.['color'] ?? '').split(',').filter((one) => one !== ''),
      broken: () => {
        throw new Error('no');
      },
    },
    onIndexError: (index) => errors.push(index),
  });
  return { store, errors };
}

describe('store', () => {
  it('finds by key, by namespace and by index, and forgets all three on removal', () => {
    const { store } = setUp();
    store.put(configMap('a', { data: { color: 'red,blue' } }));
    store.put(configMap('b', { data: { color: 'red' }, namespace: 'other' }));
    expect(store.byIndex('color', 'red').map((one) => one.metadata.name)).toEqual(['a', 'b']);
    expect(store.list('other').map((one) => one.metadata.name)).toEqual(['b']);
    store.put(configMap('a', { data: { color: 'green' }, version: 2 }));
    expect([store.byIndex('color', 'blue'), store.byIndex('color', 'green').length, store.list().length]).toEqual([[], 1, 2]);
    store.remove({ namespace: 'default', name: 'a' });
    expect([store.get({ namespace: 'default', name: 'a' }), store.byIndex('color', 'green'), store.list('default'), store.size]).toEqual([undefined, [], [], 1]);
  });

  it('freezes deeply and drops managedFields', () => {
    const { store } = setUp();
    const given = configMap('a', { data: { color: 'red' } });
    given.metadata.managedFields = [{ manager: 'x' }];
    const { object } = store.put(given);
    expect('managedFields' in object.metadata).toBe(false);
    expect(() => Object.assign(object.data ?? {}, { color: 'blue' })).toThrow(TypeError);
    expect(() => object.metadata.finalizers?.push('x') ?? Object.assign(object.metadata, { name: 'b' })).toThrow(TypeError);
  });

  it('makes a list once between two changes', () => {
    const { store } = setUp();
    store.put(configMap('a'));
    const first = store.list();
    expect(store.list()).toBe(first);
    store.put(configMap('b'));
    expect([first.length, store.list().length]).toEqual([1, 2]);
  });

  it('reports an index function that throws and keeps the object', () => {
    const { store, errors } = setUp();
    store.put(configMap('a'));
    expect([errors, store.size]).toEqual([['broken'], 1]);
  });

  it('throws for an index nobody declared', () => {
    expect(() => setUp().store.byIndex('colour', 'red')).toThrow('no index "colour"; declared: color, broken');
  });
});
