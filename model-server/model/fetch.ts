import type { ArtifactRef, S3Config } from '../config.ts';
import { LoadError, loadError, textOf } from '../errors.ts';
import { receive, type Received } from './digest.ts';
import { openFile } from './source-file.ts';
import { openHttp } from './source-http.ts';
import { NotFound, type OpenSource, type Source } from './source.ts';

export interface FetchDeps {
  readonly open: OpenSource;
  readonly sleep: (millis: number, signal: AbortSignal) => Promise<unknown>;
  readonly random: () => number;
  /** Told of each attempt that failed and will be repeated. */
  readonly onRetry: (uri: string, attempt: number, cause: string) => void;
}

const ATTEMPTS = 7;
const FIRST_PAUSE_MILLIS = 250;
const LONGEST_PAUSE_MILLIS = 8_000;
/** The longest silence of the store, before its answer and between two pieces of it. */
const SILENCE_MILLIS = 15_000;

/** Reads an object to memory and checks its digest. Retries what may pass; a wrong digest is final. */
export async function fetchVerified(
  deps: FetchDeps,
  ref: ArtifactRef,
  mismatch: 'ArtifactDigestMismatch' | 'ManifestDigestMismatch',
  signal: AbortSignal,
): Promise<Uint8Array> {
  const { bytes, sha256 } = await fetchWithRetries(deps, ref.uri, signal);
  if (sha256 !== ref.sha256) throw loadError(mismatch, { uri: ref.uri, actual: sha256, expected: ref.sha256 });
  return bytes;
}

/** The source of a URI by its scheme (config.ts has checked it). */
export function sources(s3: S3Config): OpenSource {
  return async (uri, signal) => {
    if (uri.startsWith('file:')) return openFile(uri, signal);
    if (uri.startsWith('http')) return openHttp(uri, signal);
    const { openS3 } = await import('./source-s3.ts');
    return openS3(s3, uri, signal);
  };
}

async function fetchWithRetries(deps: FetchDeps, uri: string, signal: AbortSignal): Promise<Received> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await fetchOnce(deps.open, uri, signal);
    } catch (cause) {
      if (cause instanceof NotFound) throw loadError('ArtifactNotFound', { uri }, cause);
      if (cause instanceof LoadError || signal.aborted) throw cause;
      if (attempt === ATTEMPTS) throw loadError('ArtifactUnreachable', { uri, attempts: ATTEMPTS, cause: textOf(cause) }, cause);
      deps.onRetry(uri, attempt, textOf(cause));
      await deps.sleep(pauseBefore(attempt, deps.random()), signal);
    }
  }
}

/** Doubling pauses with full jitter in the upper half, so that a restarted store is not met by all pods at once. */
function pauseBefore(attempt: number, random: number): number {
  const pause = Math.min(LONGEST_PAUSE_MILLIS, FIRST_PAUSE_MILLIS * 2 ** (attempt - 1));
  return pause / 2 + (pause / 2) * random;
}

async function fetchOnce(open: OpenSource, uri: string, signal: AbortSignal): Promise<Received> {
  const silence = new AbortController();
  const timer = setTimeout(() => silence.abort(new Error(`the store was silent for ${SILENCE_MILLIS} ms`)), SILENCE_MILLIS);
  try {
    const source = await open(uri, AbortSignal.any([signal, silence.signal]));
    return await receive(heard(source, timer), source.size);
  } catch (cause) {
    // Clients wrap the reason of an abort in their own words; the reason itself says more.
    throw silence.signal.aborted ? silence.signal.reason : cause;
  } finally {
    clearTimeout(timer);
  }
}

async function* heard(source: Source, timer: NodeJS.Timeout): AsyncGenerator<Uint8Array> {
  for await (const chunk of source.stream) {
    timer.refresh();
    yield chunk;
  }
}
