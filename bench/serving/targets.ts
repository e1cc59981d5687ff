// What our server promises (design of serving), and whether a result keeps it.
import { rounded } from '../shared/median.ts';
import type { Loop } from './cells.ts';
import type { ModelName } from './models.ts';
import type { Run, ServingResult } from './result.ts';
import { servers } from './servers.ts';

export interface Target {
  readonly text: string;
  readonly measured: string;
  /** undefined: what it takes was not measured. */
  readonly held: boolean | undefined;
}

export function findRun({ runs }: Pick<ServingResult, 'runs'>, server: string, model: ModelName, rows: number, loop: Loop): Run | undefined {
  return runs.find((run) => run.server === server && run.model === model && run.rows === rows && run.loop === loop);
}

const ours = 'trainyard';
const peers = servers.flatMap(({ name, peer }) => (peer === undefined ? [] : [{ name, peer }]));

export function targetsOf(result: ServingResult): Target[] {
  const closed = (server: string, model: ModelName, rows: number): Run | undefined => findRun(result, server, model, rows, 'closed');
  /** Ours over the fastest of some peers. */
  const faster = (text: string, server: string, model: ModelName, rows: number, factor: number, among: (peer: string, name: string) => boolean): Target => {
    const us = closed(server, model, rows);
    const best = peers.filter(({ peer, name }) => among(peer, name)).flatMap(({ name }) => closed(name, model, rows) ?? []).sort((a, b) => b.requestsPerSecond - a.requestsPerSecond)[0];
    if (us === undefined || best === undefined) return { text, measured: 'not measured', held: undefined };
    const ratio = us.requestsPerSecond / best.requestsPerSecond;
    return { text, measured: `${rounded(ratio, 2)} (${us.requestsPerSecond} and ${best.server} ${best.requestsPerSecond} requests/s)`, held: ratio >= factor };
  };
  const atMost = (text: string, limit: number | undefined, value: number | null | undefined, unit: string): Target =>
    value == null || limit === undefined ? { text, measured: 'not measured', held: undefined } : { text, measured: `${value} ${unit}${text.includes('KServe') ? `, KServe ${limit} ${unit}` : ''}`, held: value <= limit };
  const memory = (server: string): number | undefined => {
    const measured = result.runs.filter((run) => run.server === server && run.model === 'forest').map(({ rssMb }) => rssMb);
    return measured.length === 0 ? undefined : Math.max(...measured);
  };
  const named = (...names: readonly string[]) => (peer: string): boolean => names.includes(peer);
  const forest = closed(ours, 'forest', 1);
  return [
    faster('forest, 1 row: 4 times FastAPI', ours, 'forest', 1, 4, named('fastapi')),
    faster('forest, 1 row: 8 times MLServer and KServe', ours, 'forest', 1, 8, named('mlserver', 'kserve')),
    faster('forest, 1 row: 15 times LitServe and BentoML', ours, 'forest', 1, 15, named('litserve', 'bentoml')),
    atMost('forest, 1 row: p99 at most 5 ms', 5, forest?.p99Ms, 'ms'),
    faster('forest, 64 rows, JSON: 2.5 times the best peer', ours, 'forest', 64, 2.5, () => true),
    faster('forest, 64 rows, binary tensors: 5 times the best peer', 'trainyard-binary', 'forest', 64, 5, () => true),
    faster('MLP, 1 row: 1.25 times MLServer with batching', ours, 'mlp', 1, 1.25, (_peer, name) => name === 'mlserver-batch'),
    atMost('MLP, 1 row: p99 at most 60 ms', 60, closed(ours, 'mlp', 1)?.p99Ms, 'ms'),
    atMost('forest, 1 row: a request costs at most 40 µs beyond the bare call', 40, forest?.overheadMicros, 'µs'),
    atMost('forest: resident memory under load at most that of KServe', memory('kserve'), memory(ours), 'MB'),
    atMost('forest: start to the first answer at most 0.7 s', 0.7, forest?.startToReadySeconds, 's'),
    rowsAMinute(closed(ours, 'forest', 64)),
  ];
}

/** A floor that anybody's needs lie below; the figure is what counts. */
function rowsAMinute(run: Run | undefined): Target {
  const text = '10,000 rows a minute, forest in requests of 64 rows, JSON, one core';
  if (run === undefined) return { text, measured: 'not measured', held: undefined };
  const rows = Math.round(run.requestsPerSecond * run.rows * 60);
  return { text, measured: `${rows.toLocaleString('en')} rows a minute`, held: rows >= 10_000 };
}
