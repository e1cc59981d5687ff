/** An object as a listing tells it. */
export interface StoredObject {
  readonly uri: string;
  readonly sizeBytes: number;
  /** Tells whether it is still the same: `etag:…` of the store, `sha256:…` of a file. */
  readonly identity: string;
}

/** One try at one operation; ./retrying.ts repeats them. Throws NotFound, Changed, Forbidden, or what may pass. */
export interface Store {
  /** All objects below a folder (its URI ends in a slash), in the order of their URIs. */
  list(folder: string, signal: AbortSignal): Promise<readonly StoredObject[]>;
  stat(uri: string, signal: AbortSignal): Promise<StoredObject>;
  /** Bytes from `start` on: up to `end` (exclusive), or all. */
  open(object: StoredObject, range: Range, signal: AbortSignal): Promise<AsyncIterable<Uint8Array>>;
  /** Whole or not at all: nobody sees half of it. */
  put(uri: string, bytes: Uint8Array, signal: AbortSignal): Promise<void>;
}

export interface Range {
  readonly start: number;
  readonly end?: number;
}

/** There is no such object. */
export class NotFound extends Error {
  override readonly name = 'NotFound';
}

/** It is no longer the object that was listed. */
export class Changed extends Error {
  override readonly name = 'Changed';
}

/** The store does not let these credentials do it. */
export class Forbidden extends Error {
  override readonly name = 'Forbidden';
}
