// The section about training in docs/reference/benchmarks.md.
import { table } from './markdown.ts';

/** As bench/training/measure.py writes it. */
export interface TrainingResult {
  readonly measuredAt: string;
  readonly machine: { readonly cores: number; readonly loadBefore: number };
  readonly repetitions: number;
  readonly large: { readonly rows: number; readonly columns: number; readonly checkedMiB: number; readonly seconds: number; readonly peakMiB: number };
  readonly overhead: readonly Overhead[];
  /** 0 workers: one process without a gang. */
  readonly scaling: readonly { readonly workers: number; readonly seconds: number; readonly fitSeconds: number }[];
}

interface Overhead {
  readonly table: string;
  readonly trees: number;
  readonly scriptSeconds: number;
  readonly trainerSeconds: number;
  readonly limitSeconds: number;
}

const memoryLimitMiB = 2_048;

export function training({ measuredAt, machine, repetitions, large, overhead, scaling }: TrainingResult): string {
  const alone = scaling.find(({ workers }) => workers === 0)?.fitSeconds;
  const yes = (held: boolean): string => (held ? 'yes' : '**no**');
  const seconds = (value: number): string => `${value.toFixed(1)} s`;
  const beside = overhead.map((one) => [`${one.table}, ${one.trees} trees`, seconds(one.scriptSeconds), seconds(one.trainerSeconds), seconds(one.limitSeconds), yes(one.trainerSeconds <= one.limitSeconds)]);
  const gangs = scaling.map((one) => [one.workers === 0 ? 'one process, one core' : `${one.workers} worker${one.workers === 1 ? '' : 's'}, a core each`, seconds(one.seconds), seconds(one.fitSeconds), alone === undefined ? '' : (alone / one.fitSeconds).toFixed(2)]);
  return `${table(['Five folds, fit, export', 'By hand', 'Trainyard', 'Limit: a tenth and 3 s more', 'Holds'], beside)}
${table(['100,000 rows, 300 trees', 'Whole run', 'Folds and fit', 'Times as fast'], gangs)}
${large.rows.toLocaleString('en')} rows of ${large.columns} columns (Parquet): ${large.checkedMiB} MiB at most for ingest and validation (limit ${memoryLimitMiB}: ${yes(large.checkedMiB <= memoryLimitMiB)}), ${large.peakMiB} MiB and ${large.seconds} s for the whole run.
Medians of ${repetitions} runs in turns (several workers: of ${Math.max(1, Math.floor(repetitions / 2))}), whole processes with their imports, ${measuredAt.slice(0, 10)}: ${machine.cores} cores, load ${machine.loadBefore} before. Workers beyond the number of cores share one.
`;
}
