import { median, percentile, rounded } from '../shared/median.ts';
import type { Run, Summary, Verdict } from './result.ts';
import { scenarioNames, scenarios, type ScenarioName } from './scenarios.ts';
import { settingNames, settings, type SettingName } from './settings.ts';

const limits = { totalP50Ms: 3000, totalP99Ms: 6000, crashMs: 2000, fewer: 10, falseRollbacks: 0.05, leastRuns: 10 } as const;

/** One row for each setting and scenario that ran, in the order of the tables. */
export function summarize(runs: readonly Run[]): readonly Summary[] {
  return settingNames.flatMap((setting) =>
    scenarioNames.flatMap((scenario) => {
      const cell = runs.filter((run) => run.setting === setting && run.scenario === scenario);
      const [first] = cell;
      return first === undefined ? [] : [cellOf(first, cell)];
    }),
  );
}

function cellOf({ engine, setting, scenario }: Run, cell: readonly Run[]): Summary {
  const times = cell.map(({ firstBadToLastBadMs }) => firstBadToLastBadMs);
  const watched = cell.filter(({ rolledBack }) => !rolledBack).map(({ watchedMs }) => watchedMs);
  return {
    engine,
    setting,
    scenario,
    n: cell.length,
    p50Ms: Math.round(median(times)),
    p99Ms: Math.round(percentile(times, 0.99)),
    harmedMedian: median(cell.map(({ harmedRequests }) => harmedRequests)),
    harmedMax: Math.max(...cell.map(({ harmedRequests }) => harmedRequests)),
    rollbackRate: rounded(cell.filter(({ rolledBack }) => rolledBack).length / cell.length, 3),
    ...(watched.length === 0 ? {} : { watchedMs: Math.max(...watched) }),
  };
}

type Find = (setting: SettingName, scenario: ScenarioName) => Summary | undefined;

/** What is promised, each with what was measured. A few runs can break a promise, and are too few to keep it. */
export function verdictsOf(summary: readonly Summary[]): readonly Verdict[] {
  const find: Find = (setting, scenario) => summary.find((cell) => cell.setting === setting && cell.scenario === scenario);
  return [
    timed('total failure, first bad to last bad answer: p50 at most 3 s, p99 at most 6 s', find('trainyard', 'total-failure'), ({ p50Ms, p99Ms }) => p50Ms <= limits.totalP50Ms && p99Ms <= limits.totalP99Ms),
    timed('the same with presumedBurst 1', find('trainyard-quick', 'total-failure'), ({ p50Ms, p99Ms }) => p50Ms <= limits.totalP50Ms && p99Ms <= limits.totalP99Ms),
    timed('crash loop, first bad to last bad answer: p99 at most 2 s', find('trainyard', 'crash-loop'), ({ p99Ms }) => p99Ms <= limits.crashMs),
    falseRollbacks(find),
    ...scenarios.filter(({ good }) => !good).flatMap(({ name }) => [fewerHarmed(name, 'trainyard-shield', 'as it comes', find), fewerHarmed(name, 'trainyard', 'without the shield', find)]),
    shielded(find),
  ];
}

function timed(text: string, cell: Summary | undefined, holds: (cell: Summary) => boolean): Verdict {
  if (cell === undefined) return { text, measured: 'not measured' };
  const measured = `p50 ${cell.p50Ms} ms, p99 ${cell.p99Ms} ms, ${cell.rollbackRate * 100} % of ${cell.n} rolled back`;
  return verdict(text, measured, cell.rollbackRate === 1 && holds(cell), cell.n);
}

function falseRollbacks(find: Find): Verdict {
  const text = 'no good candidate is rolled back';
  const cells = settings.filter(({ engine }) => engine === 'trainyard').flatMap(({ name }) => find(name, 'a-a') ?? []);
  const runs = cells.reduce((sum, { n }) => sum + n, 0);
  if (runs === 0) return { text, measured: 'not measured' };
  const wrong = Math.round(cells.reduce((sum, { n, rollbackRate }) => sum + n * rollbackRate, 0));
  return verdict(text, `${wrong} of ${runs}`, wrong === 0, runs);
}

/** Against the peer setting that harms fewest among those that left good candidates alone. */
function fewerHarmed(scenario: ScenarioName, asked: SettingName, how: string, find: Find): Verdict {
  const text = `${scenario}, ${how}: at least ${limits.fewer} times fewer harmed requests than the best peer setting with false rollbacks under 5 %`;
  const ours = find(asked, scenario);
  const peers = settings.filter(({ engine }) => engine !== 'trainyard').flatMap(({ name }) => find(name, scenario) ?? []);
  const calm = peers.filter(({ setting }) => (find(setting, 'a-a')?.rollbackRate ?? 1) < limits.falseRollbacks);
  const best = calm.toSorted((one, other) => one.harmedMedian - other.harmedMedian)[0];
  if (ours === undefined) return { text, measured: 'not measured' };
  if (best === undefined) return { text, measured: `ours ${ours.harmedMedian}; no peer setting that was measured here has false rollbacks under 5 %` };
  const atLeast = best.rollbackRate < 1 ? 'at least ' : '';
  const good = find(best.setting, 'a-a')?.n ?? 0;
  return verdict(text, `ours ${ours.harmedMedian}, ${best.setting} ${atLeast}${best.harmedMedian} (medians of ${ours.n} and ${best.n}; it was shown ${good} good)`, ours.harmedMedian * limits.fewer <= best.harmedMedian, Math.min(ours.n, good));
}

function shielded(find: Find): Verdict {
  const text = 'with the shield no client sees a failure of the candidate';
  const cells = scenarios.filter(({ bad, good }) => bad === 'status' && !good).flatMap(({ name }) => find('trainyard-shield', name) ?? []);
  if (cells.length === 0) return { text, measured: 'not measured' };
  return verdict(text, cells.map(({ scenario, harmedMax, n }) => `${scenario} ${harmedMax} at most in ${n} runs`).join(', '), cells.every(({ harmedMax }) => harmedMax === 0), Math.min(...cells.map(({ n }) => n)));
}

function verdict(text: string, measured: string, holds: boolean, runs: number): Verdict {
  return { text, measured, ...(holds && runs < limits.leastRuns ? {} : { held: holds }) };
}
