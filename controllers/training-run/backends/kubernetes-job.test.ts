import { describe, expect, it } from 'vitest';
import type { Client } from '../../../operator/runtime/client.ts';
import { createStore } from '../../../operator/runtime/store.ts';
import type { ContainerState, Job, KubeCondition, Pod } from '../../shared/kube-types.ts';
import { runOf } from '../testing/run-story.ts';
import { jobOfPod, kubernetesJobBackend, launchState, podsByJob } from './kubernetes-job.ts';

const job = (...conditions: KubeCondition[]): Job => ({ apiVersion: 'batch/v1', kind: 'Job', metadata: { name: 'tumour-xgb-1' }, status: { conditions } });
const pod = (status: Pod['status'] = {}, name = 'tumour-xgb-1-abcde', creationTimestamp = '2026-01-01T00:00:00Z'): Pod => ({ apiVersion: 'v1', kind: 'Pod', metadata: { name, creationTimestamp }, status });
const trainer = (state: ContainerState): Pod['status'] => ({ containerStatuses: [{ name: 'istio-proxy', ready: false, restartCount: 0, state: { terminated: { exitCode: 0, message: 'sidecar' } } }, { name: 'trainer', ready: false, restartCount: 0, state }] });
const died = (phase: 'Succeeded' | 'Failed', terminated: NonNullable<ContainerState['terminated']>, more: Pod['status'] = {}): Pod => pod({ ...trainer({ terminated }), phase, ...more });
const words = { manifest: { uri: 's3://models/m.json', sha256: 'a'.repeat(64) }, artifact: { uri: 's3://models/m.onnx', sha256: 'b'.repeat(64), sizeBytes: 9 } };

describe('the state of a launch', () => {
  it.each<[name: string, job: Job | undefined, pods: readonly Pod[], state: object]>([
    ['nothing there', undefined, [], { phase: 'Absent' }],
    ['a Job without a pod is starting', job(), [], { phase: 'Starting' }],
    ['a pod without a Job (being deleted) still runs', undefined, [pod({ phase: 'Running' })], { phase: 'Running' }],
    ['a pod that waits for its image is starting', job(), [pod({ phase: 'Pending', ...trainer({ waiting: { reason: 'ContainerCreating' } }) })], { phase: 'Starting' }],
    ['a container that runs', job(), [pod({ phase: 'Running', ...trainer({ running: {} }) })], { phase: 'Running' }],
    ['an image that cannot be pulled', job(), [pod(trainer({ waiting: { reason: 'ErrImagePull', message: 'not found' } }))], { phase: 'Starting', trouble: { reason: 'ImageCannotStart', message: 'pod tumour-xgb-1-abcde: ErrImagePull: not found' } }],
    ['a Secret that is missing', job(), [pod(trainer({ waiting: { reason: 'CreateContainerConfigError', message: 'secret "s" not found' } }))], { phase: 'Starting', trouble: { reason: 'ConfigInvalid', message: 'pod tumour-xgb-1-abcde: CreateContainerConfigError: secret "s" not found' } }],
    ['no node with room', job(), [pod({ conditions: [{ type: 'PodScheduled', status: 'False', message: '0/3 nodes' }] })], { phase: 'Starting', trouble: { reason: 'Unschedulable', message: 'pod tumour-xgb-1-abcde finds no node: 0/3 nodes' } }],
    ['a success with last words', job(), [died('Succeeded', { exitCode: 0, reason: 'Completed', message: JSON.stringify(words) })], { phase: 'Ended', ending: { exitCode: 0, preempted: false, platformReason: 'Completed', lastWords: words } }],
    ['a failure with a cause', job(), [died('Failed', { exitCode: 65, reason: 'Error', message: '{"error":{"reason":"MissingColumn","message":"no column x"}}' })], { phase: 'Ended', ending: { exitCode: 65, lastWords: { error: { reason: 'MissingColumn', message: 'no column x' } } } }],
    ['a traceback is detail and promises nothing', job(), [died('Failed', { exitCode: 1, reason: 'Error', message: 'Traceback: boom' })], { phase: 'Ended', ending: { exitCode: 1, detail: 'Traceback: boom', lastWords: {} } }],
    ['the OOM killer', job(), [died('Failed', { exitCode: 137, reason: 'OOMKilled' })], { phase: 'Ended', ending: { exitCode: 137, platformReason: 'OOMKilled', preempted: false } }],
    ['a preemption', job(), [died('Failed', { exitCode: 143 }, { conditions: [{ type: 'DisruptionTarget', status: 'True', reason: 'PreemptionByScheduler', message: 'for a better one' }] })], { phase: 'Ended', ending: { exitCode: 143, preempted: true, platformReason: 'PreemptionByScheduler', detail: 'for a better one' } }],
    ['an eviction before the container ended', job(), [pod({ phase: 'Failed', reason: 'Evicted', message: 'low on memory' })], { phase: 'Ended', ending: { exitCode: undefined, preempted: true, platformReason: 'Evicted', detail: 'low on memory' } }],
    ['a pod that is gone after a success', job({ type: 'Complete', status: 'True' }), [], { phase: 'Ended', ending: { exitCode: 0, platformReason: 'Completed', lastWords: {} } }],
    ['a pod that is gone before it ended', job({ type: 'Failed', status: 'True', reason: 'BackoffLimitExceeded' }), [], { phase: 'Ended', ending: { preempted: true, platformReason: 'PodLost' } }],
    ['the newest of two pods counts', job(), [pod({ phase: 'Failed' }, 'a', '2026-01-01T00:00:00Z'), pod({ phase: 'Running', ...trainer({ running: {} }) }, 'b', '2026-01-01T00:00:09Z')], { phase: 'Running' }],
  ])('%s', (_name, one, pods, state) => {
    expect(launchState(one, pods)).toMatchObject(state);
  });
});

const queued = (more: Partial<NonNullable<Job['status']>> = {}, suspend = true): Job => ({ ...job(), metadata: { name: 'tumour-xgb-1', labels: { 'kueue.x-k8s.io/queue-name': 'research' } }, spec: { suspend }, status: more });

describe('a Job that a queue holds', () => {
  const ended = died('Failed', { exitCode: 75, message: '{"error":{"reason":"Terminated","message":"SIGTERM"}}' });
  const taken = { ...ended, metadata: { ...ended.metadata, deletionTimestamp: '2026-01-01T00:04:00Z' } };
  it.each<[name: string, job: Job, pods: readonly Pod[], state: object]>([
    ['waits before it was admitted', queued(), [], { phase: 'Queued', message: 'Job tumour-xgb-1 waits until Kueue admits it to LocalQueue research' }],
    ['waits again while its pod is still at work', queued(), [pod({ phase: 'Running', ...trainer({ running: {} }) })], { phase: 'Queued' }],
    ['waits again when its pod ended by SIGTERM', queued(), [taken], { phase: 'Queued' }],
    ['waits again when its pod was killed', queued(), [died('Failed', { exitCode: 137 })], { phase: 'Queued' }],
    ['waits again when its pod counts as disrupted', queued(), [died('Failed', { exitCode: 143 }, { conditions: [{ type: 'DisruptionTarget', status: 'True' }] })], { phase: 'Queued' }],
    ['has its result all the same when the pod was done before', queued(), [died('Succeeded', { exitCode: 0, message: JSON.stringify(words) })], { phase: 'Ended', ending: { exitCode: 0, lastWords: words } }],
    ['has missed its gate all the same', queued(), [died('Failed', { exitCode: 66 })], { phase: 'Ended', ending: { exitCode: 66 } }],
    ['has ended when the Job says so and the pod is gone', queued({ conditions: [{ type: 'Complete', status: 'True' }] }), [], { phase: 'Ended', ending: { exitCode: 0 } }],
    ['starts when it is admitted', queued({}, false), [], { phase: 'Starting' }],
    ['runs, whatever the pod of an earlier admission ended with', queued({ startTime: '2026-01-01T00:05:00Z' }, false), [taken, pod({ phase: 'Running', ...trainer({ running: {} }) }, 'b', '2026-01-01T00:05:00Z')], { phase: 'Running' }],
    ['starts anew while the pod of an earlier admission is still there', queued({ startTime: '2026-01-01T00:05:00Z' }, false), [taken], { phase: 'Starting' }],
    ['has ended when its pod ended by itself, though a clock is behind', queued({ startTime: '2026-01-01T00:00:02Z' }, false), [died('Failed', { exitCode: 70 })], { phase: 'Ended', ending: { exitCode: 70 } }],
    ['says so when somebody else suspended it', { ...job(), spec: { suspend: true } }, [], { phase: 'Queued', message: 'Job tumour-xgb-1 is suspended, and not by this run' }],
  ])('%s', (_name, one, pods, state) => {
    expect(launchState(one, pods)).toMatchObject(state);
  });
});

describe('whose pods and Jobs they are', () => {
  const run = { ...runOf(), metadata: { ...runOf().metadata, creationTimestamp: '2026-01-01T00:00:00Z' } };
  const owned = (kind: string, name: string, uid: string): { ownerReferences: [{ apiVersion: string; kind: string; name: string; uid: string; controller: true }] } => ({ ownerReferences: [{ apiVersion: 'v1', kind, name, uid, controller: true }] });
  const jobOf = (uid: string, runUid = run.metadata.uid ?? ''): Job => ({ apiVersion: 'batch/v1', kind: 'Job', metadata: { name: 'tumour-xgb-1', namespace: 'ml', uid, ...owned('TrainingRun', 'tumour-xgb', runUid) } });
  const podOf = (name: string, uid: string, status: Pod['status'], creationTimestamp = '2026-01-01T00:00:01Z', kind = 'Job'): Pod => ({ ...pod(status, name, creationTimestamp), metadata: { name, namespace: 'ml', creationTimestamp, labels: { 'batch.kubernetes.io/job-name': 'tumour-xgb-1', 'trainyard.dev/training-run': 'tumour-xgb' }, ...owned(kind, 'tumour-xgb-1', uid) } });
  const failed = { phase: 'Failed', ...trainer({ terminated: { exitCode: 64 } }) };
  const observed = (jobs: readonly Job[], pods: readonly Pod[]): object => {
    const onIndexError = (): never => expect.unreachable();
    const stores = { jobs: createStore<Job>({ onIndexError }), pods: createStore<Pod>({ onIndexError, indexes: { [podsByJob]: jobOfPod } }) };
    for (const one of jobs) stores.jobs.put(one);
    for (const one of pods) stores.pods.put(one);
    return kubernetesJobBackend({ client: {} as Client, ...stores, trainer: { image: 'trainer:1', storeSecretName: 'store' } }).observe(run, 1);
  };
  it.each<[name: string, jobs: readonly Job[], pods: readonly Pod[], phase: string]>([
    ['the pod of its Job counts', [jobOf('job-1')], [podOf('a', 'job-1', failed)], 'Ended'],
    ['a pod that only has the labels does not', [jobOf('job-1')], [{ ...podOf('a', 'job-1', failed), metadata: { ...podOf('a', 'job-1', failed).metadata, ownerReferences: [] } }], 'Starting'],
    ['a pod that something else with that name made does not', [jobOf('job-1')], [podOf('a', 'job-1', failed, '2026-01-01T00:00:01Z', 'ReplicaSet')], 'Starting'],
    ['the pod of a Job with that name that was there before does not', [jobOf('job-2')], [podOf('a', 'job-1', failed)], 'Starting'],
    ['a Job that a namesake of the run left does not', [jobOf('job-1', 'older-run')], [podOf('a', 'job-1', failed, '2025-12-31T23:59:59Z')], 'Absent'],
    ['without its Job a pod still runs', [], [podOf('a', 'job-1', { phase: 'Running' })], 'Running'],
  ])('%s', (_name, jobs, pods, phase) => {
    expect(observed(jobs, pods)).toMatchObject({ phase });
  });
});

describe('last words that do not keep the contract', () => {
  const told = (message: unknown): unknown => {
    const state = launchState(job(), [died('Failed', { exitCode: 70, message: typeof message === 'string' ? message : JSON.stringify(message) })]);
    return state.phase === 'Ended' ? state.ending.lastWords : state;
  };
  it.each<[name: string, message: unknown, kept: object]>([
    ['a list', ['a'], {}],
    ['null', 'null', {}],
    ['a number', '7', {}],
    ['an error that is text', { error: 'boom' }, {}],
    ['a message that is no text', { error: { reason: 'Internal', message: { a: 1 } } }, {}],
    ['a reason that no condition may carry', { error: { reason: 'data is bad!', message: 'rows' } }, { error: { reason: 'TrainerFailed', message: 'data is bad!: rows' } }],
    ['a reason without end', { error: { reason: `A${'a'.repeat(64)}`, message: 'rows' } }, { error: { reason: 'TrainerFailed' } }],
    ['a manifest without a digest', { manifest: { uri: 's3://a/b' } }, {}],
    ['an artifact whose size is text', { artifact: { uri: 's3://a/b', sha256: 'a'.repeat(64), sizeBytes: '9' } }, {}],
    ['a checkpoint without a step', { checkpoint: { uri: 's3://a/b', time: '2026-01-01T00:00:00Z' } }, {}],
    ['a checkpoint of no time', { checkpoint: { uri: 's3://a/b', step: 3, time: 'soon' } }, {}],
    ['a time in another form', { checkpoint: { uri: 's3://a/b', step: 3, time: '2026-01-01 01:00+01:00', more: 1 } }, { checkpoint: { uri: 's3://a/b', step: 3, time: '2026-01-01T00:00:00.000Z' } }],
    ['a report that is text', { report: 's3://a/b', manifest: words.manifest }, { manifest: words.manifest }],
  ])('%s is left out', (_name, message, kept) => {
    expect(told(message)).toMatchObject(kept);
    expect(Object.keys(told(message) as object)).toEqual(Object.keys(kept));
  });
});
