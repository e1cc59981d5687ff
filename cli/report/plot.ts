import { html, type Markup } from './html.ts';
import type { Scale } from './scale.ts';
import { label, line } from './svg.ts';

/** The place of a plot within its figure; what it is labelled with stands outside. */
export interface Area {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

export interface Axis {
  readonly scale: Scale;
  readonly text: string;
}

const nearest = 26;

/** Grid, numbers and names of two axes. */
export function axes({ left, top, right, bottom }: Area, x: Axis, y: Axis): Markup {
  return html`${y.scale.ticks.map(({ at, label: text }) => [line([left, at], [right, at], 'grid'), label(left - 6, at + 4, text, 'end')])}${line([left, bottom], [right, bottom], 'axis')}${apart(x.scale).map(({ at, label: text }) => [line([at, bottom], [at, bottom + 4], 'axis'), label(at, bottom + 17, text, 'middle')])}${label((left + right) / 2, bottom + 34, x.text, 'middle', 'name')}${label(left - 6, top - 10, y.text, 'start', 'name')}`;
}

/** Numbers that would stand on each other are left out. */
function apart({ ticks }: Scale): Scale['ticks'] {
  const kept: Scale['ticks'][number][] = [];
  for (const tick of ticks) {
    const before = kept.at(-1);
    if (before === undefined || Math.abs(tick.at - before.at) >= nearest + 3 * tick.label.length) kept.push(tick);
  }
  return kept;
}

/** The values and a little room on both sides, so that no mark stands on the edge. */
export function roomy(values: readonly number[], share = 0.05): readonly number[] {
  if (values.length === 0) return values;
  const low = values.reduce((least, one) => Math.min(least, one));
  const high = values.reduce((greatest, one) => Math.max(greatest, one));
  return [low - share * (high - low), high + share * (high - low)];
}
