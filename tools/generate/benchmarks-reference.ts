// docs/reference/benchmarks.md: what stands between two markers is made from a result of a benchmark, the rest is written
// by hand. A new benchmark is a row in `sections` and a pair of markers in the page.
import { batch } from './batch-table.ts';
import { drift } from './drift-table.ts';
import { experiment } from './experiment-table.ts';
import { table } from './markdown.ts';
import { rollback } from './rollback-table.ts';
import { serving } from './serving-table.ts';
import { training } from './training-table.ts';
import { trials } from './trials-table.ts';

interface Section {
  readonly name: string;
  /** Below bench/results/. */
  readonly file: string;
  readonly render: (result: never) => string;
}

const sections: readonly Section[] = [
  { name: 'operator', file: 'operator.json', render: operator },
  { name: 'rollback', file: 'rollback.json', render: rollback },
  { name: 'serving', file: 'serving.json', render: serving },
  { name: 'batch', file: 'batch.json', render: batch },
  { name: 'drift', file: 'drift.json', render: drift },
  { name: 'training', file: 'training.json', render: training },
  { name: 'experiment', file: 'experiment.json', render: experiment },
  { name: 'trials', file: 'trials.json', render: trials },
  { name: 'soak', file: 'soak.json', render: soak },
];

/** `read` gives a result, or undefined where the benchmark never ran: its section then stays as it is. */
export function benchmarksReference(page: string, read: (file: string) => string | undefined): string {
  return sections.reduce((text, { name, file, render }) => {
    const result = read(file);
    return result === undefined ? text : splice(text, name, render(JSON.parse(result) as never));
  }, page);
}

function splice(page: string, name: string, made: string): string {
  const [begin, end] = [`<!-- ${name}: generated from bench/results -->\n`, `<!-- /${name} -->\n`];
  const [from, to] = [page.indexOf(begin), page.indexOf(end)];
  if (from < 0 || to < from) throw new Error(`docs/reference/benchmarks.md has no markers for "${name}"`);
  return page.slice(0, from + begin.length) + made + page.slice(to);
}

interface OperatorResult {
  readonly measuredAt: string;
  readonly machine: { readonly cores: number; readonly cpu: string; readonly node: string; readonly go: string; readonly loadBefore: number };
  readonly scale: { readonly versions: number; readonly deployments: number; readonly changes: number; readonly repetitions: number };
  readonly limits: Figures;
  readonly ours: Figures & { readonly firstEverStartToSyncedSeconds: number };
  readonly controllerRuntime: Figures;
}

type Figures = Readonly<Record<string, number>>;

const figures: readonly (readonly [string, string, string])[] = [
  ['startToSyncedSeconds', 'Start of the process until every object was reconciled', 's'],
  ['rssMb', 'Resident memory', 'MB'],
  ['peakRssMb', 'Resident memory, the most there ever was', 'MB'],
  ['idleCpuPercent', 'Processor when nothing happens', '% of a core'],
  ['changeToStatusP50Ms', 'Change until its status, median', 'ms'],
  ['changeToStatusP99Ms', 'Change until its status, p99', 'ms'],
  ['writesPerNeededWrite', 'API writes for each that was needed', ''],
];

function operator(result: OperatorResult): string {
  const { machine, scale } = result;
  const shown = (value: number | undefined, unit: string): string => (value === undefined ? '' : `${value} ${unit}`.trim());
  const rows = figures.map(([name, text, unit]) => [text, shown(result.ours[name], unit), shown(result.controllerRuntime[name], unit), shown(result.limits[name], unit)]);
  return `${table(['', 'Trainyard', 'controller-runtime', 'Limit'], rows)}
Medians of ${scale.repetitions} repetitions, ${result.measuredAt.slice(0, 10)}: ${machine.cores} cores (${machine.cpu}), load ${machine.loadBefore} before, Node ${machine.node}, ${machine.go}.
The very first start, with every status to write and ${scale.versions} models to verify, took Trainyard ${result.ours.firstEverStartToSyncedSeconds} s.
`;
}

interface SoakResult {
  readonly measuredAt: string;
  readonly churnSeconds: number;
  readonly restarts: number;
  readonly created: number;
  readonly changed: number;
  readonly deleted: number;
  readonly orphans: number;
  readonly begin: SoakReading;
  readonly full: SoakReading;
  readonly end: SoakReading;
}

interface SoakReading {
  readonly openFiles: number;
  readonly heapMb: number;
  readonly queueDepth: number;
  readonly cachedObjects: Readonly<Record<string, number>>;
}

function soak(result: SoakResult): string {
  const cached = ({ cachedObjects }: SoakReading): number => Object.values(cachedObjects).reduce((all, count) => all + count, 0);
  const row = (text: string, value: (reading: SoakReading) => string | number): string[] => [text, ...[result.begin, result.full, result.end].map((reading) => String(value(reading)))];
  return `${table(['', 'Empty', 'Before the deletion', 'Empty again'], [
    row('Open files', ({ openFiles }) => openFiles),
    row('Heap after a collection (MB)', ({ heapMb }) => heapMb.toFixed(1)),
    row('Keys in queues', ({ queueDepth }) => queueDepth),
    row('Objects in the cache', cached),
    ['Orphans', '', '', String(result.orphans)],
  ])}
${result.churnSeconds} s, ${result.measuredAt.slice(0, 10)}: ${result.created} objects created, ${result.changed} changed, ${result.deleted} deleted one by one and the rest at the end; the API server ended ${result.restarts} times meanwhile.
`;
}
