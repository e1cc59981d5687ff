// The section about the model server in docs/reference/benchmarks.md.
import type { Loop } from '../../bench/serving/cells.ts';
import type { ModelName } from '../../bench/serving/models.ts';
import type { Run, ServingResult } from '../../bench/serving/result.ts';
import { serverOf } from '../../bench/serving/servers.ts';
import { findRun, targetsOf } from '../../bench/serving/targets.ts';
import { table } from './markdown.ts';

interface Column {
  readonly model: ModelName;
  readonly rows: number;
}

const ours = 'trainyard';

/** Throughput with ours as a multiple of each peer, latency in both loops, memory and start, and what of the targets holds. */
export function serving(result: ServingResult): string {
  const names = [...new Set(result.runs.map(({ server }) => server))].sort((a, b) => Number(isPeer(a)) - Number(isPeer(b)));
  const columns = columnsOf(result.runs, 'closed');
  const head = (shown: readonly Column[]): string[] => shown.map(({ model, rows }) => `${model === 'mlp' ? 'MLP' : model}, ${rows} ${rows === 1 ? 'row' : 'rows'}`);
  const rowsOf = (shown: readonly Column[], loop: Loop, cell: (run: Run, mine: Run | undefined) => string): string[][] =>
    names.map((name) => [`\`${name}\``, ...shown.map(({ model, rows }) => {
      const run = findRun(result, name, model, rows, loop);
      return run === undefined ? '' : cell(run, isPeer(name) ? findRun(result, ours, model, rows, loop) : undefined);
    })]);
  const open = columnsOf(result.runs, 'open-80');
  return `${result.short ? '**Of a short run: it shows that everything works, and the figures mean nothing.**\n\n' : ''}${table(['Requests/s, and ours as a multiple', ...head(columns)], rowsOf(columns, 'closed', throughput))}
${table(['Closed loop: p50, p99 (ms)', ...head(columns)], rowsOf(columns, 'closed', ({ p50Ms, p99Ms }) => `${shown(p50Ms)}, ${shown(p99Ms)}`))}
${table(['Open loop at 80 % of that rate: p50, p99, p99.9 (ms)', ...head(open)], rowsOf(open, 'open-80', ({ p50Ms, p99Ms, p999Ms }) => `${shown(p50Ms)}, ${shown(p99Ms)}, ${shown(p999Ms)}`))}
${table(['', 'Start to first answer', 'Memory, forest', 'Memory, MLP', 'On disk', 'A request beyond the bare call'], names.map((name) => resources(result, name)))}
${servers(names)}
${bareLoop(result)}
${table(['Target', 'Measured', 'Holds'], targetsOf(result).map(({ text, measured, held }) => [text, measured, held === undefined ? 'not measured' : held ? 'yes' : '**no**']))}
${how(result)}`;
}

function isPeer(name: string): boolean {
  return serverOf(name).peer !== undefined;
}

function columnsOf(runs: readonly Run[], loop: Loop): Column[] {
  const found = new Map(runs.filter((run) => run.loop === loop).map(({ model, rows }) => [`${model} ${rows}`, { model, rows }]));
  return [...found.values()].sort((a, b) => a.model.localeCompare(b.model) || a.rows - b.rows);
}

function throughput({ requestsPerSecond }: Run, mine: Run | undefined): string {
  const rate = shown(requestsPerSecond);
  return mine === undefined ? rate : `${rate} (${(mine.requestsPerSecond / requestsPerSecond).toFixed(1)} ×)`;
}

function resources(result: ServingResult, name: string): string[] {
  const first = result.runs.find(({ server, model, rows, loop }) => server === name && model === 'forest' && rows === 1 && loop === 'closed');
  const memory = (model: ModelName): string => {
    const measured = result.runs.filter((run) => run.server === name && run.model === model);
    return measured.length === 0 ? '' : `${Math.max(...measured.map(({ rssMb }) => rssMb))} MB`;
  };
  const install = result.installs.find(({ server }) => server === name);
  const disk = install?.imageMb != null ? `image ${install.imageMb} MB` : install?.environmentMb != null ? `packages ${install.environmentMb} MB` : '';
  return [`\`${name}\``, first === undefined ? '' : `${first.startToReadySeconds.toFixed(2)} s`, memory('forest'), memory('mlp'), disk, first?.overheadMicros == null ? '' : `${Math.round(first.overheadMicros)} µs`];
}

function servers(names: readonly string[]): string {
  return `${names.map((name) => `\`${name}\`: ${serverOf(name).text}.`).join(' ')}\n`;
}

function bareLoop({ bareLoop: measured }: ServingResult): string {
  const calls = measured.map(({ model, rows, microsPerCall }) => `${model === 'mlp' ? 'MLP' : model} ${rows} ${rows === 1 ? 'row' : 'rows'} ${shown(microsPerCall)} µs`);
  return `onnxruntime-node without a server, a call: ${calls.join(', ')}.\n`;
}

function how({ measuredAt, repetitions, secondsPerRun, connections, machine, versions, generator, runs, notMeasured, failures }: ServingResult): string {
  const sum = (value: (run: Run) => number): number => runs.reduce((total, run) => total + value(run), 0);
  const late = Math.max(...runs.map(({ generatorLateP99Ms }) => generatorLateP99Ms ?? 0));
  const difference = Math.max(...runs.map(({ largestDifference }) => largestDifference));
  const share = Math.min(...runs.filter(({ loop }) => loop === 'closed').map(({ serverCpuPercent }) => serverCpuPercent));
  const limits = generator.open.map(({ offeredPerSecond, requestsPerSecond, p99Ms }) => `${shown(requestsPerSecond)} of ${offeredPerSecond.toLocaleString('en')} with p99 ${p99Ms} ms`);
  return `Medians of ${repetitions} repetitions of ${secondsPerRun} s, ${connections} connections, ${measuredAt.slice(0, 10)}: ${machine.cores} cores (${machine.cpu}), ${machine.memoryGb} GB, load ${machine.loadBefore} before, Node ${machine.node}. ${Object.entries(versions).map(([name, version]) => `${name} ${version}`).join('; ')}.
${sum(({ answers }) => answers).toLocaleString('en')} answers, of which ${sum(({ failed }) => failed)} failed; the largest difference of a probability from onnxruntime's own was ${difference === 0 ? '0' : difference.toExponential(0)}. In the closed loops each server had ${share} % of its core or more.
Against a server that answers at once, wrk sends ${shown(generator.closedRequestsPerSecond)} requests/s, and the open loop ${limits.join(', ')}; in the runs themselves it was late by ${late} ms at most (p99). A server that only keeps its core busy for ${generator.busy.micros} µs a request gave ${shown(generator.busy.requestsPerSecond)} answers/s with p99 ${shown(generator.busy.p99Ms)} ms: what lies below that is the machine's.
${[...notMeasured.map((text) => `Not measured: ${text}.\n`), ...failures.map((text) => `Failed: ${text}.\n`)].join('')}`;
}

/** Three digits that count, with commas; a dash where too few answers came for the figure. */
function shown(value: number | null): string {
  if (value === null) return '–';
  return value >= 100 ? Math.round(value).toLocaleString('en') : value >= 10 ? value.toFixed(1) : value.toFixed(2);
}
