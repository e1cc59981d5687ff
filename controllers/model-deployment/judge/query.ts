import type { QueryObjective } from './objective.ts';

/** What one evaluation of a query gave: a number, or why there is none. */
export interface QueryResult {
  readonly slo: string;
  readonly at: Date;
  readonly value?: number;
  readonly problem?: string;
  /** True when Prometheus did not answer; false when it answered with nothing that can be compared. */
  readonly unavailable?: boolean;
}

/** The newest evaluation, and how many in a row lay outside or inside the bounds. */
export interface QueryEvidence {
  readonly slo: string;
  readonly type: 'Query';
  readonly evaluatedAt: string;
  readonly value?: number | undefined;
  readonly problem?: string | undefined;
  readonly unavailable?: boolean | undefined;
  readonly outside: number;
  readonly inside: number;
}

/** One evaluation may be a glitch. */
const inARow = 2;

/** An evaluation without a number ends both rows: it is neither a breach nor a pass. */
export function compare(objective: QueryObjective, before: QueryEvidence | undefined, result: QueryResult | undefined): QueryEvidence | undefined {
  if (result === undefined || (before !== undefined && result.at.getTime() <= Date.parse(before.evaluatedAt))) return before;
  const head = { slo: objective.name, type: 'Query', evaluatedAt: result.at.toISOString() } as const;
  if (result.value === undefined) {
    return { ...head, problem: (result.problem ?? 'no answer').slice(0, 256), unavailable: result.unavailable ?? false, outside: 0, inside: 0 };
  }
  const out = isOutside(objective, result.value);
  return { ...head, value: result.value, outside: out ? Math.min(inARow, (before?.outside ?? 0) + 1) : 0, inside: out ? 0 : Math.min(inARow, (before?.inside ?? 0) + 1) };
}

export function isOutside({ min, max }: QueryObjective, value: number): boolean {
  return (min !== undefined && value < min) || (max !== undefined && value > max);
}

export function queryBreach(objective: QueryObjective, item: QueryEvidence): string | undefined {
  if (item.outside < inARow || item.value === undefined) return undefined;
  return `${item.slo} ${item.value} is outside of ${boundsText(objective)} in ${inARow} evaluations in a row`;
}

export function queryShortfall(objective: QueryObjective, item: QueryEvidence | undefined): { readonly text: string; readonly unavailable: boolean } | undefined {
  if (item === undefined) return { text: `${objective.name}: the query has not been evaluated yet`, unavailable: false };
  if (item.problem !== undefined) return { text: `${objective.name}: ${item.problem}`, unavailable: item.unavailable ?? false };
  return item.inside >= inARow ? undefined : { text: `${objective.name}: not within ${boundsText(objective)} in ${inARow} evaluations in a row`, unavailable: false };
}

function boundsText({ min, max }: QueryObjective): string {
  if (min === undefined) return `at most ${max ?? ''}`;
  return max === undefined ? `at least ${min}` : `${min} to ${max}`;
}
