import { describe, expect, it } from 'vitest';
import { absoluteEValue } from './absolute.ts';
import { fold, freshest, type Reading } from './counters.ts';
import { breach, freshJudge, look, verdict, type Judged, type Sample } from './judge.ts';
import type { JudgeConfig } from './objective.ts';
import { combined, type RatioEvidence } from './ratio.ts';
import { remembered, toStatus } from './remember.ts';
import { addWindow, eValue } from './relative.ts';

// Vectors: Trainyard's delivery reference §4.3, computed with numpy/scipy.
const grid = [1.5, 2, 3, 5, 10];
const windows = [
  { xc: 1, xs: 2, rc: 50, rs: 950, e: 2.30964 },
  { xc: 4, xs: 1, rc: 100, rs: 900, e: 351.409 },
  { xc: 5, xs: 3, rc: 100, rs: 900, e: 171128 },
];

describe('relative e-process', () => {
  it('acceptance 31: gives the published value for one window', () => {
    expect(eValue(addWindow([], { requests: 100, bad: 3 }, { requests: 900, bad: 1 }, grid))).toBeCloseTo(26.1067, 3);
  });
  it('acceptance 31: gives the published values when windows add up', () => {
    let logE: readonly number[] = [];
    for (const { xc, xs, rc, rs, e } of windows) {
      logE = addWindow(logE, { requests: rc, bad: xc }, { requests: rs, bad: xs }, grid);
      expect(eValue(logE) / e).toBeCloseTo(1, 5);
    }
  });
  it('learns nothing from a window without requests of stable', () => {
    expect(eValue(addWindow([], { requests: 10, bad: 10 }, { requests: 0, bad: 0 }))).toBe(1);
  });
  it('is worth less when failures come in bursts', () => {
    const logE = addWindow([], { requests: 100, bad: 3 }, { requests: 900, bad: 1 });
    expect(eValue(logE, 5)).toBeCloseTo(logE.reduce((sum, each) => sum + Math.exp(each / 5), 0) / 7, 9);
    expect(eValue(logE, 5)).toBeLessThan(eValue(logE));
  });
});

describe('absolute e-value', () => {
  it.each([
    [0, 50, 0.0196078],
    [1, 50, 0.0588235],
    [2, 50, 0.258103],
    [3, 50, 1.61785],
    [5, 50, 146.935],
    [5, 100, 3.44931],
    [10, 500, 0.111381],
    [20, 1000, 0.562295],
  ])('%i failures of %i requests against 1 % is worth %f', (bad, requests, expected) => {
    expect(absoluteEValue(bad, requests, 0.01) / expected).toBeCloseTo(1, 5);
  });
  it.each([
    [10, 2],
    [20, 3],
    [50, 5],
    [100, 6],
    [200, 9],
    [500, 16],
    [1000, 25],
  ])('of %i requests exactly %i failures reject 1 %% at E >= 20', (requests, least) => {
    expect(absoluteEValue(least, requests, 0.01)).toBeGreaterThanOrEqual(20);
    expect(absoluteEValue(least - 1, requests, 0.01)).toBeLessThan(20);
  });
  it('refuses a bound outside (0, 1)', () => {
    expect(() => absoluteEValue(1, 2, 0)).toThrow(RangeError);
  });
});

const reading = (pod: string, epoch: number, revision: string, total: number, bad = 0): Reading => ({ pod, epoch: String(epoch), revision, total, bad });

describe('counters', () => {
  it('count a process that started after the rollout from zero', () => {
    expect(fold([], [reading('c', 200, 'cand', 7, 2)], 100).deltas.get('cand')).toMatchObject({ requests: 7, bad: 2 });
  });
  it('count an older process from where it stands', () => {
    expect(fold([], [reading('s', 50, 'stable', 900, 9)], 100).deltas.get('stable')).toMatchObject({ requests: 0, bad: 0 });
  });
  it('count a restarted process from zero again and lose nothing', () => {
    const { deltas } = fold([reading('c', 200, 'cand', 50, 1)], [reading('c', 300, 'cand', 4, 1)], 100);
    expect(deltas.get('cand')).toMatchObject({ requests: 4, bad: 1 });
  });
  it('never count backwards when a slower source is read', () => {
    const { deltas, counters } = fold([reading('c', 200, 'cand', 50, 1)], [reading('c', 200, 'cand', 40, 1)], 100);
    expect(deltas.get('cand')).toMatchObject({ requests: 0, bad: 0 });
    expect(counters[0]?.total).toBe(50);
  });
  it('keep a process that no source shows for a while', () => {
    const gone = fold([reading('c', 200, 'cand', 50, 1)], [], 100).counters;
    expect(fold(gone, [reading('c', 200, 'cand', 60, 1)], 100).deltas.get('cand')).toMatchObject({ requests: 10, bad: 0 });
  });
  it('take the freshest of two sources', () => {
    expect(freshest([reading('c', 200, 'cand', 40, 1), reading('c', 200, 'cand', 50, 2)])).toEqual([reading('c', 200, 'cand', 50, 2)]);
  });
});

const config: JudgeConfig = { objectives: [{ type: 'ErrorRatio', name: 'errors', max: 0.01 }], compareToStable: true, alpha: 0.01, minRequests: 20, confidence: 0.95, margin: 0.1, nextShare: 0.5 };
const sample = (at: number, cand: [number, number], stable: [number, number], sources = ['pods']): Sample => ({
  at: new Date(at),
  sources,
  problems: [],
  readings: sources.length === 0 ? [] : [reading('c', 200, 'cand', ...cand), reading('s', 200, 'stable', ...stable)],
});
const revisions = { candidate: 'cand', stable: 'stable', since: 100 };
const run = (samples: readonly Sample[], using: JudgeConfig = config) =>
  samples.reduce<Judged>((before, next) => look(using, before, next, revisions), { state: freshJudge, evidence: [] });
const ratio = ({ evidence }: Judged): RatioEvidence => evidence[0] as RatioEvidence;

/** Stable failed now and then before the rollout, and never twice in ten seconds. */
const alone = { history: Array.from({ length: 60 }, (_, i) => i % 2) };

describe('judge', () => {
  it('breaks on failures that stable does not have', () => {
    const { state, evidence } = run([{ ...sample(1000, [3, 2], [50, 0]), ...alone }, sample(2000, [6, 4], [100, 0])]);
    expect(breach(config, state, evidence)).toMatchObject({ slo: 'errors', reason: 'SloBreached' });
    expect(verdict(config, { state, evidence })).toBe('Breach');
  });
  it('says above the bound, or within it but worse than stable', () => {
    const looks = Array.from({ length: 6 }, (_, i) => ({ ...sample(1000 * (i + 1), [100 * (i + 1), 5 * (i + 1)], [900 * (i + 1), 0]), ...alone }));
    const said = (max: number): string | undefined => {
      const using = { ...config, objectives: [{ type: 'ErrorRatio', name: 'errors', max }] } as const;
      const { state, evidence } = run(looks, using);
      return breach(using, state, evidence)?.message;
    };
    expect(said(0.01)).toMatch(/^errors 5\.00 % > 1\.00 % \(30 of 600 requests failed; stable 0\.00 %/);
    expect(said(0.1)).toMatch(/^errors 5\.00 % is within 10\.00 %, but worse than stable \(30 of 600 requests failed; stable 0\.00 %/);
  });
  it('does not break on failures that all fall into one look, however many', () => {
    const { state, evidence } = run([sample(1000, [100, 60], [900, 0])]);
    expect(breach(config, state, evidence)).toBeUndefined();
  });
  it('does not break on one failure of fifteen requests', () => {
    const { state, evidence } = run([sample(1000, [8, 1], [100, 0]), sample(2000, [15, 1], [200, 0])]);
    expect(verdict(config, { state, evidence })).toBe('Insufficient');
  });
  it('breaks on total failure even when stable gets no request', () => {
    const { state, evidence } = run([sample(1000, [5, 5], [0, 0]), sample(2000, [10, 10], [0, 0])]);
    expect(breach(config, state, evidence)?.reason).toBe('TotalFailure');
  });
  it('says Unavailable when no source answers, and forgets nothing', () => {
    const { state, evidence } = run([sample(1000, [30, 0], [50, 0]), sample(2000, [0, 0], [0, 0], [])]);
    expect(verdict(config, { state, evidence })).toBe('Unavailable');
    expect(ratio({ state, evidence }).candidate).toEqual({ requests: 30, bad: 0 });
  });
  it('passes a step with enough clean requests', () => {
    const { state, evidence } = run([sample(1000, [30, 0], [50, 0])]);
    expect(verdict(config, { state, evidence })).toBe('Pass');
  });
  it('does not pass without requests', () => {
    const { state, evidence } = run([sample(1000, [0, 0], [50, 0])]);
    expect(verdict(config, { state, evidence })).toBe('Insufficient');
  });
  it('does not pass while the share of failures is above the bound, though nothing is proven yet', () => {
    const { state, evidence } = run([sample(1000, [25, 1], [50, 0])]);
    expect(verdict(config, { state, evidence })).toBe('Insufficient');
  });
  it('goes on bit for bit from what status keeps', () => {
    const whole = run([sample(1000, [3, 1], [50, 0]), sample(2000, [6, 2], [100, 1]), sample(3000, [9, 2], [150, 1])]);
    const half = run([sample(1000, [3, 1], [50, 0]), sample(2000, [6, 2], [100, 1])]);
    const restored = remembered(JSON.parse(JSON.stringify(toStatus(config, half))) as ReturnType<typeof toStatus>);
    const resumed = look(config, restored, sample(3000, [9, 2], [150, 1]), revisions);
    expect(JSON.stringify(resumed.evidence)).toBe(JSON.stringify(whole.evidence));
  });
  it('uses stable history from before the rollout to tell bursts', () => {
    const judged = run([{ ...sample(1000, [3, 1], [50, 0]), history: [0, 10, 0, 0, 10, 0, 0, 0] }]);
    expect(ratio(judged).dispersion).toBeGreaterThan(5);
    expect(ratio(run([{ ...sample(1000, [3, 1], [50, 0]), ...alone }])).dispersion).toBeLessThan(1.3);
  });
  it('takes no burst for a breach while nothing is known of bursts, and no more than one of it', () => {
    const burst = run([sample(1000, [100, 0], [900, 0]), sample(2000, [130, 20], [1800, 0]), sample(4000, [160, 40], [3600, 0]), sample(12_000, [240, 40], [7200, 0])]);
    expect(ratio(burst)).toMatchObject({ badWindows: 2, dispersion: 39, spacedLooks: { bad: 1 } });
    expect(verdict(config, burst)).toBe('Insufficient');
  });
  it('takes it for a breach where bursts are not reckoned with', () => {
    const samples = [sample(1000, [100, 0], [900, 0]), sample(2000, [130, 20], [1800, 0]), sample(4000, [160, 40], [3600, 0])];
    expect([20, 1].map((presumedBurst) => verdict({ ...config, presumedBurst }, run(samples, { ...config, presumedBurst })))).toEqual(['Insufficient', 'Breach']);
  });
  it('breaks all the same when failures go on and on', () => {
    const looks = Array.from({ length: 10 }, (_, i) => sample(1000 + 2000 * i, [10 * (i + 1), 2 * (i + 1)], [90 * (i + 1), 0]));
    expect(looks.map((_, i) => verdict(config, run(looks.slice(0, i + 1))))).toEqual([...Array.from({ length: 6 }, () => 'Insufficient'), ...Array.from({ length: 4 }, () => 'Breach')]);
  });
  it('believes no e-value before failures are worth three', () => {
    // Three are worth two and a half.
    const three = run([{ ...sample(1000, [3, 2], [500, 0]), ...alone }, sample(2000, [4, 3], [1000, 0])]);
    expect(combined(ratio(three))).toBeGreaterThan(100);
    expect(verdict(config, three)).toBe('Insufficient');
  });
  it('asks two questions in two ways, or one without stable', () => {
    const { relative = 0, absolute, spacedRelative = 0, spacedAbsolute } = ratio(run([sample(1000, [30, 3], [500, 1])]));
    expect(new Set([relative, absolute, spacedRelative, spacedAbsolute]).size).toBe(4);
    expect(combined({ relative, absolute, spacedRelative, spacedAbsolute })).toBeCloseTo((relative + absolute + spacedRelative + spacedAbsolute) / 4, 12);
    const bare = ratio(run([sample(1000, [30, 3], [500, 1])], { ...config, compareToStable: false }));
    expect([bare.relative, bare.spacedRelative]).toEqual([undefined, undefined]);
    expect(combined(bare)).toBeCloseTo((absolute + spacedAbsolute) / 2, 12);
  });
});
