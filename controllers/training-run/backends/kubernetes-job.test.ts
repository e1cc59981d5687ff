import { describe, expect, it } from 'vitest';
import type { ContainerState, Job, KubeCondition, Pod } from '../../shared/kube-types.ts';
import { launchState } from './kubernetes-job.ts';

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
    ['a report that is text', { report: 's3://a/b', manifest: words.manifest }, { manifest: words.manifest }],
  ])('%s is left out', (_name, message, kept) => {
    expect(told(message)).toMatchObject(kept);
    expect(Object.keys(told(message) as object)).toEqual(Object.keys(kept));
  });
});
