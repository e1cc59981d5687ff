// Where a training's rows come from besides a bucket, and what it says of them; and features that are fitted only once.
import { createHash } from 'node:crypto';
import { chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TrainingRun, TrainingRunInput } from '../../../crds/generated/training-run.ts';
import { inNamespace } from '../harness/namespace.ts';
import { ended, readyText, trainingRun } from '../harness/objects.ts';
import { runsOf } from '../harness/runs.ts';
import { readObject } from '../harness/samples.ts';

const env = inNamespace('e2e-training-data');
const { namespace } = env;
const { manifestOf } = runsOf(env);
const target = 'malignant';
const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

async function trained(name: string, more: Partial<TrainingRunInput['spec']>): Promise<TrainingRun> {
  await env.kube().apply([trainingRun(namespace, name, more)]);
  const run = await ended(env.kube(), namespace, name);
  expect(readyText(run)).toMatch(/^True Succeeded/);
  return run;
}

let table = '';
beforeAll(async () => {
  table = await readObject(env.kube(), 'data', 'tumour.csv');
});

describe('a table in a ConfigMap', () => {
  it('is what the run was trained on; its columns and those that the selection kept stand in the status', async () => {
    await env.kube().apply([{ apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'small', namespace }, data: { 'tumour.csv': table } }]);
    const run = await trained('configmap', { data: { source: { uri: 'configmap://small/tumour.csv' }, target, drop: ['patient_id'] }, features: { select: { max: 5 } } });
    expect(run.status?.data).toMatchObject({ uri: 'configmap://small/tumour.csv', sha256: sha256(table), rows: 569 });
    const quality = run.status?.data?.quality ?? [];
    expect(quality.find(({ column }) => column === target)).toMatchObject({ nulls: 0, distinct: 2, min: 0, max: 1 });
    expect(quality.length).toBeGreaterThan(20);
    expect(run.status?.features?.selected).toHaveLength(5);
  });

  it('that is not there is told', async () => {
    await env.kube().apply([trainingRun(namespace, 'nothing', { data: { source: { uri: 'configmap://nothing/tumour.csv' }, target } })]);
    expect(readyText(await ended(env.kube(), namespace, 'nothing'))).toMatch(/^False DataNotFound/);
  });
});

describe('tables in a volume', () => {
  let folder = '';
  const volume = `${namespace}-volume`;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'trainyard-e2e-volume-'));
    const [header = '', ...rows] = table.trimEnd().split('\n');
    await mkdir(join(folder, 'parts'));
    for (const path of [folder, join(folder, 'parts')]) await chmod(path, 0o755); // the pod's user is nobody here
    for (const [name, part] of [['a.csv', rows.slice(0, 300)], ['b.csv', rows.slice(300)]] as const) await writeFile(join(folder, 'parts', name), `${[header, ...part].join('\n')}\n`, { mode: 0o644 });
    await env.kube().apply([
      { apiVersion: 'v1', kind: 'PersistentVolume', metadata: { name: volume }, spec: { capacity: { storage: '1Mi' }, accessModes: ['ReadOnlyMany'], persistentVolumeReclaimPolicy: 'Retain', storageClassName: '', hostPath: { path: folder, type: 'Directory' }, claimRef: { namespace, name: 'tables' } } },
      { apiVersion: 'v1', kind: 'PersistentVolumeClaim', metadata: { name: 'tables', namespace }, spec: { accessModes: ['ReadOnlyMany'], storageClassName: '', volumeName: volume, resources: { requests: { storage: '1Mi' } } } },
    ]);
  });
  afterAll(async () => {
    await env.kube().kubectl('delete', 'persistentvolume', volume, '--ignore-not-found', '--wait=false');
    await rm(folder, { recursive: true, force: true });
  });

  it('are read as one, in the order of their names', async () => {
    const run = await trained('volume', { data: { source: { uri: 'pvc://tables/parts/' }, target, drop: ['patient_id'] } });
    expect(run.status?.data).toMatchObject({ uri: 'pvc://tables/parts/', rows: 569 });
    const { data } = await manifestOf(run);
    expect(data.objects?.map(({ name }) => name)).toEqual(['a.csv', 'b.csv']);
    expect(data.sha256).toBe(sha256((data.objects ?? []).map((one) => `${one.sha256}  ${one.name}\n`).join('')));
  });
});

describe('features that an earlier run has fitted', () => {
  it('are taken from there, and the model is the same to the byte', async () => {
    const features = { reuse: true, numeric: { scale: 'Standard' as const } };
    const first = await trained('fits', { features });
    const second = await trained('reuses', { features });
    expect(first.status?.features).not.toHaveProperty('reusedFrom');
    expect(second.status?.features?.reusedFrom).toMatch(new RegExp(`^s3://models/${namespace}/_features/`));
    expect(second.status?.artifact?.sha256).toBe(first.status?.artifact?.sha256);
    expect(second.status?.stages?.find(({ name }) => name === 'Features')?.message).toContain('steps of s3://');
  });

  it('are not taken by a run that wants other ones', async () => {
    const other = await trained('others', { features: { reuse: true, numeric: { scale: 'Robust' } } });
    expect(other.status?.features).not.toHaveProperty('reusedFrom');
  });
});
