import { createHash } from 'node:crypto';

import { GetObjectCommand, HeadObjectCommand, ListObjectsV2Command, PutObjectCommand, S3Client, type S3ServiceException } from '@aws-sdk/client-s3';

import type { S3Config } from '../../config.ts';
import { Changed, Forbidden, NotFound, type Range, type Store, type StoredObject } from './store.ts';

/** s3://bucket/key. One client for the whole run: parts and ranges go over connections that are open already. */
export function createS3Store(config: S3Config): Store {
  const client = new S3Client({
    region: config.region,
    // As in ../../model/source-s3.ts: buckets as paths; retrying.ts repeats, and its errors are ours.
    forcePathStyle: true,
    maxAttempts: 1,
    responseChecksumValidation: 'WHEN_REQUIRED',
    requestChecksumCalculation: 'WHEN_REQUIRED',
    ...(config.endpoint ? { endpoint: config.endpoint } : {}),
    ...(config.credentials ? { credentials: config.credentials } : {}),
  });
  return {
    list: (folder, signal) => told(folder, () => listAll(client, folder, signal)),

    stat: (uri, signal) =>
      told(uri, async () => {
        const { ContentLength, ETag } = await client.send(new HeadObjectCommand(placeOf(uri)), { abortSignal: signal });
        return { uri, sizeBytes: ContentLength ?? 0, identity: `etag:${ETag ?? ''}` };
      }),

    open: ({ uri, identity }, { start, end }: Range, signal) =>
      told(uri, async () => {
        const bytes = `bytes=${start}-${end === undefined ? '' : end - 1}`;
        const answer = await client.send(new GetObjectCommand({ ...placeOf(uri), Range: bytes, IfMatch: identity.slice('etag:'.length) }), { abortSignal: signal });
        if (!answer.Body) throw new Error('the store answered without a body');
        return answer.Body as unknown as AsyncIterable<Uint8Array>;
      }),

    put: (uri, bytes, signal) =>
      told(uri, async () => {
        // Every store checks this digest; the newer checksums only some do.
        const ContentMD5 = createHash('md5').update(bytes).digest('base64');
        await client.send(new PutObjectCommand({ ...placeOf(uri), Body: bytes, ContentMD5 }), { abortSignal: signal });
      }),
  };
}

async function listAll(client: S3Client, folder: string, signal: AbortSignal): Promise<readonly StoredObject[]> {
  const { Bucket, Key: Prefix } = placeOf(folder);
  const found: StoredObject[] = [];
  let token: string | undefined;
  do {
    const page = await client.send(new ListObjectsV2Command({ Bucket, Prefix, ...(token === undefined ? {} : { ContinuationToken: token }) }), { abortSignal: signal });
    for (const { Key = '', Size = 0, ETag = '' } of page.Contents ?? []) found.push({ uri: `s3://${Bucket}/${Key}`, sizeBytes: Size, identity: `etag:${ETag}` });
    token = page.IsTruncated === true ? page.NextContinuationToken : undefined;
  } while (token !== undefined);
  return found;
}

function placeOf(uri: string): { Bucket: string; Key: string } {
  const [, Bucket = '', Key = ''] = /^s3:\/\/([^/]+)\/(.*)$/.exec(uri) ?? [];
  return { Bucket, Key };
}

async function told<T>(uri: string, call: () => Promise<T>): Promise<T> {
  try {
    return await call();
  } catch (cause) {
    const status = (cause as Partial<S3ServiceException>).$metadata?.httpStatusCode;
    if (status === 404) throw new NotFound(uri, { cause });
    if (status === 412) throw new Changed(uri, { cause });
    if (status === 401 || status === 403) throw new Forbidden(uri, { cause });
    throw cause;
  }
}
