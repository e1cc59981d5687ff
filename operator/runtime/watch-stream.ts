import type { Clock } from './clock.ts';
import { ApiError } from './errors.ts';
import type { HttpStream } from './transport.ts';

// The largest object etcd takes is 1.5 MiB; a line far beyond that is not a watch event.
const longestLine = 16 * 1024 * 1024;
const newline = 0x0a;

/**
 * The JSON values of a stream of lines. A last line without its newline is dropped: the connection broke inside it and
 * the event will come again. Throws ApiError (status 0) on network faults and when the stream is still open after
 * `longestMs` (a half-open socket never errors by itself, whenever its last byte came), SyntaxError on a line that is not
 * JSON. Leaving the loop ends the stream.
 */
export async function* readWatchStream(
  http: HttpStream,
  options: { readonly clock: Clock; readonly longestMs: number; readonly onBytes: () => void },
): AsyncGenerator<unknown, void, void> {
  const { clock, longestMs, onBytes } = options;
  let overdue = false;
  const timer = clock.setTimeout(() => {
    overdue = true;
    http.abort();
  }, longestMs);
  try {
    for await (const line of lines(http.body, onBytes)) yield JSON.parse(line) as unknown;
  } catch (cause) {
    if (overdue) throw new ApiError({ status: 0, reason: 'DeadlineExceeded', message: `the server should have ended the watch long before ${longestMs} ms`, cause });
    throw cause;
  } finally {
    timer.cancel();
    http.abort();
  }
}

/** Splits bytes, not text: a chunk may end inside a UTF-8 sequence. */
export async function* lines(body: AsyncIterable<Uint8Array>, onChunk: () => void): AsyncGenerator<string, void, void> {
  let pending: Uint8Array[] = [];
  let pendingBytes = 0;
  for await (const chunk of body) {
    onChunk();
    let start = 0;
    for (let end = chunk.indexOf(newline); end !== -1; end = chunk.indexOf(newline, start)) {
      const line = Buffer.concat([...pending, chunk.subarray(start, end)]).toString('utf8');
      pending = [];
      pendingBytes = 0;
      start = end + 1;
      if (line.trim() !== '') yield line;
    }
    if (start < chunk.byteLength) {
      pending.push(chunk.subarray(start));
      pendingBytes += chunk.byteLength - start;
      if (pendingBytes > longestLine) throw new Error(`a line of the watch is longer than ${longestLine} bytes`);
    }
  }
}
