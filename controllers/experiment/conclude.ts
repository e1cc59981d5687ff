import { compareAll } from './comparison/compare.ts';
import type { HoldoutPointer, Holdouts } from './comparison/read-holdouts.ts';
import { nothing, type Context, type Decision, type Status } from './context.ts';
import { factsOf } from './facts.ts';
import { giveUp } from './give-up.ts';
import type { Over } from './policies/over.ts';
import type { Ranked } from './policies/rank.ts';
import { judgeWinner } from './policies/verdict.ts';
import { sensitivityQuestions } from './search/sensitivity.ts';
import { studyImpact } from './studies/feature-impact.ts';
import { concluded, failed, registering, running, studying, suspendedSummary, undecided } from './summaries.ts';
import type { Trial } from './trials.ts';

/** What is known when no further trial is made. */
export interface Ended {
  readonly status: Status;
  readonly trials: readonly Trial[];
  /** The best trial of each candidate, best first. */
  readonly competing: readonly Ranked[];
  readonly end: Over;
}

/** From the end of the trials to the end of the experiment: reads, judges, studies, registers. */
export function conclude(context: Context, { status, trials, competing, end }: Ended): Decision {
  const { experiment: { spec }, now } = context;
  if (end.reason === 'TooManyFailedTrials') return giveUp(context, status, end.reason, end.message);
  const { byTrial, problem = context.studied?.problem } = context.holdouts;
  if (problem !== undefined) return { ...nothing, status: running(status, now, problem.reason, problem.message) };
  const read = unreadHoldouts(competing, byTrial);
  if (read.length > 0) return { ...nothing, status, read };

  const comparisons = compareAll(spec, competing, byTrial);
  const { trial, verdict } = judgeWinner(spec, competing, comparisons);
  const judged: Status = { ...status, verdict, ...(comparisons.length === 0 ? {} : { comparisons: [...comparisons] }) };

  const { impact, start, suspend, left } = studyImpact(context, trial, end);
  const waiting: Status = { ...judged, ...(impact.length === 0 ? {} : { featureImpact: impact }) };
  if (left > 0 && spec.suspend) return { ...nothing, status: suspendedSummary(waiting, now), suspend };
  if (left > 0) return { ...nothing, status: studying(waiting, now, `${left} of ${spec.studies.featureGroups.length} feature groups are still studied`, end), start, suspend };

  const study = sensitivityQuestions(spec, trials);
  if (study.size > 0 && context.studied === undefined) return { ...nothing, status, study };
  const { sensitivity = [] } = context.studied ?? {};
  return announceVerdict(context, { ...waiting, ...(sensitivity.length === 0 ? {} : { sensitivity }) }, trial, competing, end);
}

function announceVerdict({ experiment, highestVersion, now }: Context, judged: Status, trial: Ranked | undefined, competing: readonly Ranked[], end: Over): Decision {
  const { spec } = experiment;
  const { reason = 'NoScore', text = '' } = judged.verdict ?? {};
  if (trial === undefined) {
    const found = reason === 'NoSignificantWinner';
    const event = { type: found ? 'Normal' : 'Warning', reason, action: found ? 'Judge' : 'Fail', note: text, facts: factsOf(experiment, judged, '', competing) } as const;
    return { ...nothing, status: found ? undecided(judged, now, text, end) : failed(judged, now, reason, text, end), events: [event] };
  }
  const event = { type: 'Normal', reason: 'WinnerSelected', action: 'Judge', note: text, facts: factsOf(experiment, judged, trial.name, competing) } as const;
  const manifestSha256 = trial.run?.status?.manifest?.sha256;
  if (spec.winner.register === 'Never' || manifestSha256 === undefined) return { ...nothing, status: concluded(judged, now, text, end), events: [event] };
  const pendingVersion = judged.pendingVersion ?? { name: `${spec.model}-${highestVersion + 1}`, manifestSha256 };
  return { ...nothing, status: { ...registering(judged, now, pendingVersion.name ?? '', end), pendingVersion }, events: judged.pendingVersion === undefined ? [event] : [], register: trial };
}

/** One candidate alone is compared with nobody. */
function unreadHoldouts(competing: readonly Ranked[], known: Holdouts['byTrial']): readonly HoldoutPointer[] {
  if (competing.length < 2) return [];
  return competing.flatMap(({ name, run }) => {
    const { uri, sha256 } = run?.status?.holdout ?? {};
    return uri === undefined || sha256 === undefined || known.has(name) ? [] : [{ name, uri, sha256 }];
  });
}
