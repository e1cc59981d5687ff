// What a caller notices: the requests a second of the whole server, sockets and all, with and without counters.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { sha256 } from '../../model-server/test/models.ts';
import { repositoryPath } from '../../test/integration/harness/binaries.ts';
import { createWorkspace, defineService, freePorts, waitUntilReady, type Workspace } from '../../test/integration/harness/processes.ts';
import { imageStart } from '../serving/image-start.ts';
import { frame, rawRequest } from '../serving/questions.ts';
import { closedLoop } from '../serving/wrk.ts';
import { median } from '../shared/median.ts';
import { linear, requestRows } from './model.ts';

const [serverCore, loadCore] = [0, 1];
const turnSeconds = 2;
const rounds = 15;
const connections = 8;
const readyMs = 30_000;

export interface ThroughputResult {
  readonly rows: number;
  /** Medians over the turns. */
  readonly requestsPerSecond: readonly [plain: number, counting: number];
  /** Median over neighbouring turns of what counting takes of the throughput, in percent; below 0 is noise. */
  readonly lostPercent: number;
}

interface Running {
  readonly origin: string;
  stop(): Promise<void>;
}

/** Two processes on one core, one of which has no baseline to count by, are asked in turns: the other one rests. */
export async function measureThroughput(rowCounts: readonly number[]): Promise<readonly ThroughputResult[]> {
  const workspace = createWorkspace();
  const plain = await launch(workspace, 'plain', false);
  const counting = await launch(workspace, 'counting', true);
  try {
    const results: ThroughputResult[] = [];
    for (const rows of rowCounts) results.push(await measureRows(workspace, rows, plain, counting));
    return results;
  } finally {
    await Promise.all([plain.stop(), counting.stop()]);
    workspace.remove();
  }
}

async function measureRows({ directory }: Workspace, rows: number, plain: Running, counting: Running): Promise<ThroughputResult> {
  const turn = async ({ origin }: Running): Promise<number> => {
    const requestsPath = join(directory, `requests-${rows}`);
    const asked = { path: '/predict', headers: { 'content-type': 'application/json' }, body: Buffer.from(JSON.stringify({ rows: requestRows(rows) })) };
    writeFileSync(requestsPath, frame([rawRequest(asked, new URL(origin).host)]));
    const { requestsPerSecond, failed } = await closedLoop({ core: loadCore, origin, requestsPath, connections, seconds: turnSeconds });
    if (failed > 0) throw new Error(`${failed} requests failed`);
    return requestsPerSecond;
  };
  // What is compiled and allocated at first is not what is compared.
  for (const server of [plain, counting]) await turn(server);
  const pairs: (readonly [plain: number, counting: number])[] = [];
  for (let round = 0; round < rounds; round++) {
    // Which one is first changes: a machine that grows slower would else speak for one of them.
    if (round % 2 === 0) pairs.push([await turn(plain), await turn(counting)]);
    else {
      const second = await turn(counting);
      pairs.push([await turn(plain), second]);
    }
  }
  return {
    rows,
    requestsPerSecond: [median(pairs.map(([one]) => one)), median(pairs.map(([, other]) => other))],
    lostPercent: median(pairs.map(([one, other]) => (1 - other / one) * 100)),
  };
}

/** The server as its image starts it. */
async function launch(workspace: Workspace, name: string, baseline: boolean): Promise<Running> {
  const folder = join(workspace.directory, name);
  mkdirSync(folder);
  const { onnx, manifest } = linear();
  const { baseline: _, ...without } = manifest;
  const artifact = (file: string, bytes: Buffer): object => {
    writeFileSync(join(folder, file), bytes);
    return { uri: `file://${join(folder, file)}`, sha256: sha256(bytes) };
  };
  const model = { name: 'linear', version: '1', revision: '1', artifact: artifact('model.onnx', onnx), manifest: artifact('manifest.json', Buffer.from(JSON.stringify(baseline ? manifest : without))) };
  const [port = 0, metricsPort = 0] = await freePorts(2);
  const { flags, environment } = imageStart(readFileSync(repositoryPath('images', 'model-server', 'Dockerfile'), 'utf8'));
  const settings = {
    ...environment, HOME: folder, NODE_COMPILE_CACHE: join(folder, 'compiled'), TRAINYARD_MODELS: JSON.stringify([model]),
    PORT: String(port), METRICS_PORT: String(metricsPort), DRAIN_SECONDS: '0', TERMINATION_LOG: join(folder, 'ended'),
  };
  const command = ['taskset', '-c', String(serverCore), process.execPath, ...flags, repositoryPath('model-server', 'main.ts')];
  const service = defineService(workspace, name, 'env', [...Object.entries(settings).map(([key, value]) => `${key}=${value}`), ...command]);
  service.start();
  const origin = `http://127.0.0.1:${port}`;
  await waitUntilReady(service, name, async () => {
    const { status } = await fetch(`${origin}/v2/health/ready`);
    if (status !== 200) throw new Error(`/v2/health/ready answers ${status}`);
  }, readyMs);
  return { origin, stop: () => service.stop() };
}
