import { createFeatureCounters } from '../../model-server/drift/feature-counters.ts';
import { parseManifest } from '../../model-server/model/manifest.ts';
import { Tensor } from '../../model-server/model/onnxruntime.ts';
import { median } from '../shared/median.ts';
import { featureNames, linear, normalValues } from './model.ts';

const rounds = 15;
const roundMillis = 100;
const requests = 64;

export interface CoreResult {
  readonly rows: number;
  readonly nsPerRow: number;
}

/** Nanoseconds of CPU that the counters themselves take per row of 30 features, every row counted, in requests of `rows` rows. */
export function measureCore(rows: number): CoreResult {
  const manifest = parseManifest(Buffer.from(JSON.stringify(linear().manifest)));
  const counters = createFeatureCounters(manifest, { valuesPerSecond: Infinity, mostSeries: 5_000 });
  if (!counters) throw new Error('the model of the benchmark has no baseline');
  const all = Array.from({ length: requests }, (_, request) => {
    const values = normalValues((request + 1) * featureNames.length * rows).slice(-featureNames.length * rows);
    return Object.fromEntries(featureNames.map((name, i) => [name, new Tensor('float32', Float32Array.from(values.slice(i * rows, (i + 1) * rows), (value) => value ?? NaN), [rows, 1])]));
  });
  const run = (): number => {
    const began = performance.now();
    // CPU and not wall time: what else the machine does is not counted.
    const before = process.cpuUsage();
    let counted = 0;
    let now = began;
    while (now - began < roundMillis) {
      for (const feeds of all) counters.count(feeds, rows, now);
      counted += requests * rows;
      now = performance.now();
    }
    const { user, system } = process.cpuUsage(before);
    return ((user + system) * 1_000) / counted;
  };
  run();
  const nsPerRow = median(Array.from({ length: rounds }, run));
  const { seen, counted } = counters.rows();
  if (seen !== counted) throw new Error(`only ${counted} of ${seen} rows were counted`);
  return { rows, nsPerRow };
}
