import { describe, expect, it } from 'vitest';
import { benchmarksReference } from './benchmarks-reference.ts';

const page = `# Benchmarks
<!-- operator: generated from bench/results -->
old
<!-- /operator -->
between
<!-- soak: generated from bench/results -->
<!-- /soak -->
after
`;
const figures = { startToSyncedSeconds: 9.5, rssMb: 300, peakRssMb: 320, idleCpuPercent: 0.7, changeToStatusP50Ms: 11, changeToStatusP99Ms: 40, writesPerNeededWrite: 1 };
const operator = JSON.stringify({
  measuredAt: '2026-01-02T03:04:05Z',
  machine: { cores: 2, cpu: 'some', node: 'v24', go: 'go1.26', loadBefore: 0.1 },
  scale: { versions: 10, deployments: 1, changes: 4, repetitions: 3 },
  limits: { startToSyncedSeconds: 15 },
  ours: { ...figures, firstEverStartToSyncedSeconds: 60 },
  controllerRuntime: { ...figures, rssMb: 120 },
});

describe('the page of benchmarks', () => {
  it('shows both operators and the limit, and keeps what is written by hand', () => {
    const made = benchmarksReference(page, (file) => (file === 'operator.json' ? operator : undefined));
    expect(made).toContain('| Start of the process until every object was reconciled | 9.5 s | 9.5 s | 15 s |');
    expect(made).toContain('| Resident memory | 300 MB | 120 MB |  |');
    expect(made).not.toContain('old');
    expect([made.startsWith('# Benchmarks\n'), made.includes('between\n'), made.endsWith('after\n')]).toEqual([true, true, true]);
  });
  it('says the same when it is made again', () => {
    const once = benchmarksReference(page, (file) => (file === 'operator.json' ? operator : undefined));
    expect(benchmarksReference(once, (file) => (file === 'operator.json' ? operator : undefined))).toBe(once);
  });
  it('leaves a benchmark that never ran as it is', () => expect(benchmarksReference(page, () => undefined)).toBe(page));
  it('needs its markers', () => expect(() => benchmarksReference('# Benchmarks\n', () => operator)).toThrow('no markers for "operator"'));
});
