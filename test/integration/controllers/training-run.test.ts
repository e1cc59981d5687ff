// TrainingRun → Job → pod → verified result → ModelVersion, with the operator killed in between.
import { describe, expect, it } from 'vitest';
import { modelVersionResource, trainingRunResource } from '../../../crds/generated/resources.ts';
import { configMaps, jobs } from '../../../controllers/shared/kube-types.ts';
import { getCondition, isTrue } from '../../../operator/runtime/conditions.ts';
import { eventually } from '../../../operator/runtime/testing/silent.ts';
import { sharedEnv } from '../harness/shared-env.ts';
import { crds } from './fixtures/crd-paths.ts';
import { worlds, type World } from './fixtures/world.ts';

const env = sharedEnv({ crds });
const newWorld = worlds(() => env);
const names = (objects: readonly { readonly metadata: { readonly name: string } }[]): string[] => objects.map(({ metadata }) => metadata.name).filter((name) => name !== 'kube-root-ca.crt').sort();
const ended = (world: World, name: string): Promise<unknown> => world.run(name, ({ status }) => (getCondition(status?.conditions, 'Succeeded')?.status ?? 'Unknown') !== 'Unknown');

describe('a training run', () => {
  it('becomes a Job, then a version, and the version is verified', async () => {
    const world = await newWorld();
    await world.train('xgb');
    const pod = await world.podOf('xgb-1');
    await world.status(pod, { phase: 'Running', containerStatuses: [{ name: 'trainer', image: 'x', imageID: 'x', ready: true, restartCount: 0, state: { running: { startedAt: '2026-01-01T00:00:00Z' } } }] });
    await world.condition(trainingRunResource, 'xgb', 'Ready', 'Unknown Running');
    await world.exits(pod, 0, world.result('xgb'));
    await world.condition(trainingRunResource, 'xgb', 'Succeeded', 'True Succeeded');
    await world.condition(modelVersionResource, 'tumour-1', 'Ready', 'True Verified');
    expect(await world.get(trainingRunResource, 'xgb')).toMatchObject({ status: { modelVersionRef: { name: 'tumour-1' }, score: 'roc_auc 0.9800', job: { kind: 'Job', name: 'xgb-1' }, logsHint: `kubectl logs -n ${world.namespace} job/xgb-1` } });
    expect(names(await world.versions())).toEqual(['tumour-1']);
    await eventually(async () => (await world.events('Registered')).length === 1);
  });

  it('gets the pod that it asks for, of its own image, and waits for its queue', async () => {
    const world = await newWorld();
    const affinity = { nodeAffinity: { requiredDuringSchedulingIgnoredDuringExecution: { nodeSelectorTerms: [{ matchExpressions: [{ key: 'zone', operator: 'Exists' }] }] } } };
    const mine = { name: 'trainer', env: [{ name: 'TOKEN', valueFrom: { secretKeyRef: { name: 'hub', key: 'token' } } }], volumeMounts: [{ name: 'shm', mountPath: '/dev/shm' }, { name: 'cache', mountPath: '/cache', readOnly: true }] };
    const volumes = [{ name: 'shm', emptyDir: { medium: 'Memory', sizeLimit: '64Mi' } }, { name: 'cache', persistentVolumeClaim: { claimName: 'cache' } }];
    const podTemplate = { metadata: { labels: { team: 'radiology' }, annotations: { note: 'x' } }, spec: { schedulerName: 'other', imagePullSecrets: [{ name: 'pull' }], affinity, volumes, containers: [mine] } };
    await world.train('own', { algorithm: { name: 'custom', image: 'registry.example/team/own:1' }, backend: { kubernetes: { spot: true, queueName: 'research', podTemplate } } });
    await world.condition(trainingRunResource, 'own', 'Ready', 'Unknown Queued');
    const job = await world.get(jobs, 'own-1');
    expect(job).toMatchObject({ metadata: { labels: { 'kueue.x-k8s.io/queue-name': 'research' } }, spec: { suspend: true, template: { metadata: { annotations: { note: 'x' } } } } });
    // A pod of the template, as the API server takes it.
    const pod = await world.podOf('own-1');
    expect(pod).toMatchObject({ metadata: { labels: { team: 'radiology', 'trainyard.dev/training-run': 'own' } }, spec: { schedulerName: 'other', containers: [{ image: 'registry.example/team/own:1' }] } });
    expect(JSON.stringify(pod.spec)).toContain('"mountPath":"/dev/shm"');
    expect(await world.get(configMaps, 'own-1')).toMatchObject({ data: { 'run.json': expect.stringContaining('/checkpoint/"') as string } });
    await world.client.patch(jobs, { namespace: world.namespace, name: 'own-1' }, { spec: { suspend: false } });
    await world.condition(trainingRunResource, 'own', 'Ready', 'Unknown Starting');
    const checkpoint = { uri: 's3://models/c/checkpoint.bin', step: 12, time: '2026-01-01T00:00:00.000Z' };
    await world.exits(pod, 75, { error: { reason: 'Terminated', message: 'SIGTERM' }, checkpoint });
    expect((await world.run('own', ({ status }) => status?.launches === 2)).status).toMatchObject({ attempt: 1, preemptions: 1, checkpoint });
  });

  it('is finished once though the operator is killed after every step', async () => {
    const world = await newWorld();
    await world.train('xgb');
    const pod = await world.podOf('xgb-1');
    await world.restart();
    await world.exits(pod, 75, {});
    const again = await world.podOf('xgb-2');
    await world.kill();
    await world.exits(again, 0, world.result('xgb'));
    await world.restart();
    await world.kill();
    await world.restart();
    await world.condition(trainingRunResource, 'xgb', 'Succeeded', 'True Succeeded');
    await world.restart();
    await world.condition(modelVersionResource, 'tumour-1', 'Ready', 'True Verified');
    expect([names(await world.list(jobs)), names(await world.list(configMaps)), names(await world.versions())]).toEqual([['xgb-1', 'xgb-2'], ['xgb-1', 'xgb-2'], ['tumour-1']]);
    expect(await world.get(trainingRunResource, 'xgb')).toMatchObject({ status: { launches: 2, attempt: 1, preemptions: 1 } });
  });

  it('makes the version that a crash left noted and unmade, under that very name', async () => {
    const world = await newWorld();
    await world.train('xgb');
    const pod = await world.podOf('xgb-1');
    const words = world.result('xgb') as { manifest: { sha256: string } };
    await world.kill();
    await world.client.patch(trainingRunResource, { namespace: world.namespace, name: 'xgb' }, { status: { pendingVersion: { name: 'tumour-7', manifestSha256: words.manifest.sha256 } } }, { subresource: 'status' });
    await world.exits(pod, 0, words);
    await world.restart();
    await ended(world, 'xgb');
    expect(names(await world.versions())).toEqual(['tumour-7']);
  });

  it('two that end in the same second get two versions', async () => {
    const world = await newWorld();
    await Promise.all([world.train('a'), world.train('b')]);
    const [a, b] = [await world.podOf('a-1'), await world.podOf('b-1')];
    await Promise.all([world.exits(a, 0, world.result('a', 'model a')), world.exits(b, 0, world.result('b', 'model b'))]);
    await ended(world, 'a');
    await ended(world, 'b');
    expect(names(await world.versions())).toEqual(['tumour-1', 'tumour-2']);
  });

  it('waits for a store that is down and trains nothing twice', async () => {
    const world = await newWorld();
    await world.train('xgb');
    const pod = await world.podOf('xgb-1');
    const words = world.result('xgb');
    world.store.fail('xgb/manifest.json', 503);
    await world.exits(pod, 0, words);
    await world.condition(trainingRunResource, 'xgb', 'Ready', 'Unknown StoreUnreachable');
    world.result('xgb');
    await ended(world, 'xgb');
    expect(names(await world.list(jobs))).toEqual(['xgb-1']);
  });

  it('that missed its gate shows its metrics, makes no version and is not tried again', async () => {
    const world = await newWorld();
    await world.train('xgb');
    await world.exits(await world.podOf('xgb-1'), 66, { error: { reason: 'GateFailed', message: '1 gate(s) failed' }, ...world.result('xgb') });
    await world.condition(trainingRunResource, 'xgb', 'Succeeded', 'False GateFailed');
    const run = await world.run('xgb', ({ status }) => isTrue(status?.conditions, 'Stalled'));
    expect(run.status?.metrics).toHaveLength(3);
    expect([names(await world.list(jobs)), names(await world.versions())]).toEqual([['xgb-1'], []]);
  });

  it('whose trainer says what no status may hold still ends', async () => {
    const world = await newWorld();
    await world.train('xgb', { retryPolicy: { maxAttempts: 1 } });
    await world.exits(await world.podOf('xgb-1'), 64, { error: { reason: 'not a reason!', message: 'x'.repeat(3000) }, manifest: 'nowhere', artifact: { uri: 7 } });
    await world.condition(trainingRunResource, 'xgb', 'Succeeded', 'False TrainerFailed');
  });

  it('suspended has no Job; resumed it has one more', async () => {
    const world = await newWorld();
    await world.train('xgb');
    await world.until(jobs, 'xgb-1', () => true);
    const key = { namespace: world.namespace, name: 'xgb' };
    await world.client.patch(trainingRunResource, key, { spec: { suspend: true } });
    await world.condition(trainingRunResource, 'xgb', 'Suspended', 'True SuspendedBySpec');
    await world.run('xgb', () => true);
    await expect.poll(async () => names(await world.list(jobs))).toEqual([]);
    await world.client.patch(trainingRunResource, key, { spec: { suspend: false } });
    await world.until(jobs, 'xgb-2', () => true);
    expect((await world.run('xgb', ({ status }) => status?.launches === 2)).status?.attempt).toBe(1);
  });
});
