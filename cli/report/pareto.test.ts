import { describe, expect, it } from 'vitest';
import { paretoOf } from './pareto.ts';
import { run, study } from './testing/example.ts';
import { isScored, type Scored } from './trials.ts';

type Costs = readonly [score: number, latencyP99Ms?: number | undefined, sizeBytes?: number, fairness?: number];

function trials(all: readonly Costs[]): readonly Scored[] {
  return study(all.map(([score, latencyP99Ms, sizeBytes, fairness], number) => run('xgb', { number, scores: [score, score], ...(latencyP99Ms === undefined ? {} : { latencyP99Ms }), ...(sizeBytes === undefined ? {} : { sizeBytes }), ...(fairness === undefined ? {} : { fairness }) }))).trials.filter(isScored);
}

describe('the trials that no other one beats', () => {
  it.each<[string, readonly Costs[], readonly number[], readonly string[]]>([
    ['are none of none', [], [], []],
    ['are the best score alone where nothing else was measured', [[0.9], [0.8]], [0], []],
    ['are all that are equal', [[0.9, 1], [0.9, 1]], [0, 1], ['latencyP99Ms']],
    ['have the better score or the lower latency', [[0.9, 3], [0.8, 1], [0.7, 2]], [0, 1], ['latencyP99Ms']],
    ['of one score are the quickest', [[0.9, 3], [0.9, 1]], [1], ['latencyP99Ms']],
    ['of one score and latency are the smallest', [[0.9, 1, 20], [0.9, 1, 10]], [1], ['latencyP99Ms', 'sizeBytes']],
    ['have what no other has, if only in fairness', [[0.9, 1, 10, 0.3], [0.8, 2, 20, 0.1], [0.7, 3, 30, 0.2]], [0, 1], ['latencyP99Ms', 'sizeBytes', 'fairness']],
    ['are not told apart by what one of them was not measured by', [[0.9, 3, 5], [0.8, undefined, 9], [0.7, 1, 4]], [0, 2], ['sizeBytes']],
  ])('%s', (_, all, expected, measured) => {
    const { members, measured: counted } = paretoOf(trials(all));
    expect(members.map(({ number }) => number)).toEqual(expected);
    expect(counted).toEqual(measured);
  });

  it('are the best score first where less is better', () => {
    expect(paretoOf(trials([[0.1, 3], [0.2, 2], [0.3, 1], [0.4, 1]])).members.map(({ number }) => number)).toEqual([0, 1, 2]);
  });
});
