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
  /** Of our own open loop: what came of a rate, and how long a request took. */
  readonly open: readonly { readonly offeredPerSecond: number; readonly requestsPerSecond: number; readonly p99Ms: number }[];
}

const seconds = 2;
const rates = [15_000, 25_000];

export async function measureGenerators(data: ModelData): Promise<GeneratorLimits> {
  const folder = mkdtempSync(join(tmpdir(), 'trainyard-bench-'));
  // One request only: its length is how the server tells where it ends.
  const request = questionsOf(data, 'forest', 'v2', 1).slice(0, 1).map(({ asked }) => rawRequest(asked, 'localhost'));
  const requestsPath = join(folder, 'requests');
  writeFileSync(requestsPath, frame(request));
  const child = spawn('taskset', ['-c', String(serverCore), process.execPath, repositoryPath('bench', 'serving', 'echo-server.ts'), String(request[0]?.length)], { stdio: ['ignore', 'pipe', 'inherit'] });
  try {
    const [told] = (await once(child.stdout, 'data')) as [Buffer];
    const port = Number(told.toString('utf8'));
    const closed = await closedLoop({ core: generatorCore, origin: `http://127.0.0.1:${port}`, requestsPath, connections, seconds });
    const open = [];
    for (const rate of rates) {
      const { requestsPerSecond, p99Ms } = await openLoopAt(port, requestsPath, rate, seconds);
      open.push({ offeredPerSecond: rate, requestsPerSecond, p99Ms });
    }
    return { closedRequestsPerSecond: closed.requestsPerSecond, open };
  } finally {
    child.kill('SIGKILL');
    rmSync(folder, { recursive: true, force: true });
  }
}
