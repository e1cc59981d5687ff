import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import type { ProxiedRequest } from './fault-proxy.ts';

/** One watch while the server answers it, and what can be done to it. */
export interface LiveWatch {
  readonly request: ProxiedRequest;
  /** The resourceVersion of the last whole line that was passed on, or undefined. */
  readonly lastVersion: string | undefined;
  /** TCP RST now. */
  reset(): void;
  /** Passes on so many bytes more of what the server sends, then RST: in the middle of a line when `bytes` is small. */
  resetAfter(bytes: number): void;
  /** FIN without the end of the body. */
  drop(): void;
  /** The end of the body, as at the server's timeout. */
  end(): void;
  /** Neither data nor FIN from now on: what a lost route or a stopped host look like. */
  freeze(): void;
  /** From now on a few bytes at a time. */
  drip(bytes: number): void;
  /** A line that the server never said. */
  say(line: unknown): void;
}

interface Parts {
  readonly request: ProxiedRequest;
  readonly answer: IncomingMessage;
  readonly outgoing: ServerResponse;
  readonly raw: Socket | undefined;
  /** The server broke off: so do we. */
  readonly breakOff: () => void;
}

export function attachWatch({ request, answer, outgoing, raw, breakOff }: Parts): LiveWatch {
  let lastVersion: string | undefined;
  let partial = '';
  let frozen = false;
  let left = Infinity;
  let step = Infinity;

  const write = (piece: Buffer | string): void => {
    if (outgoing.writableEnded || outgoing.destroyed) return; // two faults met
    outgoing.write(piece);
    partial += piece.toString('latin1'); // versions are ASCII
    const lines = partial.split('\n');
    partial = lines.pop() ?? '';
    for (const line of lines) lastVersion = versionOf(line) ?? lastVersion;
  };
  const reset = (): void => void raw?.resetAndDestroy();

  const pump = async (): Promise<void> => {
    for await (const chunk of answer as AsyncIterable<Buffer>) {
      for (let at = 0; at < chunk.length && !frozen; ) {
        const piece = chunk.subarray(at, Math.min(chunk.length, at + step, at + left));
        write(piece);
        at += piece.length;
        left -= piece.length;
        if (left <= 0) {
          frozen = true;
          await delay(20); // so that the bytes arrive before the RST
          return reset();
        }
        if (step !== Infinity) await delay(1);
      }
    }
    if (!frozen) outgoing.end();
  };
  outgoing.flushHeaders();
  pump().catch(() => {
    if (!frozen) breakOff();
  });

  return {
    request,
    get lastVersion() {
      return lastVersion;
    },
    reset,
    resetAfter: (bytes) => void (left = bytes),
    drop: () => void raw?.destroy(),
    end() {
      frozen = true;
      outgoing.end();
    },
    freeze: () => void (frozen = true),
    drip: (bytes) => void (step = bytes),
    say: (line) => write(typeof line === 'string' ? line : `${JSON.stringify(line)}\n`),
  };
}

function versionOf(line: string): string | undefined {
  try {
    return (JSON.parse(line) as { object?: { metadata?: { resourceVersion?: string } } }).object?.metadata?.resourceVersion;
  } catch {
    return undefined; // a line that a test says on purpose
  }
}
