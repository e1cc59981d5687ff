import { describe, expect, it } from 'vitest';
import { compareAll } from '../comparison/compare.ts';
import { specOf } from '../testing/contest.ts';
import { scored } from '../testing/scored.ts';
import { rank, type Ranked } from './rank.ts';
import { judgeWinner, type Winner } from './verdict.ts';

const best = scored('best', [0.9, 0.92, 0.91, 0.93, 0.9], { sizeBytes: 900 });
const alike = scored('alike', [0.899, 0.921, 0.906, 0.928, 0.902], { sizeBytes: 100 });
const bad = scored('bad', [0.7, 0.71, 0.72, 0.72, 0.69], { sizeBytes: 1 });

function judged(trials: readonly Ranked[], more: object = {}): Winner {
  const spec = specOf(more);
  const ranked = rank(trials, spec.objective.direction);
  return judgeWinner(spec, ranked, compareAll(spec, ranked));
}

describe('the verdict', () => {
  it('names the candidate that is proven to be better than all others', () => {
    const { trial: winner, verdict } = judged([bad, best]);
    expect(winner?.candidate).toBe('best');
    expect(verdict).toMatchObject({ winner: 'best', reason: 'Significant', significant: true });
    expect(verdict.text).toMatch(/^best has the best roc_auc 0\.9120 by cross-validation and is better than every other candidate that passed its gates; next is bad \(0\.7080\), p \S+, equivalent with probability 0\.00$/);
  });
  it('says when there is no significant winner, and the better score wins', () => {
    const { verdict } = judged([alike, best, bad]);
    expect(verdict).toMatchObject({ winner: 'best', reason: 'BestScore', significant: false });
    expect(verdict.text).toMatch(/^no significant winner: best has the best roc_auc 0\.9120 by cross-validation, and it is not proven to be better than alike \(0\.9112; p \S+ adjusted for 3 pairs, equivalent with probability 1\.00\); best \(0\.9120\) wins by its score$/);
  });
  it('breaks a tie between those that cannot be told apart, and only between them', () => {
    const { trial: winner, verdict } = judged([alike, best, bad], { comparison: { tieBreakers: ['ModelSize'] } });
    expect(winner?.candidate).toBe('alike');
    expect(verdict).toMatchObject({ winner: 'alike', reason: 'TieBroken', significant: false });
    expect(verdict.text).toMatch(/; alike \(0\.9112\) wins by ModelSize$/);
  });
  it('names nobody where significance is required and there is none', () => {
    const { trial: winner, verdict } = judged([alike, best], { winner: { requireSignificance: true }, comparison: { tieBreakers: ['ModelSize'] } });
    expect(winner).toBeUndefined();
    expect(verdict).toMatchObject({ reason: 'NoSignificantWinner', significant: false });
    expect(verdict.winner).toBeUndefined();
    expect(judged([bad, best], { winner: { requireSignificance: true } }).verdict.winner).toBe('best');
  });
  it('counts only those that passed their gates', () => {
    const { verdict } = judged([{ ...alike, gatesPassed: false }, best, bad]);
    expect(verdict).toMatchObject({ winner: 'best', reason: 'Significant' });
    expect(judged([{ ...best, gatesPassed: false }, alike]).verdict).toMatchObject({ winner: 'alike', reason: 'OnlyEligible' });
    expect(judged([{ ...best, gatesPassed: false }]).verdict).toEqual({ reason: 'NoneEligible', text: 'none of 1 candidates passed its gates' });
    expect(judged([]).verdict).toEqual({ reason: 'NoScore', text: 'no candidate has a score' });
  });
  it('is no longer than its field, whoever competes', () => {
    const many = Array.from({ length: 16 }, (_, i) => scored(`a-rather-long-name-of-${String(i).padStart(2, '0')}`, [0.9, 0.92, 0.91, 0.93, 0.9 + i / 1e6], { sizeBytes: i }));
    expect(judged(many).verdict.text?.length).toBeLessThan(1024);
    expect(judged(many).verdict.text).toContain(', 11 more; ');
  });
});
