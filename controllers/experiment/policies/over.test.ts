import { describe, expect, it } from 'vitest';
import { Contest } from '../testing/contest.ts';

const family = (name: string): object => ({ name, algorithm: { name: 'logistic' } });
const contest = (more: object): Contest => new Contest({ candidates: ['a', 'b', 'c', 'd'].map(family), parallelism: 2, ...more }).settle();
const later = (one: Contest, seconds: number): Contest => {
  one.now = new Date(one.now.getTime() + seconds * 1000);
  return one.settle();
};

describe('a goal', () => {
  const objective = { metric: 'roc_auc', direction: 'Maximize', goal: 0.95 };
  it('that is reached ends the experiment: nothing begins, what runs is stopped', () => {
    const one = contest({ objective }).ends('a', { cv: 0.951 });
    expect([one.condition('TrialsCompleted'), one.condition('Succeeded'), one.status.verdict?.winner]).toEqual(['True GoalReached', 'True Succeeded', 'a']);
    expect(one.created).toEqual(['a', 'b']);
    expect(one.runs.get('b')?.spec.stop).toBe(true);
    expect(one.status.conditions?.find(({ type }) => type === 'TrialsCompleted')?.message).toBe('families-a has roc_auc 0.9510, the goal is 0.95');
  });
  it.each<[name: string, objective: object, end: object, reached: boolean]>([
    ['is reached exactly', {}, { cv: 0.95 }, true],
    ['is missed', {}, { cv: 0.949 }, false],
    ['is not reached by a trial that missed its gates', {}, { cv: 0.99, failed: 'GateFailed' }, false],
    ['is not reached by what is no number', {}, { cv: Number.NaN }, false],
    ['is reached from above where less is better', { direction: 'Minimize' }, { cv: 0.9 }, true],
    ['is missed from above', { direction: 'Minimize' }, { cv: 0.96 }, false],
  ])('%s', (_name, other, end, reached) => {
    expect(contest({ objective: { ...objective, ...other } }).ends('a', end).condition('TrialsCompleted')).toBe(reached ? 'True GoalReached' : 'False Competing');
  });
});

describe('a budget', () => {
  it('of time ends the experiment when it is over, and the best so far wins', () => {
    const one = contest({ budget: { maxDuration: '1h' } }).ends('a', { cv: 0.8 });
    expect(one.last?.wakeAt).toEqual(new Date('2026-01-01T01:00:00Z'));
    expect(later(one, 3599).condition('TrialsCompleted')).toBe('False Competing');
    expect(later(one, 1).condition('TrialsCompleted')).toBe('True BudgetSpent');
    expect(one.status).toMatchObject({ verdict: { winner: 'a' }, modelVersionRef: { name: 'tumour-1' } });
    expect([one.created, one.runs.get('b')?.spec.stop, one.runs.get('c')?.spec.stop]).toEqual([['a', 'b', 'c'], true, true]);
  });
  it('without a score has no winner', () => {
    const one = later(contest({ budget: { maxDuration: '10m' } }), 600);
    expect([one.condition('TrialsCompleted'), one.condition('Succeeded')]).toEqual(['True BudgetSpent', 'False NoScore']);
  });
  it('of billable seconds counts those of all trials together', () => {
    const one = contest({ budget: { maxBillableSeconds: 100 } }).ends('a', { cv: 0.8, seconds: 60 });
    expect(one.condition('TrialsCompleted')).toBe('False Competing');
    one.ends('b', { cv: 0.7, seconds: 39 });
    expect(one.condition('TrialsCompleted')).toBe('False Competing');
    one.ends('c', { failed: 'OutOfMemory', seconds: 1 });
    expect(one.condition('TrialsCompleted')).toBe('True BudgetSpent');
    expect(one.status.candidates?.map(({ seconds }) => seconds)).toEqual([60, 39, 1, 0]);
  });
  it('of billable seconds is spent by the trials under way too, by each of them', () => {
    const one = contest({ budget: { maxBillableSeconds: 100 } });
    const startTime = one.now.toISOString();
    for (const name of ['a', 'b']) one.runs.set(name, { ...one.runs.get(name)!, status: { startTime } });
    expect(one.settle().last?.wakeAt).toEqual(new Date(one.now.getTime() + 50_000));
    expect(later(one, 49).condition('TrialsCompleted')).toBe('False Competing');
    expect(later(one, 1).condition('TrialsCompleted')).toBe('True BudgetSpent');
  });
  it('that is left out never ends', () => {
    const one = later(contest({}), 1e9);
    expect([one.condition('TrialsCompleted'), one.last?.wakeAt]).toEqual(['False Competing', undefined]);
  });
});

describe('too many failures', () => {
  it('are told, as many as a sentence bears', () => {
    const names = Array.from({ length: 12 }, (_, i) => `c${i}`);
    const one = new Contest({ candidates: names.map(family), parallelism: 16, maxFailedTrials: 12 }).settle();
    for (const name of names) one.ends(name, { failed: 'OutOfMemory' });
    const message = one.status.conditions?.find(({ type }) => type === 'Ready')?.message;
    expect(message).toMatch(/^12 trials failed: c0: OutOfMemory: because of OutOfMemory; .*; 4 more$/);
  });
});
