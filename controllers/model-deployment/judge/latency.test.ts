import { describe, expect, it } from 'vitest';
import { fold, type Reading } from './counters.ts';
import { bucketBound } from './latency.ts';
import { freshJudge, look, shortfalls, verdict, breach, type Judged, type Sample } from './judge.ts';
import type { JudgeConfig } from './objective.ts';
import type { RatioEvidence } from './ratio.ts';

const process = (pod: string, revision: string, total: number, within: Record<string, number> | undefined, bad = 0, epoch = '200'): Reading => ({ pod, epoch, revision, total, bad, ...(within && { within }) });

describe('the bucket that stands for a latency', () => {
  const reading = (...bounds: readonly string[]): Reading => process('a', 'x', 0, Object.fromEntries(bounds.map((bound) => [bound, 0])));
  it.each<[name: string, readings: readonly Reading[], max: number, bound: string | undefined]>([
    ['is the bound itself', [reading('0.05', '0.1', '0.2')], 0.1, '0.1'],
    ['is the next one above', [reading('0.05', '0.1', '0.2')], 0.11, '0.2'],
    ['is one that every process knows', [reading('0.1', '0.15', '0.2'), reading('0.1', '0.2')], 0.12, '0.2'],
    ['is compared as a number, not as a text', [reading('5', '10')], 4.5, '5'],
    ['passes over processes that tell no times', [reading('0.1'), process('b', 'x', 9, undefined)], 0.1, '0.1'],
    ['is none above the last one', [reading('5', 'Infinity')], 6, undefined],
    ['is none without times', [process('b', 'x', 9, undefined)], 0.1, undefined],
  ])('%s', (_name, readings, max, bound) => {
    expect(bucketBound(readings, max)).toBe(bound);
  });
});

describe('slow requests', () => {
  const wanted = { bounds: ['0.1'], invalid: false, bins: false };
  const slow = (known: readonly Reading[], seen: readonly Reading[]): unknown => fold(known, seen, 100, wanted).deltas.get('x')?.within['0.1'];
  it('are those that were not answered well within the bound, the failed ones among them', () => {
    // 10 answers, 7 of them good and fast: a failure is not fast, however soon it came.
    expect(slow([], [process('a', 'x', 10, { '0.1': 7, '0.2': 9 }, 1)])).toEqual({ requests: 10, bad: 3 });
  });
  it('begin anew with the process', () => {
    expect(slow([process('a', 'x', 90, { '0.1': 80 })], [process('a', 'x', 5, { '0.1': 4 }, 0, '300')])).toEqual({ requests: 5, bad: 1 });
  });
  it('are not counted backwards by a source that lags', () => {
    expect(slow([process('a', 'x', 90, { '0.1': 80 })], [process('a', 'x', 85, { '0.1': 76 })])).toEqual({ requests: 0, bad: 0 });
  });
  it('are unknown for the look in which a bound is first asked for', () => {
    expect(slow([process('a', 'x', 90, undefined)], [process('a', 'x', 95, { '0.1': 76 })])).toBeUndefined();
  });
  it('are kept for the bound that is asked for, and no other', () => {
    expect(fold([], [process('a', 'x', 10, { '0.1': 7, '0.2': 9 })], 100, wanted).counters[0]?.within).toEqual({ '0.1': 7 });
  });
});

const config: JudgeConfig = { objectives: [{ type: 'Latency', name: 'latency', max: 0.01, maxSeconds: 0.12 }], compareToStable: true, alpha: 0.01, minRequests: 20, confidence: 0.95, margin: 0.1, nextShare: 0.5 };
const revisions = { candidate: 'cand', stable: 'stable', since: 100 };
const sample = (at: number, candidate: readonly [total: number, fast: number], bound = '0.15'): Sample => ({
  at: new Date(at), sources: ['pods'], problems: [],
  readings: [process('c', 'cand', candidate[0], { [bound]: candidate[1], '10': candidate[0] }), process('s', 'stable', candidate[0] * 9, { [bound]: candidate[0] * 9, '10': candidate[0] * 9 })],
});
const run = (...samples: readonly Sample[]): Judged => samples.reduce<Judged>((before, next) => look(config, before, next, revisions), { state: freshJudge, evidence: [] });

describe('a latency objective', () => {
  it('is broken by slow answers that stable does not give, and says by which bucket', () => {
    const { state, evidence } = run(sample(10_000, [20, 13]), sample(20_000, [40, 26]), sample(30_000, [60, 40]));
    expect(breach(config, state, evidence)).toMatchObject({ slo: 'latency', reason: 'SloBreached' });
    expect(breach(config, state, evidence)?.message).toMatch(/^latency 33\.33 % > 1\.00 % \(20 of 60 requests failed or took longer than 0\.15 s \(the next bucket of the server above 0\.12 s\); stable 0\.00 %/);
  });
  it('is broken by a candidate that answers nothing in time for longer than a burst, before any test can tell', () => {
    // Ten requests a second, by a presumed burst of twenty: three bursts would take twelve seconds.
    const seconds = (n: number): Judged => run(...Array.from({ length: n }, (_, i) => sample(1000 * (i + 1), [10 * (i + 1), 0])));
    const verdictAfter = (n: number): string | undefined => {
      const { state, evidence } = seconds(n);
      return breach(config, state, evidence)?.message;
    };
    expect(verdictAfter(7)).toBeUndefined();
    expect(verdictAfter(8)).toBe('latency: for 7 s the candidate answered none of 80 requests within 0.15 s (the next bucket of the server above 0.12 s); stable was late for 0.00 % (0 of 720)');
  });
  it('passes when the answers are fast', () => {
    expect(verdict(config, run(sample(1000, [60, 60])))).toBe('Pass');
  });
  it('is deflated by bursts of slow requests, which history does not tell', () => {
    const judged = look(config, { state: freshJudge, evidence: [] }, { ...sample(1000, [60, 50]), history: Array.from({ length: 60 }, (_, i) => i % 2) }, revisions);
    expect((judged.evidence[0] as RatioEvidence).dispersion).toBe(39);
  });
  it('counts anew when another bucket has to be used', () => {
    const { evidence } = run(sample(1000, [60, 50]), sample(2000, [90, 90], '0.2'), sample(3000, [100, 99], '0.2'));
    expect(evidence[0]).toMatchObject({ bucket: '0.2', candidate: { requests: 10, bad: 1 } });
  });
  it('neither passes nor fails where the servers tell no times', () => {
    const blind: Sample = { at: new Date(1000), sources: ['pods'], problems: [], readings: [process('c', 'cand', 100, undefined), process('s', 'stable', 900, undefined)] };
    const judged = run(blind);
    expect(verdict(config, judged)).toBe('Insufficient');
    expect(shortfalls(config, judged.state, judged.evidence)[0]?.text).toBe('latency: the servers tell no times up to 0.12 s');
  });
});
