import { html, type Markup } from './html.ts';
import { legend, type LegendEntry } from './marks.ts';
import { absent } from './parts.ts';
import { linearScale, type Range } from './scale.ts';
import { figure, fitting, label, line, polyline, type Anchor } from './svg.ts';
import { axisOf, type DimensionAxis } from './space.ts';
import type { Searching, Study } from './study.ts';
import { nameOf, type Scored } from './trials.ts';
import { counted, number, parametersText, shortened } from './words.ts';

const range: Range = [220, 46];
/** Where the line of a trial goes that did not choose the parameter. */
const gap = 248;
const height = 266;
const [left, right] = [40, 76] as const;
/** Axes stand no closer, else their names cannot be read; the figure grows instead. */
const nearest = 96;
const mostLines = 120;
/** More are drawn thinner. */
const fewLines = 40;
/** As many as the style sheet has; the last one is the best. */
const levels = 6;
const longestTitle = 300;

/** A line for each trial with a score, through its values and to its score. */
export function parallelCoordinates({ metric, ranked }: Study, { name, place, search: { space }, trials }: Searching): Markup {
  const scored = ranked.filter(({ candidate }) => candidate === name);
  if (scored.length === 0) return html`<h3>Parameters and scores</h3>${absent('No trial has a score.')}`;
  const width = Math.max(720, left + right + nearest * space.length);
  const distance = (width - left - right) / space.length;
  const all = trials.map(({ parameters }) => parameters);
  const axes = space.map((dimension, i) => ({ ...axisOf(space, dimension, all, range), x: left + i * distance }));
  const scores = linearScale(scored.map(({ score }) => score), range, 4);
  const end = { name: metric, scale: scores, logarithmic: false, x: left + space.length * distance };
  const shown = thinned(scored);
  const level = levelsOf(scored);
  const lines = shown.toReversed().map((trial) => {
    const points = [...axes.map(({ x, at }) => [x, at(trial.parameters) ?? gap] as const), [end.x, scores.at(trial.score)] as const];
    return polyline(points, `line s${level(trial)}`, shortened(`${nameOf(trial)}: ${number(trial.score)}; ${parametersText(trial.parameters)}`, longestTitle));
  });
  const gapped = axes.filter(({ at }) => shown.some(({ parameters }) => at(parameters) === undefined));
  const others = scored.length - shown.length;
  const said = [`Of ${counted(scored.length, 'trial')} with a score, best first in colour and width`, others === 0 ? undefined : `${shown.length} are drawn: the best ones and an even choice of the others`, gapped.length > 0 ? 'a line through – at the bottom: the trial did not choose that parameter' : undefined].filter((one) => one !== undefined).join('; ');
  const body = [html`<g${shown.length > fewLines ? html` class="many"` : undefined}>${lines}</g>`, [...axes, end].map((axis, i) => drawn(axis, distance, i === 0 ? 'start' : 'middle')), gapped.map(({ x }) => label(x - 6, gap + 4, '–', 'end', 'tick'))];
  return html`<h3>Parameters and scores</h3>${figure({ id: `parallel-${place}`, title: `Parameters and scores of ${name}`, description: `${said}.`, width, height }, body)}${legend(keys(scored, level))}<p class="note">${said}.</p>`;
}

function drawn({ name, scale, logarithmic, x }: Pick<DimensionAxis, 'name' | 'scale' | 'logarithmic'> & { readonly x: number }, distance: number, anchor: Anchor): Markup {
  // Nothing stands beyond the edges of the figure.
  const at = anchor === 'start' ? 6 : x;
  const room = Math.min(distance - 8, anchor === 'start' ? left + distance / 2 - 14 : 2 * right - 8);
  return html`<g>${line([x, range[0]], [x, range[1]], 'axis')}${crowded(scale.ticks).map(({ at, label: text }) => [line([x - 3, at], [x + 3, at], 'axis'), html`<g><title>${text}</title>${label(x + 6, at + 4, fitting(text, distance - 12), 'start', 'tick')}</g>`])}<g><title>${name}</title>${label(at, 18, fitting(name, room), anchor, 'name')}</g>${logarithmic ? label(at, 32, 'logarithmic', anchor, 'small') : undefined}</g>`;
}

/** Labels closer than a line of text are left out. */
function crowded(ticks: DimensionAxis['scale']['ticks']): DimensionAxis['scale']['ticks'] {
  const most = Math.floor(Math.abs(range[0] - range[1]) / 13);
  return ticks.length <= most ? ticks : ticks.filter((_, i) => i % Math.ceil(ticks.length / most) === 0);
}

/** The best ones, and for the rest of what may be drawn every n-th of the others: more of the best would cover all else. */
export function thinned(inOrder: readonly Scored[], most = mostLines): readonly Scored[] {
  if (inOrder.length <= most) return inOrder;
  const top = Math.floor(most / 4);
  const rest = inOrder.slice(top);
  return [...inOrder.slice(0, top), ...Array.from({ length: most - top }, (_, i) => rest[Math.floor((i * (rest.length - 1)) / (most - top - 1))] as Scored)];
}

/** By how many have a better score; equal scores are of one level. A linear scale would leave it to one outlier. */
export function levelsOf(inOrder: readonly Scored[]): (trial: Scored) => number {
  const firstOf = new Map<number, number>();
  for (const [place, { score }] of inOrder.entries()) if (!firstOf.has(score)) firstOf.set(score, place);
  return ({ score }) => levels - 1 - Math.floor(((firstOf.get(score) ?? 0) / inOrder.length) * levels);
}

function keys(scored: readonly Scored[], level: (trial: Scored) => number): readonly LegendEntry[] {
  return [...Map.groupBy(scored, level)].map(([at, own]) => {
    const scores = own.map(({ score }) => number(score));
    const [best, worst] = [scores[0] ?? '', scores.at(-1) ?? ''];
    return { mark: html`<path d="M1 8h14" class="line s${at}"/>`, text: best === worst ? best : `${best} to ${worst}` };
  });
}
