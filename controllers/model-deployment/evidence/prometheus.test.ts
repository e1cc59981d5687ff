import { afterAll, describe, expect, it } from 'vitest';
import { startAnswering } from '../testing/evidence-servers.ts';
import { prometheusSource, stableHistory } from './prometheus.ts';

const prometheus = await startAnswering();
afterAll(() => prometheus.close());
const target = { namespace: 'ml', deployment: 'web', candidate: 'web-2', stable: 'web-1', prometheusUrl: `http://127.0.0.1:${prometheus.port}/prom`, readPods: true, intervalMs: 2000 };
const signal = (): AbortSignal => AbortSignal.timeout(500);
const at = 1_767_225_600.123;

const vector = (...result: readonly { readonly metric: object; readonly value?: readonly [number, string] }[]): string => JSON.stringify({ status: 'success', data: { resultType: 'vector', result } });
const requests = (pod: string, code: string, value: string): { metric: object; value: [number, string] } => ({ metric: { __name__: 'trainyard_inference_requests_total', namespace: 'ml', pod, code, revision: 'x', instance: '10.0.0.1:8081', job: 'pods' }, value: [at, value] });
const started = (pod: string, value: string): { metric: object; value: [number, string] } => ({ metric: { __name__: 'process_start_time_seconds', namespace: 'ml', pod }, value: [at, value] });
const read = (): Promise<unknown> => prometheusSource().read(target, signal());

describe('counters from Prometheus', () => {
  it('are raw, of both revisions, by process', async () => {
    prometheus.answer(200, vector(requests('web-1-abc-1', '2xx', '90'), requests('web-1-abc-1', '5xx', '1'), started('web-1-abc-1', '1.7e+09'), started('web-2-def-1', '1700000100.5'), requests('web-2-def-1', '2xx', '5'), requests('web-2-def-1', '2xx', '2')));
    expect(await read()).toEqual([
      { pod: 'web-1-abc-1', revision: 'web-1', epoch: '1700000000', total: 91, bad: 1 },
      { pod: 'web-2-def-1', revision: 'web-2', epoch: '1700000100.5', total: 7, bad: 0 },
    ]);
    expect(prometheus.asked.at(-1)).toBe('/prom/api/v1/query query={__name__=~"trainyard_inference_requests_total|process_start_time_seconds",namespace="ml",pod=~"web-2-.+|web-1-.+"}');
  });
  it('of a pod whose start is not known are left out: nobody could tell a restart', async () => {
    prometheus.answer(200, vector(requests('web-2-def-1', '2xx', '5'), started('web-1-abc-1', '1')));
    expect(await read()).toEqual([{ pod: 'web-1-abc-1', revision: 'web-1', epoch: '1', total: 0, bad: 0 }]);
  });
  it('hold times, invalid outputs and predictions where they are asked for, all from one query', async () => {
    const of = (name: string, more: object, value: string): { metric: object; value: [number, string] } => ({ metric: { __name__: name, pod: 'web-2-def-1', ...more }, value: [at, value] });
    prometheus.answer(200, vector(requests('web-2-def-1', '2xx', '5'), started('web-2-def-1', '7'), of('trainyard_inference_duration_seconds_bucket', { le: '0.1' }, '3'), of('trainyard_inference_duration_seconds_bucket', { le: '1.0' }, '5'), of('trainyard_inference_duration_seconds_bucket', { le: '+Inf' }, '5'), of('trainyard_invalid_outputs_total', {}, '2'), of('trainyard_prediction_bins_total', { bin: '0.3' }, '4')));
    expect(await prometheusSource().read({ ...target, extras: { latency: true, invalid: true, bins: true } }, signal())).toEqual([{ pod: 'web-2-def-1', revision: 'web-2', epoch: '7', total: 5, bad: 0, within: { '0.1': 3, '1': 5 }, invalid: 2, bins: { '0.3': 4 } }]);
    expect(prometheus.asked.at(-1)).toBe('/prom/api/v1/query query={__name__=~"trainyard_inference_requests_total|process_start_time_seconds|trainyard_invalid_outputs_total|trainyard_prediction_bins_total",namespace="ml",pod=~"web-2-.+|web-1-.+"} or sum by (__name__, pod, le) (trainyard_inference_duration_seconds_bucket{namespace="ml",pod=~"web-2-.+|web-1-.+",code=~"2xx|4xx"})'.replaceAll(' ', '+').replace('query+query', 'query query'));
  });
  it('hold rewards where they are asked for, by the revision that gave the answers', async () => {
    const told = (name: string, revision: string, value: string): { metric: object; value: [number, string] } => ({ metric: { __name__: `trainyard_feedback_reward_${name}`, pod: 'web-2-def-1', revision }, value: [at, value] });
    prometheus.answer(200, vector(requests('web-2-def-1', '2xx', '5'), started('web-2-def-1', '7'), told('count', 'web-1', '2'), told('sum', 'web-1', '-3'), told('sum_squares', 'web-1', '5')));
    expect(await prometheusSource().read({ ...target, extras: { latency: false, invalid: false, bins: false, rewards: true } }, signal())).toEqual([{ pod: 'web-2-def-1', revision: 'web-2', epoch: '7', total: 5, bad: 0, rewards: { 'web-1': { count: 2, sum: -3, sumSquares: 5 } } }]);
    expect(prometheus.asked.at(-1)).toContain('trainyard_feedback_reward_count|trainyard_feedback_reward_sum|trainyard_feedback_reward_sum_squares');
  });
  it('are nothing where it knows nothing', async () => {
    prometheus.answer(200, vector());
    expect(await read()).toEqual([]);
  });
  it.each<[name: string, breakIt: () => void, message: string | RegExp]>([
    ['it answers with an error', () => prometheus.answer(422, '{"status":"error","errorType":"bad_data"}'), 'Prometheus answered 422'],
    ['a proxy answers for it', () => prometheus.answer(200, '<html>'), /JSON/],
    ['it says so with status 200', () => prometheus.answer(200, '{"status":"error","errorType":"timeout","error":"query timed out"}'), 'Prometheus answered without a result: query timed out'],
    ['the connection is cut', () => prometheus.fail('reset'), /ECONNRESET|closed|socket/],
    ['it never answers', () => prometheus.fail('hang'), /timeout/],
  ])('are unknown when %s', async (_name, breakIt, message) => {
    breakIt();
    await expect(read()).rejects.toThrow(message);
  });
});

describe('the history of stable', () => {
  // Windows are ten seconds long; the open one began five seconds ago.
  const now = new Date('2026-01-01T00:10:05Z');
  const second = now.getTime() / 1000;
  const matrix = (...series: readonly (readonly [ago: number, value: string])[][]): string => JSON.stringify({ status: 'success', data: { resultType: 'matrix', result: series.map((points) => ({ metric: { code: '5xx' }, values: points.map(([ago, value]) => [second - ago, value]) })) } });
  const history = (): Promise<readonly number[]> => stableHistory(target, now, signal());

  it.each<[name: string, body: string, windows: readonly number[]]>([
    ['nothing is known', matrix(), []],
    ['the first point is where the counter stood, not an increase', matrix([[20, '40']]), [0, 0]],
    ['increases fall into their windows, the open one left out', matrix([[35, '10'], [25, '12'], [15, '12'], [5, '15'], [2, '99']]), [0, 2, 0]],
    ['a counter that starts again counts from zero', matrix([[25, '100'], [15, '3'], [6, '4']]), [0, 4]],
    ['failures of several pods add up', matrix([[25, '0'], [15, '1']], [[25, '7'], [15, '9'], [6, '10']]), [0, 4]],
    ['gaps are windows without failures', matrix([[45, '1'], [15, '6']]), [0, 0, 0, 5]],
  ])('%s', async (_name, body, windows) => {
    prometheus.answer(200, body);
    expect(await history()).toEqual(windows);
  });
  it('asks for the failures of stable alone', async () => {
    prometheus.answer(200, matrix());
    await history();
    expect(prometheus.asked.at(-1)).toContain('query=trainyard_inference_requests_total{namespace="ml",pod=~"web-1-.+",code="5xx"}[10m]');
  });
});
