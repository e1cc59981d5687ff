import { shortDuration } from '../render/duration.ts';
import { html, type Markup } from './html.ts';
import { legend } from './marks.ts';
import { absent, card } from './parts.ts';
import { type Area, axes } from './plot.ts';
import { figure, fitting, label, rectangle } from './svg.ts';
import type { Study } from './study.ts';
import { timeTicks } from './ticks.ts';
import { nameOf, type Trial } from './trials.ts';
import { counted, moment, number } from './words.ts';

type Timed = Trial & { readonly start: number };

const [left, right, top] = [24, 704, 26] as const;
/** No taller, however many trials ran at the same time. */
const tallest = 640;

const styles = { Scored: 'done', Stopped: 'given-up', Failed: 'lost', Running: 'going' } as const satisfies Readonly<Record<Trial['state'], string>>;
const words = { Scored: 'with a score', Stopped: 'stopped early', Failed: 'failed', Running: 'running' } as const satisfies Readonly<Record<Trial['state'], string>>;
/** Told apart without their colours. */
const signs = { Scored: '', Stopped: '– ', Failed: '✕ ', Running: '… ' } as const satisfies Readonly<Record<Trial['state'], string>>;

/** When each trial ran, in as many lanes as ran at the same time. */
export function timeline({ trials, now, metric }: Study): Markup {
  const timed = trials.filter((trial): trial is Timed => trial.start !== undefined);
  const waiting = trials.length - timed.length;
  if (timed.length === 0) return card('timeline', 'Timeline', absent(trials.length === 0 ? 'No trial has begun yet.' : 'No trial has a start time yet.'));
  const begin = timed.reduce((least, { start }) => Math.min(least, start), Infinity);
  const endOf = ({ start, end = now.getTime() }: Timed): number => Math.max(start, end);
  const length = Math.max(1000, timed.reduce((greatest, trial) => Math.max(greatest, endOf(trial)), 0) - begin);
  const x = (time: number): number => left + ((time - begin) / length) * (right - left);
  const { lanes, laneOf } = inLanes(timed, endOf);
  const lane = Math.max(3, Math.min(24, tallest / lanes));
  const area: Area = { left, top, right, bottom: top + lanes * lane };
  const bars = timed.map((trial) => {
    const [from, to] = [x(trial.start), x(endOf(trial))];
    const y = top + (laneOf.get(trial) ?? 0) * lane;
    const width = Math.max(1, to - from - 1);
    const told = `${nameOf(trial)}: ${words[trial.state]}${trial.score === undefined ? '' : `, ${metric} ${number(trial.score)}`}, ${shortDuration(endOf(trial) - trial.start)}`;
    const bar = rectangle(from, y + 1, width, Math.max(1, lane - 2), `bar ${styles[trial.state]}`, told);
    const text = [`${signs[trial.state]}${nameOf(trial)}`, `${signs[trial.state]}${trial.number ?? ''}`, signs[trial.state]].find((one) => fitting(one, width - 7) === one);
    return lane < 14 || width < 14 || text === undefined || text === '' ? bar : html`${bar}${label(from + 4, y + lane / 2 + 4, text, 'start', `on ${styles[trial.state]}`)}`;
  });
  const ticks = timeTicks(length, 8).map(({ value, label: text }) => ({ at: x(begin + value), label: text }));
  const scale = { at: (value: number): number => value, ticks };
  const description = `${counted(timed.length, 'trial')} from ${moment(new Date(begin).toISOString()) ?? ''} on, in ${shortDuration(length)}; at most ${lanes} at the same time.`;
  const present = (Object.keys(styles) as Trial['state'][]).filter((state) => timed.some((trial) => trial.state === state));
  return card('timeline', 'Timeline', html`${figure({ id: 'lanes', title: 'When each trial ran', description, width: 720, height: area.bottom + 42 }, [hatches, axes(area, { scale, text: `Time since ${moment(new Date(begin).toISOString()) ?? ''}` }, { scale: { ...scale, ticks: [] }, text: 'Trials at the same time stand below each other; a number is that within the search' }), bars])}${legend(present.map((state) => ({ mark: rectangle(1, 3, 14, 10, `bar ${styles[state]}`), text: `${signs[state]}${words[state]}` })))}`,
    waiting === 0 ? undefined : `${counted(waiting, 'trial')} without a start time ${waiting === 1 ? 'is' : 'are'} left out.`);
}

/** Stripes, so that stopped and failed differ from the others in more than colour. */
const hatches = html`<defs><pattern id="stripes" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect width="6" height="6" class="ground-stopped"/><path d="M0 0v6" class="stroke-stopped"/></pattern><pattern id="checks" width="6" height="6" patternUnits="userSpaceOnUse"><rect width="6" height="6" class="ground-failed"/><path d="M0 0l6 6m0 -6l-6 6" class="stroke-failed"/></pattern></defs>`;

/** Each in the first lane that is free when it starts. */
export function inLanes<T extends { readonly start: number }>(timed: readonly T[], endOf: (trial: T) => number): { readonly lanes: number; readonly laneOf: ReadonlyMap<T, number> } {
  const free: number[] = [];
  const laneOf = new Map<T, number>();
  for (const trial of timed.toSorted((a, b) => a.start - b.start)) {
    const found = free.findIndex((end) => end <= trial.start);
    const lane = found < 0 ? free.length : found;
    free[lane] = endOf(trial);
    laneOf.set(trial, lane);
  }
  return { lanes: Math.max(1, free.length), laneOf };
}

