// What the drift counters cost at 30 features: nanoseconds a row by themselves, of the CPU of a request, of the throughput
// of a server. The result goes to bench/results/drift.json.
import { writeFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { rounded } from '../shared/median.ts';
import { measureCore, type CoreResult } from './core.ts';
import { requireWrk } from '../serving/wrk.ts';
import { measureServed, type ServedResult } from './served.ts';
import { measureThroughput, type ThroughputResult } from './throughput.ts';

export interface DriftResult {
  readonly measuredAt: string;
  readonly machine: { readonly cores: number; readonly cpu: string; readonly node: string; readonly loadBefore: number };
  readonly alone: readonly CoreResult[];
  readonly served: readonly ServedResult[];
  readonly throughput: readonly ThroughputResult[];
}

await requireWrk();
const rowCounts = [1, 8, 64];
const machine = { cores: cpus().length, cpu: cpus()[0]?.model ?? '', node: process.version, loadBefore: rounded(loadavg()[0] ?? 0, 2) };
const alone = [...rowCounts, 1000].map(measureCore);
for (const { rows, nsPerRow } of alone) console.log(`counting alone, ${rows} rows a request: ${rounded(nsPerRow, 0)} ns a row`);
const served = await measureServed(rowCounts);
for (const { rows, cpuMicros, addedPercent, rowsPerSecond, sampled } of served) {
  const [without, withCounters] = cpuMicros.map((value) => rounded(value, 1));
  console.log(
    `served, ${rows} rows a request: ${without} µs of CPU a request without counters, ${withCounters} with; counting adds ${rounded(addedPercent, 1)} % ` +
      `(${rounded(rowsPerSecond, 0)} rows a second of which ${rounded(sampled * 100, 1)} % counted)`,
  );
}
const throughput = await measureThroughput(rowCounts);
for (const { rows, requestsPerSecond: [without, withCounters], lostPercent } of throughput) {
  console.log(`throughput, ${rows} rows a request: ${rounded(without, 0)} requests a second without counters, ${rounded(withCounters, 0)} with; counting takes ${rounded(lostPercent, 1)} %`);
}
const result: DriftResult = { measuredAt: new Date().toISOString(), machine, alone, served, throughput };
writeFileSync(new URL('../results/drift.json', import.meta.url), `${JSON.stringify(result, null, 1)}\n`);
