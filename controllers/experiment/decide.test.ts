import { describe, expect, it } from 'vitest';
import { runWaits } from '../shared/run-waits.ts';
import { Contest } from './testing/contest.ts';

describe('trials', () => {
  it('start in the order of spec, at most parallelism at a time', () => {
    const contest = new Contest().settle();
    expect(contest.created).toEqual(['xgb', 'forest']);
    expect(contest.condition('Ready')).toBe('Unknown Competing');
    contest.ends('xgb', { cv: 0.9 });
    expect(contest.created).toEqual(['xgb', 'forest', 'logistic']);
    expect(contest.status.trials).toMatchObject({ total: 3, running: 2, succeeded: 1, failed: 0, text: '1/3' });
  });
  it('never register by themselves, and carry the template with their own algorithm', () => {
    const run = new Contest({ parallelism: 1 }).settle().runs.get('xgb');
    expect(run).toMatchObject({ metadata: { name: 'families-xgb', namespace: 'ml', labels: { 'trainyard.dev/experiment': 'families', 'trainyard.dev/candidate': 'xgb', 'trainyard.dev/model': 'tumour' }, ownerReferences: [{ kind: 'Experiment', name: 'families', uid: 'uid-1', controller: true }] } });
    expect(run?.spec).toMatchObject({ model: 'tumour', algorithm: { name: 'xgboost' }, register: { enabled: false }, suspend: false, metrics: { primary: 'roc_auc' } });
  });
  it('are each made once though every second decision is lost', () => {
    const contest = new Contest();
    contest.crashes = true;
    contest.settle().ends('xgb', { cv: 0.9 }).ends('forest', { cv: 0.8 }).ends('logistic', { cv: 0.7 });
    expect(contest.created).toEqual(['xgb', 'forest', 'logistic']);
    expect([...contest.versions]).toEqual([['tumour-1', 'manifest-xgb']]);
    expect(contest.condition('Succeeded')).toBe('True Succeeded');
  });
});

describe('trials that cannot train', () => {
  const ready = (contest: Contest): string => `${contest.condition('Ready')}: ${contest.status.conditions?.find(({ type }) => type === 'Ready')?.message ?? ''}`;

  it('are told of when all of them wait, after half a minute, with what the first waits for', () => {
    const contest = new Contest().settle().shows('xgb', 'ConfigInvalid').shows('forest', 'Unschedulable');
    expect(ready(contest)).toBe('Unknown Competing: 0/3 trials done');
    expect(contest.last?.wakeAt).toEqual(new Date('2026-01-01T00:00:30Z'));
    contest.passes(30);
    expect(ready(contest)).toBe('Unknown TrialsWaiting: 0/3 trials done; families-xgb and 1 more cannot train yet: ConfigInvalid: because of ConfigInvalid');
    expect(contest.condition('Reconciling')).toBe('True TrialsWaiting');
    expect(contest.condition('TrialsCompleted')).toBe('False Competing');
    expect(ready(contest.shows('forest', 'Running'))).toBe('Unknown Competing: 0/3 trials done');
  });
  it.each(runWaits)('are told of when they wait because of %s', (reason) => {
    const contest = new Contest({ parallelism: 1 }).settle().shows('xgb', reason).passes(30);
    expect(ready(contest)).toBe(`Unknown TrialsWaiting: 0/3 trials done; families-xgb cannot train yet: ${reason}: because of ${reason}`);
  });
  it('are no news while another one trains, or has just begun', () => {
    const one = new Contest().settle().shows('xgb', 'Unschedulable').shows('forest', 'Running').passes(60);
    expect(ready(one)).toBe('Unknown Competing: 0/3 trials done');
    // logistic begins in the place of forest, and its pod has yet to find room.
    one.ends('forest', { cv: 0.9 }).shows('logistic', 'Unschedulable').passes(29);
    expect(ready(one)).toBe('Unknown Competing: 1/3 trials done');
    expect(ready(one.passes(1))).toContain('TrialsWaiting: 1/3 trials done; families-xgb and 1 more');
  });
  it('are looked at again in time, whatever the budget allows', () => {
    const contest = new Contest({ parallelism: 1, budget: { maxDuration: '10s' } }).settle().shows('xgb', 'ImageCannotStart');
    expect(contest.last?.wakeAt).toEqual(new Date('2026-01-01T00:00:10Z'));
  });
});

describe('the winner', () => {
  const all = (contest = new Contest({ parallelism: 3 })): Contest => contest.settle();

  it('is the best by cross-validation and becomes the next version, once', () => {
    const contest = all();
    contest.versions.set('tumour-4', 'another');
    contest.ends('xgb', { cv: 0.97, stdDev: 0.01 }).ends('forest', { cv: 0.98, stdDev: 0.02 }).ends('logistic', { cv: 0.9 });
    expect(contest.status).toMatchObject({ verdict: { winner: 'forest', reason: 'BestScore' }, modelVersionRef: { name: 'tumour-5' }, score: '0.9800 ± 0.020' });
    expect(contest.status.leaderboard?.map(({ candidate }) => candidate)).toEqual(['forest', 'xgb', 'logistic']);
    expect(contest.status.verdict?.text).toBe('no significant winner: forest has the best roc_auc 0.9800 ± 0.020 by cross-validation, and it is not proven to be better than xgb (0.9700 ± 0.010; which their folds cannot tell), logistic (0.9000; which their folds cannot tell); forest (0.9800 ± 0.020) wins by its score');
    expect(contest.status.pendingVersion).toBeUndefined();
    expect([...contest.versions.keys()]).toEqual(['tumour-4', 'tumour-5']);
    expect(contest.reasons().filter((reason) => reason === 'WinnerSelected')).toHaveLength(1);
    const before = contest.status;
    contest.runs.clear();
    expect(contest.settle().status).toEqual(before);
  });
  it('is only named where nothing is to be registered', () => {
    const contest = all(new Contest({ parallelism: 3, winner: { register: 'Never' } })).ends('xgb', { cv: 0.97 }).ends('forest', { cv: 0.9 }).ends('logistic', { cv: 0.9 });
    expect(contest.condition('WinnerSelected')).toBe('True BestScore');
    expect([...contest.versions.keys()]).toEqual([]);
  });
  it('keeps its number when a crash comes between the note and the version', () => {
    const contest = all().ends('xgb', { cv: 0.97 }).ends('forest', { cv: 0.9 });
    contest.crashes = true;
    contest.ends('logistic', { failed: 'OutOfMemory' });
    expect([...contest.versions]).toEqual([['tumour-1', 'manifest-xgb']]);
    expect(contest.status.modelVersionRef?.name).toBe('tumour-1');
  });
  it('keeps the name it noted though higher numbers appear meanwhile', () => {
    const contest = all().ends('xgb', { cv: 0.97 }).ends('forest', { cv: 0.9 });
    contest.status = { ...contest.status, pendingVersion: { name: 'tumour-1', manifestSha256: 'manifest-xgb' } };
    contest.versions.set('tumour-7', 'another');
    contest.ends('logistic', { cv: 0.1 });
    expect(contest.status.modelVersionRef?.name).toBe('tumour-1');
  });
  it('must have passed its gates, however good its score', () => {
    const contest = all().ends('xgb', { cv: 0.99, failed: 'GateFailed' }).ends('forest', { cv: 0.9 }).ends('logistic', { cv: 0.8 });
    expect(contest.status.verdict?.winner).toBe('forest');
    expect(contest.status.leaderboard?.[0]).toMatchObject({ candidate: 'xgb', gatesPassed: false });
  });
  it('does not exist when nobody passed the gates', () => {
    const contest = all().ends('xgb', { cv: 0.99, failed: 'GateFailed' }).ends('forest', { cv: 0.98, failed: 'GateFailed' }).ends('logistic', { cv: 0.9, failed: 'GateFailed' });
    expect(contest.condition('Succeeded')).toBe('False NoneEligible');
    expect(contest.condition('Stalled')).toBe('True NoneEligible');
    expect(contest.status.verdict?.text).toBe('none of 3 candidates passed its gates');
  });
  it('does not exist when nobody has a score', () => {
    const contest = all(new Contest({ parallelism: 3, maxFailedTrials: 4 })).ends('xgb', {}).ends('forest', { cv: Number.NaN }).ends('logistic', { failed: 'DataInvalid' });
    expect(contest.condition('Succeeded')).toBe('False NoScore');
    expect(contest.status.trials).toMatchObject({ failed: 3 });
  });
});

describe('failed trials', () => {
  it('are no winners and no hindrance', () => {
    const contest = new Contest({ parallelism: 3 }).settle().ends('xgb', { failed: 'OutOfMemory' }).ends('forest', { cv: 0.8 }).ends('logistic', { cv: Number.NaN });
    expect(contest.status).toMatchObject({ verdict: { winner: 'forest' }, trials: { succeeded: 1, failed: 2, text: '3/3' } });
    expect(contest.status.verdict?.text).toContain('the only candidate that passed its gates');
  });
  it('end the experiment when there are too many, and each is named', () => {
    const contest = new Contest({ maxFailedTrials: 2 }).settle().ends('xgb', { failed: 'OutOfMemory' }).ends('forest', { failed: 'DataInvalid' });
    expect(contest.condition('Succeeded')).toBe('False TooManyFailedTrials');
    expect(contest.condition('TrialsCompleted')).toBe('False TooManyFailedTrials');
    expect(contest.status.conditions?.find(({ type }) => type === 'Ready')?.message).toBe('2 trials failed: xgb: OutOfMemory: because of OutOfMemory; forest: DataInvalid: because of DataInvalid');
  });
  it('stop the trials that nobody waits for any more', () => {
    const contest = new Contest({ maxFailedTrials: 1, parallelism: 3 }).settle().ends('xgb', { failed: 'OutOfMemory' });
    expect(['forest', 'logistic'].map((name) => contest.runs.get(name)?.spec.stop)).toEqual([true, true]);
    expect(contest.condition('Succeeded')).toBe('False TooManyFailedTrials');
  });
  it('are those too whose name somebody else took', () => {
    const contest = new Contest({ parallelism: 3 }).settle();
    contest.runs.set('xgb', { ...contest.runs.get('xgb')!, metadata: { name: 'families-xgb', namespace: 'ml' } });
    contest.ends('forest', { cv: 0.8 }).ends('logistic', { cv: 0.7 });
    expect(contest.status).toMatchObject({ verdict: { winner: 'forest' }, trials: { succeeded: 2, failed: 1 } });
    expect(contest.runs.get('xgb')?.spec.suspend).toBe(false);
  });
  it('are those too that were measured on other folds than most', () => {
    const contest = new Contest({ parallelism: 3 }).settle().ends('xgb', { cv: 0.99, folds: 'folds-2' }).ends('forest', { cv: 0.8 }).ends('logistic', { cv: 0.7 });
    expect(contest.status).toMatchObject({ verdict: { winner: 'forest' }, foldsDigest: 'folds-1', trials: { failed: 1 } });
    expect(contest.status.leaderboard?.map(({ candidate }) => candidate)).toEqual(['forest', 'logistic']);
  });
});

describe('suspend', () => {
  it('starts no further trial, suspends the running ones, and takes it back', () => {
    const contest = new Contest().settle().suspend(true);
    expect(contest.condition('Ready')).toBe('False Suspended');
    expect([...contest.runs.values()].map(({ spec }) => spec.suspend)).toEqual([true, true]);
    contest.ends('xgb', { cv: 0.9 });
    expect(contest.created).toEqual(['xgb', 'forest']);
    contest.suspend(false);
    expect(contest.created).toEqual(['xgb', 'forest', 'logistic']);
    expect(contest.runs.get('forest')?.spec.suspend).toBe(false);
    expect(contest.condition('Ready')).toBe('Unknown Competing');
  });
  it('does not keep back a verdict when every trial has ended', () => {
    const contest = new Contest({ parallelism: 3 }).settle().suspend(true).ends('xgb', { cv: 0.9 }).ends('forest', { cv: 0.8 }).ends('logistic', { cv: 0.7 });
    expect(contest.condition('Succeeded')).toBe('True Succeeded');
  });
});

describe('held-out predictions', () => {
  const family = (name: string): object => ({ name, algorithm: { name: 'logistic' } });
  const two = (): Contest => new Contest({ candidates: [family('a'), family('b')], parallelism: 2 }).settle();
  it('are read of those that compete, when the trials have ended', () => {
    const contest = two();
    const asked: string[] = [];
    contest.read = (pointers) => {
      asked.push(...pointers.map(({ name }) => name));
      return { byTrial: new Map(pointers.map(({ name }) => [name, { labels: [0, 1], predicted: name === 'families-a' ? [0, 1] : [1, 0] }])), problem: undefined };
    };
    contest.ends('a', { scores: [0.9, 0.8, 0.9, 0.8, 0.9], holdout: true });
    expect(asked).toEqual([]);
    contest.ends('b', { scores: [0.8, 0.85, 0.8, 0.75, 0.8], holdout: true });
    expect(new Set(asked)).toEqual(new Set(['families-a', 'families-b']));
    expect(contest.status.comparisons?.[0]?.holdout).toMatchObject({ test: 'McNemar', difference: 1, rows: 2 });
    expect(contest.status.verdict?.text).toContain(', McNemar on 2 held-out rows p 0.');
  });
  it('are waited for while the store is away, and the status says so', () => {
    const contest = two();
    const away = contest.read;
    contest.read = () => ({ byTrial: new Map(), problem: { reason: 'StoreUnreachable', message: 'connection refused' } });
    contest.ends('a', { cv: 0.9, holdout: true }).ends('b', { cv: 0.8, holdout: true });
    expect([contest.condition('Ready'), contest.condition('Succeeded')]).toEqual(['Unknown StoreUnreachable', 'Unknown StoreUnreachable']);
    contest.read = away;
    expect(contest.settle().condition('Succeeded')).toBe('True Succeeded');
    expect(contest.status.comparisons?.[0]).not.toHaveProperty('holdout');
  });
  it('of one candidate alone are read by nobody', () => {
    const contest = two();
    contest.read = () => { throw new Error('nobody is compared'); };
    expect(contest.ends('a', { cv: 0.9, holdout: true }).ends('b', { failed: 'OutOfMemory' }).condition('Succeeded')).toBe('True Succeeded');
  });
});
