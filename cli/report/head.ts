import { shortDuration } from '../render/duration.ts';
import { html, type Markup, type Part } from './html.ts';
import { badge, card, facts } from './parts.ts';
import { standingOf } from './standing.ts';
import { byScore, type Study } from './study.ts';
import type { Trial } from './trials.ts';
import { counted, moment, number, shortened, unknown, withDeviation } from './words.ts';

const longestText = 4000;

/** Name, state, the verdict's sentence and what matters most in large letters. */
export function head(study: Study): Markup {
  const { experiment: { metadata, spec, status }, metric, maximize, now } = study;
  const standing = standingOf(study);
  return html`<header><h1>${metadata.name} ${badge(standing.word, standing.tone)}</h1>
<p>Experiment in namespace ${metadata.namespace ?? 'default'} for the model ${spec.model}: ${maximize ? 'greatest' : 'least'} ${metric} by cross-validation${spec.objective.goal === undefined ? '' : `, goal ${number(spec.objective.goal)}`}. As of ${moment(now.toISOString())}.</p></header>
<p class="verdict">${shortened(standing.text, longestText)}${/[.!?…]$/.test(standing.text) ? '' : '.'}</p>
<div class="tiles">${tiles(study).map(([name, value, more]) => html`<div class="tile"><span>${name}</span><b>${value}</b><span>${more}</span></div>`)}</div>
${status?.modelVersionRef?.name === undefined ? undefined : html`<p class="note">The winner is registered as ModelVersion <code>${status.modelVersionRef.name}</code>.</p>`}`;
}

function tiles(study: Study): readonly (readonly [name: string, value: Part, more: Part])[] {
  const { experiment: { status }, trials, metric } = study;
  const { winner, trialRef, significant } = status?.verdict ?? {};
  const leader = byScore(study)[0]?.best === undefined ? undefined : byScore(study)[0];
  const shown = study.contenders.find(({ name }) => name === winner) ?? leader;
  // The status still counts those whose TrainingRuns were deleted after the end.
  const count = (state: Trial['state'], counted: number | undefined = 0): number => Math.max(counted, trials.filter((trial) => trial.state === state).length);
  const { total = trials.length, succeeded, failed, stopped } = status?.trials ?? {};
  const others = ([[count('Running'), 'running'], [count('Stopped', stopped), 'stopped'], [count('Failed', failed), 'failed']] as const).flatMap(([n, word]) => (n === 0 ? [] : [`${n} ${word}`]));
  const best = leader === undefined ? 'no candidate has a score' : `${leader.name} has the best score${standingOf(study).over ? '' : ' so far'}`;
  return [
    winner === undefined ? ['Winner', unknown, best] : ['Winner', winner, significant === true ? 'proven to be the best' : trialRef ?? ''],
    [metric, number(shown?.best?.score), shown?.best === undefined ? '' : `of ${shown.name}${shown.best.stdDev === undefined ? '' : `, ± ${number(shown.best.stdDev, 2)} over the folds`}`],
    ['Trials with a score', total === 0 ? '0' : `${count('Scored', succeeded)} of ${total}`, others.join(', ')],
    ['Time', tookText(study), counted(study.contenders.length, 'candidate')],
  ];
}

/** What the experiment was asked for, and when it did it. */
export function particulars(study: Study): Markup {
  const { experiment: { metadata, spec, status }, foreign } = study;
  const { folds, repeats } = spec.template.crossValidation;
  const { verdict, foldsDigest, modelVersionRef } = status ?? {};
  const deleted = (status?.trials?.succeeded ?? 0) + (status?.trials?.failed ?? 0) + (status?.trials?.stopped ?? 0) - study.trials.length;
  const best = study.contenders.find(({ name }) => name === verdict?.winner)?.best;
  const limits = [
    spec.budget?.maxDuration === undefined ? undefined : `longest time ${spec.budget.maxDuration}`,
    spec.budget?.maxBillableSeconds === undefined ? undefined : `at most ${spec.budget.maxBillableSeconds} s of trials`,
    spec.maxTrials === undefined ? undefined : `at most ${counted(spec.maxTrials, 'trial')}`,
  ].filter((one) => one !== undefined);
  return card('particulars', 'Particulars', facts([
    ['Experiment', `${metadata.namespace ?? 'default'}/${metadata.name}`],
    ['Objective', `${spec.objective.direction} ${spec.objective.metric}`],
    ['Winner', verdict?.winner === undefined ? undefined : html`${verdict.winner}, trial <code>${verdict.trialRef ?? unknown}</code>${best === undefined ? undefined : `, ${withDeviation(best.score, best.stdDev)}`}`],
    ['Verdict', verdict?.reason],
    ['Registered as', modelVersionRef?.name === undefined ? spec.winner.register === 'Never' ? 'nothing: winner.register is Never' : 'nothing' : html`<code>${modelVersionRef.name}</code>`],
    ['Data', html`<code>${shortened(spec.template.data.source.uri ?? unknown, 300)}</code>`],
    ['Cross-validation', `${counted(folds, 'fold')}${repeats === 1 ? '' : `, ${repeats} times`}, ${spec.template.data.split.strategy}`],
    ['Digest of the folds', foldsDigest === undefined ? undefined : html`<code>${foldsDigest}</code>`],
    ['Limits', limits.length === 0 ? undefined : limits.join(', ')],
    ['Early stopping', spec.earlyStopping.type],
    ['Seed', String(spec.seed)],
    ['Began', moment(status?.startTime)],
    ['Ended', moment(status?.completionTime)],
    ['Deleted', deleted <= 0 ? undefined : `${counted(deleted, 'trial')}: the TrainingRuns are no longer there, so they are in no figure and no table`],
    ['Left out', foreign === 0 ? undefined : `${counted(foreign, 'TrainingRun')} with the label of this experiment that it did not make`],
  ]));
}

function tookText({ experiment: { status }, now }: Study): string {
  const from = Date.parse(status?.startTime ?? '');
  const to = status?.completionTime === undefined ? now.getTime() : Date.parse(status.completionTime);
  return Number.isFinite(to - from) ? shortDuration(to - from) : unknown;
}
