import { GetObjectCommand, S3Client, type S3ServiceException } from '@aws-sdk/client-s3';

import type { S3Config } from '../config.ts';
import { NotFound, sizeFrom, type Source } from './source.ts';

/** s3://bucket/key. Imported only when a model lies in S3: the SDK costs 70 ms and 35 MB. */
export async function openS3(config: S3Config, uri: string, signal: AbortSignal): Promise<Source> {
  const [, bucket, key] = /^s3:\/\/([^/]+)\/(.+)$/.exec(uri) ?? [];
  const client = new S3Client({
    region: config.region,
    // MinIO, VersityGW and Ceph serve buckets as paths; AWS still answers to both.
    forcePathStyle: true,
    // model/fetch.ts retries, and hashes every byte: the SDK's own retries and checksums would do it twice.
    maxAttempts: 1,
    responseChecksumValidation: 'WHEN_REQUIRED',
    ...(config.endpoint ? { endpoint: config.endpoint } : {}),
    ...(config.credentials ? { credentials: config.credentials } : {}),
  });
  try {
    const answer = await client.send(new GetObjectCommand({ Bucket: bucket, Key: key }), { abortSignal: signal });
    if (!answer.Body) throw new Error('the store answered without a body');
    return { stream: untilRead(answer.Body as unknown as AsyncIterable<Uint8Array>, client), ...sizeFrom(answer.ContentLength) };
  } catch (cause) {
    client.destroy();
    const status = (cause as Partial<S3ServiceException>).$metadata?.httpStatusCode;
    if (status === 404) throw new NotFound(uri, { cause });
    throw cause;
  }
}

/** Destroying the client cuts off a body that is still being read, so its sockets live exactly as long. */
async function* untilRead(body: AsyncIterable<Uint8Array>, client: S3Client): AsyncGenerator<Uint8Array> {
  try {
    yield* body;
  } finally {
    client.destroy();
  }
}
