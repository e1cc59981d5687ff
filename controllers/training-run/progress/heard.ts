import type { Report } from './report.ts';

/** A stage as it was heard of. */
export interface HeardStage {
  readonly name: string;
  /** RFC 3339: when the first report of it came. */
  readonly startTime: string;
  readonly message: string;
}

/** All that the trainer of one launch has reported since this process began to listen. */
export interface Heard {
  readonly newest: Report;
  /** In the order in which they were first heard of. */
  readonly stages: readonly HeardStage[];
}

/** As many as a status holds. */
export const mostStages = 16;

/** Adds one report. One about a stage that another one has followed came late, and changes nothing. */
export function hear(before: Heard | undefined, report: Report, at: Date): Heard {
  const stages = before?.stages ?? [];
  const current = stages.at(-1);
  if (before !== undefined && current?.name !== report.stage && stages.some(({ name }) => name === report.stage)) return before;
  const checkpoint = report.checkpoint ?? before?.newest.checkpoint;
  const scores = report.scores ?? before?.newest.scores;
  const newest = { ...report, percent: Math.max(report.percent, before?.newest.percent ?? 0), ...(checkpoint === undefined ? {} : { checkpoint }), ...(scores === undefined ? {} : { scores }) };
  const { stage: name, message } = report;
  if (current?.name === name) return { newest, stages: [...stages.slice(0, -1), { ...current, message }] };
  if (stages.length >= mostStages) return before ?? { newest, stages };
  return { newest, stages: [...stages, { name, startTime: at.toISOString(), message }] };
}
