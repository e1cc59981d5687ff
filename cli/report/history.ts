import { html, type Markup } from './html.ts';
import { bar, candidateMark, cross, legend, type LegendEntry } from './marks.ts';
import { axes, roomy, type Area } from './plot.ts';
import { linearScale, type Scale } from './scale.ts';
import { figure, line, polyline } from './svg.ts';
import type { Contender, Study } from './study.ts';
import { isScored, nameOf, type Scored, type Trial } from './trials.ts';
import { counted, number, shortened } from './words.ts';

const area: Area = { left: 64, top: 34, right: 704, bottom: 230 };
/** Failed trials stand on a line of their own between the plot and its axis, stopped ones above them. */
const without = area.bottom - 10;
const size = { width: 720, height: 272 };
const longestReason = 200;

/** The scores in the order of the trials, and the best one so far. */
export function history({ metric, maximize, experiment: { spec } }: Study, { place, trials, name }: Contender): Markup {
  const numbers = trials.map(({ number: at }) => at ?? 0);
  const scored = trials.filter(isScored);
  const lost = trials.filter(({ state }) => state === 'Failed' || state === 'Stopped');
  const { goal } = spec.objective;
  const x = wholeNumbers(linearScale([0, Math.max(1, ...numbers)], [area.left + 10, area.right - 10], 10));
  const y = linearScale(roomy([...scored.map(({ score }) => score), ...(goal === undefined ? [] : [goal])]), [lost.length === 0 ? area.bottom : without - 24, area.top]);
  const best = bestSoFar(scored, maximize);
  const frame = axes(area, { scale: x, text: 'Trial' }, { scale: scored.length === 0 ? { ...y, ticks: [] } : y, text: `${metric} (${maximize ? 'up' : 'down'} is better)` });
  const last = best.at(-1);
  const description = [
    `${counted(scored.length, 'trial')} with a score${last === undefined ? '' : `, the best ${number(last.score)} at trial ${last.number ?? 0}`}`,
    ...stateCounts(trials),
  ].join('; ');
  const body = [
    frame,
    goal === undefined ? undefined : line([area.left, y.at(goal)], [area.right, y.at(goal)], 'goal'),
    polyline(steps(best, x, y), 'best-so-far'),
    scored.map((trial) => candidateMark(place, x.at(trial.number ?? 0), y.at(trial.score), { r: scored.length > 200 ? 2.5 : 4, style: trial.gatesPassed ? '' : 'hollow', title: `${nameOf(trial)}: ${number(trial.score)}${trial.gatesPassed ? '' : ', missed a gate'}` })),
    lost.map((trial) => withoutScore(trial, x.at(trial.number ?? 0))),
  ];
  return html`<h3>Scores by trial</h3>${figure({ id: `history-${place}`, title: `Scores of ${name} by trial`, description, ...size }, body)}${legend(keys(place, trials, goal))}`;
}

function withoutScore(trial: Trial, at: number): Markup {
  const told = `${nameOf(trial)}: ${trial.state.toLowerCase()}${trial.problem === undefined ? '' : `, ${shortened(trial.problem, longestReason)}`}`;
  return trial.state === 'Failed' ? cross(at, without, 'failed', told) : bar(at, without - 10, 'stopped', told);
}

/** The trials that were better than all before them. */
export function bestSoFar(scored: readonly Scored[], maximize: boolean): readonly Scored[] {
  const found: Scored[] = [];
  for (const trial of scored) {
    const before = found.at(-1);
    if (before === undefined || (maximize ? trial.score > before.score : trial.score < before.score)) found.push(trial);
  }
  return found;
}

function steps(best: readonly Scored[], x: Scale, y: Scale): readonly (readonly [number, number])[] {
  const corners = best.flatMap((trial, i): (readonly [number, number])[] => {
    const at = x.at(trial.number ?? 0);
    const before = best[i - 1];
    return [...(before === undefined ? [] : [[at, y.at(before.score)] as const]), [at, y.at(trial.score)]];
  });
  const last = corners.at(-1);
  return last === undefined ? [] : [...corners, [area.right - 10, last[1]]];
}

/** There is no trial 2.5. */
function wholeNumbers(scale: Scale): Scale {
  return { ...scale, ticks: scale.ticks.filter(({ label }) => Number.isInteger(Number(label))).map((tick) => ({ ...tick, label: String(Number(tick.label)) })) };
}

function stateCounts(trials: readonly Trial[]): readonly string[] {
  return (['Failed', 'Stopped', 'Running'] as const).flatMap((state) => {
    const count = trials.filter((trial) => trial.state === state).length;
    return count === 0 ? [] : [`${count} ${state.toLowerCase()}`];
  });
}

function keys(place: number, trials: readonly Trial[], goal: number | undefined): readonly LegendEntry[] {
  const has = (state: Trial['state']): boolean => trials.some((trial) => trial.state === state);
  return [
    { mark: candidateMark(place, 8, 8, { r: 5 }), text: 'score' },
    { mark: html`<path d="M1 8h14" class="best-so-far"/>`, text: 'best so far' },
    ...(trials.some((trial) => trial.score !== undefined && !trial.gatesPassed) ? [{ mark: candidateMark(place, 8, 8, { r: 5, style: 'hollow' }), text: 'missed a gate' }] : []),
    ...(goal === undefined ? [] : [{ mark: html`<path d="M1 8h14" class="goal"/>`, text: 'goal' }]),
    ...(has('Failed') ? [{ mark: cross(8, 8, 'failed', 'failed'), text: 'failed' }] : []),
    ...(has('Stopped') ? [{ mark: bar(8, 8, 'stopped', 'stopped'), text: 'stopped early' }] : []),
  ];
}
