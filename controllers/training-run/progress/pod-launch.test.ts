import { describe, expect, it } from 'vitest';
import type { TrainingRun } from '../../../crds/generated/training-run.ts';
import type { OwnerReference } from '../../../operator/runtime/types.ts';
import { runOf } from '../testing/run-story.ts';
import { launchOf, runOfQuery, type KnownObjects } from './pod-launch.ts';
import type { PodIdentity } from './reviewer.ts';

const key = { namespace: 'ml', name: 'tumour-xgb' };
const identity: PodIdentity = { namespace: 'ml', name: 'tumour-xgb-2-abcde', uid: 'pod-uid' };
const owner = (kind: string, name: string, uid: string, controller = true): OwnerReference => ({ apiVersion: 'v1', kind, name, uid, controller });
const condition = { type: 'Succeeded', reason: 'Succeeded', message: '', lastTransitionTime: '2026-01-01T00:00:00Z' };

interface Cluster {
  readonly pod?: { readonly uid?: string; readonly owners?: OwnerReference[] };
  readonly job?: { readonly name?: string; readonly uid?: string; readonly owners?: OwnerReference[] } | null;
  readonly run?: Partial<TrainingRun> | null;
}

function cluster({ pod = {}, job = {}, run = {} }: Cluster): KnownObjects {
  const own = { ...runOf(), status: { launches: 2 }, ...run } as TrainingRun;
  const jobObject = { apiVersion: 'batch/v1', kind: 'Job', metadata: { name: job?.name ?? 'tumour-xgb-2', namespace: 'ml', uid: job?.uid ?? 'job-uid', ownerReferences: job?.owners ?? [owner('TrainingRun', key.name, runOf().metadata.uid ?? '')] } };
  const podObject = { apiVersion: 'v1', kind: 'Pod', metadata: { name: identity.name, namespace: 'ml', uid: pod.uid ?? 'pod-uid', ownerReferences: pod.owners ?? [owner('Job', jobObject.metadata.name, 'job-uid')] } };
  return {
    trainingRuns: { get: ({ name }) => (run !== null && name === key.name ? own : undefined) },
    jobs: { get: ({ name }) => (job !== null && name === jobObject.metadata.name ? jobObject : undefined) },
    pods: { get: ({ namespace, name }) => (namespace === 'ml' && name === identity.name ? podObject : undefined) },
  };
}

describe('a pod speaks for a run', () => {
  it('when the Job of the present launch controls it', () => {
    expect(launchOf(cluster({}), identity, key)).toEqual({ key, uid: runOf().metadata.uid, launch: 2 });
  });

  it.each<[name: string, cluster: Cluster, identity: Partial<PodIdentity>, reason: string]>([
    ['of another namespace', {}, { namespace: 'other' }, 'OtherNamespace'],
    ['that is not known', {}, { name: 'another' }, 'OtherPod'],
    ['that had the name before', { pod: { uid: 'younger' } }, {}, 'OtherPod'],
    ['that nothing controls', { pod: { owners: [] } }, {}, 'OtherPod'],
    ['that a Job owns but does not control', { pod: { owners: [owner('Job', 'tumour-xgb-2', 'job-uid', false)] } }, {}, 'OtherPod'],
    ['of something else that has the name of the Job', { pod: { owners: [owner('ReplicaSet', 'tumour-xgb-2', 'job-uid')] } }, {}, 'OtherPod'],
    ['of a Job that is gone', { job: null }, {}, 'OtherPod'],
    ['of a Job that had the name before', { job: { uid: 'younger' } }, {}, 'OtherPod'],
    ['of a Job that nothing controls', { job: { owners: [] } }, {}, 'OtherPod'],
    ['of another run', { job: { owners: [owner('TrainingRun', key.name, 'other-uid')] } }, {}, 'OtherPod'],
    ['of a run that is gone', { run: null }, {}, 'OtherPod'],
    ['of an earlier launch', { job: { name: 'tumour-xgb-1' } }, {}, 'LaunchOver'],
    ['of a run that has ended', { run: { status: { launches: 2, conditions: [{ ...condition, status: 'False' }] } } }, {}, 'LaunchOver'],
  ])('but not one %s', (_name, known, other, reason) => {
    expect(() => launchOf(cluster(known), { ...identity, ...other }, key)).toThrow(expect.objectContaining({ reason }));
  });
});

describe('the run that a report is about', () => {
  it('is named by namespace and name', () => {
    expect(runOfQuery(new URLSearchParams('run=ml/tumour-xgb'))).toEqual(key);
  });
  it.each(['', 'run=', 'run=ml', 'run=/tumour', 'run=ml/', 'run=ml/tumour/x'])('is not named by "%s"', (query) => {
    expect(() => runOfQuery(new URLSearchParams(query))).toThrow(expect.objectContaining({ reason: 'RunNotNamed' }));
  });
});
