/** One row of an answer, as a model server tells it. */
export interface ToldAnswer {
  readonly id: string;
  /** 0 for a request that was refused. */
  readonly rows: number;
  readonly row: number;
  readonly value: string | number | null;
}

type Side = 'stable' | 'candidate';

interface Entry {
  stable?: ToldAnswer;
  candidate?: ToldAnswer;
  /** The id came twice to one side: nobody can say which answers belong together. */
  spoilt: boolean;
  /** Look in which it was last heard of. */
  look: number;
}

/** Answers of two versions to the same requests, found by the request's id, which a copy of a request keeps. */
export interface AnswerPairs {
  add(side: Side, answer: ToldAnswer): void;
  /** Ends a look: counts the pairs that have stood for a whole look, so that an id which comes twice is noticed before. */
  endLook(): void;
  readonly compared: number;
  readonly disagreed: number;
}

/** Looks for which an answer waits for its other half. */
const patience = 3;

/** @param capacity ids that are remembered from look to look. */
export function createAnswerPairs(tolerance: number, capacity = 16_384): AnswerPairs {
  const entries = new Map<string, Entry>();
  const counts = { look: 0, compared: 0, disagreed: 0 };

  const count = ({ stable, candidate }: Entry): void => {
    const same = stable === undefined || candidate === undefined ? undefined : agrees(stable, candidate, tolerance);
    if (same === undefined) return;
    counts.compared += 1;
    if (!same) counts.disagreed += 1;
  };

  return {
    add(side, answer) {
      const entry = entries.get(answer.id) ?? { spoilt: false, look: counts.look };
      if (entry[side] !== undefined) entry.spoilt = true;
      entry[side] = answer;
      entry.look = counts.look;
      // Set anew, so that the newest are last.
      entries.delete(answer.id);
      entries.set(answer.id, entry);
    },
    endLook() {
      for (const [id, entry] of entries) {
        // Only once: a pair that is heard of again is spoilt.
        if (entry.look + 1 === counts.look && !entry.spoilt) count(entry);
        if (entry.look + patience <= counts.look) entries.delete(id);
      }
      counts.look += 1;
      let surplus = entries.size - capacity;
      for (const id of entries.keys()) {
        if (surplus <= 0) break;
        entries.delete(id);
        surplus -= 1;
      }
    },
    get compared() {
      return counts.compared;
    },
    get disagreed() {
      return counts.disagreed;
    },
  };
}

/**
 * Whether two answers say the same; undefined where they cannot be compared. A request that only one of them refused is
 * answered differently; one that both refused says nothing of the models.
 *
 * @param tolerance of numbers: greatest difference as a share of the greater of their magnitudes.
 */
export function agrees(stable: ToldAnswer, candidate: ToldAnswer, tolerance: number): boolean | undefined {
  if (stable.value === null || candidate.value === null) return stable.value === candidate.value ? undefined : false;
  // Other rows: two requests with one id.
  if (stable.rows !== candidate.rows || stable.row !== candidate.row) return undefined;
  if (typeof stable.value === 'string' || typeof candidate.value === 'string') return stable.value === candidate.value;
  return Math.abs(stable.value - candidate.value) <= tolerance * Math.max(Math.abs(stable.value), Math.abs(candidate.value));
}
