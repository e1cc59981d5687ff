import { describe, expect, it } from 'vitest';
import type { Run, ServingResult } from '../../bench/serving/result.ts';
import { serving } from './serving-table.ts';

function run(server: string, more: Partial<Run>): Run {
  return {
    server, model: 'forest', rows: 1, loop: 'closed', repetitions: 3, offeredPerSecond: null, requestsPerSecond: 1_000, requestsPerSecondRange: [900, 1_100],
    p50Ms: 1.5, p99Ms: 4.25, p99MsRange: [4, 5], p999Ms: 9, rssMb: 150, pssMb: 140, startToReadySeconds: 0.5, failed: 0, answers: 3_000,
    serverCpuPercent: 97, serverCorePercent: 100, generatorCorePercent: 20, generatorLateP99Ms: null, largestDifference: 0, overheadMicros: 40, ...more,
  };
}

const result: ServingResult = {
  measuredAt: '2026-01-02T03:04:05Z', short: false, secondsPerRun: 3, repetitions: 3, connections: 32, seed: 1,
  machine: { cores: 2, cpu: 'some', memoryGb: 8, node: 'v24', loadBefore: 0.1 },
  versions: { trainyard: '0.1.0', fastapi: '0.165.0' },
  generator: { closedRequestsPerSecond: 50_000, busy: { micros: 50, requestsPerSecond: 18_500, p99Ms: 2.5 }, open: [{ offeredPerSecond: 15_000, requestsPerSecond: 15_000, p99Ms: 0.3 }] },
  bareLoop: [{ model: 'forest', rows: 1, microsPerCall: 12.9, range: [12, 14] }],
  installs: [{ server: 'trainyard', imageMb: 266, environmentMb: null }, { server: 'fastapi', imageMb: null, environmentMb: 210 }],
  runs: [
    run('fastapi', { requestsPerSecond: 5_000, overheadMicros: 187 }),
    run('trainyard', { requestsPerSecond: 20_000, overheadMicros: 37.1 }),
    run('trainyard', { loop: 'open-80', offeredPerSecond: 16_000, p99Ms: 3, p999Ms: null, generatorLateP99Ms: 0.07 }),
    run('trainyard', { model: 'mlp', requestsPerSecond: 900, rssMb: 420, p99Ms: 61 }),
    run('mlserver-batch', { model: 'mlp', requestsPerSecond: 750 }),
  ],
  notMeasured: ['something'], failures: [],
};

describe('the tables of the model server', () => {
  const page = serving(result);
  it('show each rate, and ours as a multiple of each peer', () => {
    expect(page).toContain('| `trainyard` | 20,000 | 900 |');
    expect(page).toContain('| `fastapi` | 5,000 (4.0 ×) |  |');
    expect(page).toContain('| `mlserver-batch` |  | 750 (1.2 ×) |');
  });
  it('show latencies, and a dash where too few answers came', () => {
    expect(page).toContain('| `fastapi` | 1.50, 4.25 |');
    expect(page).toContain('| `trainyard` | 1.50, 3.00, – |');
  });
  it('show what a server takes', () => {
    expect(page).toContain('| `trainyard` | 0.50 s | 150 MB | 420 MB | image 266 MB | 37 µs |');
    expect(page).toContain('| `fastapi` | 0.50 s | 150 MB |  | packages 210 MB | 187 µs |');
  });
  it('tell of each target whether it holds', () => {
    expect(page).toContain('| forest, 1 row: 4 times FastAPI | 4 (20000 and fastapi 5000 requests/s) | yes |');
    expect(page).toContain('| MLP, 1 row: 1.25 times MLServer with batching | 1.2 (900 and mlserver-batch 750 requests/s) | **no** |');
    expect(page).toContain('| MLP, 1 row: p99 at most 60 ms | 61 ms | **no** |');
    expect(page).toContain('| forest, 64 rows, binary tensors: 5 times the best peer | not measured | not measured |');
  });
  it('tell how it was measured', () => {
    expect(page).toContain('Medians of 3 repetitions of 3 s, 32 connections, 2026-01-02: 2 cores (some), 8 GB, load 0.1 before, Node v24. trainyard 0.1.0; fastapi 0.165.0.');
    expect(page).toContain('15,000 answers, of which 0 failed');
    expect(page).toContain('it was late by 0.07 ms at most (p99)');
    expect(page).toContain('busy for 50 µs a request gave 18,500 answers/s with p99 2.50 ms');
    expect(page).toContain('In the closed loops each server had 97 % of its core or more');
    expect(page).toContain('Not measured: something.');
  });
  it('warn of a short run', () => {
    expect(page).not.toContain('short run');
    expect(serving({ ...result, short: true })).toContain('**Of a short run');
  });
});
