import { describe, expect, it } from 'vitest';
import type { TrainingResult } from './training-table.ts';
import { training } from './training-table.ts';

const result: TrainingResult = {
  measuredAt: '2026-01-02T03:04:05+00:00',
  machine: { cores: 2, loadBefore: 0.1 },
  repetitions: 5,
  large: { rows: 1_000_000, columns: 50, checkedMiB: 1_100, seconds: 80.5, peakMiB: 2_900 },
  overhead: [
    { table: 'small', trees: 100, scriptSeconds: 4, trainerSeconds: 7.04, limitSeconds: 7.4 },
    { table: 'large', trees: 300, scriptSeconds: 10, trainerSeconds: 14.2, limitSeconds: 14 },
  ],
  scaling: [
    { workers: 0, seconds: 30, fitSeconds: 20 },
    { workers: 2, seconds: 20, fitSeconds: 8 },
  ],
};

describe('the tables of training', () => {
  it('show both sides, the limit, and whether it holds', () => {
    const page = training(result);
    expect(page).toContain('| small, 100 trees | 4.0 s | 7.0 s | 7.4 s | yes |');
    expect(page).toContain('| large, 300 trees | 10.0 s | 14.2 s | 14.0 s | **no** |');
  });
  it('show how much faster several workers are than one process', () => {
    const page = training(result);
    expect(page).toContain('| one process, one core | 30.0 s | 20.0 s | 1.00 |');
    expect(page).toContain('| 2 workers, a core each | 20.0 s | 8.0 s | 2.50 |');
  });
  it('tell the memory beside its limit', () => {
    expect(training(result)).toContain('1,000,000 rows of 50 columns (Parquet): 1100 MiB at most for ingest and validation (limit 2048: yes), 2900 MiB and 80.5 s for the whole run.');
    expect(training({ ...result, large: { ...result.large, checkedMiB: 2_100 } })).toContain('(limit 2048: **no**)');
  });
});
