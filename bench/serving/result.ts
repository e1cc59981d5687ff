// bench/results/serving.json.
import { median, rounded } from '../shared/median.ts';
import type { Loop } from './cells.ts';
import type { GeneratorLimits } from './generators.ts';
import type { ModelName } from './models.ts';
import type { Sample } from './run.ts';

export interface ServingResult {
  readonly measuredAt: string;
  /** Too short, too few repetitions or not all servers: it shows that everything works, and no more. */
  readonly short: boolean;
  readonly secondsPerRun: number;
  readonly repetitions: number;
  readonly connections: number;
  readonly seed: number;
  readonly machine: { readonly cores: number; readonly cpu: string; readonly memoryGb: number; readonly node: string; readonly loadBefore: number };
  readonly versions: Readonly<Record<string, string>>;
  readonly generator: GeneratorLimits;
  readonly bareLoop: readonly BareLoop[];
  readonly installs: readonly Install[];
  readonly runs: readonly Run[];
  readonly notMeasured: readonly string[];
  readonly failures: readonly string[];
}

/** onnxruntime-node without any server. */
export interface BareLoop {
  readonly model: ModelName;
  readonly rows: number;
  readonly microsPerCall: number;
  readonly range: readonly [number, number];
}

export interface Install {
  readonly server: string;
  /** The image's archive, not compressed; null: there is none here. */
  readonly imageMb: number | null;
  /** The virtual environment of a peer. */
  readonly environmentMb: number | null;
}

/** Medians of the repetitions of one cell. */
export interface Run {
  readonly server: string;
  readonly model: ModelName;
  readonly rows: number;
  readonly loop: Loop;
  readonly repetitions: number;
  /** Of the open loop; null: the closed loop, which has no rate of its own. */
  readonly offeredPerSecond: number | null;
  readonly requestsPerSecond: number;
  readonly requestsPerSecondRange: readonly [number, number];
  readonly p50Ms: number;
  /** null: fewer than 100 answers. */
  readonly p99Ms: number | null;
  readonly p99MsRange: readonly [number, number] | null;
  /** null: fewer than 1000 answers. */
  readonly p999Ms: number | null;
  readonly rssMb: number;
  readonly pssMb: number;
  readonly startToReadySeconds: number;
  /** Of all repetitions together. */
  readonly failed: number;
  readonly answers: number;
  readonly serverCpuPercent: number;
  readonly serverCorePercent: number;
  readonly generatorCorePercent: number;
  readonly generatorLateP99Ms: number | null;
  readonly largestDifference: number;
  /** Of the closed loop: what a request costs beyond the bare call of its rows; null: not known. */
  readonly overheadMicros: number | null;
}

export function summarize(samples: readonly Sample[], bareLoop: readonly BareLoop[]): Run[] {
  const cells = Map.groupBy(samples, ({ server, model, rows, loop }) => [server, model, rows, loop].join(' '));
  return [...cells.values()].flatMap((cell) => (cell[0] === undefined ? [] : [summaryOf(cell[0], cell, bareLoop)]));
}

function summaryOf({ server, model, rows, loop }: Sample, samples: readonly Sample[], bareLoop: readonly BareLoop[]): Run {
  const middle = (value: (sample: Sample) => number, digits: number): number => rounded(median(samples.map(value)), digits);
  const sum = (value: (sample: Sample) => number): number => samples.reduce((total, sample) => total + value(sample), 0);
  const least = Math.min(...samples.map(({ answers }) => answers));
  const requestsPerSecond = middle((sample) => sample.requestsPerSecond, 1);
  const bare = bareLoop.find((one) => one.model === model && one.rows === rows);
  const open = loop !== 'closed';
  const late = samples.flatMap(({ generatorLateP99Ms }) => generatorLateP99Ms ?? []);
  return {
    server, model, rows, loop,
    repetitions: samples.length,
    offeredPerSecond: open ? middle((sample) => sample.offeredPerSecond ?? NaN, 1) : null,
    requestsPerSecond,
    requestsPerSecondRange: rangeOf(samples.map((sample) => sample.requestsPerSecond)),
    p50Ms: middle(({ p50Ms }) => p50Ms, 2),
    p99Ms: least < 100 ? null : middle(({ p99Ms }) => p99Ms, 2),
    p99MsRange: least < 100 ? null : rangeOf(samples.map(({ p99Ms }) => rounded(p99Ms, 2))),
    p999Ms: least < 1000 ? null : middle(({ p999Ms }) => p999Ms, 2),
    rssMb: middle(({ rssMb }) => rssMb, 0),
    pssMb: middle(({ pssMb }) => pssMb, 0),
    startToReadySeconds: middle((sample) => sample.startToReadySeconds, 2),
    failed: sum(({ failed }) => failed),
    answers: sum(({ answers }) => answers),
    serverCpuPercent: middle((sample) => sample.serverCpuPercent, 0),
    serverCorePercent: middle((sample) => sample.serverCorePercent, 0),
    generatorCorePercent: middle((sample) => sample.generatorCorePercent, 0),
    generatorLateP99Ms: late.length === 0 ? null : rounded(median(late), 3),
    largestDifference: Math.max(...samples.map((sample) => sample.largestDifference)),
    overheadMicros: open || bare === undefined ? null : rounded(1e6 / requestsPerSecond - bare.microsPerCall, 1),
  };
}

/** One call's µs in each repetition → its median. */
export function bareLoopOf(model: ModelName, repetitions: readonly Readonly<Record<string, number>>[]): BareLoop[] {
  const [first = {}] = repetitions;
  return Object.keys(first).map((rows) => {
    const micros = repetitions.map((one) => one[rows] ?? NaN);
    return { model, rows: Number(rows), microsPerCall: rounded(median(micros), 1), range: rangeOf(micros) };
  });
}

function rangeOf(values: readonly number[]): [number, number] {
  return [Math.min(...values), Math.max(...values)];
}
