import { Counter, Gauge, type Metric, type Registry } from 'prom-client';

/**
 * Metrics of which every series is a number or an array that its owner writes: prom-client takes the labels of an
 * observation apart each time (measured: 5 % of a request of one row), here they are read when somebody asks for them.
 */

type Labels = Readonly<Record<string, string>>;

interface Described {
  readonly name: string;
  readonly help: string;
  readonly labelNames: readonly string[];
}

/** One series of a counter or a gauge. */
export interface Cell {
  value: number;
}

export type Family<Series> = (labels: Labels) => Series;

export function counters(registry: Registry, described: Described): Family<Cell> {
  const all = families<Cell>(() => ({ value: 0 }));
  new Counter({
    ...described, registers: [registry],
    collect() {
      this.reset();
      all.each((labels, { value }) => this.inc(labels, value));
    },
  });
  return all.series;
}

export function gauges(registry: Registry, described: Described): Family<Cell> {
  const all = families<Cell>(() => ({ value: 0 }));
  new Gauge({
    ...described, registers: [registry],
    collect() {
      this.reset();
      all.each((labels, { value }) => this.set(labels, value));
    },
  });
  return all.series;
}

/** One series of a histogram. */
export interface Observations {
  observe(value: number): void;
}

/** `bounds`: upper ones, ascending; the last bucket, of all others, follows by itself. */
export function histograms(registry: Registry, { name, help, labelNames }: Described, bounds: readonly number[]): Family<Observations> {
  const all = families(() => createBuckets(bounds));
  const values = (): object[] => {
    const found: object[] = [];
    all.each((labels, { counts, sum }) => {
      let count = 0;
      counts.forEach((inBucket, i) => {
        count += inBucket;
        found.push({ metricName: `${name}_bucket`, labels: { le: bounds[i] ?? '+Inf', ...labels }, value: count });
      });
      found.push({ metricName: `${name}_sum`, labels, value: sum() }, { metricName: `${name}_count`, labels, value: count });
    });
    return found;
  };
  // prom-client's own histogram has no way to be told its buckets; a registry asks its metrics for no more than this.
  const metric = { name, help, labelNames, type: 'histogram', aggregator: 'sum', get: async () => ({ name, help, type: 'histogram', aggregator: 'sum', values: values() }) };
  registry.registerMetric(metric as unknown as Metric);
  return all.series;
}

function createBuckets(bounds: readonly number[]): Observations & { readonly counts: Float64Array; readonly sum: () => number } {
  const counts = new Float64Array(bounds.length + 1);
  let sum = 0;
  return {
    counts,
    sum: () => sum,
    observe(value) {
      let bucket = 0;
      while (bucket < bounds.length && value > (bounds[bucket] as number)) bucket++;
      counts[bucket] = (counts[bucket] as number) + 1;
      sum += value;
    },
  };
}

/** The series of one metric, each made when its labels are first named; the same labels are the same series. */
function families<Series>(make: () => Series): { readonly series: Family<Series>; each(visit: (labels: Labels, series: Series) => void): void } {
  const known = new Map<string, { readonly labels: Labels; readonly series: Series }>();
  return {
    series(labels) {
      const key = JSON.stringify(labels);
      const entry = known.get(key) ?? { labels, series: make() };
      known.set(key, entry);
      return entry.series;
    },
    each(visit) {
      for (const { labels, series } of known.values()) visit(labels, series);
    },
  };
}
