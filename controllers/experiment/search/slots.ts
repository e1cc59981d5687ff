import type { Experiment, ExperimentSpec } from '../../../crds/generated/experiment.ts';

export type Candidate = ExperimentSpec['candidates'][number];

/** A trial that the spec asks for, whether it was begun or not. */
export interface Slot {
  readonly candidate: Candidate;
  /** Counted from 0 within the candidate; undefined for a candidate without a search. */
  readonly number: number | undefined;
  /** The group of columns that it does without, in a study of what they add. */
  readonly without?: ExperimentSpec['studies']['featureGroups'][number];
  /** Of its TrainingRun. Deterministic, so that a slot can never be tried twice. */
  readonly name: string;
}

const mostTrials = 1000;

/** Every trial, in the order in which they are begun: the candidates take turns, so that no search waits for another one. `gridSizes`: points of the grids that are known. */
export function slotsOf({ metadata, spec }: Experiment, gridSizes: ReadonlyMap<string, number>): readonly Slot[] {
  const wanted = spec.candidates.map((candidate) => ({ candidate, count: candidate.search === undefined ? 1 : Math.min(candidate.search.maxTrials, gridSizes.get(candidate.name) ?? Infinity) }));
  const most = Math.max(0, ...wanted.map(({ count }) => count));
  const slots: Slot[] = [];
  for (let turn = 0; turn < most; turn++) {
    for (const { candidate, count } of wanted) {
      if (turn < count) slots.push({ candidate, number: candidate.search === undefined ? undefined : turn, name: slotName(metadata.name, candidate, turn) });
    }
  }
  return slots.slice(0, spec.maxTrials ?? mostTrials);
}

function slotName(experiment: string, { name, search }: Candidate, number: number): string {
  return search === undefined ? `${experiment}-${name}` : `${experiment}-${name}-${number}`;
}
