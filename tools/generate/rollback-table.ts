import type { RollbackResult, Summary } from '../../bench/rollback/result.ts';
import { scenarioOf } from '../../bench/rollback/scenarios.ts';
import { settingOf } from '../../bench/rollback/settings.ts';
import { table } from './markdown.ts';

/** Bad versions under traffic: a row for each scenario, a column for each setting, and what of the promises holds. */
export function rollback(result: RollbackResult): string {
  const { machine, traffic, summary, versions } = result;
  const names = [...new Set(summary.map(({ setting }) => setting))].map(settingOf);
  const scenarios = [...new Set(summary.map(({ scenario }) => scenario))].map(scenarioOf);
  const find = (setting: string, scenario: string): Summary | undefined => summary.find((cell) => cell.setting === setting && cell.scenario === scenario);
  const rows = scenarios.map(({ name, text, good }) => [`${name}: ${text}`, ...names.map((setting) => shown(find(setting.name, name), good))]);
  const loads = result.runs.flatMap(({ load }) => load ?? []);
  const busy = loads.length === 0 ? '' : `, and a load of ${Math.min(...loads)} to ${Math.max(...loads)} during the runs`;
  return `${table(['', ...names.map(({ name }) => `\`${name}\``)], rows)}
Median and p99 of the time from the first to the last bad answer, median of bad answers, number of runs.
${names.map(({ name, text }) => `\`${name}\`: ${text}.`).join(' ')}
${traffic.requestsPerSecond} requests/s, ${traffic.weight} % of them for the candidate; a prediction takes ${traffic.workMs} ms, ${traffic.slowMs} ms where it is slow, and the objective is ${traffic.slowerThanMs} ms.
${result.measuredAt.slice(0, 10)}: ${machine.cores} cores (${machine.cpu}), ${machine.memoryGb} GB${busy}, Node ${machine.node}; Flagger ${versions['flagger'] ?? ''}, Argo Rollouts ${versions['argo-rollouts'] ?? ''}.
${result.failures.map((text) => `Not measured: ${text}.\n`).join('')}
${table(['Promise', 'Measured', 'Holds'], result.verdicts.map(({ text, measured, held }) => [text, measured, held === undefined ? 'too little was measured' : held ? 'yes' : '**no**']))}
`;
}

function shown(cell: Summary | undefined, good: boolean): string {
  if (cell === undefined) return 'not run';
  const { n, p50Ms, p99Ms, harmedMedian, rollbackRate, watchedMs = 0 } = cell;
  const runs = `${n} ${n === 1 ? 'run' : 'runs'}`;
  if (good) return `${Math.round(rollbackRate * n)} of ${n} rolled back`;
  const missed = rollbackRate === 1 ? '' : `**${n - Math.round(rollbackRate * n)} of ${n} not rolled back** within ${seconds(watchedMs)}; `;
  return `${missed}${seconds(p50Ms)}, p99 ${seconds(p99Ms)}, ${harmedMedian} bad (${runs})`;
}

function seconds(ms: number): string {
  return ms >= 10_000 ? `${Math.round(ms / 1000)} s` : `${(ms / 1000).toFixed(1)} s`;
}
