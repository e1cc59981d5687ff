import { models, type ModelName } from './models.ts';
import { serverNames, type ServerName } from './servers.ts';

/** What the environment asks of a run. */
export interface Wishes {
  /** Length of a load whose figures count. wrk takes whole seconds only. */
  readonly seconds: number;
  readonly repetitions: number;
  readonly servers: readonly ServerName[];
  readonly models: readonly ModelName[];
}

/** Less than this tells that everything works, and no figure that one could quote. */
export const full = { seconds: 2, repetitions: 3 } as const;

/** Throws where a variable holds something else than it may. */
export function readWishes(env: Readonly<Record<string, string | undefined>>): Wishes {
  return {
    seconds: wholeNumber(env, 'BENCH_SECONDS', full.seconds),
    repetitions: wholeNumber(env, 'BENCH_REPETITIONS', full.repetitions),
    servers: chosen(env, 'BENCH_SERVERS', serverNames),
    models: chosen(env, 'BENCH_MODELS', models),
  };
}

export function isFull(wishes: Wishes): boolean {
  return wishes.seconds >= full.seconds && wishes.repetitions >= full.repetitions && wishes.servers.length === serverNames.length && wishes.models.length === models.length;
}

function wholeNumber(env: Readonly<Record<string, string | undefined>>, variable: string, otherwise: number): number {
  const value = Number(env[variable] || otherwise);
  if (!Number.isInteger(value) || value < 1) throw new Error(`${variable} must be a whole number from 1 on, not "${env[variable] ?? ''}"`);
  return value;
}

function chosen<T extends string>(env: Readonly<Record<string, string | undefined>>, variable: string, all: readonly T[]): T[] {
  const text = env[variable];
  if (!text) return [...all];
  const words = text.split(',').map((word) => word.trim());
  const unknown = words.find((word) => !(all as readonly string[]).includes(word));
  if (unknown !== undefined) throw new Error(`${variable} names "${unknown}"; there are ${all.join(', ')}`);
  return all.filter((one) => words.includes(one));
}
