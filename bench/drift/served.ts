import type { LoadedModel, Model } from '../../model-server/model/model.ts';
import { serve, type TestServer } from '../../model-server/test/serve.ts';
import { median } from '../shared/median.ts';
import { linear, requestRows } from './model.ts';

/** Short turns that alternate, many times: what else the machine does meets both alike. */
const turnMillis = 20;
const pairs = 400;

export interface ServedResult {
  readonly rows: number;
  /** Microseconds of CPU a request, without and with counters: medians over the turns. */
  readonly cpuMicros: readonly [plain: number, counting: number];
  /** Median over pairs of neighbouring turns of what counting adds to the CPU of a request, in percent. */
  readonly addedPercent: number;
  readonly rowsPerSecond: number;
  /** Share of the rows that were counted. */
  readonly sampled: number;
}

/**
 * The whole server but its sockets, saturated by one caller: one model, whose counters are taken away and given back in
 * turns; two models would differ in more than that. CPU and not wall time, so that a busy machine counts less.
 */
export async function measureServed(rowCounts: readonly number[]): Promise<readonly ServedResult[]> {
  const server = await serve({ linear: linear() });
  const results: ServedResult[] = [];
  for (const rows of rowCounts) results.push(await measureRows(server, rows));
  await server.app.close();
  return results;
}

async function measureRows(server: TestServer, rows: number): Promise<ServedResult> {
  const payload = JSON.stringify({ rows: requestRows(rows) });
  const model = server.models.first;
  if (model.state.phase !== 'ready') throw new Error('the model of the benchmark is not loaded');
  const { loaded } = model.state;
  const { features, ...others } = loaded;
  if (features === undefined) throw new Error('the model of the benchmark counts nothing');
  const plainly = (): Promise<number> => turn(server, model, others, payload);
  const countingly = (): Promise<number> => turn(server, model, loaded, payload);
  for (let i = 0; i < 20; i++) {
    await plainly();
    await countingly();
  }
  const before = features.rows();
  const began = performance.now();
  const plain: number[] = [];
  const counting: number[] = [];
  for (let i = 0; i < pairs; i++) {
    // Which one is first changes, for the second one may pay for the garbage of both.
    if (i % 2 === 0) plain.push(await plainly());
    counting.push(await countingly());
    if (i % 2 === 1) plain.push(await plainly());
  }
  model.state = { phase: 'ready', loaded };
  const after = features.rows();
  const seen = after.seen - before.seen;
  return {
    rows,
    cpuMicros: [median(plain), median(counting)],
    addedPercent: median(counting.map((micros, i) => (micros / (plain[i] ?? NaN) - 1) * 100)),
    rowsPerSecond: (seen * 1_000) / (performance.now() - began),
    sampled: (after.counted - before.counted) / seen,
  };
}

/** Microseconds of CPU a request. */
async function turn({ app }: TestServer, model: Model, loaded: LoadedModel, payload: string): Promise<number> {
  model.state = { phase: 'ready', loaded };
  const began = performance.now();
  const before = process.cpuUsage();
  let answers = 0;
  while (performance.now() - began < turnMillis) {
    const { statusCode, body } = await app.inject({ method: 'POST', url: '/predict', payload });
    if (statusCode !== 200) throw new Error(`/predict answered ${statusCode}: ${body}`);
    answers++;
  }
  const { user, system } = process.cpuUsage(before);
  return (user + system) / answers;
}
