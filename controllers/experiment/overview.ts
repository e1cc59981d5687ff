import type { ExperimentStatus } from '../../crds/generated/experiment.ts';
import { present } from '../shared/present.ts';
import { paretoOf } from './comparison/pareto.ts';
import { hasEnded, tookMs } from './policies/over.ts';
import type { Ranked } from './policies/rank.ts';
import { format } from './policies/verdict.ts';
import type { Trial } from './trials.ts';

const mostRanked = 10;

/** What a status tells of the trials in numbers. Its size does not depend on how many there are. */
export function overviewOf(trials: readonly Trial[], ranked: readonly Ranked[], competing: readonly Ranked[], gridSizes: ReadonlyMap<string, number>, now: Date): Pick<ExperimentStatus, 'trials' | 'candidates' | 'leaderboard' | 'score'> {
  const [best] = ranked;
  const counts = countsOf(trials);
  return {
    trials: { total: trials.length, ...counts, text: `${trials.filter(hasEnded).length}/${trials.length}` },
    candidates: candidatesOf(trials, competing, gridSizes, now),
    leaderboard: ranked.slice(0, mostRanked).map(({ candidate, name, algorithm, score, gatesPassed, latencyP99Ms, sizeBytes, fairness, chosen }) => ({
      candidate,
      trialRef: name,
      algorithm,
      score: score.mean,
      gatesPassed,
      ...present({ stdDev: score.stdDev, n: score.n, latencyP99Ms, sizeBytes, fairness, parameters: chosen === undefined ? undefined : { ...chosen } }),
    })),
    ...(best === undefined ? {} : { score: format(best).slice(0, 48) }),
  };
}

/** What there is to choose among when the score is not all that counts. */
export function paretoTable(ranked: readonly Ranked[]): Pick<ExperimentStatus, 'pareto'> {
  const pareto = paretoOf(ranked.filter(({ gatesPassed }) => gatesPassed))
    .members.slice(0, mostRanked)
    .map(({ candidate, name, score, latencyP99Ms, sizeBytes, fairness }) => ({ candidate, trialRef: name, score: score.mean, ...present({ latencyP99Ms, sizeBytes, fairness }) }));
  return pareto.length === 0 ? {} : { pareto };
}

function candidatesOf(trials: readonly Trial[], competing: readonly Ranked[], gridSizes: ReadonlyMap<string, number>, now: Date): NonNullable<ExperimentStatus['candidates']> {
  return [...Map.groupBy(trials, ({ candidate }) => candidate)].map(([name, own]) => {
    const best = competing.find(({ candidate }) => candidate === name);
    return {
      name,
      trials: own.length,
      ...countsOf(own),
      // Of those under way it would be another one at every look.
      seconds: Math.round(own.filter(hasEnded).reduce((sum, trial) => sum + tookMs(trial, now), 0) / 1000),
      ...present({ gridSize: gridSizes.get(name), bestTrial: best?.name, score: best?.score.mean }),
    };
  });
}

function countsOf(trials: readonly Trial[]): { readonly running: number; readonly succeeded: number; readonly failed: number; readonly stopped?: number } {
  const count = (state: Trial['state']): number => trials.filter((trial) => trial.state === state).length;
  const stopped = count('Stopped');
  return { running: count('Running'), succeeded: count('Scored'), failed: count('Failed'), ...(stopped === 0 ? {} : { stopped }) };
}
