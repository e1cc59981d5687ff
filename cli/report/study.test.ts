import { describe, expect, it } from 'vitest';
import { standingOf } from './standing.ts';
import { byScore, studyOf } from './study.ts';
import { experiment, now, run, study, type Ran } from './testing/example.ts';
import type { Trial } from './trials.ts';

describe('a trial', () => {
  const only = (ran: Ran): Trial | undefined => study([run('xgb', { number: 0, ...ran }), run('logistic', { scores: [0.5] }), run('xgb', { number: 1, scores: [0.5] })]).trials[0];
  it.each<[string, Ran, string, string | undefined]>([
    ['has a score when it succeeded', { scores: [0.9, 0.8] }, 'Scored', undefined],
    ['has one too when it only missed a gate, and says so', { scores: [0.9], reason: 'GateFailed', message: 'too low' }, 'Scored', 'GateFailed: too low'],
    ['has failed with its reason', { reason: 'DataInvalid', message: 'no column x' }, 'Failed', 'DataInvalid: no column x'],
    ['has failed where its score is missing', {}, 'Failed', 'no cross-validated roc_auc'],
    ['has failed on other folds than most', { scores: [0.9], digest: 'b'.repeat(64) }, 'Failed', 'FoldsDiffer: measured on folds bbbbbbbbbbbb, the others on aaaaaaaaaaaa'],
    ['was stopped', { scores: [0.9], reason: 'Stopped', message: 'given up' }, 'Stopped', 'given up'],
    ['runs while nothing says that it ended', { scores: [0.9], running: true }, 'Running', undefined],
  ])('%s', (_, ran, state, problem) => {
    const trial = only(ran);
    expect([trial?.state, trial?.problem]).toEqual([state, problem]);
    expect(trial?.score === undefined).toBe(state !== 'Scored');
  });
  it('that missed a gate cannot win', () => {
    expect([only({ scores: [0.9], reason: 'GateFailed' })?.gatesPassed, only({ scores: [0.9] })?.gatesPassed]).toEqual([false, true]);
  });
  it('without a status runs, and has nothing yet', () => {
    const { status: _, ...bare } = run('xgb');
    expect(study([bare]).trials).toMatchObject([{ state: 'Running', folds: [], score: undefined, start: undefined }]);
  });
});

describe('a study', () => {
  const runs = [run('xgb', { number: 1, scores: [0.97], reason: 'GateFailed' }), run('logistic', { scores: [0.8] }), run('xgb', { number: 0, scores: [0.9] }), run('xgb', { number: 10, scores: [0.7] }), run('xgb', { number: 2, scores: [0.99], owner: 'somebody' }), run('forgotten', { scores: [1] })];
  it('has its own trials in the order of their beginning', () => {
    const found = study(runs);
    expect(found.trials.map(({ candidate, number }) => [candidate, number])).toEqual([['xgb', 0], ['logistic', undefined], ['xgb', 1], ['xgb', 10]]);
    expect(found.foreign).toBe(1);
  });
  it('does not take a study of the winner for a trial', () => {
    const found = study([run('logistic', { scores: [0.8] }), run('logistic', { scores: [0.99], without: 'radius' })]);
    expect(found.trials.map(({ name }) => name)).toEqual(['families-logistic']);
    expect([found.foreign, found.contenders[1]?.best?.score]).toEqual([0, 0.8]);
  });
  it('lets the best trial that passed its gates compete, or else the best one', () => {
    expect(study(runs).contenders.map(({ best }) => best?.name)).toEqual(['families-xgb-0', 'families-logistic']);
    expect(study([run('xgb', { number: 1, scores: [0.9], reason: 'GateFailed' }), run('xgb', { number: 2, scores: [0.95], reason: 'GateFailed' })]).contenders[0]?.best?.number).toBe(2);
  });
  it('knows the trials that no other one beats, among those that passed their gates', () => {
    const { ranked, pareto } = study([run('xgb', { number: 0, scores: [0.9], latencyP99Ms: 3 }), run('xgb', { number: 1, scores: [0.95], latencyP99Ms: 1, reason: 'GateFailed' }), run('logistic', { scores: [0.8], latencyP99Ms: 2 }), run('xgb', { number: 2, scores: [0.7], latencyP99Ms: 2.5 })]);
    expect(ranked.map(({ score }) => score)).toEqual([0.95, 0.9, 0.8, 0.7]);
    expect([pareto.members.map(({ score }) => score), pareto.measured]).toEqual([[0.9, 0.8], ['latencyP99Ms']]);
  });
  it('goes by the direction of the objective', () => {
    const least = experiment({}, { objective: { metric: 'roc_auc', direction: 'Minimize' } });
    expect(study(runs, least).contenders.map(({ best }) => best?.score)).toEqual([0.7, 0.8]);
    expect(byScore(study(runs, least)).map(({ name }) => name)).toEqual(['xgb', 'logistic']);
    expect(byScore(study([run('logistic', { scores: [0.8] })])).map(({ name }) => name)).toEqual(['logistic', 'xgb']);
  });
  it('knows from the status what deleted trials had', () => {
    const status = { candidates: [{ name: 'xgb', trials: 3, bestTrial: 'families-xgb-2', score: 0.97, seconds: 90 }], leaderboard: [{ candidate: 'xgb', trialRef: 'families-xgb-2', score: 0.97, stdDev: 0.01, gatesPassed: true, latencyP99Ms: 0.5, parameters: { depth: 3 } }] };
    for (const left of [[], [run('xgb', { number: 1, scores: [0.9] })]]) {
      const [xgb] = studyOf(experiment(status), left, now).contenders;
      expect(xgb).toMatchObject({ seconds: 90, best: { score: 0.97, gatesPassed: true, latencyP99Ms: 0.5, parameters: { depth: 3 }, folds: [] } });
    }
    expect(studyOf(experiment(status), [run('xgb', { number: 2, scores: [0.98] })], now).contenders[0]?.best?.score).toBe(0.98);
  });
});

describe('how far it is', () => {
  const condition = (status: 'True' | 'False' | 'Unknown', reason: string, type = 'Succeeded') => ({ type, status, reason, message: `because of ${reason}`, lastTransitionTime: now.toISOString() });
  it.each<[string, Parameters<typeof experiment>, string, string, boolean]>([
    ['is over with a winner', [{ conditions: [condition('True', 'Succeeded')], verdict: { winner: 'xgb', text: 'xgb wins' } }], 'Succeeded', 'xgb wins', true],
    ['is over without one', [{ conditions: [condition('True', 'NoSignificantWinner')], verdict: { reason: 'NoSignificantWinner', text: 'no significant winner' } }], 'No winner', 'no significant winner', true],
    ['has failed, with the reason', [{ conditions: [condition('False', 'TooManyFailedTrials')] }], 'Failed', 'TooManyFailedTrials: because of TooManyFailedTrials', true],
    ['runs', [{ conditions: [condition('Unknown', 'Competing')], trials: { total: 9 } }], 'Still running', '1 of 9 trials has ended', false],
    ['runs, and waits for something', [{ conditions: [condition('Unknown', 'SuggestionUnavailable')] }], 'Still running', 'It waits: SuggestionUnavailable: because of', false],
    ['is suspended', [{ conditions: [condition('Unknown', 'Suspended')] }, { suspend: true }], 'Suspended', 'No trial runs while spec.suspend is true', false],
    ['is being judged', [{ conditions: [condition('Unknown', 'Registering'), condition('True', 'AllEnded', 'TrialsCompleted')] }], 'Being judged', 'because of Registering', false],
    ['has not begun', [undefined], 'Not begun', 'written nothing about it yet', false],
  ])('%s', (_, arguments_, word, text, over) => {
    const standing = standingOf(study([run('xgb', { scores: [0.9] }), run('logistic', { running: true })], arguments_[0] === undefined ? { ...experiment(), status: undefined as never } : experiment(...arguments_)));
    expect(standing).toMatchObject({ word, over });
    expect(standing.text).toContain(text);
  });
});
