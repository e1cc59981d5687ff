import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import type { Pod } from '../../shared/kube-types.ts';
import { metricsPage, startPod } from '../testing/evidence-servers.ts';
import { podSource } from './pods.ts';

const stable = await startPod('127.11.0.1');
const candidate = await startPod('127.11.0.2');
const second = await startPod('127.11.0.3');
afterAll(() => Promise.all([stable.close(), candidate.close(), second.close()]));

const pod = (name: string, podIP: string | undefined): Pod => ({ apiVersion: 'v1', kind: 'Pod', metadata: { name }, status: podIP === undefined ? {} : { podIP } });
const target = { namespace: 'ml', deployment: 'web', candidate: 'web-2', stable: 'web-1', prometheusUrl: undefined, readPods: true, intervalMs: 2000 };
const world = { pods: new Map<string, Pod[]>() };
const source = podSource({ podsOf: (namespace, revision) => world.pods.get(`${namespace}/${revision}`) ?? [] });
const read = (): Promise<unknown> => source.read(target, AbortSignal.timeout(500));

beforeEach(() => {
  world.pods = new Map([['ml/web-1', [pod('s-0', '127.11.0.1')]], ['ml/web-2', [pod('c-0', '127.11.0.2')]]]);
  stable.answer(200, metricsPage('web-1', 1.7e9, 90, 1));
  candidate.answer(200, metricsPage('web-2', 1_700_000_100.5, 5, 2));
  second.answer(200, metricsPage('web-2', 1_700_000_200, 3, 0));
});

const s = { pod: 's-0', revision: 'web-1', epoch: '1700000000', total: 91, bad: 1 };
const c = { pod: 'c-0', revision: 'web-2', epoch: '1700000100.5', total: 7, bad: 2 };

describe('the counters of the pods', () => {
  it('are those of their own revision, by the start of the process', async () => {
    expect(await read()).toEqual([c, s]);
  });
  it('hold times, invalid outputs and predictions of the revision, where its server tells them', async () => {
    const labels = 'model="tumour",version="tumour-2",revision="web-2"';
    candidate.answer(200, [
      metricsPage('web-2', 1_700_000_100.5, 5, 2),
      // Failed answers are never fast, and answers of other revisions are not ours.
      ...['2xx', '4xx', '5xx'].map((code, i) => `trainyard_inference_duration_seconds_bucket{le="0.1",${labels},code="${code}"} ${i + 2}`),
      `trainyard_inference_duration_seconds_bucket{le="0.2",${labels}} 99`,
      'trainyard_inference_duration_seconds_bucket{le="0.1",revision="another",code="2xx"} 50',
      `trainyard_invalid_outputs_total{${labels}} 1`,
      `trainyard_prediction_bins_total{${labels},bin="0.1"} 3`,
      `trainyard_prediction_bins_total{${labels},bin="0.9"} 4`,
    ].join('\n'));
    expect(await read()).toEqual([{ ...c, within: { '0.1': 5 }, invalid: 1, bins: { '0.1': 3, '0.9': 4 } }, s]);
  });
  it('hold rewards by the revision that gave the answers, whichever pod was told', async () => {
    const told = (revision: string, count: number, sum: number, squares: number): string[] => [['count', count], ['sum', sum], ['sum_squares', squares]].map(([name, value]) => `trainyard_feedback_reward_${name ?? ''}{model="tumour",revision="${revision}"} ${value ?? 0}`);
    candidate.answer(200, [metricsPage('web-2', 1_700_000_100.5, 5, 2), ...told('web-2', 2, -1.5, 1.25), ...told('web-1', 3, 3, 9)].join('\n'));
    expect(await read()).toEqual([{ ...c, rewards: { 'web-2': { count: 2, sum: -1.5, sumSquares: 1.25 }, 'web-1': { count: 3, sum: 3, sumSquares: 9 } } }, s]);
  });
  it('leave out pods without an address', async () => {
    world.pods.set('ml/web-2', [pod('c-0', undefined)]);
    expect(await read()).toEqual([s]);
  });
  it('are nothing where there are no pods', async () => {
    world.pods.clear();
    expect(await read()).toEqual([]);
  });
  it.each<[name: string, breakIt: () => void]>([
    ['cuts the connection', () => candidate.fail('reset')],
    ['does not answer', () => candidate.fail('hang')],
    ['answers with an error', () => candidate.answer(503, 'starting')],
    ['tells nothing of its process', () => candidate.answer(200, 'nothing here')],
    ['is not there', () => void world.pods.set('ml/web-2', [pod('c-0', '127.11.0.99')])],
  ])('leave out one pod that %s', async (_name, breakIt) => {
    breakIt();
    expect(await read()).toEqual([s]);
  });
  it('count every pod of a revision', async () => {
    world.pods.set('ml/web-2', [pod('c-0', '127.11.0.2'), pod('c-1', '127.11.0.3')]);
    expect(await read()).toEqual([c, { pod: 'c-1', revision: 'web-2', epoch: '1700000200', total: 3, bad: 0 }, s]);
  });
  it('are unknown when no pod answers, and the reason is told', async () => {
    stable.fail('reset');
    candidate.answer(500, 'broken');
    await expect(read()).rejects.toThrow('no pod answered: Error: pod c-0 answered 500 to /metrics');
  });
});
