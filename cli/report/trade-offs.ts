import { html, type Markup } from './html.ts';
import { candidateMark, legend, swatch, type LegendEntry } from './marks.ts';
import { absent, card, table } from './parts.ts';
import { axes, roomy, type Area } from './plot.ts';
import { linearScale, logScale } from './scale.ts';
import { figure, round } from './svg.ts';
import type { Study } from './study.ts';
import { nameOf, type Scored } from './trials.ts';
import { bytes, counted, milliseconds, number, parametersText, shortened, withDeviation } from './words.ts';

const area: Area = { left: 64, top: 34, right: 704, bottom: 300 };
const size = { width: 720, height: 342 };
const mostRows = 30;
/** What a trial costs, in words. */
const costs = { latencyP99Ms: 'latency', sizeBytes: 'size', fairness: 'fairness' } as const;

/** What there is to choose among when the score is not all that counts. */
export function tradeOffs(study: Study): Markup {
  const { ranked, pareto } = study;
  if (ranked.length === 0) return card('trade-offs', 'Trade-offs', absent('No trial has a score.'));
  return card('trade-offs', 'Trade-offs', html`${plot(study)}${paretoTable(study)}`, note(pareto));
}

function plot({ metric, maximize, contenders, ranked: scored, pareto: { members } }: Study): Markup {
  const timed = scored.filter(({ latencyP99Ms }) => latencyP99Ms !== undefined && latencyP99Ms > 0);
  if (timed.length === 0) return absent('No trial has a measured latency, so there is nothing to set against the score.');
  const latencies = timed.map(({ latencyP99Ms }) => latencyP99Ms as number);
  const x = logScale(withRoom(latencies), [area.left, area.right]);
  const y = linearScale(roomy(timed.map(({ score }) => score)), [area.bottom, area.top]);
  const chosen = new Set(members);
  const places = new Map(contenders.map(({ name, place }) => [name, place]));
  const draw = (trial: Scored): Markup => {
    const [at, up] = [x.at(trial.latencyP99Ms as number), y.at(trial.score)];
    const ring = chosen.has(trial) ? html`<circle cx="${round(at)}" cy="${round(up)}" r="8" class="ring"/>` : undefined;
    const style = trial.gatesPassed ? (chosen.has(trial) ? '' : 'faint') : 'hollow';
    return html`${ring}${candidateMark(places.get(trial.candidate) ?? 0, at, up, { style, title: `${nameOf(trial)}: ${metric} ${number(trial.score)}, ${milliseconds(trial.latencyP99Ms)}${trial.gatesPassed ? '' : ', missed a gate'}` })}`;
  };
  const left = scored.length - timed.length;
  const description = `${counted(timed.length, 'trial')} by latency, P99 of one row on a logarithmic scale, and ${metric}, where ${maximize ? 'up' : 'down'} is better. ${counted(members.length, 'trial')} are beaten by no other and have a ring.${left === 0 ? '' : ` ${counted(left, 'trial')} without a latency are left out.`}`;
  // The chosen ones last, so that nothing covers them.
  const inOrder = [...timed.filter((one) => !chosen.has(one)), ...timed.filter((one) => chosen.has(one))];
  return html`${figure({ id: 'pareto', title: `${metric} against latency`, description, ...size }, [axes(area, { scale: x, text: 'Latency of one row, P99, ms (logarithmic)' }, { scale: y, text: `${metric} (${maximize ? 'up' : 'down'} is better)` }), inOrder.map(draw)])}${legend([...contenders.filter(({ trials }) => trials.length > 0).map(({ name, place }): LegendEntry => ({ mark: candidateMark(place, 8, 8, { r: 5 }), text: name })), ...keys(timed)])}${left === 0 ? undefined : html`<p class="note">${counted(left, 'trial')} without a latency ${left === 1 ? 'is' : 'are'} left out.</p>`}`;
}

function keys(timed: readonly Scored[]): readonly LegendEntry[] {
  const ring = { mark: html`<circle cx="8" cy="8" r="6.5" class="ring"/>`, text: 'beaten by no other trial' };
  const hollow = { mark: html`<circle cx="8" cy="8" r="5" class="m hollow"/>`, text: 'missed a gate' };
  return timed.some(({ gatesPassed }) => !gatesPassed) ? [ring, hollow] : [ring];
}

function withRoom(values: readonly number[]): readonly number[] {
  return [Math.min(...values) / 1.08, Math.max(...values) * 1.08];
}

function paretoTable({ metric, contenders, pareto: { members } }: Study): Markup {
  if (members.length === 0) return absent('No trial with a score passed its gates.');
  const places = new Map(contenders.map(({ name, place }) => [name, place]));
  const rows = members.slice(0, mostRows).map((trial) => [
    html`${swatch(candidateMark(places.get(trial.candidate) ?? 0, 8, 8, { r: 5 }))} ${nameOf(trial)}`, withDeviation(trial.score, trial.stdDev), milliseconds(trial.latencyP99Ms), bytes(trial.sizeBytes), number(trial.fairness, 3), html`<code>${shortened(parametersText(trial.parameters), 200)}</code>`,
  ]);
  const more = members.length - rows.length;
  return html`${table('Trials that no other trial beats', [{ head: 'Trial' }, { head: `${metric} ± std. dev.`, numeric: true }, { head: 'Latency P99', numeric: true }, { head: 'Size', numeric: true }, { head: 'Fairness', numeric: true }, { head: 'Parameters' }], rows)}${more > 0 ? html`<p class="note">${more} more are in the table of all trials.</p>` : undefined}`;
}

function note({ measured }: Study['pareto']): string {
  const compared = ['score', ...measured.map((cost) => costs[cost])].join(', ');
  const missing = (Object.keys(costs) as (keyof typeof costs)[]).filter((cost) => !measured.includes(cost)).map((cost) => costs[cost]);
  return `A trial is beaten by one that is better in something and worse in nothing; only trials that passed their gates count. What counts: ${compared}.${missing.length === 0 ? '' : ` Not every trial was measured by ${missing.join(' and ')}, so that does not count.`}`;
}
