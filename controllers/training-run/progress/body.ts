import type { IncomingMessage } from 'node:http';
import { Refused } from './refusals.ts';

export const maxBodyBytes = 64 * 1024;
const mostDiscarded = 1024 * 1024;

/** Throws Refused when it is too large, or does not come. */
export async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  try {
    for await (const chunk of chunksOf(request)) {
      size += chunk.byteLength;
      if (size > maxBodyBytes) throw new Refused('TooLarge');
      chunks.push(chunk);
    }
  } catch (error) {
    throw error instanceof Refused ? error : new Refused('Malformed', 'the body did not arrive', error);
  }
  return Buffer.concat(chunks).toString('utf8');
}

/** Reads on, up to a bound, and keeps nothing. */
export async function discardRest(request: IncomingMessage): Promise<void> {
  let size = 0;
  try {
    for await (const chunk of chunksOf(request)) {
      size += chunk.byteLength;
      if (size > mostDiscarded) return;
    }
  } catch {
    // The client is gone; nobody waits for the answer.
  }
}

/** Stopping early leaves the connection as it is, so that it can still be answered. */
function chunksOf(request: IncomingMessage): AsyncIterable<Buffer> {
  return request.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>;
}
