// Random lives of a run, by whole reconciles over a cluster in memory: the real backend, Jobs and pods.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ModelVersion } from '../../crds/generated/model-version.ts';
import { modelVersionResource, trainingRunResource } from '../../crds/generated/resources.ts';
import type { TrainingRun } from '../../crds/generated/training-run.ts';
import { auditAnnotation } from '../shared/announce.ts';
import { StoreError, type StoreProblem } from '../shared/artifact-store.ts';
import { jobs, pods, type ContainerState, type Job, type Pod } from '../shared/kube-types.ts';
import { filesOf } from '../shared/testing/manifest.ts';
import { undocumented } from '../shared/testing/undocumented.ts';
import { assertAudit, createWorld, settle } from '../shared/testing/world.ts';
import { jobOfPod, kubernetesJobBackend, podsByJob } from './backends/kubernetes-job.ts';
import { conditions } from './conditions.ts';
import type { Status } from './context.ts';
import type { Deps } from './deps.ts';
import { createInbox, type Inbox } from './progress/inbox.ts';
import { reconcile } from './reconcile.ts';
import { runOf } from './testing/run-story.ts';

const key = { namespace: 'ml', name: 'tumour-xgb' };
const files = filesOf();

function hasEnded({ status }: Pod): boolean {
  return status?.phase === 'Succeeded' || status?.phase === 'Failed';
}

class Life {
  readonly world = createWorld({ main: trainingRunResource, bounded: true });
  readonly deps: Deps;
  readonly inbox: Inbox;
  private told: Status = {};
  problem: StoreProblem | 'none' | 'other-bytes' = 'none';

  constructor(spec: object = {}) {
    const { client, clock, logger, recorder } = this.world;
    const stores = { trainingRuns: this.world.store<TrainingRun>(trainingRunResource), modelVersions: this.world.store<ModelVersion>(modelVersionResource) };
    const backend = kubernetesJobBackend({ client, jobs: this.world.store<Job>(jobs), pods: this.world.store<Pod>(pods, { [podsByJob]: jobOfPod }), trainer: { image: 'trainer:1', storeSecretName: 'store' } });
    this.inbox = createInbox(clock);
    this.deps = {
      client,
      clock,
      logger,
      events: recorder,
      backend,
      inbox: this.inbox,
      stores,
      defaultOutputUri: 's3://models/',
      store: {
        read: () => this.answer({ sha256: files.manifestSha256, sizeBytes: files.bytes.byteLength, bytes: files.bytes }),
        digest: () => this.answer({ sha256: files.manifest.artifact.sha256, sizeBytes: files.model.byteLength }),
      },
    };
    const { metadata, ...rest } = runOf({ spec: { retryPolicy: { maxAttempts: 3, maxPreemptions: 2 }, activeDeadline: '1h', ...spec } });
    this.world.put(trainingRunResource, { ...rest, metadata: { name: metadata.name, namespace: 'ml', uid: metadata.uid ?? '' } });
  }

  async play(one: Event): Promise<void> {
    await one.happen(this);
    await settle(this.world, () => reconcile(this.deps, key));
    const { status } = this.run() ?? {};
    expect(this.liveJobs().length, 'Jobs at once').toBeLessThanOrEqual(1);
    if (this.run()?.spec.suspend === true) expect(this.liveJobs(), 'Jobs while suspended').toEqual([]);
    expect((status?.attempt ?? 1) <= 3 && (status?.preemptions ?? 0) <= 3).toBe(true);
    this.expectOnward(status ?? {});
  }

  /** Progress goes forward within a launch, is written seldom, and has no stage under way where nothing runs. */
  private expectOnward(status: Status): void {
    const { progress, stages = [], launches } = status;
    const before = this.told;
    if (progress !== undefined && before.launches === launches && before.completionTime === status.completionTime && progress?.percent !== before.progress?.percent) {
      expect(progress?.percent).toBeGreaterThanOrEqual(before.progress?.percent ?? 0);
    }
    const open = stages.filter(({ endTime }) => endTime === undefined);
    expect(open.length, 'stages under way').toBeLessThanOrEqual(1);
    if (status.completionTime !== undefined) expect(this.inbox.get({ key, uid: this.run()?.metadata.uid ?? '', launch: launches ?? 0 }), 'reports kept after the end').toBeUndefined();
    if (status.completionTime !== undefined || status.nextAttemptAt !== undefined) expect(open, 'stages under way after the end').toEqual([]);
    this.told = status;
  }

  run(): TrainingRun | undefined {
    return this.deps.stores.trainingRuns.get(key);
  }

  /** Makes the newest pod look so; none is made for a run without a Job. */
  podIs(status: NonNullable<Pod['status']>): void {
    const job = this.liveJobs().at(-1);
    if (job === undefined) return;
    const { name, uid = '' } = job.metadata;
    this.world.put<Pod>(pods, { apiVersion: 'v1', kind: 'Pod', metadata: { name: `${name}-x`, namespace: 'ml', labels: { 'batch.kubernetes.io/job-name': name }, ownerReferences: [{ apiVersion: 'batch/v1', kind: 'Job', name, uid, controller: true }] }, status });
  }

  /** Those that have neither ended nor seen their pod end. */
  liveJobs(): readonly Job[] {
    const ended = new Set(this.pods().filter(hasEnded).map(({ metadata }) => metadata.labels?.['batch.kubernetes.io/job-name']));
    return this.jobs().filter(({ metadata, status }) => status?.conditions === undefined && !ended.has(metadata.name));
  }

  jobs(): readonly Job[] {
    return this.world.store<Job>(jobs).list();
  }

  pods(): readonly Pod[] {
    return this.world.store<Pod>(pods).list();
  }

  jobIs(type: 'Complete' | 'Failed'): void {
    for (const job of this.jobs()) if (job.status?.conditions === undefined) this.world.put<Job>(jobs, { ...job, status: { conditions: [{ type, status: 'True' }] } });
  }

  outcome(): unknown {
    const { status } = this.run() ?? {};
    return { conditions: status?.conditions?.map(({ type, status: value, reason, message }) => `${type} ${value} ${reason} ${message}`).sort(), version: status?.modelVersionRef, artifact: status?.artifact, score: status?.score };
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
const trainer = (state: ContainerState): NonNullable<Pod['status']>['containerStatuses'] => [{ name: 'trainer', ready: false, restartCount: 0, state }];
const words = JSON.stringify({ manifest: { uri: 's3://models/manifest.json', sha256: files.manifestSha256 }, artifact: { uri: 's3://models/model.onnx', sha256: files.manifest.artifact.sha256, sizeBytes: files.model.byteLength } });
const kept = JSON.stringify({ error: { reason: 'Terminated', message: 'SIGTERM' }, checkpoint: { uri: 's3://models/c', step: 3, time: '2026-01-01T00:00:00Z' } });
const because = (reason: string): string => JSON.stringify({ error: { reason, message: `it is ${reason}` } });

const pending = named('the pod finds no node', (life) => life.podIs({ phase: 'Pending', conditions: [{ type: 'PodScheduled', status: 'False', message: '0/3' }] }));
const badImage = named('the image is not there', (life) => life.podIs({ phase: 'Pending', containerStatuses: trainer({ waiting: { reason: 'ErrImagePull' } })! }));
const noSecret = named('the Secret is not there', (life) => life.podIs({ phase: 'Pending', containerStatuses: trainer({ waiting: { reason: 'CreateContainerConfigError' } })! }));
const runs = named('the pod runs', (life) => life.podIs({ phase: 'Running', containerStatuses: trainer({ running: {} })! }));
const exits = (exitCode: number, message = '', reason = 'Error'): Event =>
  named(`exit ${exitCode} ${reason} ${message}`, (life) => {
    life.podIs({ phase: exitCode === 0 ? 'Succeeded' : 'Failed', containerStatuses: trainer({ terminated: { exitCode, reason, message } })! });
  });
const succeeds = exits(0, words, 'Completed');
const evicted = named('the node takes the pod away', (life) => life.podIs({ phase: 'Failed', reason: 'Evicted', message: 'low on memory' }));
const podLost = named('the pod is gone', (life) => {
  // The Job controller counts a pod that ended before it lets it go.
  for (const pod of life.pods().filter(hasEnded)) life.jobIs(pod.status?.phase === 'Succeeded' ? 'Complete' : 'Failed');
  for (const pod of life.pods()) life.world.remove(pods, { namespace: 'ml', name: pod.metadata.name });
});
const job = (type: 'Complete' | 'Failed'): Event => named(`the Job is ${type}`, (life) => life.jobIs(type));
const jobDeleted = named('somebody deletes the Job', (life) => {
  for (const one of life.liveJobs()) life.world.remove(jobs, { namespace: 'ml', name: one.metadata.name });
});
const admitted = (value: boolean): Event =>
  named(value ? 'the queue admits the Job' : 'the queue takes its place back', (life) => {
    for (const one of life.liveJobs()) life.world.put<Job>(jobs, { ...one, spec: { ...one.spec, suspend: !value } });
    // The Job controller deletes the pods that are at work.
    if (!value) for (const pod of life.pods()) if (!hasEnded(pod)) life.world.remove(pods, { namespace: 'ml', name: pod.metadata.name });
  });
const suspend = (value: boolean): Event => named(`suspend ${String(value)}`, ({ world }) => world.edit<TrainingRun>(trainingRunResource, key, (run) => ({ ...run, spec: { ...run.spec, suspend: value } })));
const bytes = (problem: Life['problem']): Event => named(`store ${problem}`, (life) => {
  life.problem = problem;
});
const seconds = (count: number): Event => named(`${count} s pass`, ({ world }) => world.clock.advance(count * 1000));
const reports = (stage: string, percent: number): Event =>
  named(`the trainer reports ${stage} ${percent}`, (life) => {
    const run = life.run();
    if (run !== undefined && life.liveJobs().length > 0) life.inbox.put({ key, uid: run.metadata.uid ?? '', launch: run.status?.launches ?? 0 }, { stage, percent, message: '' });
  });
const version = (number: number): Event =>
  named(`somebody makes tumour-${number}`, ({ world }) => {
    if (world.store(modelVersionResource).get({ namespace: 'ml', name: `tumour-${number}` }) === undefined) world.put(modelVersionResource, { apiVersion: 'trainyard.dev/v1alpha1', kind: 'ModelVersion', metadata: { name: `tumour-${number}`, namespace: 'ml' }, spec: { model: 'tumour', version: number, manifest: { uri: 'x', sha256: 'other' } } });
  });
const disturbed = named('somebody writes in between', ({ world }) => world.conflictOnce());
const deleted = named('deleted', ({ world }) => world.remove(trainingRunResource, key));

const event = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(runs, pending, badImage, noSecret) },
  { weight: 2, arbitrary: fc.constant(succeeds) },
  { weight: 3, arbitrary: fc.constantFrom(exits(1), exits(137, '', 'OOMKilled'), exits(75), exits(75, kept), evicted, podLost, job('Failed'), jobDeleted) },
  { weight: 1, arbitrary: fc.constantFrom(exits(64), exits(65, because('MissingColumn')), exits(66, words), exits(67), exits(70, because('Internal')), job('Complete')) },
  { weight: 2, arbitrary: fc.boolean().map(suspend) },
  { weight: 2, arbitrary: fc.boolean().map(admitted) },
  { weight: 2, arbitrary: fc.constantFrom<Life['problem'][]>('none', 'none', 'other-bytes', 'ArtifactNotFound', 'StoreUnreachable', 'StoreForbidden').map(bytes) },
  { weight: 3, arbitrary: fc.constantFrom(2, 30, 700, 3600, 100_000).map(seconds) },
  { weight: 3, arbitrary: fc.tuple(fc.constantFrom('Ingest', 'Fit', 'Export'), fc.nat(100)).map(([stage, percent]) => reports(stage, percent)) },
  { weight: 1, arbitrary: fc.constantFrom(1, 2, 3).map(version) },
  { weight: 1, arbitrary: fc.constant(disturbed) },
);

describe('any life of a run', () => {
  it('settles after every event, writes nothing then, never has two Jobs, and registers at most once', { timeout: 60_000 }, async () => {
    const decisions = new Set<string>();
    const ends = new Set<string>();
    await fc.assert(
      fc.asyncProperty(fc.boolean(), fc.array(event, { minLength: 3, maxLength: 25 }), fc.boolean(), async (suspended, story, isDeleted) => {
        const life = new Life({ suspend: suspended });
        for (const one of [runs, ...story]) await life.play(one);
        assertAudit(life.world, auditAnnotation);
        expect(undocumented(life.world.seen, conditions)).toEqual([]);
        const registered = life.world.audit.filter(({ decision }) => decision === 'Registered');
        expect(registered.map(({ to }) => to)).toEqual(life.run()?.status?.modelVersionRef === undefined ? [] : [life.run()?.status?.modelVersionRef?.name]);
        for (const { decision } of life.world.audit) decisions.add(decision);
        for (const one of life.world.seen) if (one.startsWith('Succeeded=')) ends.add(one);
        if (!isDeleted) return;
        await life.play(deleted);
        expect([life.run(), life.world.store(jobs).list(), life.world.store(pods).list()]).toEqual([undefined, [], []]);
      }),
      { numRuns: 600, seed: 7 },
    );
    expect([...decisions].sort()).toEqual(['GateFailed', 'Registered']);
    for (const end of ['Succeeded=True Succeeded', 'Succeeded=False DeadlineExceeded', 'Succeeded=False Preempted', 'Succeeded=False MissingColumn', 'Succeeded=Unknown Suspended', 'Succeeded=Unknown StoreForbidden', 'Succeeded=Unknown Queued']) expect([...ends]).toContain(end);
  });

  it('ends alike in whatever order its end becomes known, and however often', { timeout: 60_000 }, async () => {
    // Pod, Job, store and other versions are watched apart: nobody promises an order.
    const facts = [succeeds, job('Complete'), version(1), bytes('none')];
    await fc.assert(
      fc.asyncProperty(fc.shuffledSubarray(facts, { minLength: facts.length }), fc.array(fc.nat(facts.length - 1), { maxLength: 4 }), fc.boolean(), async (order, again, together) => {
        const life = new Life();
        await life.play(runs);
        life.problem = 'StoreUnreachable';
        // The pod is named after a Job that lives: its end is told first, or together with the Job's.
        const told = [...order.filter((one) => one === succeeds), ...order.filter((one) => one !== succeeds)];
        if (together) for (const one of order) await one.happen(life);
        for (const one of [...(together ? [] : told), ...again.map((i) => order[i]!)]) await life.play(one);
        await life.play(seconds(2));
        expect(life.run()?.status?.conditions?.find(({ type }) => type === 'Succeeded')?.reason).toBe('Succeeded');
        expect(life.run()?.status?.artifact?.sha256).toBe(files.manifest.artifact.sha256);
        expect(life.world.audit.map(({ decision }) => decision)).toEqual(['Registered']);
      }),
      { numRuns: 60, seed: 7 },
    );
  });
});
