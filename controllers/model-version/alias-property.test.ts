// Random lives of the versions of a model, driven by nothing but what a change wakes: who holds an alias when all is quiet.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ModelDeployment } from '../../crds/generated/model-deployment.ts';
import type { ModelVersion } from '../../crds/generated/model-version.ts';
import { modelDeploymentResource, modelVersionResource } from '../../crds/generated/resources.ts';
import { isTrue } from '../../operator/runtime/conditions.ts';
import type { Controller } from '../../operator/runtime/controller.ts';
import type { Change, Informer } from '../../operator/runtime/informer.ts';
import { keyOf, keyString, type Key, type KubeObject } from '../../operator/runtime/types.ts';
import { auditAnnotation } from '../shared/announce.ts';
import { StoreError, type ArtifactStore } from '../shared/artifact-store.ts';
import { filesOf } from '../shared/testing/manifest.ts';
import { assertAudit, createWorld, type World } from '../shared/testing/world.ts';
import { wire } from './controller.ts';
import { reconcile, type Deps } from './reconcile.ts';
import { deploymentOf, versionOf } from './testing/version.ts';

const files = filesOf();
/** Two share a number: then the name decides. */
const numbers = new Map([['tumour-1', 1], ['tumour-2', 2], ['tumour-2b', 2], ['tumour-3', 3]]);
const names = [...numbers.keys()];
const recheckMs = 60_000;

/** One call of `watches`, and what it saw last. */
interface Watch {
  readonly informer: Pick<Informer<KubeObject>, 'store'>;
  readonly wakes: (change: Change<KubeObject>) => readonly Key[];
  known: ReadonlyMap<string, KubeObject>;
}

class Family {
  readonly world: World = createWorld({ main: modelVersionResource });
  readonly unreadable = new Set<string>();
  private readonly deps: Deps;
  private readonly watched: Watch[] = [];

  constructor() {
    const { client, clock, logger, recorder } = this.world;
    const stores = { modelVersions: this.world.store<ModelVersion>(modelVersionResource), modelDeployments: this.world.store<ModelDeployment>(modelDeploymentResource) };
    const store: ArtifactStore = {
      read: (uri) => this.answer(uri, { sha256: files.manifestSha256, sizeBytes: files.bytes.byteLength, bytes: files.bytes }),
      digest: (uri) => this.answer(uri, { sha256: files.manifest.artifact.sha256, sizeBytes: files.model.byteLength }),
    };
    this.deps = { client, clock, logger, events: recorder, store, stores, lastTried: new Map() };
    const controller = {
      watches: (informer: Watch['informer'], wakes: Watch['wakes']) => {
        this.watched.push({ informer, wakes, known: new Map() });
        return controller;
      },
    };
    wire(controller as unknown as Controller, { modelVersions: { store: stores.modelVersions } as unknown as Informer<ModelVersion>, modelDeployments: { store: stores.modelDeployments } as unknown as Informer<ModelDeployment> });
  }

  versions(): readonly ModelVersion[] {
    return this.deps.stores.modelVersions.list();
  }

  /** Until nothing is woken any more. */
  async settle(): Promise<void> {
    const queue = new Map<string, Key>();
    for (let looks = 0; looks < 60; looks += 1) {
      for (const watch of this.watched) for (const change of changes(watch)) for (const key of watch.wakes(change)) queue.set(keyString(key), key);
      const [next] = queue;
      if (next === undefined) return;
      queue.delete(next[0]);
      const outcome = await reconcile(this.deps, next[1]);
      if (outcome.kind === 'waiting' && outcome.afterMs < 1000) queue.set(...next);
    }
    throw new Error('the versions wake one another for ever');
  }

  /** The queue brings those back whose bytes could not be read; all others look only when they are woken. */
  async later(): Promise<void> {
    await this.world.clock.advance(recheckMs);
    for (const one of this.versions()) if (!isTrue(one.status?.conditions, 'ArtifactVerified')) await reconcile(this.deps, keyOf(one));
    await this.settle();
  }

  private answer<T>(uri: string, good: T): Promise<T> {
    return [...this.unreadable].some((name) => uri.includes(`/${name}/`)) ? Promise.reject(new StoreError('StoreUnreachable', 'no answer')) : Promise.resolve(good);
  }
}

/** What an informer would have told since the last time. */
function changes(watch: Watch): Change<KubeObject>[] {
  const now = new Map(watch.informer.store.list().map((object) => [object.metadata.uid ?? '', object]));
  const before = watch.known;
  watch.known = now;
  // The last word about an object may be that it goes.
  const last = (object: KubeObject): KubeObject => ({ ...object, metadata: { ...object.metadata, deletionTimestamp: '2026-01-01T00:00:00Z' } });
  const gone = [...before].filter(([uid]) => !now.has(uid)).map(([, object]): Change<KubeObject> => ({ type: 'deleted', object: last(object) }));
  const others = [...now].filter(([uid, object]) => before.get(uid) !== object).map(([uid, object]): Change<KubeObject> => {
    const old = before.get(uid);
    return old === undefined ? { type: 'added', object } : { type: 'updated', object, old };
  });
  return [...gone, ...others];
}

type Event = (family: Family) => void;

const key = (name: string): Key => ({ namespace: 'ml', name });
const said = (text: string, event: Event): Event => Object.assign(event, { [fc.toStringMethod]: () => text });
const made = (name: string, aliases: readonly string[]): Event => said(`${name} is made as ${aliases.join()}`, ({ world }) => {
  if (world.store<ModelVersion>(modelVersionResource).get(key(name)) !== undefined) return;
  const { metadata: _metadata, ...version } = versionOf({ version: numbers.get(name), aliases });
  const at = (file: string): string => `s3://models/${name}/${file}`;
  const spec = { ...version.spec, artifact: { ...version.spec.artifact, uri: at('model.onnx') }, manifest: { ...version.spec.manifest, uri: at('manifest.json') } };
  world.put<ModelVersion>(modelVersionResource, { ...version, spec, metadata: { ...key(name) } });
});
const edited = (text: string, name: string, more: object): Event => said(`${name}: ${text}`, ({ world }) => world.edit<ModelVersion>(modelVersionResource, key(name), (version) => ({ ...version, spec: { ...version.spec, ...more } })));
const served = (name: string, by: boolean): Event => said(`${name} is ${by ? '' : 'not '}served`, ({ world }) => {
  if (by) world.put<KubeObject>(modelDeploymentResource, deploymentOf(`of-${name}`, { stable: { version: name, digest: 'd', revision: 'r' } }));
  else world.remove(modelDeploymentResource, key(`of-${name}`));
});

const name = fc.constantFrom(...names);
const aliases = fc.subarray(['champion', 'stable']);
const event = fc.oneof(
  fc.tuple(name, aliases).map(([one, list]) => made(one, list)),
  fc.tuple(name, aliases).map(([one, list]) => edited(`aliases ${list.join()}`, one, { aliases: list })),
  fc.tuple(name, fc.constantFrom('Pending', 'Rejected')).map(([one, state]) => edited(state, one, { approval: { required: false, state, reason: 'why not' } })),
  fc.tuple(name, fc.boolean()).map(([one, by]) => served(one, by)),
  name.map((one) => said(`${one} is deleted`, ({ world }) => world.remove(modelVersionResource, key(one)))),
  fc.tuple(name, fc.boolean()).map(([one, broken]) => said(`${one} is ${broken ? 'un' : ''}readable`, ({ unreadable }) => {
    if (broken) unreadable.add(one);
    else unreadable.delete(one);
  })),
  fc.constant(said('somebody writes in between', ({ world }) => world.conflictOnce())),
);

/** Who may hold the alias, best first: the rule once more, from the other side. */
function holder(alias: string, versions: readonly ModelVersion[]): string | undefined {
  const may = versions.filter(({ metadata, spec, status }) => metadata.deletionTimestamp === undefined && spec.approval.state !== 'Rejected' && spec.aliases?.includes(alias) === true && status?.conditions?.some(({ type, status: value }) => type === 'ArtifactVerified' && value === 'True') === true);
  return may.toSorted((a, b) => b.spec.version - a.spec.version || (a.metadata.name < b.metadata.name ? -1 : 1))[0]?.metadata.name;
}

describe('an alias of a model', () => {
  it('means the one version that it should after any story, and every move was told', { timeout: 60_000 }, async () => {
    const moved = new Set<string>();
    await fc.assert(
      fc.asyncProperty(fc.array(event, { minLength: 4, maxLength: 25 }), async (story) => {
        const family = new Family();
        for (const first of names) made(first, ['champion'])(family);
        const meant = new Map<string, string>();
        for (const one of story) {
          one(family);
          const told = family.world.audit.length;
          await family.settle();
          await family.later();
          for (const alias of ['champion', 'stable']) {
            const holders = family.versions().filter(({ status }) => status?.aliases?.includes(alias) === true).map(({ metadata }) => metadata.name);
            const expected = holder(alias, family.versions());
            expect(holders).toEqual(expected === undefined ? [] : [expected]);
            const moves = family.world.audit.slice(told).filter(({ decision, numbers: { alias: which } }) => decision === 'AliasMoved' && which === alias);
            if (expected !== undefined && expected !== meant.get(alias)) expect(moves.at(-1)?.to).toBe(expected);
            for (const { from, to } of moves) moved.add(`${from}>${to}`);
            if (expected === undefined) meant.delete(alias);
            else meant.set(alias, expected);
          }
        }
        assertAudit(family.world, auditAnnotation);
      }),
      { numRuns: 150, seed: 7 },
    );
    // Up, down, and between two of one number.
    expect([...moved]).toEqual(expect.arrayContaining(['>tumour-1', 'tumour-1>tumour-2', 'tumour-3>tumour-2', 'tumour-2>tumour-2b', 'tumour-2b>tumour-2']));
  });
});
