import { number } from './words.ts';

export interface Value {
  readonly value: number;
  readonly label: string;
}

/** Round values from `low` to `high`, about as many as wanted: multiples of 1, 2 or 5 times a power of ten. */
export function decimalTicks(low: number, high: number, wanted: number): readonly Value[] {
  const step = roundStep((high - low) / wanted);
  const first = Math.ceil(low / step - 1e-9);
  const count = Math.max(0, Math.floor(high / step + 1e-9) - first + 1);
  const decimals = Math.max(0, -Math.floor(Math.log10(step) + 1e-9));
  const plain = decimals <= 6 && Math.max(Math.abs(low), Math.abs(high)) < 1e7;
  return Array.from({ length: Math.min(count, 2 * wanted + 2) }, (_, i) => {
    const value = (first + i) * step;
    return { value, label: plain ? withoutMinusZero(value.toFixed(decimals)) : number(value) };
  });
}

/** Powers of ten, with 2 and 5 times them where they are few; where even these are too few, round values. */
export function logTicks(low: number, high: number, wanted: number): readonly Value[] {
  const [from, to] = [Math.floor(Math.log10(low)), Math.ceil(Math.log10(high))];
  const every = Math.max(1, Math.ceil((to - from) / (wanted + 1)));
  const factors = to - from <= 2 ? [1, 2, 5] : [1];
  const found = Array.from({ length: to - from + 1 }, (_, i) => from + i)
    .filter((power) => (power - from) % every === 0)
    .flatMap((power) => factors.map((factor) => Number(`${factor}e${power}`)))
    .filter((value) => value >= low * (1 - 1e-9) && value <= high * (1 + 1e-9));
  return found.length >= 2 ? found.map((value) => ({ value, label: number(value) })) : decimalTicks(low, high, wanted);
}

const second = 1000;
const minute = 60 * second;
const hour = 60 * minute;
const day = 24 * hour;
const timeSteps = [second, 2 * second, 5 * second, 10 * second, 15 * second, 30 * second, minute, 2 * minute, 5 * minute, 10 * minute, 15 * minute, 30 * minute, hour, 2 * hour, 3 * hour, 6 * hour, 12 * hour, day, 2 * day, 7 * day] as const;

/** From 0 on, in steps that a clock has. */
export function timeTicks(lengthMs: number, wanted: number): readonly Value[] {
  const step = timeSteps.find((one) => lengthMs / one <= wanted) ?? day * Math.ceil(lengthMs / wanted / day);
  const [unit, name] = step < minute ? [second, 's'] : step < hour ? [minute, 'min'] : step < day ? [hour, 'h'] : [day, 'd'];
  return Array.from({ length: Math.floor(lengthMs / step) + 1 }, (_, i) => ({ value: i * step, label: `${(i * step) / unit} ${name}` }));
}

function roundStep(rough: number): number {
  const power = 10 ** Math.floor(Math.log10(rough));
  const factor = [1, 2, 5].find((one) => one * power >= rough * (1 - 1e-9)) ?? 10;
  return factor * power;
}

function withoutMinusZero(text: string): string {
  return Number(text) === 0 ? text.replace('-', '') : text;
}
