import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parquetReadObjects } from 'hyparquet';
import { parquetWriteBuffer } from 'hyparquet-writer';
import { beforeAll, describe, expect, test } from 'vitest';

import type { ModelSpec } from '../config.ts';
import { predictBatch, readJson, readParts, readPredictions } from '../test/batch.ts';
import { echo, lookup, ratio, species, store, tumour } from '../test/models.ts';
import { serve, type TestServer } from '../test/serve.ts';

const folderUri = async (): Promise<string> => `${pathToFileURL(await mkdtemp(join(tmpdir(), 'model-server-'))).href}/`;

/** A new folder with these files. */
async function put(files: Readonly<Record<string, string | Uint8Array>>): Promise<string> {
  const folder = await folderUri();
  await Promise.all(Object.entries(files).map(([name, content]) => writeFile(new URL(name, folder), content)));
  return folder;
}

const fround = (value: number): number => Math.fround(value);
/** Rows of the tumour model, with numbers that have many digits, and missing ones. */
const rows = Array.from({ length: 2_500 }, (_, i) => ({ id: `case ${i}`, 'mean radius': i % 17 === 0 ? null : Math.sin(i) * 3, 'mean texture': (i * 7919) % 100_003 / 1e4, stage: ['early', 'late', ''][i % 3] ?? '', visits: i % 9 }));
const csv = (of: readonly (typeof rows)[number][]): string => ['id,visits,mean radius,stage,mean texture', ...of.map((row) => `"${row.id}",${row.visits},${row['mean radius'] ?? ''},${row.stage},${row['mean texture']}`), ''].join('\n');
const columnsOf = (of: readonly (typeof rows)[number][]) => [
  { name: 'id', data: of.map(({ id }) => id), type: 'STRING' as const },
  { name: 'mean radius', data: of.map((row) => row['mean radius']), type: 'DOUBLE' as const },
  { name: 'mean texture', data: of.map((row) => row['mean texture']), type: 'DOUBLE' as const },
  { name: 'stage', data: of.map(({ stage }) => (stage === '' ? null : stage)), type: 'STRING' as const },
  { name: 'visits', data: of.map(({ visits }) => BigInt(visits)), type: 'INT64' as const },
];
const parquet = (of: readonly (typeof rows)[number][]): Uint8Array => new Uint8Array(parquetWriteBuffer({ columnData: columnsOf(of), rowGroupSize: 700 }));

let model: ModelSpec;
let server: TestServer;
let online: readonly { label: number; scores: Record<string, number> }[];
beforeAll(async () => {
  const made = tumour();
  model = await store(made, 'tumour');
  server = await serve({ tumour: made, species: species(), ratio: ratio() });
  online = await predictions('/predict/tumour', rows.map(({ id: _, ...row }) => row));
  return () => server.app.close();
});

async function predictions<T>(url: string, of: readonly object[]): Promise<readonly T[]> {
  const answer = await server.app.inject({ method: 'POST', url, payload: { rows: of } });
  return answer.json<{ predictions: T[] }>().predictions;
}

describe('a batch prediction', () => {
  test.each<[string, () => Promise<string>]>([
    ['a CSV file', async () => `${await put({ 'rows.csv': csv(rows) })}rows.csv`],
    ['a Parquet file of several row groups', async () => `${await put({ 'rows.parquet': parquet(rows) })}rows.parquet`],
    ['a folder of CSV files', () => put({ 'a.csv': csv(rows.slice(0, 1_100)), 'b.csv': csv([]), 'c.CSV': csv(rows.slice(1_100)), '_SUCCESS': '', 'notes.txt': 'x' })],
    ['a folder of Parquet files', () => put({ 'a.parquet': parquet(rows.slice(0, 10)), 'b.parquet': parquet(rows.slice(10)), '_old.parquet': 'x' })],
  ])('gives the scores of POST /predict for %s, bit for bit and in order', async (_name, input) => {
    const outputUri = await folderUri();
    const done = await predictBatch({ model, inputUri: await input(), outputUri, keep: ['id'], rowsPerPart: 1_000 });
    expect(done).toMatchObject({ rows: 2_500, skipped: 0, parts: 3 });
    const predicted = await readPredictions(outputUri);
    // The answer of the server has the shortest digits that give the same float.
    expect(predicted).toEqual(online.map(({ label, scores }, i) => ({ id: rows[i]!.id, label: BigInt(label), score_0: fround(scores['0']!), score_1: fround(scores['1']!) })));
  });

  test('tells in its manifest what was predicted from what', async () => {
    const inputUri = await put({ 'rows.csv': csv(rows) });
    const outputUri = await folderUri();
    await predictBatch({ model, inputUri, outputUri, rowsPerPart: 2_000 });
    expect(await readJson(`${outputUri}_manifest.json`)).toMatchObject({
      model: { name: 'tumour', version: 'tumour-1', artifact: { sha256: model.artifact.sha256 } },
      input: { uri: inputUri, format: 'CSV', objects: [{ uri: `${inputUri}rows.csv`, identity: expect.stringMatching(/^sha256:[0-9a-f]{64}$/) }] },
      rows: 2_500, skipped: 0, badRows: [],
      parts: [{ name: 'part-00000.parquet', rows: 2_000, sha256: expect.stringMatching(/^[0-9a-f]{64}$/) }, { name: 'part-00001.parquet', rows: 500 }],
    });
  });

  test('writes texts as labels where the model has such, and values of a regression', async () => {
    const outputUri = await folderUri();
    await predictBatch({ model: await store(species(), 'species'), inputUri: await put({ 'x.csv': 'x\n5\n-5\n' }), outputUri });
    const [owl, cat] = await predictions<{ scores: Record<string, number> }>('/predict/species', [{ x: 5 }, { x: -5 }]);
    const scores = (of: typeof owl) => Object.fromEntries(Object.entries(of!.scores).map(([label, score]) => [`score_${label}`, fround(score)]));
    expect(await readPredictions(outputUri)).toEqual([{ label: 'owl', ...scores(owl) }, { label: 'cat', ...scores(cat) }]);
    const ratios = await folderUri();
    await predictBatch({ model: await store(ratio(), 'ratio'), inputUri: await put({ 'x.csv': 'b,a\n10,1\n3,1e0\n' }), outputUri: ratios });
    expect(await readPredictions(ratios)).toEqual([{ value: fround(0.1) }, { value: fround(1 / 3) }]);
  });

  test('keeps the types of Parquet columns, and times to the nanosecond', async () => {
    const stamp = 1_700_000_000_123_456_789n;
    const element = { name: 'at', type: 'INT64', logical_type: { type: 'TIMESTAMP', isAdjustedToUTC: true, unit: 'NANOS' }, repetition_type: 'OPTIONAL' } as const;
    const schema = [{ name: 'root', num_children: 3 }, { name: 'x', type: 'DOUBLE', repetition_type: 'REQUIRED' } as const, element, { name: 'n', type: 'INT32', repetition_type: 'OPTIONAL' } as const];
    const bytes = parquetWriteBuffer({ schema, columnData: [{ name: 'x', data: [1, 2] }, { name: 'at', data: [stamp, null] }, { name: 'n', data: [7, null] }] });
    const outputUri = await folderUri();
    await predictBatch({ model: await store(species(), 'species'), inputUri: await put({ 'x.parquet': new Uint8Array(bytes) }), outputUri, keep: ['at', 'n', 'x'] });
    const [part] = (await readParts(outputUri)).values();
    const read = await parquetReadObjects({ file: new Uint8Array(part!).buffer, parsers: { timestampFromNanoseconds: (nanos) => nanos } });
    expect(read.map(({ at, n, x }): unknown[] => [at, n, x])).toEqual([[stamp, 7, 1], [null, null, 2]]);
  });

  test('reads an input without rows as no rows', async () => {
    const outputUri = await folderUri();
    expect(await predictBatch({ model, inputUri: await put({ 'rows.csv': csv([]) }), outputUri })).toMatchObject({ rows: 0, parts: 0 });
  });
});

const HEADER = 'visits,mean radius,stage,mean texture\n';

describe('a bad input', () => {
  test.each<[name: string, files: Readonly<Record<string, string | Uint8Array>>, reason: string, message: string]>([
    ['a text in a number column', { 'a.csv': `${HEADER}1,2,late,3\n1,old,late,3\n` }, 'RowRefused', 'a.csv: row 2 (at byte 49): column "mean radius" is "old", expected a number'],
    ['a number with blanks', { 'a.csv': `${HEADER}1, 2,late,3\n` }, 'RowRefused', 'column "mean radius" is " 2", expected a number'],
    ['a hexadecimal number', { 'a.csv': `${HEADER}1,0x10,late,3\n` }, 'RowRefused', 'column "mean radius" is "0x10"'],
    ['NaN as a text', { 'a.csv': `${HEADER}1,NaN,late,3\n` }, 'RowRefused', 'column "mean radius" is "NaN"'],
    ['a number beyond FP32', { 'a.csv': `${HEADER}1,1e39,late,3\n` }, 'RowRefused', 'column "mean radius" is 1e+39, which does not fit FP32'],
    ['a fraction in a whole-number column', { 'a.csv': `${HEADER}1.5,2,late,3\n` }, 'RowRefused', 'column "visits" is 1.5, expected a whole number'],
    ['a missing whole number', { 'a.csv': `${HEADER},2,late,3\n` }, 'RowRefused', 'column "visits" is null, expected a whole number'],
    ['a row with too few cells', { 'a.csv': `${HEADER}1,2,late\n` }, 'RowRefused', 'row 1 (at byte 38): has 3 cells, and the header has 4'],
    ['a row of the second file', { 'a.csv': `${HEADER}1,2,late,3\n`, 'b.csv': `${HEADER}1,2,late,x\n` }, 'RowRefused', 'b.csv: row 1 '],
    ['a missing column', { 'a.csv': 'visits,Mean_Radius,stage,mean texture\n' }, 'ColumnMissing', 'a.csv: column "mean radius" is missing; it has "Mean_Radius"'],
    ['a column that is there twice', { 'a.csv': 'visits,mean radius,stage,mean texture,stage\n' }, 'ColumnTwice', 'column "stage" is there 2 times'],
    ['a quote that is never closed', { 'a.csv': `${HEADER}1,2,"late,3\n` }, 'InputUnreadable', 'a cell begins with a quote that is never closed'],
    ['a quote in the middle of a cell', { 'a.csv': `${HEADER}1,2,la"te",3\n` }, 'InputUnreadable', 'a quote stands in the middle of a cell'],
    ['bytes that are no UTF-8', { 'a.csv': Buffer.concat([Buffer.from(`${HEADER}1,2,`), Buffer.from([0xe9]), Buffer.from(',3\n')]) }, 'InputUnreadable', 'it is not valid UTF-8'],
    ['an empty file', { 'a.csv': '' }, 'InputUnreadable', 'it has no header line'],
    ['a folder without data', { 'a.txt': 'x' }, 'InputEmpty', 'holds no .csv and no .parquet object'],
    ['a folder with both', { 'a.csv': HEADER, 'b.parquet': 'x' }, 'InputMixed', 'give each kind a folder of its own'],
    ['a file that is no Parquet', { 'a.parquet': 'not a table at all' }, 'InputUnreadable', 'a.parquet cannot be read as Parquet'],
    ['a date in a number column', { 'a.parquet': datesAsRadius() }, 'RowRefused', 'row 1: column "mean radius" is an object, expected a number'],
    ['infinity in Parquet', { 'a.parquet': parquet([{ ...rows[1]!, 'mean radius': Infinity }]) }, 'RowRefused', 'column "mean radius" is Infinity, which does not fit FP32'],
  ])('ends with 65 for %s', async (_name, files, reason, message) => {
    await expect(predictBatch({ model, inputUri: await put(files), outputUri: await folderUri() })).rejects.toMatchObject({ reason, exitCode: 65, message: expect.stringContaining(message) });
  });

  test.each<[string, () => Promise<Parameters<typeof predictBatch>[0]>, string]>([
    ['a file that is not there', async () => ({ model, inputUri: 'file:///nowhere/a.csv', outputUri: await folderUri() }), 'NotFound'],
    ['a file of another kind', async () => ({ model, inputUri: `${await put({ 'a.csv.gz': 'x' })}a.csv.gz`, outputUri: await folderUri() }), 'InputUnreadable'],
    ['a kept column that is not there', async () => ({ model, inputUri: await put({ 'a.csv': HEADER }), outputUri: await folderUri(), keep: ['id'] }), 'ColumnMissing'],
    ['a kept column with the name of a prediction', async () => ({ model, inputUri: await put({ 'a.csv': `label,${HEADER}x,1,2,late,3\n` }), outputUri: await folderUri(), keep: ['label'] }), 'ColumnTaken'],
    ['a model of tensors', async () => ({ model: await store(echo(['FP32']), 'echo'), inputUri: await put({ 'a.csv': HEADER }), outputUri: await folderUri() }), 'NotTabular'],
    ['a row that the graph fails on', async () => ({ model: await store(lookup(), 'lookup'), inputUri: await put({ 'a.csv': 'index\n1\n7\n' }), outputUri: await folderUri() }), 'RowRefused'],
    ['an answer that is no number', async () => ({ model: await store(ratio(), 'ratio'), inputUri: await put({ 'a.csv': 'a,b\n1,1\n1,0\n' }), outputUri: await folderUri() }), 'RowRefused'],
  ])('ends with 65 for %s', async (_name, config, reason) => {
    await expect(predictBatch(await config())).rejects.toMatchObject({ reason, exitCode: 65 });
  });

  test('can be skipped row by row: the others are predicted, and the manifest counts and names them', async () => {
    const outputUri = await folderUri();
    const inputUri = await put({ 'a.csv': 'id,index\na,0\nb,7\nc,x\nd,1,1\ne,2\n' });
    expect(await predictBatch({ model: await store(lookup(), 'lookup'), inputUri, outputUri, keep: ['id'], onBadRow: 'skip' })).toMatchObject({ rows: 2, skipped: 3 });
    expect(await readPredictions(outputUri)).toEqual([{ id: 'a', value: 10 }, { id: 'e', value: 30 }]);
    const { badRows, skipped } = await readJson(`${outputUri}_manifest.json`);
    expect(skipped).toBe(3);
    expect(badRows).toMatchObject([
      { place: 'row 2 (at byte 13)', reason: expect.stringContaining('model lookup version lookup-1 failed') },
      { place: 'row 3 (at byte 17)', reason: 'column "index" is "x", expected a whole number' },
      { place: 'row 4 (at byte 21)', reason: 'has 3 cells, and the header has 2' },
    ]);
  });

  test('can be skipped when the model answers it with no number', async () => {
    const outputUri = await folderUri();
    const inputUri = await put({ 'a.csv': 'a,b\n1,1\n1,0\n3,2\n' });
    await predictBatch({ model: await store(ratio(), 'ratio'), inputUri, outputUri, onBadRow: 'skip' });
    expect(await readPredictions(outputUri)).toEqual([{ value: 1 }, { value: 1.5 }]);
    expect((await readJson(`${outputUri}_manifest.json`))['badRows']).toMatchObject([{ reason: 'the model gave Infinity in output "prediction"' }]);
  });
});

function datesAsRadius(): Uint8Array {
  const data = columnsOf(rows.slice(0, 3)).map((column) => (column.name === 'mean radius' ? { name: column.name, data: [new Date(), new Date(), new Date()], type: 'TIMESTAMP' as const } : column));
  return new Uint8Array(parquetWriteBuffer({ columnData: data }));
}
