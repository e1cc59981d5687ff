import { createHash } from 'node:crypto';
import { GetObjectCommand, NoSuchKey, S3Client, S3ServiceException } from '@aws-sdk/client-s3';
import { request } from 'undici';
import { asError } from '../../operator/runtime/errors.ts';

export type StoreProblem = 'ArtifactNotFound' | 'StoreUnreachable' | 'StoreForbidden' | 'DigestMismatch' | 'TooLarge';

/** Why bytes could not be read as they should be. */
export class StoreError extends Error {
  override readonly name = 'StoreError';
  readonly reason: StoreProblem;

  constructor(reason: StoreProblem, message: string, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause });
    this.reason = reason;
  }
}

export interface ReadResult {
  readonly sha256: string;
  readonly sizeBytes: number;
  /** Only when the caller asked to keep the bytes. */
  readonly bytes: Buffer;
}

/** Reads objects as they are stored; whoever asks compares digests. */
export interface ArtifactStore {
  /** Digest and size of an object, streamed: memory does not grow with it; of one version, where the store keeps several. Throws a StoreError. */
  digest(uri: string, versionId?: string): Promise<Omit<ReadResult, 'bytes'>>;
  /** A small object with its digest. Throws a StoreError, TooLarge above `maxBytes`. */
  read(uri: string, maxBytes: number): Promise<ReadResult>;
}

export interface StoreOptions {
  readonly endpoint: string | undefined;
  /** Undefined, as for the endpoint: what the SDK finds in its own configuration. */
  readonly region: string | undefined;
  /** Longest time that one object may take. */
  readonly deadlineMs: number;
  /** How file:// is read. Left out where addresses come from others: nobody may name a file of the process. */
  readonly openFile?: (url: URL) => AsyncIterable<Uint8Array>;
}

/** Credentials come from the environment, as for every AWS SDK. */
export function createArtifactStore(options: StoreOptions): ArtifactStore {
  const s3 = new S3Client({ forcePathStyle: true, maxAttempts: 3, ...(options.region === undefined ? {} : { region: options.region }), ...(options.endpoint === undefined ? {} : { endpoint: options.endpoint }) });

  const open = async (uri: string, versionId: string | undefined, signal: AbortSignal): Promise<AsyncIterable<Uint8Array>> => {
    if (options.openFile !== undefined && uri.startsWith('file://')) return options.openFile(new URL(uri));
    const location = parseUri(uri);
    if (location.kind === 'http') return openHttp(uri, signal);
    try {
      const { Body } = await s3.send(new GetObjectCommand({ Bucket: location.bucket, Key: location.key, ...(versionId === undefined ? {} : { VersionId: versionId }) }), { abortSignal: signal });
      if (Body === undefined) throw new StoreError('StoreUnreachable', `${uri}: the store answered without a body`);
      return Body as AsyncIterable<Uint8Array>;
    } catch (error) {
      throw classify(uri, error);
    }
  };

  const consume = async (uri: string, versionId: string | undefined, keep: (chunk: Uint8Array) => void): Promise<Omit<ReadResult, 'bytes'>> => {
    const signal = AbortSignal.timeout(options.deadlineMs);
    const hash = createHash('sha256');
    let sizeBytes = 0;
    try {
      for await (const chunk of await open(uri, versionId, signal)) {
        hash.update(chunk);
        sizeBytes += chunk.byteLength;
        keep(chunk);
      }
    } catch (error) {
      throw classify(uri, error);
    }
    return { sha256: hash.digest('hex'), sizeBytes };
  };

  return {
    digest: (uri, versionId) => consume(uri, versionId, () => undefined),
    async read(uri, maxBytes) {
      const chunks: Uint8Array[] = [];
      let size = 0;
      const result = await consume(uri, undefined, (chunk) => {
        size += chunk.byteLength;
        if (size > maxBytes) throw new StoreError('TooLarge', `${uri} is larger than ${maxBytes} bytes`);
        chunks.push(chunk);
      });
      return { ...result, bytes: Buffer.concat(chunks) };
    },
  };
}

function parseUri(uri: string): { kind: 's3'; bucket: string; key: string } | { kind: 'http' } {
  const s3 = /^s3:\/\/([^/]+)\/(.+)$/.exec(uri);
  if (s3 !== null) return { kind: 's3', bucket: s3[1] ?? '', key: s3[2] ?? '' };
  if (/^https?:\/\//.test(uri)) return { kind: 'http' };
  throw new StoreError('ArtifactNotFound', `"${uri}" is not an address of the form s3://bucket/key, http:// or https://`);
}

async function openHttp(uri: string, signal: AbortSignal): Promise<AsyncIterable<Uint8Array>> {
  const response = await request(uri, { signal });
  if (response.statusCode === 200) return response.body;
  await response.body.dump();
  if (response.statusCode === 404 || response.statusCode === 410) throw new StoreError('ArtifactNotFound', `${uri} does not exist (HTTP ${response.statusCode})`);
  if (response.statusCode === 401 || response.statusCode === 403) throw new StoreError('StoreForbidden', `${uri}: access denied (HTTP ${response.statusCode})`);
  throw new StoreError('StoreUnreachable', `${uri}: HTTP ${response.statusCode}`);
}

function classify(uri: string, error: unknown): StoreError {
  if (error instanceof StoreError) return error;
  if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return new StoreError('ArtifactNotFound', `${uri} does not exist`, error);
  const status = error instanceof S3ServiceException ? error.$metadata.httpStatusCode : undefined;
  // versitygw answers 404 to an access key that it does not know.
  if (error instanceof S3ServiceException && error.name === 'XAdminUserNotFound') return new StoreError('StoreForbidden', `${uri}: the store does not know the access key`, error);
  if (error instanceof NoSuchKey || status === 404) return new StoreError('ArtifactNotFound', `${uri} does not exist`, error);
  if (status === 403 || status === 401) return new StoreError('StoreForbidden', `${uri}: access denied; check the Secret with the store credentials`, error);
  return new StoreError('StoreUnreachable', `${uri}: ${asError(error).message}`, error);
}
