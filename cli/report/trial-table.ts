import { shortDuration } from '../render/duration.ts';
import { html, type Markup, type Part } from './html.ts';
import { candidateMark, swatch } from './marks.ts';
import { absent, card, table, type Column } from './parts.ts';
import type { Study } from './study.ts';
import type { Trial } from './trials.ts';
import { bytes, counted, milliseconds, parametersText, shortened, unknown, withDeviation } from './words.ts';

const longestReason = 300;
const longestParameters = 400;
/** So many are shown at once; more are opened by a click. */
const mostOpen = 12;

const states: Readonly<Record<Trial['state'], string>> = { Scored: '✓ Scored', Stopped: '– Stopped', Failed: '✕ Failed', Running: '… Running' };

/** Every trial that was begun. */
export function trialTable({ trials, contenders, metric }: Study): Markup {
  if (trials.length === 0) return card('trials', 'All trials', absent('No trial has begun yet.'));
  const places = new Map(contenders.map(({ name, place }) => [name, place]));
  const columns: readonly Column[] = [{ head: 'Trial' }, { head: 'State' }, { head: `${metric} ± std. dev.`, numeric: true }, { head: 'Parameters' }, { head: 'Latency P99', numeric: true }, { head: 'Size', numeric: true }, { head: 'Time', numeric: true }, { head: 'Reason' }];
  const rows = trials.map((trial): readonly Part[] => [
    html`${swatch(candidateMark(places.get(trial.candidate) ?? 0, 8, 8, { r: 5 }))} ${trial.candidate}${trial.number === undefined ? undefined : html` <b>${trial.number}</b>`}`,
    html`<span class="state">${states[trial.state]}</span>${trial.state === 'Scored' && !trial.gatesPassed ? ', missed a gate' : undefined}`,
    scoreOf(trial), html`<code>${shortened(parametersText(trial.parameters), longestParameters)}</code>`, milliseconds(trial.latencyP99Ms), bytes(trial.sizeBytes),
    trial.start === undefined || trial.end === undefined ? unknown : shortDuration(trial.end - trial.start), html`<span class="reason">${shortened(trial.problem ?? '', longestReason)}</span>`,
  ]);
  const whole = table('Every trial in the order of their beginning', columns, rows);
  return card('trials', 'All trials', trials.length <= mostOpen ? whole : html`<details><summary>${counted(trials.length, 'trial')}</summary>${whole}</details>`, 'A trial that was stopped shows the mean of the folds that it had done.');
}

function scoreOf({ score, stdDev, folds, state }: Trial): string {
  if (score !== undefined || state === 'Failed' || folds.length === 0) return withDeviation(score, stdDev);
  return `${withDeviation(folds.reduce((sum, one) => sum + one, 0) / folds.length, undefined)} after ${counted(folds.length, 'fold')}`;
}
