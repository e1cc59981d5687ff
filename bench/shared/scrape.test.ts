import { describe, expect, it } from 'vitest';
import { parseMetrics, sum } from './scrape.ts';

const text = `# HELP reconcile_total Reconciliations.
# TYPE reconcile_total counter
reconcile_total{controller="a",result="success"} 3
reconcile_total{controller="a",result="error"} 1e+02
reconcile_total{controller="b",result="success"} 7
up 1
path{le="+Inf",note="a \\"b\\", c"} 2
`;

describe('metrics in text', () => {
  it.each([
    ['all series of a name', 'reconcile_total', {}, 110],
    ['those with a label', 'reconcile_total', { controller: 'a' }, 103],
    ['those with two labels', 'reconcile_total', { controller: 'a', result: 'success' }, 3],
    ['a series without labels', 'up', {}, 1],
    ['none', 'down', {}, 0],
  ])('are summed: %s', (_name, name, labels, expected) => expect(sum(parseMetrics(text), name, labels)).toBe(expected));
  it('may hold quotes and commas in a label', () => expect(parseMetrics(text).at(-1)?.labels).toEqual({ le: '+Inf', note: 'a \\"b\\", c' }));
});
