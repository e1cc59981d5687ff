import { Pool } from 'undici';
import type { Row } from '../../test/e2e/harness/samples.ts';

/** One answer as a client saw it. Times in milliseconds since the Unix epoch. */
export interface Answer {
  readonly sentAt: number;
  readonly endedAt: number;
  /** HTTP status; 0 when there was no answer. */
  readonly status: number;
  /** Who says to have answered; empty where nobody did. */
  readonly version: string;
  /** Whether the scores are those that the model has for this row; undefined without scores. */
  readonly right?: boolean;
}

export interface Traffic {
  readonly answers: readonly Answer[];
  /** Sends no more, and waits for what is on the way; twice is once. */
  stop(): Promise<readonly Answer[]>;
}

interface Body {
  readonly predictions?: readonly { readonly scores?: Readonly<Record<string, number>> }[];
}

const tolerance = 0.001;

/** The score of class 1 that the model has for each row, asked once while nothing is wrong. */
export async function rightScores(gateway: string, host: string, rows: readonly Row[]): Promise<readonly number[]> {
  const pool = new Pool(gateway, { connections: 1, headersTimeout: 10_000, bodyTimeout: 10_000 });
  try {
    const { statusCode, body } = await pool.request({ method: 'POST', path: '/predict', headers: { host, 'content-type': 'application/json' }, body: JSON.stringify({ rows }) });
    const text = await body.text();
    if (statusCode !== 200) throw new Error(`${host} answered ${statusCode}: ${text.slice(0, 200)}`);
    return (JSON.parse(text) as Body).predictions?.map(({ scores }) => scores?.['1'] ?? Number.NaN) ?? [];
  } finally {
    await pool.close();
  }
}

/**
 * Sends one row a request at a steady rate, whatever the answers do (open loop: a slow server does not slow the clients,
 * so nothing is hidden), and looks at each answer's scores.
 */
export function openLoop(options: { readonly gateway: string; readonly host: string; readonly rows: readonly Row[]; readonly scores: readonly number[]; readonly requestsPerSecond: number }): Traffic {
  const pool = new Pool(options.gateway, { connections: 32, headersTimeout: 5000, bodyTimeout: 5000 });
  const bodies = options.rows.map((row) => JSON.stringify({ rows: [row] }));
  const answers: Answer[] = [];
  const pending = new Set<Promise<void>>();
  const started = performance.now();
  let sent = 0;

  const send = async (index: number): Promise<void> => {
    const sentAt = Date.now();
    try {
      const response = await pool.request({ method: 'POST', path: '/predict', headers: { host: options.host, 'content-type': 'application/json' }, body: bodies[index] ?? '' });
      const text = await response.body.text();
      const version = String(response.headers['x-trainyard-version'] ?? '');
      const right = response.statusCode === 200 ? { right: isRight(text, options.scores[index]) } : {};
      answers.push({ sentAt, endedAt: Date.now(), status: response.statusCode, version, ...right });
    } catch {
      answers.push({ sentAt, endedAt: Date.now(), status: 0, version: '' });
    }
  };

  // Every tick sends what is due since the start, so that a late timer does not lower the rate.
  const timer = setInterval(() => {
    for (const due = Math.floor(((performance.now() - started) / 1000) * options.requestsPerSecond); sent < due; sent += 1) {
      const request = send(sent % bodies.length);
      pending.add(request);
      void request.finally(() => pending.delete(request));
    }
  }, 5);

  let stopped: Promise<readonly Answer[]> | undefined;
  const stop = async (): Promise<readonly Answer[]> => {
    clearInterval(timer);
    await Promise.all(pending);
    await pool.close();
    return answers;
  };
  return { answers, stop: () => (stopped ??= stop()) };
}

function isRight(text: string, expected: number | undefined): boolean {
  const score = (JSON.parse(text) as Body).predictions?.[0]?.scores?.['1'];
  return score !== undefined && expected !== undefined && Math.abs(score - expected) <= tolerance;
}
