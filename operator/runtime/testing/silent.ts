// What every module of the runtime is given, for tests that look at something else.
import { systemClock } from '../clock.ts';
import type { Clock } from '../clock.ts';
import { createLogger } from '../log.ts';
import type { Logger } from '../log.ts';
import { createMetrics } from '../metrics.ts';
import type { Metrics } from '../metrics.ts';

export interface Surroundings {
  readonly clock: Clock;
  readonly logger: Logger;
  readonly metrics: Metrics;
  readonly random: () => number;
}

export function silentSurroundings(overrides: Partial<Surroundings> = {}): Surroundings {
  return { clock: systemClock(), logger: createLogger({ level: 'silent' }), metrics: createMetrics(), random: () => 0.5, ...overrides };
}

/** The value of one series, or undefined when it does not exist. */
export async function seriesValue(metrics: Metrics, name: string, labels: Readonly<Record<string, string>> = {}): Promise<number | undefined> {
  const metric = await metrics.registry.getSingleMetric(name)?.get();
  return metric?.values.find((value) => Object.entries(labels).every(([label, expected]) => (value.labels as Record<string, unknown>)[label] === expected))?.value;
}

/** Resolves when `condition` holds; throws after `timeoutMs`, which only says when to give up: a busy machine is no failure. */
export async function eventually(condition: () => boolean | Promise<boolean>, timeoutMs = 30_000): Promise<void> {
  const until = performance.now() + timeoutMs;
  while (!(await condition())) {
    if (performance.now() > until) throw new Error(`still not true after ${timeoutMs} ms: ${condition.toString()}`);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}
