// Random lives of a version, by whole reconciles over a cluster in memory.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ModelDeployment } from '../../crds/generated/model-deployment.ts';
import type { ModelVersion } from '../../crds/generated/model-version.ts';
import { modelDeploymentResource, modelVersionResource } from '../../crds/generated/resources.ts';
import { auditAnnotation } from '../shared/announce.ts';
import { StoreError, type ArtifactStore, type StoreProblem } from '../shared/artifact-store.ts';
import { filesOf } from '../shared/testing/manifest.ts';
import { assertAudit, createWorld, settle, type World } from '../shared/testing/world.ts';
import { undocumented, unseen } from '../shared/testing/undocumented.ts';
import { conditions } from './conditions.ts';
import { reconcile, type Deps } from './reconcile.ts';
import { deploymentOf, versionOf } from './testing/version.ts';

const key = { namespace: 'ml', name: 'tumour-1' };
const files = filesOf();

class Life {
  readonly world: World = createWorld({ main: modelVersionResource });
  readonly deps: Deps;
  problem: StoreProblem | 'none' | 'other-bytes' = 'none';

  constructor() {
    const { client, clock, logger, recorder } = this.world;
    const store: ArtifactStore = {
      read: () => this.answer({ sha256: files.manifestSha256, sizeBytes: files.bytes.byteLength, bytes: files.bytes }),
      digest: () => this.answer({ sha256: files.manifest.artifact.sha256, sizeBytes: files.model.byteLength }),
    };
    const stores = { modelVersions: this.world.store<ModelVersion>(modelVersionResource), modelDeployments: this.world.store<ModelDeployment>(modelDeploymentResource) };
    this.deps = { client, clock, logger, events: recorder, store, stores, lastTried: new Map() };
    this.world.put(modelVersionResource, versionOf());
  }

  async play(one: Event): Promise<void> {
    await one.happen(this);
    await settle(this.world, () => reconcile(this.deps, key));
  }

  version(): ModelVersion | undefined {
    return this.deps.stores.modelVersions.get(key);
  }

  /** What does not depend on when things happened. */
  outcome(): unknown {
    const { status } = this.version() ?? {};
    return { conditions: status?.conditions?.map(({ type, status: value, reason, message }) => `${type} ${value} ${reason} ${message}`).sort(), aliases: status?.aliases, deployments: status?.deployments, serving: status?.serving, finalizers: this.version()?.metadata.finalizers ?? [] };
  }

  private answer<T extends { sha256: string }>(good: T): Promise<T> {
    if (this.problem === 'other-bytes') return Promise.resolve({ ...good, sha256: 'f'.repeat(64) });
    return this.problem === 'none' ? Promise.resolve(good) : Promise.reject(new StoreError(this.problem, `the store: ${this.problem}`));
  }
}

interface Event {
  readonly text: string;
  happen(life: Life): void | Promise<void>;
}

const named = (text: string, happen: Event['happen']): Event & { [fc.toStringMethod]: () => string } => ({ text, happen, [fc.toStringMethod]: () => text });
const spec = (text: string, more: object): Event => named(text, ({ world }) => world.edit<ModelVersion>(modelVersionResource, key, (version) => ({ ...version, spec: { ...version.spec, ...more } })));
const approval = (state: string, required: boolean): Event => spec(`approval ${state}${required ? ' required' : ''}`, { approval: { required, state, ...(state === 'Pending' ? {} : { by: 'anna' }) } });
const stage = (name: string): Event => spec(`stage ${name}`, { stage: name });
const aliases = (...names: string[]): Event => spec(`aliases ${names.join()}`, { aliases: names });
const bytes = (problem: Life['problem']): Event => named(`store ${problem}`, (life) => {
  life.problem = problem;
});
const seconds = (count: number): Event => named(`${count} s pass`, async ({ world }) => world.clock.advance(count * 1000));
const served = (name: string, weight: number | undefined): Event =>
  named(weight === undefined ? `${name} is gone` : `${name} serves ${weight} %`, ({ world }) => {
    if (weight === undefined) world.remove(modelDeploymentResource, { namespace: 'ml', name });
    else world.put(modelDeploymentResource, deploymentOf(name, { stable: { version: 'tumour-0', digest: 'd', revision: 'r0' }, candidate: { version: 'tumour-1', digest: 'e', revision: 'r1' }, rollout: { weight } }));
  });
const disturbed = named('somebody writes in between', ({ world }) => world.conflictOnce());
const deleted = named('deleted', ({ world }) => world.remove(modelVersionResource, key));
const restarted = named('the operator starts anew', ({ deps }) => deps.lastTried.clear());

const event = fc.oneof(
  { weight: 3, arbitrary: fc.tuple(fc.constantFrom('Pending', 'Approved', 'Rejected'), fc.boolean()).map(([state, required]) => approval(state, required)) },
  { weight: 3, arbitrary: fc.constantFrom('Development', 'Staging', 'Production', 'Archived').map(stage) },
  { weight: 2, arbitrary: fc.subarray(['champion', 'stable']).map((names) => aliases(...names)) },
  { weight: 3, arbitrary: fc.constantFrom<Life['problem'][]>('none', 'none', 'other-bytes', 'ArtifactNotFound', 'StoreUnreachable', 'StoreForbidden', 'TooLarge').map(bytes) },
  { weight: 3, arbitrary: fc.constantFrom(1, 5, 60).map(seconds) },
  { weight: 3, arbitrary: fc.tuple(fc.constantFrom('web', 'batch'), fc.constantFrom(undefined, 0, 5, 50)).map(([name, weight]) => served(name, weight)) },
  { weight: 1, arbitrary: fc.constantFrom(disturbed, restarted) },
);

describe('any life of a version', () => {
  it('settles after every event, writes nothing then, and audits every decision once', { timeout: 60_000 }, async () => {
    const decisions = new Set<string>();
    const seen = new Set<string>();
    await fc.assert(
      fc.asyncProperty(fc.constantFrom<Life['problem'][]>('none', 'other-bytes', 'StoreUnreachable'), fc.array(event, { minLength: 3, maxLength: 25 }), fc.boolean(), async (first, story, ends) => {
        const life = new Life();
        life.problem = first;
        for (const one of ends ? [...story, deleted] : story) await life.play(one);
        assertAudit(life.world, auditAnnotation);
        expect(undocumented(life.world.seen, conditions)).toEqual([]);
        // Stage and approval are told as often as they changed: from each decision to the next there is no gap.
        for (const kind of [['StageChanged'], ['Approved', 'Rejected', 'ApprovalWithdrawn']]) {
          const chain = life.world.audit.filter(({ decision }) => kind.includes(decision));
          chain.slice(1).forEach(({ from, numbers }, i) => expect([from, numbers['version']]).toEqual([chain[i]?.to, 1]));
        }
        if (ends) expect(life.version()?.status?.aliases).toBeUndefined();
        if (ends) expect(life.version() === undefined).toBe(life.world.store<ModelDeployment>(modelDeploymentResource).list().length === 0);
        for (const { decision } of life.world.audit) decisions.add(decision);
        for (const one of life.world.seen) seen.add(one);
      }),
      { numRuns: 150, seed: 7 },
    );
    // Manifests that contradict the spec are verify.test.ts's.
    expect(unseen(seen, conditions).filter((one) => !one.includes(' Manifest'))).toEqual([]);
    expect([...decisions].sort()).toEqual(['AliasMoved', 'Approved', 'ApprovalWithdrawn', 'Rejected', 'StageChanged'].sort());
  });

  it('ends alike in whatever order facts become known, and however often', { timeout: 60_000 }, async () => {
    const facts = [approval('Approved', true), stage('Production'), aliases('champion'), served('web', 5), served('batch', 50), bytes('none')];
    const straight = new Life();
    for (const one of facts) await straight.play(one);
    await fc.assert(
      fc.asyncProperty(fc.shuffledSubarray(facts, { minLength: facts.length }), fc.array(fc.nat(facts.length - 1), { maxLength: 4 }), async (order, again) => {
        const life = new Life();
        life.problem = 'StoreUnreachable';
        for (const one of [...order, ...again.map((i) => order[i]!)]) await life.play(one);
        await life.play(seconds(60));
        expect(life.outcome()).toEqual(straight.outcome());
      }),
      { numRuns: 60, seed: 7 },
    );
  });
});
