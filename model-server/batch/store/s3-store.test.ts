import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';

import { predictBatch, retrying } from '../../test/batch.ts';
import { ratio, store as storeModel } from '../../test/models.ts';
import { createS3Store } from './s3-store.ts';
import { createStores } from './stores.ts';

/** A bucket as S3 answers for it, as far as it is asked here; with faults that a real one does not give on demand. */
interface Bucket {
  readonly objects: Map<string, Buffer>;
  readonly requests: string[];
  /** Called first; true: it has answered. */
  fault: (request: IncomingMessage, response: ServerResponse) => boolean;
}

let bucket: Bucket;
let server: Server;
let endpoint: string;
beforeEach(async () => {
  bucket = { objects: new Map(), requests: [], fault: () => false };
  server = createServer((request, response) => void answer(request, response));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterEach(() => server.close().closeAllConnections());

const etag = (bytes: Buffer): string => `"${createHash('md5').update(bytes).digest('hex')}"`;
const PAGE = 2;

async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const url = new URL(request.url ?? '', endpoint);
  const key = decodeURIComponent(url.pathname.replace(/^\/data\/?/, ''));
  bucket.requests.push(`${request.method} ${key} ${request.headers.range ?? ''}`.trim());
  if (bucket.fault(request, response)) return;
  if (request.method === 'PUT') {
    const body = await buffer(request);
    const good = request.headers['content-md5'] === createHash('md5').update(body).digest('base64');
    if (good) bucket.objects.set(key, body);
    response.writeHead(good ? 200 : 400).end();
    return;
  }
  if (url.searchParams.get('list-type') === '2') return list(url, response);
  const bytes = bucket.objects.get(key);
  if (bytes === undefined) return void response.writeHead(404).end('<Error><Code>NoSuchKey</Code></Error>');
  const match = request.headers['if-match'];
  if (match !== undefined && match !== etag(bytes)) return void response.writeHead(412).end('<Error><Code>PreconditionFailed</Code></Error>');
  const [, start = '0', end = ''] = /^bytes=(\d+)-(\d*)$/.exec(request.headers.range ?? '') ?? [];
  const part = bytes.subarray(Number(start), end === '' ? undefined : Number(end) + 1);
  response.writeHead(request.headers.range === undefined ? 200 : 206, { 'content-length': part.length, etag: etag(bytes) });
  response.end(request.method === 'HEAD' ? undefined : part);
}

function list(url: URL, response: ServerResponse): void {
  const after = url.searchParams.get('continuation-token') ?? '';
  const all = [...bucket.objects].filter(([key]) => key.startsWith(url.searchParams.get('prefix') ?? '') && key > after).sort(([a], [b]) => (a < b ? -1 : 1));
  const page = all.slice(0, PAGE);
  const contents = page.map(([key, bytes]) => `<Contents><Key>${key}</Key><Size>${bytes.length}</Size><ETag>${etag(bytes).replaceAll('"', '&quot;')}</ETag></Contents>`).join('');
  const more = all.length > PAGE;
  response.end(`<ListBucketResult><IsTruncated>${more}</IsTruncated>${more ? `<NextContinuationToken>${page.at(-1)?.[0] ?? ''}</NextContinuationToken>` : ''}${contents}</ListBucketResult>`);
}

const s3 = () => ({ region: 'us-east-1', endpoint, credentials: { accessKeyId: 'id', secretAccessKey: 'key' } });
const here = () => retrying(createS3Store(s3()));
const put = (key: string, text: string) => void bucket.objects.set(key, Buffer.from(text));

describe('the S3 store', () => {
  test('lists all pages of a folder with size and ETag', async () => {
    for (const key of ['in/a.csv', 'in/b.csv', 'in/c.csv', 'in/d/e.csv', 'other']) put(key, key);
    const found = await here().list('s3://data/in/');
    expect(found.map(({ uri, sizeBytes }) => [uri, sizeBytes])).toEqual([['s3://data/in/a.csv', 8], ['s3://data/in/b.csv', 8], ['s3://data/in/c.csv', 8], ['s3://data/in/d/e.csv', 10]]);
    expect(found[0]?.identity).toBe(`etag:${etag(Buffer.from('in/a.csv'))}`);
  });

  test('reads a range, and nothing where it is empty', async () => {
    put('a', '0123456789');
    const object = await here().stat('s3://data/a');
    expect(Buffer.from(await here().read(object, { start: 2, end: 5 })).toString()).toBe('234');
    expect((await here().read(object, { start: 5, end: 5 })).length).toBe(0);
  });

  test('goes on at the right byte after a broken connection', async () => {
    const text = 'line\n'.repeat(20_000);
    put('a', text);
    const object = await here().stat('s3://data/a');
    let cuts = 0;
    bucket.fault = (request, response) => {
      if (request.method !== 'GET' || cuts === 3) return false;
      cuts++;
      const start = Number(/\d+/.exec(request.headers.range ?? '')?.[0]);
      response.writeHead(206, { 'content-length': text.length - start });
      response.write(text.slice(start, start + 10_000), () => request.socket.destroy());
      return true;
    };
    const chunks: Uint8Array[] = [];
    for await (const chunk of here().stream(object, 5)) chunks.push(chunk);
    expect(Buffer.concat(chunks).toString()).toBe(text.slice(5));
    expect(cuts).toBe(3);
  });

  test.each<[string, number, Record<string, unknown>]>([
    ['a refusal', 403, { reason: 'StoreForbidden', exitCode: 78, message: expect.stringContaining('the credentials may read there') }],
    ['an object that is gone', 404, { reason: 'NotFound', exitCode: 65 }],
    ['an object that is another one by now', 412, { reason: 'Changed', exitCode: 65 }],
    ['a store that cannot now', 503, { reason: 'StoreUnreachable', exitCode: 75 }],
  ])('tells %s', async (_name, status, expected) => {
    put('a', 'x');
    const object = await here().stat('s3://data/a');
    bucket.fault = (_request, response) => {
      response.writeHead(status).end();
      return true;
    };
    await expect(here().read(object)).rejects.toMatchObject(expected);
  });

  test('carries a whole prediction', async () => {
    put('in/a.csv', 'id,a,b\nx,1,2\ny,3,4\nz,5,8\n');
    const store = retrying(createStores(s3()));
    const config = { model: await storeModel(ratio(), 'ratio'), inputUri: 's3://data/in/', outputUri: 's3://data/out/', keep: ['id'], rowsPerPart: 2 };
    expect(await predictBatch(config, store)).toMatchObject({ rows: 3, parts: 2 });
    expect([...bucket.objects.keys()]).toEqual(['in/a.csv', 'out/_plan.json', 'out/part-00000.parquet', 'out/part-00001.parquet', 'out/_manifest.json']);
    bucket.requests.length = 0;
    expect(await predictBatch(config, store)).toMatchObject({ rows: 3, parts: 2 });
    expect(bucket.requests.filter((line) => line.startsWith('PUT'))).toEqual([]);
  });

  test('notices that the input is changed while it is read', async () => {
    const rows = Array.from({ length: 40_000 }, (_, i) => `${i},${i + 1}\n`).join('');
    put('in.csv', `a,b\n${rows}`);
    bucket.fault = (request) => {
      if (request.method === 'PUT' && request.url?.includes('part-00001') === true) put('in.csv', `a,b\n9,9\n${rows}`);
      return false;
    };
    const config = { model: await storeModel(ratio(), 'ratio'), inputUri: 's3://data/in.csv', outputUri: 's3://data/out/', rowsPerPart: 100 };
    const reading = retrying(createStores(s3()));
    // One answer of the store may hold all that is left; asked again, it says that the object is another one.
    const asking = { ...reading, stream: (object: Parameters<typeof reading.stream>[0], start: number) => inRanges(reading, object, start) };
    await expect(predictBatch(config, asking)).rejects.toMatchObject({ reason: 'Changed' });
    await expect(predictBatch(config, reading)).rejects.toMatchObject({ reason: 'OutputTaken' });
  });
});

async function* inRanges(store: ReturnType<typeof retrying>, object: Parameters<ReturnType<typeof retrying>['stream']>[0], start: number): AsyncGenerator<Uint8Array> {
  for (let at = start; at < object.sizeBytes; at += 1_000) yield await store.read(object, { start: at, end: Math.min(at + 1_000, object.sizeBytes) });
}
