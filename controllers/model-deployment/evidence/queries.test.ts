import { afterAll, describe, expect, it } from 'vitest';
import { startAnswering } from '../testing/evidence-servers.ts';
import { evaluateQueries, fillIn } from './queries.ts';
import type { SampleTarget } from './source.ts';

const prometheus = await startAnswering();
afterAll(() => prometheus.close());
const since = '2026-01-01T00:00:00Z';
const at = (seconds: number): Date => new Date(Date.parse(since) + 1000 * seconds);
const target: SampleTarget = { namespace: 'ml', deployment: 'web', candidate: 'web-2', stable: 'web-1', prometheusUrl: `http://127.0.0.1:${prometheus.port}`, readPods: true, intervalMs: 2000, queries: [{ slo: 'orders', template: 'x', since }] };
const evaluate = (of: SampleTarget = target): Promise<unknown> => evaluateQueries(of, at(60), AbortSignal.timeout(500));
const data = (resultType: string, result: unknown): string => JSON.stringify({ status: 'success', data: { resultType, result } });
const series = (value: string): object => ({ metric: {}, value: [1, value] });

describe('what is put into a query', () => {
  it.each<[name: string, template: string, seconds: number, query: string]>([
    ['names', 'a{r="{{revision}}",s="{{stable}}",n="{{namespace}}",d="{{deployment}}"}', 60, 'a{r="web-2",s="web-1",n="ml",d="web"}'],
    ['the time since the step began', 'rate(a[{{window}}])', 60.9, 'rate(a[60s])'],
    ['ten seconds at least', 'rate(a[{{window}}])', 3, 'rate(a[10s])'],
    ['five minutes at most', 'rate(a[{{window}}])', 4000, 'rate(a[300s])'],
    ['the same name as often as it stands there', '{{stable}} {{stable}}', 60, 'web-1 web-1'],
    ['nothing between the braces of PromQL', 'sum(a{b="c"}) by (d)', 60, 'sum(a{b="c"}) by (d)'],
  ])('%s', (_name, template, seconds, query) => {
    expect(fillIn({ slo: 'a', template, since }, target, at(seconds))).toBe(query);
  });
  it.each([
    ['a quote', { namespace: 'ml",pod=~".*' }],
    ['a brace', { deployment: 'web}' }],
    ['a line feed', { candidate: 'web\n' }],
    ['nothing', { stable: '' }],
    ['another placeholder', { namespace: '{{stable}}' }],
  ])('is never %s', (_name, more) => {
    const template = '{{namespace}} {{deployment}} {{revision}} {{stable}}';
    expect(() => fillIn({ slo: 'a', template, since }, { ...target, ...more }, at(60))).toThrow('cannot be put in');
  });
  it.each(['{{pod}}', '{{}}', '{{constructor}}', '{{ revision }}'])('is nothing for %s', (template) => {
    expect(() => fillIn({ slo: 'a', template, since }, target, at(60))).toThrow('is none of');
  });
});

describe('the answer to a query', () => {
  it.each<[name: string, body: string, result: object]>([
    ['of one series is its value', data('vector', [series('3.5')]), { value: 3.5 }],
    ['that is a scalar is that', data('scalar', [1, '-2']), { value: -2 }],
    ['of no series is no number', data('vector', []), { problem: 'the query gives no series' }],
    ['of two series is no number', data('vector', [series('1'), series('2')]), { problem: 'the query gives 2 series instead of one' }],
    ['NaN is no number', data('vector', [series('NaN')]), { problem: 'the query gives NaN, which cannot be compared' }],
    ['+Inf is no number', data('vector', [series('+Inf')]), { problem: 'the query gives +Inf, which cannot be compared' }],
    ['that is empty is no number', data('vector', [series('')]), { problem: 'the query gives , which cannot be compared' }],
    ['that is a matrix is no number', data('matrix', []), { problem: 'the query gives a matrix, not a number' }],
    ['that is a text is no number', data('string', [1, '5']), { problem: 'the query gives a string, not a number' }],
  ])('%s', async (_name, body, result) => {
    prometheus.answer(200, body);
    expect(await evaluate()).toEqual([{ slo: 'orders', at: at(60), ...result }]);
  });
  it.each<[name: string, breakIt: () => void, problem: RegExp]>([
    ['an error', () => prometheus.answer(422, '{"status":"error"}'), /^Prometheus answered 422/],
    ['a cut connection', () => prometheus.fail('reset'), /ECONNRESET|closed|socket/],
    ['silence', () => prometheus.fail('hang'), /timeout/],
  ])('that is %s says that Prometheus is not available', async (_name, breakIt, problem) => {
    breakIt();
    expect(await evaluate()).toEqual([{ slo: 'orders', at: at(60), problem: expect.stringMatching(problem), unavailable: true }]);
  });
  it('is asked of nobody without a Prometheus', async () => {
    expect(await evaluate({ ...target, prometheusUrl: undefined })).toMatchObject([{ problem: 'a query needs a Prometheus: set analysis.source.prometheus.url', unavailable: true }]);
  });
  it('of one query does not stand in the way of another', async () => {
    prometheus.answer(200, data('scalar', [1, '7']));
    expect(await evaluate({ ...target, queries: [{ slo: 'a', template: '{{pod}}', since }, { slo: 'b', template: 'x', since }] })).toMatchObject([{ slo: 'a', unavailable: true }, { slo: 'b', value: 7 }]);
  });
});
