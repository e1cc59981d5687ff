import { describe, expect, test } from 'vitest';

import { parseBaseline } from '../model/baseline.ts';
import type { Manifest, TensorSpec } from '../model/manifest.ts';
import { Tensor } from '../model/onnxruntime.ts';
import { categorical, numeric } from '../test/baseline.ts';
import { createFeatureCounters, type FeatureCounterOptions, type FeatureCounters } from './feature-counters.ts';

const column = (name: string, datatype: TensorSpec['datatype'], shape: readonly number[] = [-1, 1]): TensorSpec => ({ name, datatype, shape });

function counters(inputs: readonly TensorSpec[], features: readonly unknown[], options: Partial<FeatureCounterOptions> = {}): FeatureCounters {
  const manifest: Manifest = { inputs, outputs: [], labels: [], baseline: parseBaseline({ features }) };
  const made = createFeatureCounters(manifest, { valuesPerSecond: 1e9, mostSeries: 5_000, ...options });
  if (!made) throw new Error('no counters');
  return made;
}

function counts(of: FeatureCounters): Record<string, number> {
  const all: Record<string, number> = {};
  of.each((feature, bin, count) => {
    if (count > 0) all[`${feature} ${bin}`] = count;
  });
  return all;
}

const floats = (values: readonly number[]): Tensor => new Tensor('float32', Float32Array.from(values), [values.length, 1]);
const texts = (values: readonly string[]): Tensor => new Tensor('string', [...values], [values.length, 1]);

describe('the bin of a value', () => {
  test('of a number is how many edges are <= it; the outer bins take what lies outside', () => {
    const made = counters([column('x', 'FP32')], [numeric('x', [-1, 0, 2.5])]);
    made.count({ x: floats([-3e38, -1.5, -1, -0.5, -0, 0, 2.4, 2.5, 3e38]) }, 9, 0);
    expect(counts(made)).toEqual({ 'x 0': 2, 'x 1': 2, 'x 2': 3, 'x 3': 2 });
  });

  test('of a number is that of its 32-bit float, as in the baseline', () => {
    // Rounded to 32 bits, 0.1 is a little more, and 0.7 a little less.
    const made = counters([column('x', 'FP64')], [numeric('x', [Math.fround(0.1), Math.fround(0.7)])]);
    made.count({ x: new Tensor('float64', Float64Array.from([0.1, 0.7, 0.6999999]), [3, 1]) }, 3, 0);
    expect(counts(made)).toEqual({ 'x 1': 2, 'x 2': 1 });
  });

  test.each<[string, readonly number[]]>([['few', [-1, 0, 2.5]], ['no', []], ['many', Array.from({ length: 40 }, (_, i) => i - 20)]])('of infinity is an outer one, with %s edges', (_name, edges) => {
    const made = counters([column('x', 'FP32')], [numeric('x', edges)]);
    made.count({ x: floats([-Infinity, Infinity, NaN]) }, 3, 0);
    expect(made.rows().counted).toBe(3);
    expect(counts(made)).toEqual(edges.length === 0 ? { 'x 0': 2, 'x missing': 1 } : { 'x 0': 1, [`x ${edges.length}`]: 1, 'x missing': 1 });
  });

  test('of any 32-bit float is as the definition says', () => {
    const edges = [-3e38, -1000.5, -1, -Math.fround(1e-44), 0, Math.fround(1e-44), Math.fround(0.1), 1, 1.0000001192092896, 65_536].map(Math.fround);
    const made = counters([column('x', 'FP32')], [numeric('x', edges)]);
    // Every bucket of bits has its ends and its neighbours among these.
    const bits = new Uint32Array(3 * 65_536).map((_, i) => ((i % 65_536) << 16) + [0, 1, 0xffff][Math.floor(i / 65_536)]!);
    const values = new Float32Array(bits.buffer);
    made.count({ x: new Tensor('float32', values, [values.length, 1]) }, values.length, 0);
    const expected: Record<string, number> = {};
    for (const value of values) {
      const bin = Number.isNaN(value) ? 'x missing' : `x ${edges.filter((edge) => edge <= value).length}`;
      expected[bin] = (expected[bin] ?? 0) + 1;
    }
    expect(counts(made)).toEqual(expected);
  });

  test('of a missing number is its own', () => {
    const made = counters([column('x', 'FP32'), column('y', 'FP64')], [numeric('x', [1]), numeric('y', [])]);
    made.count({ x: floats([NaN, 0, NaN]), y: new Tensor('float64', Float64Array.from([NaN, 0, 7]), [3, 1]) }, 3, 0);
    expect(counts(made)).toEqual({ 'x missing': 2, 'x 0': 1, 'y missing': 1, 'y 0': 2 });
  });

  test('of a text is that of its category; others share one, and the empty text is missing', () => {
    const made = counters([column('s', 'BYTES')], [categorical('s', { early: 5, late: 7, other: 1, missing: 1, '': 1 })]);
    made.count({ s: texts(['late', 'early', 'late', 'never', '', 'other', 'missing', 'Early']) }, 8, 0);
    expect(counts(made)).toEqual({ 's 0': 1, 's 1': 2, 's 2': 1, 's 3': 1, 's other': 2, 's missing': 1 });
  });

  test.each<[string, Tensor, Record<string, number>]>([
    ['INT64', new Tensor('int64', BigInt64Array.from([-5n, 0n, 3n]), [3, 1]), { 'x 0': 1, 'x 1': 2 }],
    ['UINT8', new Tensor('uint8', Uint8Array.from([0, 1, 255]), [3, 1]), { 'x 1': 3 }],
    ['BOOL', new Tensor('bool', Uint8Array.from([0, 1, 1]), [3, 1]), { 'x 1': 3 }],
  ])('of a number that comes as %s is the same', (datatype, tensor, expected) => {
    const made = counters([column('x', datatype as TensorSpec['datatype'], [-1])], [numeric('x', [0])]);
    made.count({ x: tensor }, 3, 0);
    expect(counts(made)).toEqual(expected);
  });

  test('of a category that is a number or a boolean is found', () => {
    const made = counters([column('n', 'INT64'), column('b', 'BOOL'), column('f', 'FP32')], [
      { name: 'n', kind: 'categorical', categories: [3, 5], counts: [1, 1] }, { name: 'b', kind: 'categorical', categories: [false, true], counts: [1, 1] }, { name: 'f', kind: 'categorical', categories: [0.1], counts: [1] },
    ]);
    made.count({ n: new Tensor('int64', BigInt64Array.from([5n, 4n]), [2, 1]), b: new Tensor('bool', Uint8Array.from([1, 0]), [2, 1]), f: floats([0.1, NaN]) }, 2, 0);
    expect(counts(made)).toEqual({ 'n 1': 1, 'n other': 1, 'b 1': 1, 'b 0': 1, 'f 0': 1, 'f missing': 1 });
  });
});

describe('the counts', () => {
  /** Slow, and written another way: what the counters must agree with. */
  function naive(values: readonly number[], edges: readonly number[]): Record<string, number> {
    const expected: Record<string, number> = {};
    for (const value of values.map(Math.fround)) {
      const bin = Number.isNaN(value) ? 'missing' : String(edges.filter((edge) => Math.fround(edge) <= value).length);
      expected[bin] = (expected[bin] ?? 0) + 1;
    }
    return expected;
  }

  test('are exact at a low rate, for any number of edges and rows', () => {
    let state = 1;
    const random = (): number => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647;
    for (let round = 0; round < 60; round++) {
      const edges = [...new Set(Array.from({ length: round }, () => Math.fround(random() * 10 - 5)))].sort((a, b) => a - b);
      const made = counters([column('x', 'FP32')], [numeric('x', edges)]);
      const values: number[] = [];
      for (let request = 0; request < 10; request++) {
        const size = 1 + Math.floor(random() * 40);
        const own = Array.from({ length: size }, () => (random() < 0.1 ? NaN : random() < 0.2 && edges.length > 0 ? edges[Math.floor(random() * edges.length)] as number : random() * 12 - 6));
        values.push(...own);
        made.count({ x: floats(own) }, size, request);
      }
      const expected = Object.fromEntries(Object.entries(naive(values, edges)).map(([bin, count]) => [`x ${bin}`, count]));
      expect(counts(made)).toEqual(expected);
      expect(made.rows()).toEqual({ seen: values.length, counted: values.length });
    }
  });

  test('above the budget are those of the sampled rows, in the proportions of all', () => {
    // Two features that say the same of a row: a row is sampled as a whole.
    const made = counters([column('x', 'FP32'), column('s', 'BYTES')], [numeric('x', [1, 2, 3]), categorical('s', { zero: 1, one: 1, two: 1 })], { valuesPerSecond: 2_000 });
    const shares = [0.5, 0.3, 0.15, 0.05];
    const names = ['zero', 'one', 'two', 'three'];
    let state = 1;
    const random = (): number => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647;
    for (let request = 0; request < 10_000; request++) {
      const bins = Array.from({ length: 20 }, () => {
        const at = random();
        return at < 0.5 ? 0 : at < 0.8 ? 1 : at < 0.95 ? 2 : 3;
      });
      made.count({ x: floats(bins.map((bin) => bin + 0.5)), s: texts(bins.map((bin) => names[bin] as string)) }, 20, request);
    }
    const { seen, counted } = made.rows();
    expect(seen).toBe(200_000);
    // 20,000 rows a second with a budget of 1,000: 10 seconds, and more in the first.
    expect(counted).toBeGreaterThan(9_000);
    expect(counted).toBeLessThan(15_000);
    const got = counts(made);
    for (const [bin, share] of shares.entries()) {
      expect(Math.abs((got[`x ${bin}`] as number) - share * counted)).toBeLessThan(4 * Math.sqrt(counted * share * (1 - share)));
      expect(got[bin === 3 ? 's other' : `s ${bin}`]).toBe(got[`x ${bin}`]);
    }
    expect(Object.entries(got).filter(([name]) => name.startsWith('x')).reduce((sum, [, count]) => sum + count, 0)).toBe(counted);
  });
});

describe('what is left out', () => {
  test('is told with the reason', () => {
    const inputs = [column('text', 'BYTES'), column('wide', 'FP32', [-1, 2]), column('fixed', 'FP32', [1, 1]), column('half', 'FP16'), column('x', 'FP32')];
    const made = counters(inputs, [numeric('text', [1]), numeric('wide', [1]), numeric('fixed', [1]), numeric('half', [1]), numeric('gone', [1]), { name: 'bad', kind: 'numeric', edges: [2, 1], counts: [] }, numeric('x', [1]), numeric('x', [1])]);
    expect(made.leftOut).toEqual([
      { feature: 'text', reason: 'it is numeric, but its input holds texts' },
      { feature: 'wide', reason: 'its input is not one value a row' },
      { feature: 'fixed', reason: 'its input is not one value a row' },
      { feature: 'half', reason: 'its input is FP16' },
      { feature: 'gone', reason: 'the model has no input of this name' },
      { feature: 'bad', reason: '"edges" must be numbers that grow' },
      { feature: 'x', reason: 'the baseline has it twice' },
    ]);
  });

  test('is what would make more series than the limit', () => {
    const made = counters([column('a', 'FP32'), column('b', 'FP32'), column('c', 'FP32')], [numeric('a', [1, 2]), numeric('b', [1, 2]), numeric('c', [])], { mostSeries: 6 });
    expect(made.leftOut).toEqual([{ feature: 'b', reason: 'with its 4 bins the model would have more than 6 series' }]);
    let series = 0;
    made.each(() => series++);
    expect(series).toBe(6);
  });

  test('is everything where the manifest has no baseline', () => {
    expect(createFeatureCounters({ inputs: [column('x', 'FP32')], outputs: [], labels: [] })).toBeUndefined();
  });
});
