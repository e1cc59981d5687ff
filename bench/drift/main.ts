// What the drift counters cost at 30 features: nanoseconds a row by themselves, and of the CPU of a request.
import { rounded } from '../shared/median.ts';
import { measureCore } from './core.ts';
import { measureServed } from './served.ts';

for (const { rows, nsPerRow } of [1, 8, 64, 1000].map(measureCore)) console.log(`counting alone, ${rows} rows a request: ${rounded(nsPerRow, 0)} ns a row`);
for (const { rows, cpuMicros, addedPercent, rowsPerSecond, sampled } of await measureServed([1, 8, 64])) {
  const [without, withCounters] = cpuMicros.map((value) => rounded(value, 1));
  console.log(
    `served, ${rows} rows a request: ${without} µs of CPU a request without counters, ${withCounters} with; counting adds ${rounded(addedPercent, 1)} % ` +
      `(${rounded(rowsPerSecond, 0)} rows a second of which ${rounded(sampled * 100, 1)} % counted)`,
  );
}
