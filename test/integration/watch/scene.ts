// One informer that sees the real API server through a fault proxy, a world that is changed behind the proxy's back, and
// the judgement whether the informer told the truth about it.
import { randomBytes } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { expect } from 'vitest';
import { createClient } from '../../../operator/runtime/client.ts';
import type { ApiClient } from '../../../operator/runtime/client.ts';
import type { CallPolicy } from '../../../operator/runtime/caller.ts';
import { createController } from '../../../operator/runtime/controller.ts';
import type { Change, Informer } from '../../../operator/runtime/informer.ts';
import { createInformer } from '../../../operator/runtime/informer.ts';
import type { Metrics } from '../../../operator/runtime/metrics.ts';
import { done } from '../../../operator/runtime/outcome.ts';
import type { ConfigMap } from '../../../operator/runtime/testing/samples.ts';
import type { Surroundings } from '../../../operator/runtime/testing/silent.ts';
import { eventually, silentSurroundings } from '../../../operator/runtime/testing/silent.ts';
import { keyOf } from '../../../operator/runtime/types.ts';
import type { ResourceType } from '../../../operator/runtime/types.ts';
import type { WatcherTiming } from '../../../operator/runtime/watcher.ts';
import { configMapType, namespaceType } from '../harness/types.ts';
import { startFaultProxy } from './fault-proxy.ts';
import type { FaultProxy, ProxiedRequest } from './fault-proxy.ts';
import type { LiveWatch } from './live-watch.ts';

export interface World {
  readonly namespace: string;
  /** uid → name of every object that was deleted. */
  readonly removed: ReadonlyMap<string, string>;
  set(...names: readonly string[]): Promise<void>;
  remove(...names: readonly string[]): Promise<void>;
  /** Creates one, changes one, deletes one, replaces one by a namesake, creates and deletes one. */
  shake(): Promise<void>;
}

export interface Scene {
  readonly proxy: FaultProxy;
  readonly informer: Informer<ConfigMap>;
  readonly client: ApiClient;
  readonly world: World;
  readonly metrics: Metrics;
  /** `added a`, `updated a`, `deleted a`, in order. */
  readonly told: readonly string[];
  start(): Promise<void>;
  /** Resolves when the informer reads the watch that is open: the proxy knows of a watch before the informer has its answer. */
  settled(): Promise<void>;
  /** The one watch that is open. */
  watch(): Promise<LiveWatch>;
  /** Requests of lists and watches from now on. */
  since(): { lists(): ProxiedRequest[]; watches(): ProxiedRequest[] };
  /** The informer holds what the server has, lied about nothing, missed no deletion, and still follows changes. */
  expectTruth(): Promise<void>;
  close(): Promise<void>;
}

export interface SceneOptions {
  readonly kubeconfigPath: string;
  /** Behind the proxy's back. */
  readonly direct: ApiClient;
  readonly type?: ResourceType;
  readonly timing?: Partial<WatcherTiming>;
  readonly policy?: Partial<CallPolicy>;
  readonly tokenFile?: string;
  readonly surroundings?: Partial<Surroundings>;
}

const quickTiming = { firstPauseMs: 40, longestPauseMs: 400 };

export async function openScene({ kubeconfigPath, direct, type = configMapType, timing = {}, policy = {}, tokenFile, surroundings: given = {} }: SceneOptions): Promise<Scene> {
  const namespace = `watch-${randomBytes(5).toString('hex')}`;
  await direct.create(namespaceType, { apiVersion: 'v1', kind: 'Namespace', metadata: { name: namespace } });
  const proxy = await startFaultProxy(kubeconfigPath);
  const surroundings = silentSurroundings({ random: Math.random, ...given });
  const client = createClient({ kubeConfig: proxy.kubeConfig(tokenFile), ...surroundings, policy: { deadlineMs: 2_000, ...policy } });
  const informer = createInformer<ConfigMap>({ client, type, namespaces: [namespace], ...surroundings, timing: { ...quickTiming, ...timing } });
  const world = createWorld(direct, type, namespace);
  const ledger = createLedger();
  informer.onChange(ledger.note);
  const work = attachController(informer, surroundings);

  const scene: Scene = {
    proxy,
    informer,
    client,
    world,
    metrics: surroundings.metrics,
    told: ledger.told,
    async start() {
      informer.start();
      await eventually(() => informer.hasSynced() && proxy.watches.length === 1);
    },
    async settled() {
      const name = `settled-${world.removed.size}`;
      await world.set(name);
      await eventually(() => ledger.told.includes(`added ${name}`));
      await world.remove(name);
      await eventually(() => ledger.told.includes(`deleted ${name}`));
    },
    async watch() {
      await eventually(() => proxy.watches.length > 0);
      return proxy.watches.at(-1)!;
    },
    since() {
      const from = proxy.requests.length;
      const of = (kind: string) => proxy.requests.slice(from).filter((one) => one.kind === kind);
      return { lists: () => of('list'), watches: () => of('watch') };
    },
    async expectTruth() {
      await expectSame(direct, type, namespace, informer, work);
      ledger.expectHonest(world);
      // And it goes on after that.
      await world.set('probe');
      await eventually(() => ledger.told.includes('added probe'));
      await world.remove('probe');
      await expectSame(direct, type, namespace, informer, work);
      ledger.expectHonest(world);
      expect(work.overlaps).toEqual([]);
    },
    async close() {
      await informer.stop();
      await work.stop();
      await client.close();
      await proxy.close();
    },
  };
  return scene;
}

function createWorld(direct: ApiClient, type: ResourceType, namespace: string): World {
  const removed = new Map<string, string>();
  let counter = 0;
  const set = async (name: string): Promise<void> => {
    const data = { value: Buffer.from(String((counter += 1))).toString('base64') }; // Secrets want base64, ConfigMaps take it
    const key = { namespace, name };
    if ((await direct.get<ConfigMap>(type, key)) === undefined) await direct.create<ConfigMap>(type, { apiVersion: 'v1', kind: type.kind, metadata: key, data });
    else await direct.patch<ConfigMap>(type, key, { data });
  };
  const remove = async (name: string): Promise<void> => {
    const held = await direct.get<ConfigMap>(type, { namespace, name });
    if (held === undefined) return;
    removed.set(held.metadata.uid!, name);
    await direct.delete(type, { namespace, name });
  };
  const world = {
    namespace,
    removed,
    async set(...names: readonly string[]) {
      for (const name of names) await set(name);
    },
    async remove(...names: readonly string[]) {
      for (const name of names) await remove(name);
    },
    async shake() {
      await world.set('changed', 'created', 'brief');
      await world.remove('deleted', 'replaced', 'brief');
      await world.set('replaced');
    },
  };
  return world;
}

/** What the handlers were told, object by object: a story has one beginning and at most one end. */
function createLedger() {
  const told: string[] = [];
  const lies: string[] = [];
  const alive = new Map<string, { readonly name: string; readonly value: string; readonly version: string }>();
  const ended = new Map<string, number>();
  const valueOf = (object: ConfigMap): string => object.data?.['value'] ?? '';
  return {
    told,
    note({ type, object, old }: Change<ConfigMap>): void {
      const { uid = '', name, resourceVersion = '' } = object.metadata;
      told.push(`${type} ${name}`);
      const known = alive.get(uid);
      if ((type === 'added') !== (known === undefined)) lies.push(`${type} ${name} while it was ${known === undefined ? 'unknown' : 'known'}`);
      if (ended.has(uid)) lies.push(`${type} ${name} after its end`);
      if (type === 'updated' && old?.metadata.resourceVersion !== known?.version) lies.push(`${name} was updated from another state than the last`);
      if (type === 'updated' && known?.version === resourceVersion) lies.push(`${name} was updated without a change`);
      if (type === 'deleted' && known !== undefined && known.value !== valueOf(object)) lies.push(`${name} ended in another state than the last known`);
      if (type === 'deleted') {
        alive.delete(uid);
        ended.set(uid, (ended.get(uid) ?? 0) + 1);
      } else alive.set(uid, { name, value: valueOf(object), version: resourceVersion });
    },
    expectHonest({ removed }: World): void {
      expect(lies).toEqual([]);
      expect([...alive].filter(([uid]) => removed.has(uid)).map(([, one]) => one.name), 'deleted, and nobody was told').toEqual([]);
      expect([...ended].filter(([uid, times]) => times !== 1 || !removed.has(uid)), 'told to be deleted twice, or without being so').toEqual([]);
    },
  };
}

/** Slow work on every key, fed by the informer: what the handlers' caller must see, and whether one key ran twice at once. */
function attachController(informer: Informer<ConfigMap>, surroundings: Surroundings) {
  const inWork = new Set<string>();
  const overlaps: string[] = [];
  const seen = new Map<string, string>();
  const controller = createController({
    name: 'watch-test',
    ...silentSurroundings({ metrics: surroundings.metrics }),
    async reconcile(key) {
      if (inWork.has(key.name)) overlaps.push(key.name);
      inWork.add(key.name);
      const held = informer.store.get(key);
      await delay(15);
      if (held === undefined) seen.delete(key.name);
      else seen.set(key.name, held.metadata.resourceVersion ?? '');
      inWork.delete(key.name);
      return done();
    },
  }).watches(informer, (change) => [keyOf(change.object)]);
  controller.start();
  return { overlaps, seen, stop: () => controller.stop(1_000) };
}

async function expectSame(direct: ApiClient, type: ResourceType, namespace: string, informer: Informer<ConfigMap>, work: { readonly seen: ReadonlyMap<string, string> }): Promise<void> {
  const { items } = await direct.list<ConfigMap>(type, { namespace });
  const sorted = (entries: Iterable<readonly [string, string]>): string[] => [...entries].map(([name, version]) => `${name}@${version}`).sort();
  const pairs = (objects: readonly ConfigMap[]) => objects.map((one) => [one.metadata.name, one.metadata.resourceVersion ?? ''] as const);
  const truth = sorted(pairs(items));
  const held = (): string[] => sorted(pairs(informer.store.list()));
  await eventually(() => held().join() === truth.join() && sorted(work.seen).join() === truth.join()).catch(() => undefined);
  expect(held(), 'the store').toEqual(truth);
  expect(sorted(work.seen), 'what the controller worked on last').toEqual(truth);
}
