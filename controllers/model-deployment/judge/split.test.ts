import { describe, expect, it } from 'vitest';
import { beginStep, breach, freshJudge, verdict } from './judge.ts';
import type { JudgeConfig } from './objective.ts';
import { addSplit, freshSplit, hasSettled, splitShortfall, type Split } from './split.ts';

const look = (state: Split, candidate: number, stable: number, share = 0.1): Split => addSplit(state, candidate, stable, share);
const looks = (count: number, candidate: number, stable: number, from: Split = freshSplit): Split => Array.from({ length: count }).reduce<Split>((state) => look(state, candidate, stable), from);

describe('the split', () => {
  it('that follows the weights is never a mismatch, however long', () => {
    expect(looks(5000, 10, 90)).toMatchObject({ candidate: 50_000, stable: 450_000 });
    expect(looks(5000, 10, 90).mismatch).toBeUndefined();
  });
  it('of another weight is one as soon as it is proven, and says so with numbers', () => {
    const state = looks(20, 20, 80);
    expect(state.mismatch).toBeDefined();
    expect(splitShortfall(state, 0.1)).toMatch(/^requests do not follow the weights: the candidate got \d+ of \d+ \(20\.0 %\) at 10 %/);
    expect(splitShortfall(looks(1, 20, 80), 0.1)).toBeUndefined();
  });
  it('is one soon when nothing reaches the candidate', () => {
    expect(looks(2, 0, 100).mismatch).toBeDefined();
  });
  it('is taken back once as many requests followed the weights as proved the mismatch, and not before', () => {
    const broken = looks(20, 20, 80);
    const needed = (broken.mismatch?.candidate ?? 0) + (broken.mismatch?.stable ?? 0);
    const begun = { ...broken, candidate: 0, stable: 0, p: 1 };
    expect(looks(Math.ceil(needed / 100) - 1, 10, 90, begun).mismatch).toBeDefined();
    expect(looks(Math.ceil(needed / 100), 10, 90, begun).mismatch).toBeUndefined();
  });
  it('raises a false alarm in fewer than one of a thousand canaries of 60 looks', () => {
    let seed = 7;
    const random = (): number => ((seed = (seed * 1_103_515_245 + 12_345) % 2 ** 31) / 2 ** 31);
    let alarms = 0;
    for (let run = 0; run < 1000; run += 1) {
      let state = freshSplit;
      for (let i = 0; i < 60 && state.mismatch === undefined; i += 1) {
        let candidate = 0;
        for (let request = 0; request < 50; request += 1) if (random() < 0.1) candidate += 1;
        state = look(state, candidate, 50 - candidate);
      }
      if (state.mismatch !== undefined) alarms += 1;
    }
    expect(alarms).toBeLessThanOrEqual(1);
  });
});

describe('a mismatch', () => {
  const config: JudgeConfig = { objectives: [], compareToStable: true, alpha: 0.01, minRequests: 0, confidence: 0.95, margin: 0.01, nextShare: 1 };
  it('holds a step that would pass else, and breaks nothing', () => {
    expect(verdict(config, { state: freshJudge, evidence: [] })).toBe('Pass');
    const state = { ...freshJudge, split: looks(20, 20, 80) };
    expect([verdict(config, { state, evidence: [] }), breach(config, state, [])]).toEqual(['Insufficient', undefined]);
  });
  it('is forgotten when a new step begins', () => {
    expect(beginStep({ state: { ...freshJudge, split: looks(20, 20, 80) }, evidence: [] }).state.split).toEqual(freshSplit);
  });
});

describe('the moments after a change of the weights', () => {
  it.each([
    ['five seconds', '2026-01-01T00:00:05Z', ['prometheus', 'pods'], true],
    ['less than five seconds', '2026-01-01T00:00:04.999Z', ['pods'], false],
    ['less than thirty seconds where only Prometheus is read', '2026-01-01T00:00:29Z', ['prometheus'], false],
    ['thirty seconds', '2026-01-01T00:00:30Z', ['prometheus'], true],
  ])('are over after %s', (_name, lookBefore, sources, settled) => {
    expect(hasSettled(lookBefore, '2026-01-01T00:00:00Z', sources)).toBe(settled);
  });
  it('are not over before the first look, nor without a step', () => {
    expect([hasSettled(undefined, '2026-01-01T00:00:00Z', ['pods']), hasSettled('2026-01-01T00:00:09Z', undefined, ['pods'])]).toEqual([false, false]);
  });
});
