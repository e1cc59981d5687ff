import { describe, expect, it } from 'vitest';
import type { Job, Pod } from '../../shared/kube-types.ts';
import { runOf } from '../testing/run-story.ts';
import { gangEnv, gangOfJob, gangOfPod, buildGangPolicy, buildGangService } from './gang-objects.ts';
import { launchState } from './kubernetes-job.ts';

const job: Job = { apiVersion: 'batch/v1', kind: 'Job', metadata: { name: 'tumour-xgb-1' } };

type Container = { exitCode: number; finishedAt?: string; reason?: string; message?: string } | 'running' | 'waiting';

function pod(index: number, container: Container, more: Pod['status'] = {}): Pod {
  const at = typeof container === 'object' ? { terminated: container } : container === 'running' ? { running: {} } : { waiting: { reason: 'ContainerCreating' } };
  const phase = typeof container === 'object' ? (container.exitCode === 0 ? 'Succeeded' : 'Failed') : container === 'running' ? 'Running' : 'Pending';
  return {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { name: `tumour-xgb-1-${index}-abcde`, creationTimestamp: '2026-01-01T00:00:00Z', annotations: { 'batch.kubernetes.io/job-completion-index': String(index) } },
    status: { phase, containerStatuses: [{ name: 'trainer', ready: container === 'running', restartCount: 0, state: at }], ...more },
  };
}

const terminated = JSON.stringify({ error: { reason: 'Terminated', message: 'SIGTERM' } });
const told = (finishedAt: string): Container => ({ exitCode: 75, finishedAt, message: terminated });

describe('a launch of several pods', () => {
  it.each<[name: string, pods: readonly Pod[], state: object]>([
    ['runs when its leader runs', [pod(0, 'running'), pod(1, 'waiting')], { phase: 'Running' }],
    ['starts until then', [pod(0, 'waiting'), pod(1, 'running')], { phase: 'Starting' }],
    ['says what keeps a worker from starting, though the leader runs', [pod(0, 'running'), pod(1, 'waiting', { conditions: [{ type: 'PodScheduled', status: 'False', message: '0/3 nodes' }] })], { phase: 'Starting', trouble: { reason: 'Unschedulable' } }],
    ['goes on when a worker is done', [pod(0, 'running'), pod(1, { exitCode: 0 })], { phase: 'Running' }],
    ['has ended when its leader is done', [pod(0, { exitCode: 0, finishedAt: '2026-01-01T00:01:00Z' }), pod(1, 'running')], { phase: 'Ended', ending: { exitCode: 0 } }],
    ['has ended well when its leader has, whatever a worker ended with before', [pod(1, { exitCode: 137, finishedAt: '2026-01-01T00:00:30Z' }), pod(0, { exitCode: 0, finishedAt: '2026-01-01T00:01:00Z' })], { phase: 'Ended', ending: { exitCode: 0 } }],
    ['has ended with the worker that failed', [pod(0, 'running'), pod(2, { exitCode: 137, reason: 'OOMKilled' })], { phase: 'Ended', ending: { exitCode: 137, platformReason: 'OOMKilled' } }],
    ['has ended with the first that failed, not with those that were told to stop', [pod(0, told('2026-01-01T00:00:31Z')), pod(1, { exitCode: 137, reason: 'OOMKilled', finishedAt: '2026-01-01T00:00:30Z' })], { phase: 'Ended', ending: { exitCode: 137 } }],
    ['has ended with the one that failed by itself, when all ended in one second', [pod(0, told('2026-01-01T00:00:30Z')), pod(1, { exitCode: 65, finishedAt: '2026-01-01T00:00:30Z' }), pod(2, told('2026-01-01T00:00:30Z'))], { phase: 'Ended', ending: { exitCode: 65 } }],
    ['is preempted with the worker that was', [pod(0, told('2026-01-01T00:00:31Z')), pod(1, { exitCode: 75, finishedAt: '2026-01-01T00:00:31Z', message: terminated }, { conditions: [{ type: 'DisruptionTarget', status: 'True', reason: 'EvictionByEvictionAPI' }] })], { phase: 'Ended', ending: { preempted: true, platformReason: 'EvictionByEvictionAPI' } }],
    ['believes last a container that nobody saw end', [pod(1, { exitCode: 64 }), pod(2, { exitCode: 70, finishedAt: '2026-01-01T00:00:59Z' })], { phase: 'Ended', ending: { exitCode: 70 } }],
  ])('%s', (_name, pods, state) => {
    expect(launchState(job, pods)).toMatchObject(state);
  });
});

const dask = runOf({ spec: { distributed: { engine: 'Dask', workers: 3 } } });
const torchrun = runOf({ spec: { algorithm: { name: 'custom', image: 'own:1' }, distributed: { engine: 'Torchrun', workers: 2 } } });

describe('the objects of a gang', () => {
  it('one pod alone is no gang', () => {
    expect([gangOfJob(runOf()), gangOfPod(runOf(), 'a-1'), gangEnv(runOf(), 'a-1')]).toEqual([{ parallelism: 1, completions: 1 }, {}, []]);
  });
  it('Dask: a leader and its workers, which find its scheduler by name', () => {
    expect(gangOfJob(dask)).toEqual({ parallelism: 4, completions: 4, completionMode: 'Indexed' });
    expect(gangOfPod(dask, 'a-1')).toEqual({ subdomain: 'a-1' });
    expect(gangEnv(dask, 'a-1')).toEqual([{ name: 'DASK_SCHEDULER_ADDRESS', value: 'tcp://a-1-0.a-1:8786' }]);
  });
  it('torchrun: as many pods as workers, each with its rank', () => {
    expect(gangOfJob(torchrun)).toEqual({ parallelism: 2, completions: 2, completionMode: 'Indexed' });
    expect(gangEnv(torchrun, 'a-1')).toEqual([
      { name: 'PET_NNODES', value: '2' },
      { name: 'PET_NPROC_PER_NODE', value: '1' },
      { name: 'PET_NODE_RANK', valueFrom: { fieldRef: { fieldPath: "metadata.annotations['batch.kubernetes.io/job-completion-index']" } } },
      { name: 'PET_MASTER_ADDR', value: 'a-1-0.a-1' },
      { name: 'PET_MASTER_PORT', value: '29500' },
    ]);
  });
  it('names that answer before anybody is ready, and pods that nobody else reaches', () => {
    const selector = { 'batch.kubernetes.io/job-name': 'a-1' };
    expect(buildGangService(dask, 'a-1', {}).spec).toEqual({ clusterIP: 'None', publishNotReadyAddresses: true, selector });
    expect(buildGangPolicy(dask, 'a-1', {}).spec).toEqual({ podSelector: { matchLabels: selector }, policyTypes: ['Ingress'], ingress: [{ from: [{ podSelector: { matchLabels: selector } }] }] });
  });
});
