import type { Clock, Timer } from '../../../operator/runtime/clock.ts';
import { asError } from '../../../operator/runtime/errors.ts';
import { keyString, type Key } from '../../../operator/runtime/types.ts';
import { freshest } from '../judge/counters.ts';
import type { Sample } from '../judge/judge.ts';
import type { QueryResult } from '../judge/query.ts';
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
  queryTimer?: Timer;
  queries?: readonly QueryResult[];
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
      ...(watch.queries === undefined ? {} : { queries: watch.queries }),
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

  // Beside the counters, so that a query that takes long delays no look.
  const runQueries = async (watch: Watch, evaluate: NonNullable<SamplerOptions['query']>): Promise<void> => {
    const started = clock.monotonicMs();
    const signal = AbortSignal.any([watch.abort.signal, AbortSignal.timeout(deadlineMs)]);
    const results = await evaluate(watch.target, clock.now(), signal);
    if (watch.abort.signal.aborted) return;
    watch.queries = results;
    watch.queryTimer = clock.setTimeout(() => void runQueries(watch, evaluate), Math.max(0, watch.target.intervalMs - (clock.monotonicMs() - started)));
  };

  const end = (id: string): void => {
    const watch = watches.get(id);
    watch?.abort.abort();
    watch?.timer?.cancel();
    watch?.queryTimer?.cancel();
    watches.delete(id);
  };

  return {
    watch(key, target) {
      const id = keyString(key);
      const known = watches.get(id);
      if (target === undefined) return end(id);
      if (known !== undefined && JSON.stringify(known.target) === JSON.stringify(target)) return;
      end(id);
      const watch: Watch = { target, abort: new AbortController() };
      watches.set(id, watch);
      void run(key, watch);
      if (options.query !== undefined && (target.queries ?? []).length > 0) void runQueries(watch, options.query);
    },
    latest: (key) => watches.get(keyString(key))?.sample,
    stop() {
      for (const id of [...watches.keys()]) end(id);
    },
  };
}
