import { describe, expect, it } from 'vitest';
import { Contest } from '../testing/contest.ts';
import { seedOf } from './question.ts';

const space = [{ name: 'depth', type: 'Int', min: 0, max: 99 }];
const tree = (more: object = {}): object => ({ name: 'tree', algorithm: { name: 'xgboost', parameters: { n_estimators: 50, depth: -1 } }, search: { space, maxTrials: 3, ...more } });
const logistic = { name: 'logistic', algorithm: { name: 'logistic' } };
const searching = (more: object = {}, search: object = {}): Contest => new Contest({ candidates: [tree(search), logistic], parallelism: 2, ...more }).settle();

describe('a search', () => {
  it('begins trials with the parameters that were suggested, over those that stay the same', () => {
    const contest = searching();
    expect(contest.created).toEqual(['tree-0', 'logistic']);
    expect(contest.runs.get('tree-0')).toMatchObject({
      metadata: { name: 'families-tree-0', labels: { 'trainyard.dev/candidate': 'tree', 'trainyard.dev/trial': '0' } },
      spec: { algorithm: { name: 'xgboost', parameters: { n_estimators: 50, depth: 0 } }, register: { enabled: false } },
    });
    expect(contest.runs.get('logistic')?.metadata.labels).not.toHaveProperty('trainyard.dev/trial');
  });
  it('tells the service all that it needs, and nothing of other candidates', () => {
    const contest = searching({ parallelism: 1, seed: 5, objective: { metric: 'roc_auc', direction: 'Minimize' } }).ends('tree-0', { cv: 0.9 }).ends('logistic', { cv: 0.8 });
    expect(contest.asked.at(-1)).toEqual(['tree', { space: [{ ...space[0], scale: 'Linear' }], sampler: 'TPE', direction: 'Minimize', seed: seedOf(5, 'tree'), history: [{ number: 0, state: 'Complete', parameters: { depth: 0 }, value: 0.9 }], next: [1] }]);
  });
  it('says nothing of a scale where there is none', () => {
    const contest = new Contest({ candidates: [tree({ space: [{ name: 'depth', type: 'Categorical', values: [1, 2] }] })] }).settle();
    expect(contest.asked.at(-1)?.[1].space).toEqual([{ name: 'depth', type: 'Categorical', values: [1, 2] }]);
  });
  it('tells of failures and of trials under way, which are data too', () => {
    const contest = searching({ parallelism: 3 }, { maxTrials: 5 }).ends('tree-0', { failed: 'OutOfMemory' }).ends('logistic', { cv: Number.NaN });
    expect(contest.asked.at(-1)?.[1].history).toEqual([{ number: 0, state: 'Failed', parameters: { depth: 0 } }, { number: 1, state: 'Running', parameters: { depth: 1 } }, { number: 2, state: 'Running', parameters: { depth: 2 } }]);
    expect(contest.status).toMatchObject({ trials: { total: 6, running: 3, failed: 2, text: '2/6' } });
  });
  it('lets its best trial compete, and tells what was chosen for it', () => {
    const contest = searching().ends('tree-0', { cv: 0.7 }).ends('logistic', { cv: 0.8 }).ends('tree-1', { cv: 0.95 }).ends('tree-2', { cv: 0.6 });
    expect(contest.status).toMatchObject({
      trials: { total: 4, succeeded: 4, text: '4/4' },
      verdict: { winner: 'tree', trialRef: 'families-tree-1' },
      candidates: [{ name: 'tree', trials: 3, succeeded: 3, bestTrial: 'families-tree-1', score: 0.95 }, { name: 'logistic', trials: 1, bestTrial: 'families-logistic' }],
      modelVersionRef: { name: 'tumour-1' },
    });
    expect(contest.status.leaderboard?.map(({ trialRef, parameters }) => [trialRef, parameters])).toEqual([['families-tree-1', { depth: 1 }], ['families-logistic', undefined], ['families-tree-0', { depth: 0 }], ['families-tree-2', { depth: 2 }]]);
    expect(contest.status.comparisons).toHaveLength(1);
    expect(contest.status.pareto).toEqual([{ candidate: 'tree', trialRef: 'families-tree-1', score: 0.95 }]);
    expect([...contest.versions]).toEqual([['tumour-1', 'manifest-tree-1']]);
  });
  it('makes each trial once though every second decision is lost', () => {
    const contest = new Contest({ candidates: [tree(), logistic], parallelism: 2 });
    contest.crashes = true;
    contest.settle().ends('tree-0', { cv: 0.7 }).ends('logistic', { cv: 0.8 }).ends('tree-1', { cv: 0.95 }).ends('tree-2', { cv: 0.6 });
    expect(contest.created).toEqual(['tree-0', 'logistic', 'tree-1', 'tree-2']);
    expect(contest.condition('Succeeded')).toBe('True Succeeded');
  });
  it('makes a trial anew that somebody deleted', () => {
    const contest = searching().ends('tree-0', { cv: 0.7 });
    contest.runs.delete('tree-0');
    contest.ends('logistic', { cv: 0.8 });
    expect(contest.created).toEqual(['tree-0', 'logistic', 'tree-1', 'tree-0']);
    expect(contest.asked.at(-1)?.[1]).toMatchObject({ history: [{ number: 1, state: 'Running' }], next: [0] });
  });
});

describe('a grid', () => {
  it('ends with its points, and says how many there are', () => {
    const contest = new Contest({ candidates: [tree({ sampler: 'Grid', maxTrials: 10 }), logistic], parallelism: 4 });
    contest.gridSize = 2;
    contest.settle();
    expect(contest.created).toEqual(['tree-0', 'logistic', 'tree-1']);
    contest.ends('tree-0', { cv: 0.7 }).ends('logistic', { cv: 0.8 }).ends('tree-1', { cv: 0.9 });
    expect(contest.status).toMatchObject({ trials: { total: 3, text: '3/3' }, candidates: [{ name: 'tree', trials: 2, gridSize: 2 }, { name: 'logistic' }], verdict: { winner: 'tree' } });
  });
});

describe('a study of sensitivity', () => {
  const ended = (more: object): Contest => searching(more).ends('tree-0', { cv: 0.7 }).ends('logistic', { cv: 0.8 }).ends('tree-1', { cv: 0.95 });
  it('is made of each search when its trials have ended, where it is wanted', () => {
    const contest = ended({ studies: { sensitivity: true } });
    const studied: string[] = [];
    const study = contest.study;
    contest.study = (questions) => {
      studied.push(...[...questions].map(([candidate, { history }]) => `${candidate} ${history.length}`));
      return study(questions);
    };
    contest.ends('tree-2', { cv: 0.6 });
    expect(new Set(studied)).toEqual(new Set(['tree 3']));
    expect(contest.status).toMatchObject({ sensitivity: [{ candidate: 'tree', parameter: 'depth', importance: 1 }], verdict: { winner: 'tree' } });
    expect(ended({}).ends('tree-2', { cv: 0.6 }).status).not.toHaveProperty('sensitivity');
  });
  it('is waited for while the service is away', () => {
    const contest = ended({ studies: { sensitivity: true } });
    const study = contest.study;
    contest.study = () => ({ sensitivity: [], problem: { reason: 'SuggestionUnavailable', message: 'away' } });
    expect(contest.ends('tree-2', { cv: 0.6 }).condition('Ready')).toBe('Unknown SuggestionUnavailable');
    contest.study = study;
    expect(contest.settle().condition('Succeeded')).toBe('True Succeeded');
  });
});

describe('a suggestion service', () => {
  it('that is away is waited for, while trials without a search go on', () => {
    const contest = new Contest({ candidates: [tree(), logistic], parallelism: 2 });
    contest.problem = { reason: 'SuggestionUnavailable', message: 'candidate tree: connection refused' };
    contest.settle();
    expect(contest.created).toEqual(['logistic']);
    expect(contest.condition('Ready')).toBe('Unknown SuggestionUnavailable');
    expect(contest.condition('TrialsCompleted')).toBe('False Competing');
    contest.ends('logistic', { cv: 0.8 });
    expect(contest.condition('Ready')).toBe('Unknown SuggestionUnavailable');
    contest.problem = undefined;
    contest.settle();
    expect(contest.condition('Ready')).toBe('Unknown Competing');
    expect(contest.created).toEqual(['logistic', 'tree-0', 'tree-1']);
  });
  it('that refuses the space ends the experiment, saying why', () => {
    const contest = new Contest({ candidates: [logistic, tree()], parallelism: 2 });
    contest.problem = { reason: 'InvalidSearch', message: 'candidate tree: space[0].when names a later parameter' };
    contest.settle();
    expect(contest.condition('Succeeded')).toBe('False InvalidSearch');
    expect(contest.condition('TrialsCompleted')).toBe('False InvalidSearch');
    expect(contest.reasons()).toEqual(['InvalidSearch']);
    expect(contest.status.conditions?.find(({ type }) => type === 'Ready')?.message).toContain('names a later parameter');
  });
});
