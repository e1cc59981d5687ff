import { createHash } from 'node:crypto';

export interface Received {
  readonly bytes: Uint8Array;
  /** 64 lower-case hex digits. */
  readonly sha256: string;
}

/** Reads a stream to memory and hashes it on the way. `size`, when known, saves the copy at the end. */
export async function receive(stream: AsyncIterable<Uint8Array>, size?: number): Promise<Received> {
  const hash = createHash('sha256');
  let bytes = new Uint8Array(size ?? 64 * 1024);
  let length = 0;
  for await (const chunk of stream) {
    hash.update(chunk);
    if (length + chunk.length > bytes.length) {
      const grown = new Uint8Array(Math.max(length + chunk.length, bytes.length * 2));
      grown.set(bytes.subarray(0, length));
      bytes = grown;
    }
    bytes.set(chunk, length);
    length += chunk.length;
  }
  return { bytes: bytes.subarray(0, length), sha256: hash.digest('hex') };
}
