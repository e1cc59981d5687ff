import type { ScenarioName } from './scenarios.ts';
import type { EngineName, SettingName } from './settings.ts';

/** One rollout of a candidate. */
export interface Run {
  readonly engine: EngineName;
  readonly setting: SettingName;
  readonly scenario: ScenarioName;
  readonly repetition: number;
  /** Of a candidate that was not rolled back: how long clients saw bad answers until the watch ended. */
  readonly firstBadToLastBadMs: number;
  readonly harmedRequests: number;
  readonly rolledBack: boolean;
  /** From the candidate's first answer, or the first bad one, until it was rolled back or the watch ended. */
  readonly watchedMs: number;
  readonly requests: number;
  readonly candidateAnswers: number;
  /** Of the machine in the minute before the end; with as many cores as load, nobody waits for one. */
  readonly load?: number;
  /** By status and by who gave them. */
  readonly badAnswers?: Readonly<Record<string, number>>;
  /** Of the rollback, in the engine's own words. */
  readonly reason?: string;
}

export interface Summary {
  readonly engine: EngineName;
  readonly setting: SettingName;
  readonly scenario: ScenarioName;
  readonly n: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
  readonly harmedMedian: number;
  readonly harmedMax: number;
  readonly rollbackRate: number;
  /** The longest watch of a candidate that was not rolled back; its times are lower bounds. */
  readonly watchedMs?: number;
}

export interface Verdict {
  readonly text: string;
  readonly measured: string;
  /** Undefined where too little was measured to say so. */
  readonly held?: boolean;
}

export interface RollbackResult {
  readonly measuredAt: string;
  readonly versions: Readonly<Record<string, string>>;
  readonly machine: { readonly cores: number; readonly cpu: string; readonly memoryGb: number; readonly node: string; readonly loadBefore: number };
  readonly traffic: { readonly requestsPerSecond: number; readonly weight: number; readonly workMs: number; readonly slowMs: number; readonly slowerThanMs: number };
  /** What was measured beside what at the same time, so that nobody takes it for a quiet machine. */
  readonly lanes: readonly (readonly string[])[];
  readonly verdicts: readonly Verdict[];
  readonly summary: readonly Summary[];
  /** Runs that gave no figure, and why. */
  readonly failures: readonly string[];
  readonly runs: readonly Run[];
}

/** What was measured now stands for what was measured before of the same setting and scenario; the rest stays. */
export function mergeRuns(before: readonly Run[], now: readonly Run[]): readonly Run[] {
  const fresh = new Set(now.map(cell));
  return [...before.filter((run) => !fresh.has(cell(run))), ...now];
}

/** What was measured now is more of the same: its repetitions are counted on. Only where nothing has changed since. */
export function appendRuns(before: readonly Run[], now: readonly Run[]): readonly Run[] {
  const known = (run: Run): number => Math.max(0, ...before.filter((other) => cell(other) === cell(run)).map(({ repetition }) => repetition));
  return [...before, ...now.map((run) => ({ ...run, repetition: known(run) + run.repetition }))];
}

function cell({ setting, scenario }: Run): string {
  return `${setting} ${scenario}`;
}
