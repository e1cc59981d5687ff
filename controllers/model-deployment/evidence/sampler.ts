import type { Clock, Timer } from '../../../operator/runtime/clock.ts';
import { asError } from '../../../operator/runtime/errors.ts';
import { keyString, type Key } from '../../../operator/runtime/types.ts';
import { freshest } from '../judge/counters.ts';
import type { ComparedAnswers } from '../judge/disagreement.ts';
import type { Sample } from '../judge/judge.ts';
import type { QueryResult } from '../judge/query.ts';
import type { AnswerComparison } from './answers.ts';
import { firstThenGrace } from './first-then-grace.ts';
import type { EvidenceSource, SampleTarget } from './source.ts';

/**
 * Reads the counters of running rollouts in the background, so that a slow source delays no reconcile: a reconcile
 * only picks up the newest sample, and is woken when there is one.
 */
export interface Sampler {
  /** Samples for this deployment from now on, or (undefined) no longer. Calling it again with an equal target changes nothing. */
  watch(key: Key, target: SampleTarget | undefined): void;
  latest(key: Key): Sample | undefined;
  stop(): void;
}

export interface SamplerOptions {
  readonly sources: readonly EvidenceSource[];
  /** Failures of stable before the rollout; asked once when sampling starts. */
  readonly history: (target: SampleTarget, now: Date, signal: AbortSignal) => Promise<readonly number[]>;
  /** Answers saved by the shield; without it nobody counts them. */
  readonly saved?: (target: SampleTarget, signal: AbortSignal) => Promise<number | undefined>;
  readonly onSample: (key: Key) => void;
  /** Evaluates the queries of users; without it there are none. */
  readonly query?: (target: SampleTarget, now: Date, signal: AbortSignal) => Promise<readonly QueryResult[]>;
  /** Compares answers to copied requests; without it nobody does. */
  readonly compare?: (target: SampleTarget, epoch: string) => AnswerComparison;
  readonly clock: Clock;
  /** Longest time that one source may take. */
  readonly deadlineMs?: number;
}

/** How long a source may be slower than the other one. */
const graceMs = 250;

interface Watch {
  readonly target: SampleTarget;
  readonly abort: AbortController;
  timer?: Timer;
  sample?: Sample;
  /** Of what is read beside the counters. */
  readonly timers: Map<string, Timer>;
  queries?: readonly QueryResult[];
  answers?: ComparedAnswers;
}

export function createSampler(options: SamplerOptions): Sampler {
  const { clock, deadlineMs = 2000 } = options;
  const watches = new Map<string, Watch>();

  const sampleOnce = async (watch: Watch): Promise<Sample> => {
    const { target } = watch;
    const signal = (): AbortSignal => AbortSignal.any([watch.abort.signal, AbortSignal.timeout(deadlineMs)]);
    const used = options.sources.filter((source) => (source.name === 'pods' ? target.readPods : target.prometheusUrl !== undefined));
    const started = clock.now();
    const wantsHistory = watch.sample === undefined && target.prometheusUrl !== undefined;
    const history = wantsHistory ? options.history(target, started, signal()) : Promise.resolve(undefined);
    // Useful, but not worth waiting for: without it bursts are learned from the canary's own windows.
    const counted = target.shieldStat === undefined || options.saved === undefined ? undefined : options.saved(target, signal());
    const [results, [past], [saved]] = await Promise.all([
      firstThenGrace(clock, used.map((source) => source.read(target, signal())), graceMs),
      firstThenGrace(clock, [history, Promise.resolve(undefined)], wantsHistory ? graceMs : 0),
      firstThenGrace(clock, [counted ?? Promise.resolve(undefined), Promise.resolve(undefined)], counted === undefined ? 0 : graceMs),
    ]);
    const answered = results.flatMap((result, i) => (result.status === 'fulfilled' ? [{ name: used[i]?.name ?? '', readings: result.value }] : []));
    const problems = results.flatMap((result, i) => (result.status === 'rejected' ? [`${used[i]?.name ?? ''}: ${asError(result.reason).message}`] : []));
    return {
      at: clock.now(),
      sources: answered.map(({ name }) => name),
      problems: used.length === 0 ? ['no metrics source is configured'] : problems,
      readings: freshest(answered.flatMap(({ readings }) => readings)),
      live: answered.flatMap(({ name, readings }) => (name === 'pods' ? readings.map(({ pod }) => pod) : [])),
      ...(watch.queries === undefined ? {} : { queries: watch.queries }),
      ...(watch.answers === undefined ? {} : { answers: watch.answers }),
      ...(saved?.status === 'fulfilled' && saved.value !== undefined ? { saved: saved.value } : {}),
      ...(past?.status === 'fulfilled' && past.value !== undefined ? { history: past.value } : {}),
    };
  };

  const run = async (key: Key, watch: Watch): Promise<void> => {
    const started = clock.monotonicMs();
    const sample = await sampleOnce(watch);
    if (watch.abort.signal.aborted) return;
    // The history belongs to the first sample; a reconcile may come late, so it stays with the newest one.
    watch.sample = { ...sample, ...(watch.sample?.history === undefined ? {} : { history: watch.sample.history }) };
    options.onSample(key);
    watch.timer = clock.setTimeout(() => void run(key, watch), Math.max(0, watch.target.intervalMs - (clock.monotonicMs() - started)));
  };

  // Beside the counters, so that what takes long delays no look; the newest result comes with the next sample.
  const runBeside = async (watch: Watch, name: string, read: (signal: AbortSignal) => Promise<void>): Promise<void> => {
    const started = clock.monotonicMs();
    await read(AbortSignal.any([watch.abort.signal, AbortSignal.timeout(deadlineMs)]));
    if (watch.abort.signal.aborted) return;
    watch.timers.set(name, clock.setTimeout(() => void runBeside(watch, name, read), Math.max(0, watch.target.intervalMs - (clock.monotonicMs() - started))));
  };

  const beside = (watch: Watch): void => {
    const { target } = watch;
    const { query, compare } = options;
    if (query !== undefined && (target.queries ?? []).length > 0) void runBeside(watch, 'queries', async (signal) => void (watch.queries = await query(target, clock.now(), signal)));
    if (compare === undefined || target.compare === undefined) return;
    const comparison = compare(target, clock.now().toISOString());
    void runBeside(watch, 'answers', async (signal) => void (watch.answers = await comparison.look(signal)));
  };

  const end = (id: string): void => {
    const watch = watches.get(id);
    watch?.abort.abort();
    watch?.timer?.cancel();
    for (const timer of watch?.timers.values() ?? []) timer.cancel();
    watches.delete(id);
  };

  return {
    watch(key, target) {
      const id = keyString(key);
      const known = watches.get(id);
      if (target === undefined) return end(id);
      if (known !== undefined && JSON.stringify(known.target) === JSON.stringify(target)) return;
      end(id);
      const watch: Watch = { target, abort: new AbortController(), timers: new Map() };
      watches.set(id, watch);
      void run(key, watch);
      beside(watch);
    },
    latest: (key) => watches.get(keyString(key))?.sample,
    stop() {
      for (const id of [...watches.keys()]) end(id);
    },
  };
}
