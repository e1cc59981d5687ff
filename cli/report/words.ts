/** What stands where nothing is known. */
export const unknown = '–';

/** Four digits, and no power of ten where it can be avoided, as in the report of a run. */
export function number(value: number | undefined, digits = 4): string {
  if (value === undefined || !Number.isFinite(value)) return unknown;
  const size = Math.abs(value);
  if (size !== 0 && (size < 1e-3 || size >= 1e6)) return value.toExponential(Math.max(0, digits - 1)).replace(/\.?0+e/, 'e').replace('e+', 'e');
  return String(Number(value.toPrecision(digits)));
}

/** With its sign, for a difference. */
export function signed(value: number, digits = 3): string {
  const text = number(Math.abs(value), digits);
  return value === 0 ? text : `${value < 0 ? '−' : '+'}${text}`;
}

export function withDeviation(score: number | undefined, deviation: number | undefined): string {
  return score === undefined || deviation === undefined ? number(score) : `${number(score)} ± ${number(deviation, 2)}`;
}

export function bytes(size: number | undefined): string {
  if (size === undefined || !Number.isFinite(size)) return unknown;
  const units = ['B', 'kB', 'MB', 'GB', 'TB'];
  const power = Math.min(units.length - 1, size < 1 ? 0 : Math.floor(Math.log10(size) / 3));
  return `${number(size / 1000 ** power, 3)} ${units[power] ?? ''}`;
}

export function milliseconds(value: number | undefined): string {
  return value === undefined || !Number.isFinite(value) ? unknown : `${number(value, 3)} ms`;
}

/** At most so many characters, the last of them an ellipsis where some are missing. */
export function shortened(text: string, most: number): string {
  // By characters, not by halves of them.
  const characters = Array.from(text.slice(0, 2 * most + 2));
  return text.length <= most || characters.length <= most ? text : `${characters.slice(0, Math.max(0, most - 1)).join('')}…`;
}

/** A hyperparameter's value as a person would write it. */
export function valueText(value: unknown): string {
  if (typeof value === 'number') return number(value);
  return typeof value === 'string' ? value : JSON.stringify(value) ?? unknown;
}

const longestValue = 60;

export function parametersText(parameters: Readonly<Record<string, unknown>>): string {
  return Object.entries(parameters).map(([name, value]) => `${name}=${shortened(valueText(value), longestValue)}`).join(', ');
}

/** `1 trial`, `2 trials`. */
export function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

/** `2026-01-01 12:00:00 UTC`; undefined for what is no time. */
export function moment(time: string | undefined): string | undefined {
  const at = Date.parse(time ?? '');
  return Number.isNaN(at) ? undefined : `${new Date(at).toISOString().slice(0, 19).replace('T', ' ')} UTC`;
}
