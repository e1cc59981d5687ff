import type { Figures, Setting } from './simulate.ts';

/** One engine at one point. `effect` equals `baseError` where the candidate is as good as stable. */
export interface Cell extends Figures {
  readonly engine: string;
  readonly requestsPerSecond: number;
  readonly baseError: number;
  readonly burst: number;
  readonly effect: number;
}

export interface JudgeResult {
  readonly measuredAt: string;
  readonly alpha: number;
  readonly runs: number;
  readonly seconds: number;
  readonly cells: readonly Cell[];
  /** The simulations that were published before, made again. */
  readonly published: readonly Cell[];
}

export function cellOf(engine: string, { scene }: Setting, figures: Figures): Cell {
  const { requestsPerSecond, baseError, burst, effect } = scene;
  return { engine, requestsPerSecond, baseError, burst, effect, ...figures };
}

export function isGood({ baseError, effect }: Cell): boolean {
  return baseError === effect;
}

/** Where the judge rolls back more good candidates than alpha says, as far as the rollouts can tell. */
export function brokenCells({ alpha, cells }: Pick<JudgeResult, 'alpha' | 'cells'>): readonly Cell[] {
  return cells.filter((cell) => cell.engine.startsWith('trainyard') && isGood(cell) && cell.rollbackRate > alpha);
}
