// The section about the drift counters in docs/reference/benchmarks.md.
import type { DriftResult } from '../../bench/drift/main.ts';
import { table } from './markdown.ts';

const limitPercent = 3;

export function drift({ measuredAt, machine, alone, served }: DriftResult): string {
  const rows = served.map(({ rows: count, cpuMicros: [plain, counting], addedPercent, sampled }) => [
    String(count),
    `${alone.find((one) => one.rows === count)?.nsPerRow.toFixed(0) ?? '–'} ns`,
    `${plain.toFixed(1)} µs`,
    `${counting.toFixed(1)} µs`,
    `${addedPercent.toFixed(1)} %`,
    `${(sampled * 100).toFixed(0)} %`,
    addedPercent <= limitPercent ? 'yes' : '**no**',
  ]);
  return `${table(['Rows a request', 'Counting alone, a row', 'CPU of a request without', 'With', 'Added', 'Rows counted', `At most ${limitPercent} %`], rows)}
Medians of turns of 20 ms that alternate in one process, 30 features, no sockets, ${measuredAt.slice(0, 10)}: ${machine.cores} cores (${machine.cpu}), load ${machine.loadBefore} before.
`;
}
