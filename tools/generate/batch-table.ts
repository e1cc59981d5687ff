// The section about batch predictions in docs/reference/benchmarks.md.
import { table } from './markdown.ts';

/** As bench/batch/main.ts writes it. */
export interface BatchResult {
  readonly measuredAt: string;
  readonly machine: { readonly cores: number; readonly cpu: string; readonly node: string; readonly loadBefore: number };
  readonly runs: readonly { readonly input: string; readonly rows: number; readonly seconds: number; readonly rowsPerSecond: number; readonly rowsPerCpuSecond: number; readonly peakMiB: number }[];
}

const floor = 10_000 / 60;

export function batch({ measuredAt, machine, runs }: BatchResult): string {
  const rows = runs.map((run) => [run.input.endsWith('.csv') ? 'CSV' : 'Parquet', run.rows.toLocaleString('en'), `${run.seconds.toFixed(1)} s`, run.rowsPerSecond.toLocaleString('en'), `${Math.round(run.rowsPerSecond / floor)} ×`, `${run.peakMiB} MiB`]);
  return `${table(['Input', 'Rows', 'Whole Job', 'Rows a second', 'The floor of 10,000 a minute', 'Most memory'], rows)}
A forest of 100 trees on 30 columns, one core, from start to the manifest, local files, ${measuredAt.slice(0, 10)}: ${machine.cores} cores (${machine.cpu}), Node ${machine.node}, load ${machine.loadBefore} before.
`;
}
