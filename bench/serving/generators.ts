// What the generators can do by themselves, against a server that answers at once: a benchmark measures the server only
// as long as it stays well below that.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { repositoryPath } from '../../test/integration/harness/binaries.ts';
import type { ModelData } from './models.ts';
import { frame, questionsOf, rawRequest } from './questions.ts';
import { connections, generatorCore, openLoopAt, serverCore } from './run.ts';
import { closedLoop } from './wrk.ts';

export interface GeneratorLimits {
  /** Of wrk. */
  readonly closedRequestsPerSecond: number;
  /** Of a server that only keeps its core busy: what the machine itself adds to a p99. */
  readonly busy: { readonly micros: number; readonly requestsPerSecond: number; readonly p99Ms: number };
  /** Of our own open loop: what came of a rate, and how long a request took. */
  readonly open: readonly { readonly offeredPerSecond: number; readonly requestsPerSecond: number; readonly p99Ms: number }[];
}

const seconds = 2;
const rates = [15_000, 25_000];
const busyMicros = 50;

export async function measureGenerators(data: ModelData): Promise<GeneratorLimits> {
  const folder = mkdtempSync(join(tmpdir(), 'trainyard-bench-'));
  // One request only: its length is how the server tells where it ends.
  const request = questionsOf(data, 'forest', 'v2', 1).slice(0, 1).map(({ asked }) => rawRequest(asked, 'localhost'));
  const requestsPath = join(folder, 'requests');
  writeFileSync(requestsPath, frame(request));
  const bytes = request[0]?.length ?? 0;
  const closedLoopOf = (port: number) => closedLoop({ core: generatorCore, origin: `http://127.0.0.1:${port}`, requestsPath, connections, seconds });
  try {
    const { closed, open } = await withEcho(bytes, 0, async (port) => {
      const rated = [];
      for (const rate of rates) rated.push({ offeredPerSecond: rate, ...(await openLoopAt(port, requestsPath, rate, seconds)) });
      return { closed: await closedLoopOf(port), open: rated };
    });
    const busy = await withEcho(bytes, busyMicros, closedLoopOf);
    return {
      closedRequestsPerSecond: closed.requestsPerSecond,
      busy: { micros: busyMicros, requestsPerSecond: busy.requestsPerSecond, p99Ms: busy.p99Ms },
      open: open.map(({ offeredPerSecond, requestsPerSecond, p99Ms }) => ({ offeredPerSecond, requestsPerSecond, p99Ms })),
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function withEcho<T>(requestBytes: number, micros: number, use: (port: number) => Promise<T>): Promise<T> {
  const args = ['-c', String(serverCore), process.execPath, repositoryPath('bench', 'serving', 'echo-server.ts'), String(requestBytes), String(micros)];
  const child = spawn('taskset', args, { stdio: ['ignore', 'pipe', 'inherit'] });
  try {
    const [told] = (await once(child.stdout, 'data')) as [Buffer];
    return await use(Number(told.toString('utf8')));
  } finally {
    child.kill('SIGKILL');
  }
}
