import { Histogram, Registry } from 'prom-client';
import { expect, test } from 'vitest';

import { counters, gauges, histograms } from './plain-metrics.ts';

const bounds = [0.1, 0.5, 1];
const described = { name: 'seconds', help: 'Some seconds.', labelNames: ['model', 'code'] };

test('a histogram is written as prom-client writes its own', async () => {
  const [ours, theirs] = [new Registry(), new Registry()];
  const plain = histograms(ours, described, bounds);
  const known = new Histogram({ ...described, buckets: bounds, registers: [theirs] });
  for (const code of ['2xx', '5xx']) {
    const labels = { model: 'a "b"\\c', code };
    known.zero(labels);
    plain(labels);
  }
  for (const [code, value] of [['2xx', 0.05], ['2xx', 0.1], ['2xx', 0.100001], ['5xx', 3], ['2xx', 1]] as const) {
    const labels = { model: 'a "b"\\c', code };
    known.observe(labels, value);
    plain(labels).observe(value);
  }
  expect(await ours.metrics()).toBe(await theirs.metrics());
});

test('counters and gauges are what was written last, by labels', async () => {
  const registry = new Registry();
  const counter = counters(registry, { name: 'asked_total', help: 'Asked.', labelNames: ['model'] });
  const gauge = gauges(registry, { name: 'waiting', help: 'Waiting.', labelNames: ['model'] });
  counter({ model: 'a' }).value += 2;
  counter({ model: 'b' });
  gauge({ model: 'a' }).value = -1.5;
  const lines = async (): Promise<string[]> => (await registry.metrics()).split('\n').filter((line) => line !== '' && !line.startsWith('#'));
  expect(await lines()).toEqual(['asked_total{model="a"} 2', 'asked_total{model="b"} 0', 'waiting{model="a"} -1.5']);
  counter({ model: 'a' }).value += 1;
  expect(await lines()).toContain('asked_total{model="a"} 3');
});
