// The section about the drift counters in docs/reference/benchmarks.md.
import type { DriftResult } from '../../bench/drift/main.ts';
import { table } from './markdown.ts';

const limitPercent = 3;

export function drift({ measuredAt, machine, alone, served, throughput }: DriftResult): string {
  const rows = throughput.map(({ rows: count, requestsPerSecond: [plain, counting], lostPercent }) => {
    const inProcess = served.find((one) => one.rows === count);
    return [
      String(count),
      plain.toFixed(0),
      counting.toFixed(0),
      `${lostPercent.toFixed(1)} %`,
      lostPercent <= limitPercent ? 'yes' : '**no**',
      `${alone.find((one) => one.rows === count)?.nsPerRow.toFixed(0) ?? '–'} ns`,
      inProcess === undefined ? '–' : `${inProcess.addedPercent.toFixed(1)} % of ${inProcess.cpuMicros[0].toFixed(0)} µs`,
      inProcess === undefined ? '–' : `${(inProcess.sampled * 100).toFixed(0)} %`,
    ];
  });
  return `${table(['Rows a request', 'Requests a second without', 'With', 'Lost', `At most ${limitPercent} %`, 'Counting alone, a row', 'Added to the CPU of a request without sockets', 'Of these rows counted'], rows)}
30 features. Throughput: two servers on one core, asked by wrk in turns of 2 s; without sockets: turns of 20 ms that alternate in one process; medians, ${measuredAt.slice(0, 10)}: ${machine.cores} cores (${machine.cpu}), load ${machine.loadBefore} before.
`;
}
