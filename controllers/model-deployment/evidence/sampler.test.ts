import { describe, expect, it } from 'vitest';
import { createFakeClock } from '../../../operator/runtime/testing/fake-clock.ts';
import { eventually } from '../../../operator/runtime/testing/silent.ts';
import type { Key } from '../../../operator/runtime/types.ts';
import type { Reading } from '../judge/counters.ts';
import { createSampler, type SamplerOptions } from './sampler.ts';
import type { EvidenceSource, SampleTarget } from './source.ts';

const key: Key = { namespace: 'ml', name: 'web' };
const target: SampleTarget = { namespace: 'ml', deployment: 'web', candidate: 'web-2', stable: 'web-1', prometheusUrl: 'http://prometheus', readPods: true, intervalMs: 2000 };
const reading = (total: number, revision = 'web-2'): Reading => ({ pod: `${revision}-0`, epoch: '1', revision, total, bad: 0 });
const source = (name: EvidenceSource['name'], read: EvidenceSource['read']): EvidenceSource => ({ name, read });
const untilAborted = (signal: AbortSignal): Promise<never> => new Promise((_, reject) => signal.addEventListener('abort', () => reject(new Error('too late'))));

function setUp(sources: readonly EvidenceSource[], more: Partial<SamplerOptions> = {}): { readonly clock: ReturnType<typeof createFakeClock>; readonly sampler: ReturnType<typeof createSampler>; readonly woken: string[] } {
  const clock = createFakeClock();
  const woken: string[] = [];
  const sampler = createSampler({ sources, history: () => Promise.resolve([]), onSample: ({ name }) => void woken.push(name), clock, deadlineMs: 50, ...more });
  return { clock, sampler, woken };
}

describe('the sampler', () => {
  it('asks every source once an interval, and wakes the reconcile each time', async () => {
    let asked = 0;
    const { clock, sampler, woken } = setUp([source('prometheus', () => Promise.resolve([reading(asked)])), source('pods', () => Promise.resolve([reading((asked += 1))]))]);
    expect(sampler.latest(key)).toBeUndefined();
    sampler.watch(key, target);
    await clock.advance(0);
    expect(sampler.latest(key)).toMatchObject({ at: new Date('2026-01-01T00:00:00Z'), sources: ['prometheus', 'pods'], problems: [], readings: [reading(1)] });
    await clock.advance(1999);
    expect(woken).toHaveLength(1);
    await clock.advance(1);
    expect(woken).toHaveLength(2);
    await clock.advance(20_000);
    expect([asked, woken.length]).toEqual([12, 12]);
  });
  it('tells which pods told their counters themselves', async () => {
    const { clock, sampler } = setUp([source('prometheus', () => Promise.resolve([reading(3), reading(4, 'web-2-old')])), source('pods', () => Promise.resolve([reading(5)]))]);
    sampler.watch(key, target);
    await clock.advance(0);
    expect(sampler.latest(key)?.live).toEqual([reading(5).pod]);
  });
  it('goes on as before when the same is asked for again', async () => {
    const { clock, sampler, woken } = setUp([source('pods', () => Promise.resolve([]))]);
    sampler.watch(key, target);
    await clock.advance(1000);
    sampler.watch(key, { ...target });
    await clock.advance(1000);
    expect(woken).toHaveLength(2);
    expect(clock.pending).toBe(1);
  });
  it('goes on with the other source when one fails, and says why', async () => {
    const { clock, sampler } = setUp([source('prometheus', () => Promise.reject(new Error('refused'))), source('pods', () => Promise.resolve([reading(7)]))]);
    sampler.watch(key, target);
    await clock.advance(0);
    expect(sampler.latest(key)).toMatchObject({ sources: ['pods'], problems: ['prometheus: refused'], readings: [reading(7)] });
  });
  it('cuts a source that hangs at its deadline, and takes the other one\'s answer', async () => {
    const { clock, sampler, woken } = setUp([source('prometheus', (_, signal) => untilAborted(signal)), source('pods', () => Promise.resolve([reading(7)]))]);
    const began = performance.now();
    sampler.watch(key, target);
    await eventually(() => woken.length === 1);
    expect(performance.now() - began).toBeGreaterThan(40);
    expect(sampler.latest(key)).toMatchObject({ sources: ['pods'], problems: ['prometheus: too late'], readings: [reading(7)] });
    await clock.advance(2000);
    await eventually(() => woken.length === 2);
  });
  it('says that nothing answers when all fail', async () => {
    const { clock, sampler } = setUp([source('prometheus', () => Promise.reject(new Error('refused'))), source('pods', () => Promise.reject(new Error('no pod answered')))]);
    sampler.watch(key, target);
    await clock.advance(0);
    expect(sampler.latest(key)).toMatchObject({ sources: [], problems: ['prometheus: refused', 'pods: no pod answered'], readings: [] });
  });
  it.each<[name: string, more: Partial<SampleTarget>, sources: readonly string[], problems: readonly string[]]>([
    ['both', {}, ['prometheus', 'pods'], []],
    ['the pods alone without an address of Prometheus', { prometheusUrl: undefined }, ['pods'], []],
    ['Prometheus alone where the pods are not to be read', { readPods: false }, ['prometheus'], []],
    ['nobody', { prometheusUrl: undefined, readPods: false }, [], ['no metrics source is configured']],
  ])('asks %s', async (_name, more, sources, problems) => {
    const { clock, sampler } = setUp([source('prometheus', () => Promise.resolve([])), source('pods', () => Promise.resolve([]))]);
    sampler.watch(key, { ...target, ...more });
    await clock.advance(0);
    expect(sampler.latest(key)).toMatchObject({ sources, problems });
  });
  it('counts a process once that both sources see, by the fresher one', async () => {
    const { clock, sampler } = setUp([source('prometheus', () => Promise.resolve([reading(5), reading(90, 'web-1')])), source('pods', () => Promise.resolve([reading(9)]))]);
    sampler.watch(key, target);
    await clock.advance(0);
    expect(sampler.latest(key)?.readings).toEqual([reading(90, 'web-1'), reading(9)]);
  });
});

describe('the history of stable', () => {
  it('is asked for once and stays with the newest sample', async () => {
    let asked = 0;
    const { clock, sampler } = setUp([source('pods', () => Promise.resolve([]))], { history: () => ((asked += 1), Promise.resolve([1, 2])) });
    sampler.watch(key, target);
    await clock.advance(6000);
    expect([asked, sampler.latest(key)?.history]).toEqual([1, [1, 2]]);
  });
  it('that cannot be read keeps nothing from going on', async () => {
    const { clock, sampler } = setUp([source('pods', () => Promise.resolve([reading(1)]))], { history: () => Promise.reject(new Error('refused')) });
    sampler.watch(key, target);
    await clock.advance(0);
    expect(sampler.latest(key)).toMatchObject({ sources: ['pods'] });
    expect(sampler.latest(key)).not.toHaveProperty('history');
  });
});

describe('queries', () => {
  const withQuery: SampleTarget = { ...target, queries: [{ slo: 'orders', template: 'x', since: '2026-01-01T00:00:00Z' }] };
  it('are evaluated beside the counters, once an interval, and the newest value comes with the next sample', async () => {
    let value = 0;
    const { clock, sampler } = setUp([source('pods', () => Promise.resolve([]))], { query: (_, at) => Promise.resolve([{ slo: 'orders', at, value: (value += 1) }]) });
    sampler.watch(key, withQuery);
    await clock.advance(4000);
    expect([value, sampler.latest(key)?.queries?.[0]?.value]).toEqual([3, 3]);
    sampler.stop();
    await clock.advance(20_000);
    expect([value, clock.pending]).toEqual([3, 0]);
  });
  it('that hang delay no sample', async () => {
    const { clock, sampler, woken } = setUp([source('pods', () => Promise.resolve([]))], { query: () => new Promise(() => undefined) });
    sampler.watch(key, withQuery);
    await clock.advance(4000);
    expect([woken.length, sampler.latest(key)?.queries]).toEqual([3, undefined]);
  });
  it('are not evaluated where there are none', async () => {
    let asked = 0;
    const { clock, sampler } = setUp([source('pods', () => Promise.resolve([]))], { query: () => ((asked += 1), Promise.resolve([])) });
    sampler.watch(key, target);
    await clock.advance(4000);
    expect(asked).toBe(0);
  });
});

describe('answers to copied requests', () => {
  const copied: SampleTarget = { ...target, compare: { tolerance: 0.01 } };
  it('are compared beside the counters, once an interval, and the newest counts come with the next sample', async () => {
    const begun: string[] = [];
    let compared = 0;
    const compare: SamplerOptions['compare'] = (of, epoch) => {
      begun.push(`${of.candidate} ${epoch}`);
      return { look: () => Promise.resolve({ epoch, compared: (compared += 1), disagreed: 0 }) };
    };
    const { clock, sampler } = setUp([source('pods', () => Promise.resolve([]))], { compare });
    sampler.watch(key, copied);
    await clock.advance(4000);
    expect([begun, compared, sampler.latest(key)?.answers]).toEqual([['web-2 2026-01-01T00:00:00.000Z'], 3, { epoch: '2026-01-01T00:00:00.000Z', compared: 3, disagreed: 0 }]);
    // A canary's first percent: nothing is copied any more.
    sampler.watch(key, target);
    await clock.advance(4000);
    expect([compared, sampler.latest(key)?.answers]).toEqual([3, undefined]);
    sampler.watch(key, copied);
    await clock.advance(0);
    expect(begun[1]).toBe('web-2 2026-01-01T00:00:08.000Z');
    sampler.stop();
    await clock.advance(20_000);
    expect([compared, clock.pending]).toEqual([4, 0]);
  });
  it('that take long delay no sample', async () => {
    const { clock, sampler, woken } = setUp([source('pods', () => Promise.resolve([]))], { compare: () => ({ look: () => new Promise(() => undefined) }) });
    sampler.watch(key, copied);
    await clock.advance(4000);
    expect([woken.length, sampler.latest(key)?.answers]).toEqual([3, undefined]);
  });
  it('have a deadline of their own', async () => {
    let cut = false;
    const look = (signal: AbortSignal): Promise<{ epoch: string; compared: number; disagreed: number }> => untilAborted(signal).catch(() => ((cut = true), { epoch: 'a', compared: 0, disagreed: 0 }));
    const { clock, sampler } = setUp([source('pods', () => Promise.resolve([]))], { compare: () => ({ look }) });
    sampler.watch(key, copied);
    await clock.advance(0);
    await eventually(() => cut);
  });
});

describe('another target', () => {
  it('drops the old samples, also one that is still on its way', async () => {
    const answers: ((readings: Reading[]) => void)[] = [];
    const { clock, sampler, woken } = setUp([source('pods', () => new Promise((resolve) => answers.push(resolve)))], { deadlineMs: 60_000 });
    sampler.watch(key, target);
    await clock.advance(0);
    sampler.watch(key, { ...target, candidate: 'web-3' });
    await clock.advance(0);
    answers[0]?.([reading(99)]);
    await clock.advance(0);
    expect([sampler.latest(key), woken.length]).toEqual([undefined, 0]);
    answers[1]?.([reading(1, 'web-3')]);
    await clock.advance(0);
    expect(sampler.latest(key)?.readings).toEqual([reading(1, 'web-3')]);
    expect(clock.pending).toBe(1);
  });
  it('none at all ends it', async () => {
    const { clock, sampler, woken } = setUp([source('pods', () => Promise.resolve([]))]);
    sampler.watch(key, target);
    await clock.advance(2000);
    sampler.watch(key, undefined);
    await clock.advance(20_000);
    expect([sampler.latest(key), woken.length, clock.pending]).toEqual([undefined, 2, 0]);
  });
  it('of another deployment is sampled beside it, until everything stops', async () => {
    const { clock, sampler, woken } = setUp([source('pods', () => Promise.resolve([]))]);
    sampler.watch(key, target);
    sampler.watch({ ...key, name: 'other' }, { ...target, deployment: 'other', intervalMs: 1000 });
    await clock.advance(2000);
    expect(woken.filter((name) => name === 'other')).toHaveLength(3);
    sampler.stop();
    await clock.advance(20_000);
    expect([woken.length, clock.pending]).toEqual([5, 0]);
  });
});
