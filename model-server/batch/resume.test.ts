import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { beforeAll, describe, expect, test } from 'vitest';

import type { ModelSpec } from '../config.ts';
import { predictBatch, readJson, readParts, retrying } from '../test/batch.ts';
import { ratio, species, store, type TestModel } from '../test/models.ts';
import { partName } from './output/part-file.ts';
import { createStores } from './store/stores.ts';
import type { Store } from './store/store.ts';

const folderUri = async (): Promise<string> => `${pathToFileURL(await mkdtemp(join(tmpdir(), 'model-server-'))).href}/`;
const rows = Array.from({ length: 250 }, (_, i) => `"case, ${i}",${i},${(i % 7) + 1}`);
const csv = (lines: readonly string[]): string => `${['id,a,b', ...lines].join('\r\n')}\r\n`;

let model: ModelSpec;
let inputUri: string;
beforeAll(async () => {
  model = await store(ratio(), 'ratio');
  inputUri = await folderUri();
  await writeFile(new URL('a.csv', inputUri), csv(rows.slice(0, 95)));
  await writeFile(new URL('b.csv', inputUri), csv(rows.slice(95)));
});

const settings = (outputUri: string) => ({ model, inputUri, outputUri, keep: ['id'], rowsPerPart: 40 });

/** Fails the whole run at the nth part that is written; tells which were. */
function failingAt(nth: number): { readonly store: Store; readonly written: string[] } {
  const written: string[] = [];
  const real = createStores({ region: 'us-east-1' });
  return {
    written,
    store: {
      ...real,
      async put(uri, bytes, signal) {
        const name = uri.slice(uri.lastIndexOf('/') + 1);
        if (name.startsWith('part-') && written.length === nth) throw new Error('the store is down');
        if (name.startsWith('part-')) written.push(name);
        return real.put(uri, bytes, signal);
      },
    },
  };
}

async function undisturbed(): Promise<ReadonlyMap<string, Buffer>> {
  const outputUri = await folderUri();
  await predictBatch(settings(outputUri));
  return readParts(outputUri);
}

describe('a batch prediction that was cut off', () => {
  test.each([0, 1, 2, 3, 6])('after %i parts goes on after them, and the parts are those of an undisturbed run', async (nth) => {
    const outputUri = await folderUri();
    const first = failingAt(nth);
    await expect(predictBatch(settings(outputUri), retrying(first.store))).rejects.toMatchObject({ reason: 'StoreUnreachable', exitCode: 75 });
    expect((await readParts(outputUri)).size).toBe(nth);
    const second = failingAt(Infinity);
    expect(await predictBatch(settings(outputUri), retrying(second.store))).toMatchObject({ rows: 250, parts: 7 });
    expect([...first.written, ...second.written]).toEqual(Array.from({ length: 7 }, (_, i) => partName(i)));
    expect(await readParts(outputUri)).toEqual(await undisturbed());
  });

  test('counts the rows that earlier processes skipped', async () => {
    const outputUri = await folderUri();
    const input = await folderUri();
    await writeFile(new URL('a.csv', input), csv(rows.map((line, i) => (i % 50 === 3 ? 'x,y,z' : line))));
    const skipping = { ...settings(outputUri), inputUri: input, onBadRow: 'skip' as const };
    await expect(predictBatch(skipping, retrying(failingAt(3).store))).rejects.toThrow();
    expect(await predictBatch(skipping)).toMatchObject({ rows: 245, skipped: 5 });
    const { badRows, parts } = await readJson(`${outputUri}_manifest.json`);
    expect((badRows as { place: string }[]).map(({ place }) => /row \d+/.exec(place)?.[0])).toEqual(['row 4', 'row 54', 'row 104', 'row 154', 'row 204']);
    expect((parts as { rows: number }[]).map(({ rows: n }) => n)).toEqual([39, 39, 39, 39, 40, 39, 10]);
  });

  test('is done when its manifest lies there, and nothing is written again', async () => {
    const outputUri = await folderUri();
    await predictBatch(settings(outputUri));
    const real = createStores({ region: 'us-east-1' });
    const readOnly: Store = { ...real, put: async () => expect.unreachable('it wrote') };
    expect(await predictBatch(settings(outputUri), retrying(readOnly))).toMatchObject({ rows: 250, skipped: 0, parts: 7 });
  });

  test('makes a part again that somebody took away, and all after it', async () => {
    const outputUri = await folderUri();
    await predictBatch(settings(outputUri));
    await rm(new URL(partName(5), outputUri));
    await rm(new URL('_manifest.json', outputUri));
    await predictBatch(settings(outputUri));
    expect(await readParts(outputUri)).toEqual(await undisturbed());
  });

  test('ends with 75 when it is told to, and leaves finished parts only', async () => {
    const outputUri = await folderUri();
    const asked = new AbortController();
    const real = createStores({ region: 'us-east-1' });
    const stopping: Store = {
      ...real,
      async put(uri, bytes, signal) {
        await real.put(uri, bytes, signal);
        if (uri.endsWith(partName(2))) asked.abort();
      },
    };
    await expect(predictBatch(settings(outputUri), retrying(stopping), asked.signal)).rejects.toMatchObject({ reason: 'Interrupted', exitCode: 75 });
    expect([...(await readParts(outputUri)).keys()]).toEqual([0, 1, 2].map(partName));
    await predictBatch(settings(outputUri));
    expect(await readParts(outputUri)).toEqual(await undisturbed());
  });
});

describe('an output folder of another prediction', () => {
  const other = async (change: (outputUri: string) => Promise<Partial<ReturnType<typeof settings>>>): Promise<unknown> => {
    const outputUri = await folderUri();
    await expect(predictBatch(settings(outputUri), retrying(failingAt(2).store))).rejects.toThrow();
    const before = await readParts(outputUri);
    const changed = await change(outputUri);
    const thrown = await predictBatch({ ...settings(outputUri), ...changed }).catch((error: unknown) => error);
    // Whatever lies there stays.
    if (!('touched' in changed)) expect(await readParts(outputUri)).toEqual(before);
    return thrown;
  };

  const otherModel = async (): Promise<ModelSpec> => {
    const made: TestModel = ratio();
    const changed = { ...made, manifest: { ...made.manifest, model: 'other' } };
    return store(changed, 'ratio');
  };

  test.each<[string, (outputUri: string) => Promise<Partial<ReturnType<typeof settings>>>, string]>([
    ['another model', async () => ({ model: await otherModel() }), 'its model.manifest.sha256 is "'],
    ['another version', async () => ({ model: { ...model, version: 'ratio-2' } }), 'its model.version is "ratio-1", and that of this one "ratio-2"'],
    ['other kept columns', async () => ({ keep: [] }), 'its keep.0 is "id", and that of this one not there'],
    ['other part sizes', async () => ({ rowsPerPart: 50 }), 'its rowsPerPart is 40, and that of this one 50'],
    ['another input', async () => {
      const input = await folderUri();
      await writeFile(new URL('a.csv', input), csv(rows));
      return { inputUri: input };
    }, 'its input.uri is "'],
  ])('is refused for %s, by the name of what differs', async (_name, change, difference) => {
    expect(await other(change)).toMatchObject({ reason: 'OutputTaken', exitCode: 65, message: expect.stringContaining(difference) });
  });

  test('is refused when the input has other bytes under the same name', async () => {
    const input = await folderUri();
    const outputUri = await folderUri();
    await writeFile(new URL('a.csv', input), csv(rows));
    await expect(predictBatch({ ...settings(outputUri), inputUri: input }, retrying(failingAt(2).store))).rejects.toThrow();
    await writeFile(new URL('a.csv', input), csv([...rows.slice(1), rows[0] ?? '']));
    await expect(predictBatch({ ...settings(outputUri), inputUri: input })).rejects.toMatchObject({ reason: 'OutputTaken', message: expect.stringContaining('its input.objects.0.identity is "sha256:') });
  });

  test.each<[string, Readonly<Record<string, string>>]>([
    ['parts without a plan', { 'part-00000.parquet': 'x' }],
    ['a manifest without a plan', { '_manifest.json': '{}' }],
    ['a plan that cannot be read', { '_plan.json': '{' }],
  ])('is refused for %s', async (_name, files) => {
    const outputUri = await folderUri();
    for (const [name, text] of Object.entries(files)) await writeFile(new URL(name, outputUri), text);
    await expect(predictBatch(settings(outputUri))).rejects.toMatchObject({ reason: 'OutputTaken', exitCode: 65 });
  });

  test('is refused when a part was replaced', async () => {
    const outputUri = await folderUri();
    await expect(predictBatch(settings(outputUri), retrying(failingAt(2).store))).rejects.toThrow();
    await writeFile(new URL(partName(1), outputUri), await readFile(new URL(partName(0), outputUri)));
    await expect(predictBatch(settings(outputUri))).rejects.toMatchObject({ reason: 'OutputTaken', message: expect.stringContaining('part-00001.parquet was not written by this prediction') });
  });

  test('is taken where it holds other things only', async () => {
    const outputUri = await folderUri();
    await writeFile(new URL('README.md', outputUri), 'x');
    expect(await predictBatch(settings(outputUri))).toMatchObject({ rows: 250 });
  });
});

describe('a store with troubles', () => {
  test('is read on where a connection broke, and the parts are the same', async () => {
    const outputUri = await folderUri();
    const real = createStores({ region: 'us-east-1' });
    let broken = 0;
    const breaking: Store = {
      ...real,
      async open(object, range, signal) {
        const stream = await real.open(object, range, signal);
        return (async function* () {
          let sent = 0;
          for await (const chunk of stream) {
            for (let at = 0; at < chunk.length; at += 7) {
              yield chunk.subarray(at, at + 7);
              if (object.uri.endsWith('.csv') && (sent += 7) >= 700) {
                broken++;
                throw new Error('the connection broke');
              }
            }
          }
        })();
      },
    };
    await predictBatch(settings(outputUri), retrying(breaking));
    expect(broken).toBeGreaterThan(5);
    expect(await readParts(outputUri)).toEqual(await undisturbed());
  });

  test('ends the run with 75 when it stays away', async () => {
    const real = createStores({ region: 'us-east-1' });
    let tries = 0;
    const away: Store = {
      ...real,
      async list() {
        tries++;
        throw Object.assign(new Error(''), { code: 'ECONNREFUSED' });
      },
    };
    await expect(predictBatch(settings(await folderUri()), retrying(away))).rejects.toMatchObject({ reason: 'StoreUnreachable', exitCode: 75, message: expect.stringContaining('could not be read in 7 attempts: ECONNREFUSED') });
    expect(tries).toBe(7);
  });

  test('leaves nothing half written in a folder', async () => {
    const outputUri = await folderUri();
    await predictBatch({ ...settings(outputUri), model: await store(species(), 'species'), inputUri: `${await put('x\n1\n')}x.csv`, keep: [] });
    expect((await stat(fileURLToPath(`${outputUri}_manifest.json`))).isFile()).toBe(true);
    await expect(stat(fileURLToPath(`${outputUri}part-00000.parquet.unfinished`))).rejects.toThrow('ENOENT');
  });
});

async function put(text: string): Promise<string> {
  const folder = await folderUri();
  await writeFile(new URL('x.csv', folder), text);
  return folder;
}
