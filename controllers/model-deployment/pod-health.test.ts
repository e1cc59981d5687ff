import { describe, expect, it } from 'vitest';
import type { ContainerState, ContainerStatus, KubeCondition, Pod } from '../shared/kube-types.ts';
import { availableAt, revisionHealth } from './pod-health.ts';

const now = new Date('2026-01-01T00:01:00Z');
const ready = (secondsAgo: number, status = 'True'): KubeCondition => ({ type: 'Ready', status, lastTransitionTime: new Date(now.getTime() - secondsAgo * 1000).toISOString() });
const container = (more: Partial<ContainerStatus>): ContainerStatus => ({ name: 'server', ready: true, restartCount: 0, state: { running: {} }, ...more });
const pod = (conditions: KubeCondition[], statuses: ContainerStatus[] = [container({})], deletionTimestamp?: string, uid = 'listed'): Pod => ({ apiVersion: 'v1', kind: 'Pod', metadata: { name: 'p', uid, ...(deletionTimestamp === undefined ? {} : { deletionTimestamp }) }, status: { phase: 'Running', conditions, containerStatuses: statuses } });
const listed = new Set(['listed']);
const dead = (terminated: NonNullable<ContainerState['terminated']>, restartCount: number, state: ContainerState = { running: {} }): ContainerStatus => container({ restartCount, lastState: { terminated }, state });
const backOff: ContainerState = { waiting: { reason: 'CrashLoopBackOff', message: 'back-off 10s' } };
const loadError = JSON.stringify({ error: { reason: 'ArtifactDigestMismatch', message: 'sha256 differs' } });

describe('pods that are ready', () => {
  it.each<[name: string, pods: readonly Pod[], count: number, available: number]>([
    ['none', [], 0, 0],
    ['for a minute', [pod([ready(60)])], 1, 1],
    ['for a second, and the fraction that its time leaves out', [pod([ready(2)])], 1, 1],
    ['for a second by a time that leaves out its fraction', [pod([ready(1.9)])], 1, 0],
    ['just now: proxies have not heard of it', [pod([ready(0.5)])], 1, 0],
    ['one of two', [pod([ready(60)]), pod([ready(60, 'False')])], 1, 1],
    ['but being deleted', [pod([ready(60)], [], '2026-01-01T00:00:59Z')], 0, 0],
    ['of unknown state, as on a lost node', [pod([ready(60, 'Unknown')])], 0, 0],
    ['without a condition yet', [pod([])], 0, 0],
  ])('%s', (_name, pods, count, available) => {
    expect(revisionHealth(pods, listed, now)).toEqual({ total: pods.length, ready: count, available });
  });
  it('are not available while their Service does not list them, however long that is', () => {
    expect(revisionHealth([pod([ready(60)], [], undefined, 'new'), pod([ready(60)])], listed, now)).toEqual({ total: 2, ready: 2, available: 1, unlisted: 1 });
    expect(revisionHealth([pod([ready(0.5)], [], undefined, 'new')], listed, now)).toEqual({ total: 1, ready: 1, available: 0 });
  });
  it('are available two seconds later, and we are told when', () => {
    expect(availableAt([pod([ready(0.25)]), pod([ready(0.5)]), pod([ready(60)])], now)).toEqual(new Date(now.getTime() + 1500));
    expect(availableAt([pod([ready(60)]), pod([ready(0, 'False')])], now)).toBeUndefined();
  });
});

describe('trouble', () => {
  it.each<[name: string, statuses: ContainerStatus[], conditions: KubeCondition[], trouble: object | undefined]>([
    ['nothing wrong', [container({})], [], undefined],
    ['a container that is being made', [container({ state: { waiting: { reason: 'ContainerCreating' } } })], [], undefined],
    ['an image that cannot be pulled', [container({ state: { waiting: { reason: 'ImagePullBackOff', message: 'back-off' } } })], [], { reason: 'ImageCannotStart', message: 'pod p: ImagePullBackOff: back-off' }],
    ['an image name that is none', [container({ state: { waiting: { reason: 'InvalidImageName' } } })], [], { reason: 'ImageCannotStart', message: 'pod p: InvalidImageName: ' }],
    ['a Secret that is missing', [container({ state: { waiting: { reason: 'CreateContainerConfigError', message: 'secret "s" not found' } } })], [], { reason: 'ConfigInvalid', message: 'pod p: CreateContainerConfigError: secret "s" not found' }],
    ['no node with room', [], [{ type: 'PodScheduled', status: 'False', reason: 'Unschedulable', message: '0/3 nodes are available' }], { reason: 'Unschedulable', message: 'pod p finds no node: 0/3 nodes are available' }],
    ['one crash alone', [dead({ exitCode: 1, reason: 'Error' }, 1)], [], undefined],
    ['a second crash', [dead({ exitCode: 137, reason: 'OOMKilled' }, 2)], [], { reason: 'CrashLooping', message: 'pod p crashed 2 times, last with OOMKilled (exit code 137)' }],
    ['a crash that Kubernetes backs off from', [dead({ exitCode: 1 }, 1, backOff)], [], { reason: 'CrashLooping', message: 'pod p crashed 1 times, last with Error (exit code 1)' }],
    ['a crash loop whose last end is forgotten', [container({ state: backOff })], [], { reason: 'CrashLooping', message: 'pod p keeps crashing' }],
    ['a model that cannot be loaded', [dead({ exitCode: 1, message: loadError }, 1, backOff)], [], { reason: 'LoadFailed', message: 'pod p: ArtifactDigestMismatch: sha256 differs' }],
    ['a model that cannot be loaded, before the restart', [container({ state: { terminated: { exitCode: 1, message: loadError } } })], [], { reason: 'LoadFailed', message: 'pod p: ArtifactDigestMismatch: sha256 differs' }],
    ['last words of another program', [dead({ exitCode: 1, message: 'panic: boom' }, 1)], [], undefined],
    ['a sidecar beside the server', [container({}), { ...dead({ exitCode: 2 }, 5), name: 'istio-proxy' }], [], { reason: 'CrashLooping', message: 'pod p crashed 5 times, last with Error (exit code 2)' }],
  ])('%s', (_name, statuses, conditions, trouble) => {
    expect(revisionHealth([pod([ready(60), ...conditions], statuses)], listed, now).trouble).toEqual(trouble);
  });
  it('of a pod that is going away is no trouble', () => {
    expect(revisionHealth([pod([], [dead({ exitCode: 1 }, 9)], '2026-01-01T00:00:59Z')], listed, now).trouble).toBeUndefined();
  });
});
