// Batch predictions by `kubectl trainyard predict`: the image as a Job, on the store of the cluster.
import { GetObjectCommand, ListObjectsV2Command } from '@aws-sdk/client-s3';
import { request } from 'undici';
import { beforeAll, describe, expect, it } from 'vitest';
import { jobs, type Job } from '../../../cli/predict/job.ts';
import { pods, type Pod } from '../../../controllers/shared/kube-types.ts';
import { readPart } from '../../../model-server/test/read-part.ts';
import { command, repository } from '../harness/cluster.ts';
import { answering } from '../harness/load.ts';
import { registerModels } from '../harness/models.ts';
import { inNamespace } from '../harness/namespace.ts';
import { isAtRest, modelDeployment, until } from '../harness/objects.ts';
import { featureRows, putObject, readObject, s3Client, type Row } from '../harness/samples.ts';

const env = inNamespace('e2e-batch-predict');
const { namespace, host } = env;
const bucket = 'data';
const copies = 200;
let table = '';
let rows: readonly Row[] = [];

interface Manifest {
  readonly rows: number;
  readonly skipped: number;
  readonly badRows: readonly { readonly place: string; readonly reason: string }[];
  readonly parts: readonly { readonly name: string; readonly rows: number; readonly sha256: string }[];
}

const folder = (name: string): string => `s3://${bucket}/${namespace}/${name}/`;
const manifestOf = async (name: string): Promise<Manifest> => JSON.parse(await readObject(env.kube(), bucket, `${namespace}/${name}/_manifest.json`)) as Manifest;
const predict = (input: string, output: string, ...more: readonly string[]): Promise<string> =>
  command(`${repository}cli/kubectl-trainyard`, ['predict', 'tumour-1', '-n', namespace, '--kubeconfig', env.kube().addresses.kubeconfig, '--input', input, '--output', folder(output), '--timeout', '150s', '--cpu', '500m', ...more]);

async function predictions(name: string): Promise<readonly Readonly<Record<string, unknown>>[]> {
  const client = s3Client(env.kube());
  try {
    const read: Readonly<Record<string, unknown>>[] = [];
    for (const part of (await manifestOf(name)).parts) {
      const { Body } = await client.send(new GetObjectCommand({ Bucket: bucket, Key: `${namespace}/${name}/${part.name}` }));
      read.push(...(await readPart((await Body?.transformToByteArray()) ?? new Uint8Array())));
    }
    return read;
  } finally {
    client.destroy();
  }
}

async function partsIn(name: string): Promise<number> {
  const client = s3Client(env.kube());
  try {
    const { Contents = [] } = await client.send(new ListObjectsV2Command({ Bucket: bucket, Prefix: `${namespace}/${name}/part-` }));
    return Contents.length;
  } finally {
    client.destroy();
  }
}

async function jobWriting(output: string): Promise<Job> {
  const { items } = await env.kube().client.list<Job>(jobs, { namespace });
  const job = items.find(({ metadata }) => metadata.annotations?.['trainyard.dev/output'] === folder(output));
  if (job === undefined) throw new Error(`no Job writes to ${folder(output)}`);
  return job;
}

async function podsOf({ metadata }: Job): Promise<readonly Pod[]> {
  return (await env.kube().client.list<Pod>(pods, { namespace, labelSelector: `batch.kubernetes.io/job-name=${metadata.name}` })).items;
}

beforeAll(async () => {
  const kube = env.kube();
  await registerModels(kube, namespace, { 'tumour-1': 'boosted' });
  table = await readObject(kube, bucket, 'tumour.csv');
  rows = await featureRows(kube, 'tumour.csv', ['patient_id', 'malignant']);
  const [header = '', ...lines] = table.trimEnd().split(/\r?\n/);
  const many = Array.from({ length: copies }, () => lines).flat();
  await putObject(kube, bucket, `${namespace}/many/a.csv`, `${[header, ...many.slice(0, 50_000)].join('\n')}\n`);
  await putObject(kube, bucket, `${namespace}/many/b.csv`, `${[header, ...many.slice(50_000)].join('\n')}\n`);
});

describe('a batch prediction', () => {
  it('gives the scores of POST /predict, bit for bit, with the columns that are kept', async () => {
    const kube = env.kube();
    // With one thread each: with another number of them a forest adds up in another order.
    await kube.apply([modelDeployment(namespace, 'tumour-1', { spec: { server: { replicas: 1, resources: { requests: { cpu: '100m' }, limits: { cpu: '1' } } } } })]);
    await until(kube, namespace, 'tumour-1 alone', (object) => isAtRest(object) && object.status?.stable?.version === 'tumour-1', 60_000);
    await answering({ gateway: kube.addresses.gateway, host, row: rows[0] ?? {} });
    const { body } = await request(`${kube.addresses.gateway}/predict`, { method: 'POST', headers: { host, 'content-type': 'application/json' }, body: JSON.stringify({ rows }) });
    const online = ((await body.json()) as { predictions: { label: number; scores: Record<string, number> }[] }).predictions;

    const told = await predict(`s3://${bucket}/tumour.csv`, 'small', '--keep', 'patient_id', '--wait');
    expect(told).toMatch(/tumour-1-predict-[0-9a-f]{8}: done: 569 predictions in 1 parts; s3:.*_manifest\.json/);
    const ids = table.trimEnd().split(/\r?\n/).slice(1).map((line) => line.split(',')[table.split(/\r?\n/)[0]?.split(',').indexOf('patient_id') ?? 0]);
    expect(await predictions('small')).toEqual(online.map(({ label, scores }, i) => ({ patient_id: ids[i], label: BigInt(label), score_0: Math.fround(scores['0'] ?? Number.NaN), score_1: Math.fround(scores['1'] ?? Number.NaN) })));
  });

  it('asked for again is found, not doubled', async () => {
    const told = await predict(`s3://${bucket}/tumour.csv`, 'small', '--keep', 'patient_id', '--wait');
    expect(told).toContain('done: 569 predictions');
    expect(await podsOf(await jobWriting('small'))).toHaveLength(1);
  });

  it('goes on after the parts of a pod that was killed, and its parts are those of an undisturbed run', async () => {
    const kube = env.kube();
    const many = folder('many');
    await predict(many, 'whole', '--rows-per-part', '4000', '--wait');
    const disturbed = predict(many, 'disturbed', '--rows-per-part', '4000', '--wait');
    await kube.waitFor('three parts', async () => ((await partsIn('disturbed')) >= 3 ? true : undefined), 60_000);
    const job = await jobWriting('disturbed');
    const [first] = await podsOf(job);
    await kube.kubectl('delete', 'pod', '-n', namespace, first?.metadata.name ?? '', '--grace-period=0', '--force');
    expect(await disturbed).toContain(`done: ${569 * copies} predictions in 29 parts`);
    expect((await podsOf(job)).map(({ metadata }) => metadata.name)).not.toContain(first?.metadata.name);
    expect((await manifestOf('disturbed')).parts).toEqual((await manifestOf('whole')).parts);
  });

  it('ends at once for a row that the model cannot take, and names it; skipped, the others are predicted', async () => {
    const [header = '', first = '', second = ''] = table.split(/\r?\n/);
    const input = `${folder('bad')}bad.csv`;
    const names = header.split(',');
    const broken = second.split(',').map((cell, i) => (names[i] === 'mean_radius' ? 'wide' : cell)).join(',');
    await putObject(env.kube(), bucket, `${namespace}/bad/bad.csv`, `${[header, first, broken, first].join('\n')}\n`);
    await expect(predict(input, 'refused', '--wait')).rejects.toThrow(/failed: RowRefused: .*bad\.csv: row 2 \(at byte \d+\): column "mean_radius" is "wide", expected a number/);
    expect(await podsOf(await jobWriting('refused'))).toHaveLength(1);
    expect(await predict(input, 'skipped', '--on-bad-row', 'skip', '--wait')).toContain('done: 2 predictions in 1 parts, 1 bad rows skipped');
    expect(await manifestOf('skipped')).toMatchObject({ rows: 2, skipped: 1, badRows: [{ place: expect.stringContaining('row 2') as string }] });
  });

  it('does not write beside the parts of another one', async () => {
    await expect(predict(`s3://${bucket}/tumour.csv`, 'small', '--wait')).rejects.toThrow(/failed: OutputTaken: .*its keep\.0 is "patient_id"/);
  });
});
