import { decimalTicks, logTicks, type Value } from './ticks.ts';

export interface Tick {
  /** Place on the range. */
  readonly at: number;
  readonly label: string;
}

/** Where a value stands on a line from one end of the range to the other, and what is written beside that line. */
export interface Scale {
  readonly at: (value: number) => number;
  readonly ticks: readonly Tick[];
}

/** A range may run backwards, as the y of a screen does. */
export type Range = readonly [from: number, to: number];

/** `values`: what must have a place; where they are all the same, that one stands in the middle. */
export function linearScale(values: readonly number[], range: Range, wanted = 5): Scale {
  const [low, high] = extent(values);
  const at = (value: number): number => range[0] + ((value - low) / (high - low)) * (range[1] - range[0]);
  return { at, ticks: placed(decimalTicks(low, high, wanted), at) };
}

/** Of values above 0; with any other it is a linear one. */
export function logScale(values: readonly number[], range: Range, wanted = 5): Scale {
  const least = Math.min(...values);
  const greatest = Math.max(...values);
  if (!(least > 0) || !Number.isFinite(greatest)) return linearScale(values, range, wanted);
  const [low, high] = least === greatest ? [least / 2, greatest * 2] : [least, greatest];
  const at = (value: number): number => range[0] + ((Math.log(value) - Math.log(low)) / (Math.log(high) - Math.log(low))) * (range[1] - range[0]);
  return { at, ticks: placed(logTicks(low, high, wanted), at) };
}

/** The first label at the beginning of the range, the last one at its end; one alone stands in the middle. A value is a place in the list. */
export function categoryScale(labels: readonly string[], range: Range): Scale {
  const at = (place: number): number => (labels.length < 2 ? (range[0] + range[1]) / 2 : range[0] + (place / (labels.length - 1)) * (range[1] - range[0]));
  return { at, ticks: labels.map((label, place) => ({ at: at(place), label })) };
}

function placed(ticks: readonly Value[], at: (value: number) => number): readonly Tick[] {
  return ticks.map(({ value, label }) => ({ at: at(value), label }));
}

/** Never of no width, whatever the values are. */
function extent(values: readonly number[]): Range {
  const finite = values.filter(Number.isFinite);
  if (finite.length === 0) return [0, 1];
  const low = finite.reduce((least, one) => Math.min(least, one));
  const high = finite.reduce((greatest, one) => Math.max(greatest, one));
  if (high - low > Math.abs(high) * 1e-12) return [low, high];
  const margin = low === 0 ? 1 : Math.abs(low) * 0.05;
  return [low - margin, high + margin];
}
