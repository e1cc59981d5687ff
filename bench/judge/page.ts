// docs/reference/judge-simulation.md: all figures come from bench/results/judge.json, none is written by hand.
import { pageHeader, table } from '../../tools/generate/markdown.ts';
import { detectionPlot, falseRollbackPlot } from './plots.ts';
import { brokenCells, isGood, type Cell, type JudgeResult } from './result.ts';

const detectors = ['trainyard', 'flagger-1', 'flagger-5', 'flagger-10', 'argo-tight', 'argo-docs'];
const percent = (share: number, digits = 2): string => `${Number((100 * share).toFixed(digits))} %`;

/** The page and its plots, by file name, from the text of judge.json. */
export function judgeSimulation(text: string): ReadonlyMap<string, string> {
  const result = JSON.parse(text) as JudgeResult;
  return new Map([
    ['judge-simulation.md', judgePage(result)],
    ['judge-false-rollbacks.svg', falseRollbackPlot(result)],
    ['judge-detection.svg', detectionPlot(result, 0.001, 1)],
    ['judge-detection-bursts.svg', detectionPlot(result, 0.001, 5)],
  ]);
}

function judgePage(result: JudgeResult): string {
  const { cells, alpha, runs, measuredAt, seconds } = result;
  const broken = brokenCells(result);
  const judged = cells.filter((cell) => isGood(cell) && cell.engine.startsWith('trainyard'));
  const verdict = broken.length === 0
    ? `In none of the ${judged.length} cells of good candidates does the judge roll back more than alpha = ${percent(alpha)} of them.`
    : `**Alpha does not hold everywhere.** In ${broken.length} of the ${judged.length} cells of good candidates the judge rolls back more than alpha = ${percent(alpha)} of them, at worst ${percent(Math.max(...broken.map(({ rollbackRate }) => rollbackRate)))}. Bursts do it: with independent failures it is at most ${percent(Math.max(...judged.filter(({ burst }) => burst === 1).map(({ rollbackRate }) => rollbackRate)))}.`;
  return `${pageHeader('bench/results/judge.json (`make sim-judge`)')}# The judge, simulated
\`make sim-judge\`: seeded rollouts, watched by the judge and by the rules of Flagger and Argo Rollouts at once.
${runs} rollouts a cell, ${measuredAt.slice(0, 10)}, ${Math.round(seconds / 60)} minutes. \`QUICK=1\` makes 200 and writes nothing.

## What is simulated
- The candidate gets 10 % of the requests for 30 minutes and is never promoted. Two pods of it, three of stable; requests are a Poisson stream.
- Failures come in bursts of geometric size, one every 0.1 s within a burst, in both versions alike and independently of each other.
- The operator looks every second, at the pods and at a Prometheus that scrapes every 15 s. It cannot read a pod in 2 % of the looks, Prometheus loses 5 % of its scrapes and tells them a look later, each path is down once in two hours for 30 s, and a pod restarts once in half an hour, which resets its counters.
- The objective is at most 1 % failures, for all engines. Trainyard's alpha is ${percent(alpha)}. Its rules are those of the operator; in each cell one rollout is shown to the operator's own \`look\` and \`breach\` too, and must end at the same look.
- Flagger: interval 60 s, thresholds 1, 5 and 10. Argo Rollouts: the example of its documentation (every 5 minutes, failureLimit 3) and a quick setting (every 30 s over the last minute, failureLimit 0). Both read Prometheus only, and take its silence for a failure, as they do.
- Times run from the first request to the decision; the push to the proxies comes on top, for each engine alike. Harmed are the requests that the candidate failed by then. A time is the median over all rollouts; "never" means that fewer than half were rolled back.
- Not simulated: load that changes during the day, failures that both versions share, versions that get worse later.

## Good candidates
Every rollback here is a false one. ${verdict}

![False rollbacks by engine and request rate](judge-false-rollbacks.svg)

${table(['Requests/s', 'Failures', 'Bursts of', ...detectors, 'trainyard-pods-only'], goodRows(cells))}
In brackets: the upper 95 % bound (Clopper and Pearson, one-sided). \`trainyard-pods-only\` has no Prometheus, hence nothing is known of stable's bursts before the rollout.

## Bad candidates
Failures of stable: 0.1 %. Median time to the rollback, and the median of harmed requests.

![Median time to rollback, independent failures](judge-detection.svg)

![Median time to rollback, bursts of five](judge-detection-bursts.svg)

${table(['Requests/s', 'Candidate fails', 'Bursts of', ...detectors], badRows(cells, 0.001))}
Failures of stable: 1 %, as many as the objective allows.

${table(['Requests/s', 'Candidate fails', 'Bursts of', ...detectors], badRows(cells, 0.01))}
## Earlier simulations, made again
The judge's design rests on two simulations of independent failures and of bursts: looks every 10 s, everything is read, one pod a version. Trainyard's present rule also uses the objective, which those did not. \`trainyard-undeflated\` is the judge without its guard against bursts.

${table(['Requests/s', 'Stable fails', 'Candidate fails', 'Bursts of', ...publishedEngines], publishedRows(result.published))}`;
}

const publishedEngines = ['trainyard', 'trainyard-undeflated', 'flagger-1', 'flagger-5', 'flagger-10'];

function goodRows(cells: readonly Cell[]): string[][] {
  const shown = (cell: Cell | undefined): string => (cell === undefined ? '' : `${percent(cell.rollbackRate)} (${percent(cell.upper95)})`);
  return rows(cells.filter(isGood), ['trainyard'], ({ requestsPerSecond, baseError, burst }, same) => [
    `${requestsPerSecond}`, percent(baseError), `${burst}`, ...[...detectors, 'trainyard-pods-only'].map((engine) => shown(same(engine))),
  ]);
}

function badRows(cells: readonly Cell[], baseError: number): string[][] {
  const shown = (cell: Cell | undefined): string => (cell === undefined ? '' : `${cell.p50Seconds === null ? `never (${percent(cell.rollbackRate, 0)})` : `${cell.p50Seconds} s`}, ${cell.harmedMedian}`);
  return rows(cells.filter((cell) => !isGood(cell) && cell.baseError === baseError), ['trainyard'], ({ requestsPerSecond, effect, burst }, same) => [
    `${requestsPerSecond}`, percent(effect), `${burst}`, ...detectors.map((engine) => shown(same(engine))),
  ]);
}

function publishedRows(cells: readonly Cell[]): string[][] {
  const shown = (cell: Cell | undefined): string => (cell === undefined ? '' : isGood(cell) ? percent(cell.rollbackRate) : cell.p50Seconds === null ? `never (${percent(cell.rollbackRate, 0)})` : `${cell.p50Seconds} s`);
  return rows(cells, ['trainyard'], ({ requestsPerSecond, baseError, effect, burst }, same) => [
    `${requestsPerSecond}`, percent(baseError), percent(effect), `${burst}`, ...publishedEngines.map((engine) => shown(same(engine))),
  ]);
}

/** One row for each cell of the named engines, with its neighbours under other engines. */
function rows(cells: readonly Cell[], of: readonly string[], row: (cell: Cell, same: (engine: string) => Cell | undefined) => string[]): string[][] {
  const at = ({ requestsPerSecond, baseError, burst, effect }: Cell): string => [requestsPerSecond, baseError, burst, effect].join();
  const byPlace = new Map(cells.map((cell) => [`${cell.engine} ${at(cell)}`, cell]));
  return cells.filter(({ engine }) => of.includes(engine)).map((cell) => row(cell, (engine) => byPlace.get(`${engine} ${at(cell)}`)));
}
