/** Where an object's bytes come from. */
export interface Source {
  readonly stream: AsyncIterable<Uint8Array>;
  /** Bytes, when the store says so. */
  readonly size?: number;
}

/** Opens one object; throws NotFound when the store answers that it is not there. */
export type OpenSource = (uri: string, signal: AbortSignal) => Promise<Source>;

/** The store answered: there is no such object. Every other failure may pass, and is retried. */
export class NotFound extends Error {
  override readonly name = 'NotFound';
}

/** A length header as a number of bytes, if it is one that can be believed. */
export function sizeFrom(length: string | number | null | undefined): { size?: number } {
  const size = typeof length === 'string' ? Number.parseInt(length, 10) : length;
  return Number.isSafeInteger(size) && (size as number) >= 0 && (size as number) < 2 ** 31 ? { size: size as number } : {};
}
