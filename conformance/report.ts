// The result of a run, as --json writes it.
import type { Level } from './case.ts';

export interface CaseResult {
  readonly id: string;
  readonly level: Level;
  readonly source: string;
  /** What was expected. */
  readonly title: string;
  readonly outcome: 'passed' | 'failed' | 'skipped';
  /** What came instead, or why the case was skipped. */
  readonly why?: string;
  readonly milliseconds: number;
}

export interface Report {
  readonly kit: string;
  readonly at: string;
  readonly url: string;
  /** What /v2 says. */
  readonly server: unknown;
  /** The model under test, and those whose answers are known beforehand. */
  readonly models: { readonly subject: string; readonly parts: Readonly<Record<string, string>> };
  readonly cases: readonly CaseResult[];
}

export interface Count {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

export function count({ cases }: Pick<Report, 'cases'>, level: Level): Count {
  const of = (outcome: CaseResult['outcome']): number => cases.filter((one) => one.level === level && one.outcome === outcome).length;
  return { passed: of('passed'), failed: of('failed'), skipped: of('skipped') };
}

/** Every must that had an occasion passed, and there was one. */
export function conforms(report: Pick<Report, 'cases'>): boolean {
  const musts = count(report, 'must');
  return musts.failed === 0 && musts.passed > 0;
}
