// The section about experiments in docs/reference/benchmarks.md.
import { limits, type ExperimentResult, type Figures } from '../../bench/experiment/result.ts';
import { limitCells } from './limit-cells.ts';
import { table } from './markdown.ts';

const rows: readonly (readonly [name: keyof Figures, text: string, unit: string])[] = [
  ['wallMsATrial', 'From the first Job to the verdict, by the number of trials', 'ms'],
  ['betweenP50Ms', "From the end of a trial's pod to the Job of the trial that takes its place, median", 'ms'],
  ['betweenP99Ms', 'The same, p99', 'ms'],
  ['cpuMsATrial', 'Processor time of the operator, by trial', 'ms'],
  ['statusKb', 'Largest status of the Experiment', 'kB'],
];

export function experiment({ measuredAt, machine, trials, parallelism, figures, runs }: ExperimentResult): string {
  const lines = rows.map(([name, text, unit]) => [text, ...limitCells(figures[name], name in limits ? limits[name as keyof typeof limits] : undefined, unit)]);
  return `${table(['', 'Measured', 'Limit', 'Holds'], lines)}
${trials} trials, ${parallelism} at a time, of trainers that take no time; medians of ${runs.length} runs, ${measuredAt.slice(0, 10)}: ${machine.cores} cores (${machine.cpu}), Node ${machine.node}, load ${machine.loadBefore} before.
`;
}
