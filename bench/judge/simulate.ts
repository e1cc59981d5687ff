import { median, rounded } from '../shared/median.ts';
import { binomialUpper } from './binomial-upper.ts';
import type { Engine } from './engine.ts';
import { seededRandom } from './random.ts';
import { Scrapes, type Collection } from './scrapes.ts';
import { Traffic, type Scene } from './traffic.ts';

export interface Setting {
  readonly scene: Scene;
  readonly collection: Collection;
  /** Time between two looks. */
  readonly lookSeconds: number;
  readonly horizonSeconds: number;
}

/** How one rollout ended under one engine. */
export interface Ending {
  /** Seconds from the candidate's first traffic to the decision; undefined when there was none. */
  readonly rolledBackAt: number | undefined;
  /** Requests that the candidate had failed by then. */
  readonly harmed: number;
}

/** One rollout, which all engines watch; it ends when all have decided or the time is over. */
export function simulate(setting: Setting, engines: readonly Engine[], seed: number): readonly Ending[] {
  const { scene, collection, lookSeconds, horizonSeconds } = setting;
  const random = seededRandom(seed);
  const traffic = new Traffic(scene, random);
  const scrapes = new Scrapes(traffic, collection, random);
  const watching = engines.map((engine) => engine.begin());
  const endings: (Ending | undefined)[] = engines.map(() => undefined);
  let undecided = engines.length;
  for (let now = 0; now <= horizonSeconds && undecided > 0; now += lookSeconds) {
    if (now > 0) traffic.advance(lookSeconds, now);
    const view = scrapes.look(now);
    for (let i = 0; i < watching.length; i += 1) {
      if (endings[i] !== undefined || watching[i]?.(view) !== true) continue;
      endings[i] = { rolledBackAt: now, harmed: traffic.harmed };
      undecided -= 1;
    }
  }
  return endings.map((ending) => ending ?? { rolledBackAt: undefined, harmed: traffic.harmed });
}

export interface Figures {
  readonly runs: number;
  readonly rollbackRate: number;
  /** One-sided 95 % upper bound of Clopper and Pearson. */
  readonly upper95: number;
  /** Median over all rollouts; null where fewer than half of them were rolled back. */
  readonly p50Seconds: number | null;
  readonly harmedMedian: number;
}

export function figuresOf(endings: readonly Ending[]): Figures {
  const times = endings.map(({ rolledBackAt }) => rolledBackAt ?? Infinity).sort((a, b) => a - b);
  const rolledBack = times.filter((time) => time < Infinity).length;
  const middle = times[Math.ceil(times.length / 2) - 1] ?? Infinity;
  return {
    runs: endings.length,
    rollbackRate: rolledBack / endings.length,
    upper95: rounded(binomialUpper(rolledBack, endings.length, 0.05), 6),
    p50Seconds: middle < Infinity ? middle : null,
    harmedMedian: median(endings.map(({ harmed }) => harmed)),
  };
}
