import { describe, expect, it } from 'vitest';
import { Contest } from '../testing/contest.ts';

const family = (name: string): object => ({ name, algorithm: { name: 'logistic', parameters: { C: 2 } } });
const groups = [{ name: 'radius', columns: ['mean_radius', 'worst_radius'] }, { name: 'texture', columns: ['mean_texture'] }, { name: 'rest', columns: ['patient_age'] }];
const template = { task: 'BinaryClassification', data: { source: { uri: 's3://data/tumour.csv' }, target: 'malignant', drop: ['patient_id', 'patient_age'] }, metrics: { primary: 'roc_auc' }, gates: [{ metric: 'roc_auc', min: 0.9 }] };
const winner = [0.95, 0.94, 0.96, 0.95, 0.94];
const less = (by: number): readonly number[] => winner.map((score, i) => score - by * (1 + i / 100));
const begun = (more: object = {}): Contest => new Contest({ candidates: [family('a'), family('b')], parallelism: 2, template, studies: { featureGroups: groups }, ...more }).settle();
const judged = (more: object = {}): Contest => begun(more).ends('a', { scores: winner, cv: 0.948 }).ends('b', { scores: less(0.05) });

describe('a study of what groups of columns add', () => {
  it('trains the winner without each, on the same rows and without its gates, and only when it is known', () => {
    const contest = begun().ends('a', { scores: winner });
    expect(contest.created).toEqual(['a', 'b']);
    contest.ends('b', { scores: less(0.05) });
    expect(contest.created).toEqual(['a', 'b', 'without-radius', 'without-texture']);
    expect(['Ready', 'TrialsCompleted', 'WinnerSelected', 'Succeeded'].map((type) => contest.condition(type))).toEqual(['Unknown Studying', 'True AllEnded', 'True Significant', 'Unknown Studying']);
    const run = contest.runs.get('without-radius');
    expect(run?.metadata).toMatchObject({ name: 'families-without-radius', labels: { 'trainyard.dev/experiment': 'families', 'trainyard.dev/study': 'radius', 'trainyard.dev/candidate': 'a' } });
    expect(run?.spec).toMatchObject({ algorithm: { name: 'logistic', parameters: { C: 2 } }, data: { drop: ['patient_id', 'patient_age', 'mean_radius', 'worst_radius'] }, register: { enabled: false } });
    expect(run?.spec).not.toHaveProperty('gates');
    expect([...contest.versions]).toEqual([]);
  });

  it('tells fold by fold what each adds, largest first, and registers the winner then', () => {
    const contest = judged();
    contest.ends('without-radius', { scores: less(0.04) }).ends('without-texture', { scores: less(-0.03) }).ends('without-rest', { scores: [0.96, 0.93, 0.955, 0.955, 0.94] });
    expect(contest.status.featureImpact?.map(({ group, verdict }) => [group, verdict])).toEqual([['radius', 'Helps'], ['rest', 'Unproven'], ['texture', 'Harms']]);
    expect(contest.status.featureImpact?.[0]).toMatchObject({ trialRef: 'families-without-radius', delta: expect.closeTo(0.0408, 6) as number });
    expect(contest.status.featureImpact?.every(({ pValue = NaN, adjustedP = NaN }) => adjustedP >= pValue)).toBe(true);
    expect([contest.condition('Succeeded'), [...contest.versions]]).toEqual(['True Succeeded', [['tumour-1', 'manifest-a']]]);
    expect(contest.reasons()).toEqual(['WinnerSelected']);
    expect(contest.status.trials).toMatchObject({ total: 2, text: '2/2' });
  });

  it('turns round where less is better, and is of the winner, whichever candidate that is', () => {
    const contest = judged({ objective: { metric: 'roc_auc', direction: 'Minimize' }, candidates: [family('a'), { name: 'b', algorithm: { name: 'svm' } }] });
    expect(contest.runs.get('without-radius')?.spec.algorithm?.name).toBe('svm');
    contest.ends('without-radius', { scores: less(0.09) }).ends('without-texture', { scores: less(0.09) }).ends('without-rest', { scores: less(0.01) });
    expect(contest.status.featureImpact?.map(({ group, verdict }) => [group, verdict])).toEqual([['rest', 'Helps'], ['radius', 'Harms'], ['texture', 'Harms']]);
  });

  it('says which runs could not be compared, and goes on', () => {
    const contest = judged();
    contest.ends('without-radius', { failed: 'MissingColumn' }).ends('without-texture', { scores: less(0.03), folds: 'other folds' }).ends('without-rest', { scores: less(0.02) });
    expect(contest.status.featureImpact).toMatchObject([{ group: 'rest', verdict: 'Helps' }, { group: 'radius', verdict: 'NotTested', problem: 'MissingColumn: because of MissingColumn' }, { group: 'texture', verdict: 'NotTested', problem: 'measured on other folds' }]);
    expect(contest.condition('Succeeded')).toBe('True Succeeded');
  });

  it('carries what the search chose for the winner', () => {
    const tree = { name: 'tree', algorithm: { name: 'xgboost', parameters: { n_estimators: 9 } }, search: { space: [{ name: 'depth', type: 'Int', min: 0, max: 9 }], maxTrials: 2 } };
    const contest = begun({ candidates: [tree], studies: { featureGroups: groups.slice(0, 1) } }).ends('tree-0', { scores: less(0.1) }).ends('tree-1', { scores: winner });
    expect(contest.runs.get('without-radius')?.spec.algorithm).toEqual({ name: 'xgboost', parameters: { n_estimators: 9, depth: 1 } });
  });

  it('follows suspend, and its runs are made once though every second decision is lost', () => {
    const contest = judged().suspend(true);
    expect([contest.condition('Ready'), contest.runs.get('without-radius')?.spec.suspend, contest.created.length]).toEqual(['False Suspended', true, 4]);
    contest.crashes = true;
    contest.suspend(false).ends('without-radius', { scores: less(0.04) }).ends('without-texture', { scores: less(0.03) }).ends('without-rest', { scores: less(0.02) });
    expect(contest.created).toEqual(['a', 'b', 'without-radius', 'without-texture', 'without-rest']);
    expect([contest.condition('Succeeded'), contest.runs.get('without-rest')?.spec.suspend]).toEqual(['True Succeeded', false]);
  });

  it('is not made without a winner, nor when the budget is spent', () => {
    expect(begun().ends('a', { failed: 'OutOfMemory' }).ends('b', { failed: 'OutOfMemory' }).created).toEqual(['a', 'b']);
    expect(begun({ budget: { maxBillableSeconds: 10 } }).ends('a', { scores: winner, seconds: 10 }).created).toEqual(['a', 'b']);
    const equals = begun({ winner: { requireSignificance: true } }).ends('a', { scores: winner }).ends('b', { scores: [0.94, 0.95, 0.95, 0.96, 0.93] });
    expect([equals.condition('Succeeded'), equals.created]).toEqual(['True NoSignificantWinner', ['a', 'b']]);
  });
});
