import { describe, expect, it } from 'vitest';
import type { QueryObjective } from './objective.ts';
import { compare, queryBreach, queryShortfall, type QueryEvidence, type QueryResult } from './query.ts';

const objective: QueryObjective = { type: 'Query', name: 'orders', min: 3, max: 9 };
type Evaluation = Pick<QueryResult, 'value' | 'problem' | 'unavailable'> & { readonly at?: number };
const after = (...results: readonly Evaluation[]): QueryEvidence | undefined =>
  results.reduce<QueryEvidence | undefined>((before, result, i) => compare(objective, before, { ...result, slo: 'orders', at: new Date(result.at ?? 1000 * (i + 1)) }), undefined);
const said = (item: QueryEvidence | undefined): string => (item !== undefined && queryBreach(objective, item) !== undefined ? 'Breach' : queryShortfall(objective, item) === undefined ? 'Pass' : queryShortfall(objective, item)?.unavailable === true ? 'Unavailable' : 'Insufficient');

describe('a query', () => {
  it.each<[name: string, results: readonly Evaluation[], verdict: string]>([
    ['that was never evaluated', [], 'Insufficient'],
    ['within its bounds once', [{ value: 5 }], 'Insufficient'],
    ['within its bounds twice', [{ value: 5 }, { value: 6 }], 'Pass'],
    ['at its bounds', [{ value: 3 }, { value: 9 }], 'Pass'],
    ['outside once', [{ value: 5 }, { value: 5 }, { value: 2 }], 'Insufficient'],
    ['outside twice in a row', [{ value: 2 }, { value: 10 }], 'Breach'],
    ['outside, inside, outside', [{ value: 2 }, { value: 5 }, { value: 2 }], 'Insufficient'],
    ['outside twice with nothing in between', [{ value: 2 }, { problem: 'NaN' }, { value: 2 }], 'Insufficient'],
    ['without a number', [{ value: 5 }, { value: 5 }, { problem: 'the query gives no series' }], 'Insufficient'],
    ['that Prometheus did not answer', [{ value: 5 }, { value: 5 }, { problem: 'refused', unavailable: true }], 'Unavailable'],
    ['that was read twice but evaluated once', [{ value: 2, at: 7 }, { value: 2, at: 7 }], 'Insufficient'],
  ])('%s', (_name, results, verdict) => {
    expect(said(after(...results))).toBe(verdict);
  });
  it('says what it gave and what was allowed', () => {
    const broken = after({ value: 2 }, { value: 1 });
    expect(queryBreach(objective, broken!)).toBe('orders 1 is outside of 3 to 9 in 2 evaluations in a row');
    expect(queryBreach({ type: 'Query', name: 'orders', min: 3 }, broken!)).toContain('at least 3');
    expect(queryBreach({ type: 'Query', name: 'orders', max: 0.5 }, broken!)).toContain('at most 0.5');
  });
});
