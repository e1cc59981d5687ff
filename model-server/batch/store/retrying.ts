import { textOf } from '../../errors.ts';
import { batchError, type BatchError } from '../errors.ts';
import { Changed, Forbidden, NotFound, type Range, type Store, type StoredObject } from './store.ts';

/** A store that repeats what may pass, and throws BatchErrors. */
export interface RetryingStore {
  list(folder: string): Promise<readonly StoredObject[]>;
  stat(uri: string): Promise<StoredObject>;
  read(object: StoredObject, range?: Range): Promise<Uint8Array<ArrayBuffer>>;
  /** Goes on where a broken connection ended. */
  stream(object: StoredObject, start: number): AsyncGenerator<Uint8Array>;
  put(uri: string, bytes: Uint8Array): Promise<void>;
}

export interface RetryDeps {
  readonly sleep: (millis: number, signal: AbortSignal) => Promise<unknown>;
  /** Uniform in [0, 1). */
  readonly random: () => number;
  readonly onRetry: (uri: string, attempt: number, cause: string) => void;
  readonly signal: AbortSignal;
}

const ATTEMPTS = 7;
const FIRST_PAUSE_MILLIS = 250;
const LONGEST_PAUSE_MILLIS = 8_000;
/** For one try; a part or a column of a row group has some tens of megabytes. */
const TRY_MILLIS = 120_000;
/** The longest silence between two pieces of a stream that is being waited for. */
const SILENCE_MILLIS = 15_000;

type Action = 'read' | 'write';

export function createRetryingStore(store: Store, deps: RetryDeps): RetryingStore {
  const repeat = async <T>(uri: string, action: Action, attempt: (signal: AbortSignal) => Promise<T>): Promise<T> => {
    for (let attempts = 1; ; attempts++) {
      try {
        return await attempt(AbortSignal.any([deps.signal, AbortSignal.timeout(TRY_MILLIS)]));
      } catch (cause) {
        await pauseOrThrow(deps, uri, action, attempts, cause);
      }
    }
  };

  return {
    list: (folder) => repeat(folder, 'read', (signal) => store.list(folder, signal)),
    stat: (uri) => repeat(uri, 'read', (signal) => store.stat(uri, signal)),
    read: (object, range = { start: 0 }) =>
      repeat(object.uri, 'read', async (signal) => {
        const length = (range.end ?? object.sizeBytes) - range.start;
        // An empty range cannot be asked for.
        return length === 0 ? new Uint8Array(0) : gather(await store.open(object, range, signal), length);
      }),
    stream: (object, start) => stream(store, deps, object, start),
    put: (uri, bytes) => repeat(uri, 'write', (signal) => store.put(uri, bytes, signal)),
  };
}

async function* stream(store: Store, deps: RetryDeps, object: StoredObject, start: number): AsyncGenerator<Uint8Array> {
  let at = start;
  for (let attempts = 1; at < object.sizeBytes; attempts++) {
    const silence = new AbortController();
    const wait = (): NodeJS.Timeout => setTimeout(() => silence.abort(new Error(`the store was silent for ${SILENCE_MILLIS} ms`)), SILENCE_MILLIS);
    let timer = wait();
    try {
      for await (const chunk of await store.open(object, { start: at }, AbortSignal.any([deps.signal, silence.signal]))) {
        // Only what is waited for can be late: meanwhile the graph computes, and nobody reads.
        clearTimeout(timer);
        at += chunk.length;
        attempts = 1;
        yield chunk;
        timer = wait();
      }
      if (at < object.sizeBytes) throw new Error(`the connection ended at byte ${at} of ${object.sizeBytes}`);
    } catch (cause) {
      await pauseOrThrow(deps, object.uri, 'read', attempts, silence.signal.aborted ? silence.signal.reason : cause);
    } finally {
      clearTimeout(timer);
    }
  }
}

async function gather(stream: AsyncIterable<Uint8Array>, length: number): Promise<Uint8Array<ArrayBuffer>> {
  const bytes = new Uint8Array(length);
  let at = 0;
  for await (const chunk of stream) {
    if (at + chunk.length > length) throw new Error(`the store sent more than ${length} bytes`);
    bytes.set(chunk, at);
    at += chunk.length;
  }
  if (at < length) throw new Error(`the connection ended after ${at} of ${length} bytes`);
  return bytes;
}

/** Returns when it may be tried again. */
async function pauseOrThrow(deps: RetryDeps, uri: string, action: Action, attempts: number, cause: unknown): Promise<void> {
  deps.signal.throwIfAborted();
  const final = finalError(uri, action, cause);
  if (final !== undefined) throw final;
  if (attempts >= ATTEMPTS) throw batchError('StoreUnreachable', { uri, done: action === 'read' ? 'read' : 'written', attempts, cause: textOf(cause) }, cause);
  deps.onRetry(uri, attempts, textOf(cause));
  const pause = Math.min(LONGEST_PAUSE_MILLIS, FIRST_PAUSE_MILLIS * 2 ** (attempts - 1));
  await deps.sleep(pause / 2 + (pause / 2) * deps.random(), deps.signal);
}

function finalError(uri: string, action: Action, cause: unknown): BatchError | undefined {
  if (cause instanceof NotFound) return batchError('NotFound', { uri }, cause);
  if (cause instanceof Changed) return batchError('Changed', { uri }, cause);
  if (cause instanceof Forbidden) return batchError('StoreForbidden', { uri, action }, cause);
  return undefined;
}
