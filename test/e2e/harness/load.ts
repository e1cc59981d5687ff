import { Pool } from 'undici';
import type { Row } from './samples.ts';

/** One answer as a client saw it. Times in milliseconds since the Unix epoch. */
export interface Answer {
  readonly sentAt: number;
  readonly endedAt: number;
  /** HTTP status; 0 when there was no answer. */
  readonly status: number;
  readonly version: string;
  readonly problem?: string;
}

export interface Load {
  readonly answers: readonly Answer[];
  stop(): Promise<readonly Answer[]>;
  /** Waits until the load has ended by itself. */
  finished(): Promise<readonly Answer[]>;
}

export interface LoadOptions {
  /** URL of the gateway, or of a client that passes requests on. */
  readonly gateway: string;
  readonly host: string;
  readonly rows: readonly Row[];
  readonly requestsPerSecond: number;
  readonly maxSeconds: number;
  readonly path?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/**
 * Sends one row a request at a steady rate, whatever the answers do (open loop: a slow server does not slow the
 * clients, so nothing is hidden). Ends by `stop`, or by itself after `maxSeconds`.
 */
export function steadyLoad(options: LoadOptions): Load {
  const pool = new Pool(options.gateway, { connections: 32, headersTimeout: 5000, bodyTimeout: 5000 });
  const bodies = options.rows.map((row) => JSON.stringify({ rows: [row] }));
  const answers: Answer[] = [];
  const pending = new Set<Promise<void>>();
  const started = performance.now();
  let sent = 0;

  const send = async (body: string): Promise<void> => {
    const sentAt = Date.now();
    const answered = (status: number, version: string, problem?: string): void => {
      answers.push({ sentAt, endedAt: Date.now(), status, version, ...(problem === undefined ? {} : { problem }) });
    };
    try {
      const response = await pool.request({ method: 'POST', path: options.path ?? '/predict', headers: { ...options.headers, host: options.host, 'content-type': 'application/json' }, body });
      const text = await response.body.text();
      answered(response.statusCode, String(response.headers['x-trainyard-version'] ?? ''), response.statusCode === 200 ? undefined : text.slice(0, 200));
    } catch (error) {
      answered(0, '', String(error));
    }
  };

  // Every tick sends what is due since the start, so that a late timer does not lower the rate.
  const timer = setInterval(() => {
    const seconds = (performance.now() - started) / 1000;
    if (seconds > options.maxSeconds) return end();
    for (const due = Math.floor(seconds * options.requestsPerSecond); sent < due; sent += 1) {
      const request = send(bodies[sent % bodies.length] ?? '');
      pending.add(request);
      void request.finally(() => pending.delete(request));
    }
  }, 5);

  const ended = Promise.withResolvers<undefined>();
  const end = (): void => {
    clearInterval(timer);
    ended.resolve(undefined);
  };
  const drained = async (): Promise<readonly Answer[]> => {
    await ended.promise;
    await Promise.all(pending);
    await pool.close();
    return answers;
  };
  let whole: Promise<readonly Answer[]> | undefined;
  const finished = (): Promise<readonly Answer[]> => (whole ??= drained());
  return {
    answers,
    finished,
    stop() {
      end();
      return finished();
    },
  };
}

/** Waits until the gateway has heard of the route: the first weights take effect some 150 ms after they are written. */
export async function answering(options: { readonly gateway: string; readonly host: string; readonly row: Row }): Promise<void> {
  const deadline = Date.now() + 30_000;
  for (;;) {
    const [answer] = await steadyLoad({ ...options, rows: [options.row], requestsPerSecond: 10, maxSeconds: 0.15 }).finished();
    if (answer?.status === 200) return;
    if (Date.now() > deadline) throw new Error(`${options.host} does not answer: ${answer?.problem ?? 'nothing was sent'}`);
  }
}

export interface LoadSummary {
  readonly requests: number;
  readonly failed: number;
  readonly byVersion: Readonly<Record<string, number>>;
  readonly p50Ms: number;
  readonly p99Ms: number;
  /** From the end of the first failed answer to the end of the last one; 0 without failures. */
  readonly firstBadToLastBadMs: number;
  /** What failed answers said, how often, and when within the load (milliseconds since its first request). */
  readonly problems: readonly string[];
}

export function summarize(answers: readonly Answer[]): LoadSummary {
  const began = Math.min(...answers.map(({ sentAt }) => sentAt));
  const problems = new Map<string, number[]>();
  for (const { status, version, problem = '', sentAt } of answers) {
    if (status === 200) continue;
    const text = `${status} ${version} ${problem}`;
    problems.set(text, [...(problems.get(text) ?? []), sentAt - began]);
  }
  const bad = answers.filter(({ status }) => status !== 200).map(({ endedAt }) => endedAt);
  const latencies = answers.map(({ sentAt, endedAt }) => endedAt - sentAt).sort((a, b) => a - b);
  const quantile = (q: number): number => latencies[Math.min(latencies.length - 1, Math.floor(q * latencies.length))] ?? 0;
  const byVersion: Record<string, number> = {};
  for (const { version } of answers) byVersion[version] = (byVersion[version] ?? 0) + 1;
  return {
    requests: answers.length,
    failed: bad.length,
    byVersion,
    p50Ms: quantile(0.5),
    p99Ms: quantile(0.99),
    firstBadToLastBadMs: bad.length === 0 ? 0 : Math.max(...bad) - Math.min(...bad),
    problems: [...problems].map(([text, times]) => `${times.length} times at ${Math.min(...times)} to ${Math.max(...times)} ms: ${text}`),
  };
}
