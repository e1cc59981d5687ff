import { describe, expect, it } from 'vitest';
import type { ModelVersion } from '../../crds/generated/model-version.ts';
import { ago, version } from '../testing/objects.ts';
import { assertUsable, podWishesOf, predictionOf } from './prediction.ts';

const good = { input: 's3://data/in/', output: 's3://data/out/' };

describe('what is asked for', () => {
  it('has defaults', () => {
    expect(predictionOf(good)).toEqual({ ...good, keep: [], onBadRow: 'fail', rowsPerPart: 100_000, threads: 1 });
    expect(podWishesOf({})).toEqual({ cpu: '1', memory: '1Gi', retries: 6, ttlSeconds: undefined });
  });

  it('is read from the options', () => {
    expect(predictionOf({ ...good, input: 's3://data/a.parquet', keep: 'id,,name,id', 'on-bad-row': 'skip', 'rows-per-part': '5' })).toEqual({ ...good, input: 's3://data/a.parquet', keep: ['id', 'name'], onBadRow: 'skip', rowsPerPart: 5, threads: 1 });
    expect(['500m', '2', '2500m', '3.9'].map((cpu) => predictionOf({ ...good, cpu }).threads)).toEqual([1, 2, 2, 3]);
    expect(podWishesOf({ cpu: '500m', memory: '2Gi', retries: '0', ttl: '2h' })).toEqual({ cpu: '500m', memory: '2Gi', retries: 0, ttlSeconds: 7200 });
  });

  it.each<[string, Parameters<typeof predictionOf>[0], string]>([
    ['no input', { output: good.output }, '--input is missing'],
    ['no output', { input: good.input }, '--output is missing'],
    ['a file of the shell', { ...good, input: './a.csv' }, '--input ./a.csv must begin with s3:// and a bucket: pods can reach no files'],
    ['the format of other commands', { ...good, output: 'json' }, '--output json must begin with s3://'],
    ['an output without a slash', { ...good, output: 's3://data/out' }, 'end it in a slash'],
    ['an input of another kind', { ...good, input: 's3://data/a.json' }, 'end in .csv or .parquet'],
    ['an output within the input', { ...good, output: 's3://data/in/out/' }, '--output must not lie in --input'],
    ['an input within the output', { input: 's3://data/out/a.csv', output: 's3://data/out/' }, '--output must not lie in --input, nor hold it'],
    ['another rule', { ...good, 'on-bad-row': 'drop' }, '--on-bad-row drop must be fail or skip'],
    ['half a row', { ...good, 'rows-per-part': '0.5' }, '--rows-per-part 0.5 must be a whole number from 1'],
  ])('refuses %s', (_, values, message) => {
    expect(() => predictionOf(values)).toThrow(message);
  });

  it.each<[string, Parameters<typeof podWishesOf>[0], string]>([
    ['cores in words', { cpu: 'two' }, '--cpu two is no amount'],
    ['memory without a unit', { memory: '512' }, '--memory 512 is no amount'],
    ['a time without a unit', { ttl: '60' }, '--ttl 60 is no time'],
    ['less than no retries', { retries: '-1' }, '--retries -1 must be a whole number from 0'],
  ])('refuses %s', (_, values, message) => {
    expect(() => podWishesOf(values)).toThrow(message);
  });
});

describe('a version', () => {
  const ready = (status: 'True' | 'False'): NonNullable<ModelVersion['status']> => ({ conditions: [{ type: 'Ready', status, reason: status === 'True' ? 'Verified' : 'ArtifactDigestMismatch', message: 'it has another digest', lastTransitionTime: ago(1) }] });
  const { spec } = version('tumour-1');

  it('that is verified may be used', () => {
    expect(() => assertUsable(version('tumour-1', { status: ready('True') }))).not.toThrow();
    expect(() => assertUsable(version('tumour-1', { status: ready('True'), spec: { ...spec, approval: { required: true, state: 'Approved' } } }))).not.toThrow();
  });

  it.each<[string, ModelVersion, string]>([
    ['nobody has seen', version('tumour-1'), 'modelversion/tumour-1 is not verified: the operator has not seen it yet'],
    ['has other bytes', version('tumour-1', { status: ready('False') }), 'is not verified (ArtifactDigestMismatch: it has another digest)'],
    ['is archived', version('tumour-1', { status: ready('True'), spec: { ...spec, stage: 'Archived' } }), 'is Archived'],
    ['waits for approval', version('tumour-1', { status: ready('True'), spec: { ...spec, approval: { required: true, state: 'Pending' } } }), 'is not approved (spec.approval.state is Pending)'],
    ['was rejected', version('tumour-1', { status: ready('True'), spec: { ...spec, approval: { required: false, state: 'Rejected' } } }), 'is not approved'],
  ])('that %s must not', (_, of, message) => {
    expect(() => assertUsable(of)).toThrow(message);
  });
});
