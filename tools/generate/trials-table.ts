// The section about whole trials in docs/reference/benchmarks.md.
import { limits, type Figures, type TrialsResult } from '../../bench/trials/result.ts';
import { limitCells } from './limit-cells.ts';
import { table } from './markdown.ts';

const rows = (alone: number, together: number): readonly (readonly [name: keyof Figures, text: string])[] => [
  ['aloneMedian', 'From a TrainingRun to the first work of its trainer, alone: median'],
  ['aloneMost', `The same, the longest of ${alone}`],
  ['togetherMedian', 'Of a trial of an Experiment, two at a time: median'],
  ['togetherMost', `The same, the longest of ${together}`],
  ['tumour', '`experiment-to-canary/2-experiment.yaml`, from apply to verdict'],
  ['oneProcess', 'The fits of its trials in one process (`bench/trials/optuna_loop.py`)'],
  ['digits', '`digits/experiment.yaml`, from apply to verdict'],
];

export function trials({ measuredAt, machine, trials: each, alone, figures, runs }: TrialsResult): string {
  const lines = rows(alone, 2 * each).map(([name, text]) => [text, ...limitCells(figures[name], name in limits ? limits[name as keyof typeof limits] : undefined, 's')]);
  return `${table(['', 'Measured', 'Limit', 'Holds'], lines)}
${each} trials an experiment, two at a time; the one process took a ${Math.round(figures.tumour / figures.oneProcess)}th of the time. Medians of ${runs.length} runs, ${measuredAt.slice(0, 10)}: ${machine.cores} cores (${machine.cpu}), load ${machine.loadBefore} before.
`;
}
