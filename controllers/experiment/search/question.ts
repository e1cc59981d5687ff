import type { ExperimentSpec } from '../../../crds/generated/experiment.ts';
import type { Trial } from '../trials.ts';

export type Search = NonNullable<ExperimentSpec['candidates'][number]['search']>;
export type Parameters = Readonly<Record<string, unknown>>;

type Dimension = Omit<Search['space'][number], 'scale'> & Partial<Pick<Search['space'][number], 'scale'>>;

/** What the suggestion service is told: everything that it needs to know, for it remembers nothing. */
export interface Told {
  readonly space: readonly Dimension[];
  readonly direction: ExperimentSpec['objective']['direction'];
  readonly seed: number;
  readonly history: readonly Past[];
}

export interface Question extends Told {
  readonly sampler: Search['sampler'];
  /** Numbers of the trials that parameters are wanted for. */
  readonly next: readonly number[];
}

/** A trial that was begun. One that failed, or whose score is not a number, is told too: it is data, and never a winner. */
export interface Past {
  readonly number: number;
  readonly state: 'Complete' | 'Failed' | 'Stopped' | 'Running';
  readonly parameters: Parameters;
  readonly value?: number;
  /** Of a trial that was stopped: the mean after so many folds. */
  readonly steps?: readonly (readonly [step: number, value: number])[];
}

/** One question for each candidate of `wanted`, by its name. */
export function questionsFor(spec: ExperimentSpec, trials: readonly Trial[], wanted: readonly Trial[]): ReadonlyMap<string, Question> {
  return new Map(
    spec.candidates.flatMap(({ name, search }) => {
      const next = wanted.flatMap(({ slot }) => (slot.candidate.name === name && slot.number !== undefined ? [slot.number] : []));
      if (search === undefined || next.length === 0) return [];
      return [[name, { ...told(spec, name, search, trials), sampler: search.sampler, next }]];
    }),
  );
}

export function told({ objective, seed }: ExperimentSpec, name: string, { space }: Search, trials: readonly Trial[]): Told {
  const history = trials.filter(({ candidate }) => candidate === name).flatMap((trial) => past(trial) ?? []);
  return { space: space.map(dimension), direction: objective.direction, seed: seedOf(seed, name), history };
}

/** The server fills in a scale for a Categorical too, which has none. */
function dimension({ scale, ...others }: Search['space'][number]): Dimension {
  return others.type === 'Categorical' ? others : { ...others, scale };
}

function past({ slot, state, score, chosen, doneFolds }: Trial): Past | undefined {
  if (slot.number === undefined || state === 'Missing') return undefined;
  const known = { number: slot.number, parameters: chosen ?? {} };
  if (state === 'Scored' && score !== undefined) return { ...known, state: 'Complete', value: score.mean };
  if (state === 'Stopped') return { ...known, state, steps: doneFolds.map((_, i) => [i + 1, doneFolds.slice(0, i + 1).reduce((sum, one) => sum + one, 0) / (i + 1)]) };
  return { ...known, state: state === 'Running' ? 'Running' : 'Failed' };
}

/** Two candidates of one space must not try the same points: the name goes into the seed (FNV-1a, 32 bits). */
export function seedOf(seed: number, name: string): number {
  let hash = 0x811c9dc5;
  for (const byte of Buffer.from(`${seed}/${name}`)) hash = Math.imul(hash ^ byte, 0x01000193) >>> 0;
  return hash;
}
