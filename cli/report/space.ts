import { isDeepStrictEqual } from 'node:util';
import { categoryScale, linearScale, logScale, type Range, type Scale } from './scale.ts';
import type { Searching } from './study.ts';
import type { Parameters } from './trials.ts';
import { valueText } from './words.ts';

export type Dimension = Searching['search']['space'][number];

/** A hyperparameter as an axis: where a trial's value stands on it. */
export interface DimensionAxis {
  readonly name: string;
  readonly scale: Scale;
  readonly logarithmic: boolean;
  /** Undefined where the trial did not choose it. */
  readonly at: (parameters: Parameters) => number | undefined;
}

/** A nested parameter that its condition left out may have a fixed value all the same: it was not searched there. */
export function isChosen(space: readonly Dimension[], { name, when }: Dimension, parameters: Parameters): boolean {
  if (!(name in parameters)) return false;
  if (when === undefined) return true;
  const parent = space.find((one) => one.name === when.parameter);
  return (parent === undefined || parent.name === name || isChosen(space.slice(0, space.indexOf(parent) + 1), parent, parameters)) && when.values.some((value) => isDeepStrictEqual(value, parameters[when.parameter]));
}

export function axisOf(space: readonly Dimension[], dimension: Dimension, trials: readonly Parameters[], range: Range): DimensionAxis {
  const { name, type, scale: kind, min, max } = dimension;
  const valueIn = (parameters: Parameters): unknown => (isChosen(space, dimension, parameters) ? parameters[name] : undefined);
  if (type === 'Categorical') {
    const values = dimension.values ?? [];
    const scale = categoryScale(values.map(valueText), range);
    const at = (parameters: Parameters): number | undefined => {
      const place = values.findIndex((value) => isDeepStrictEqual(value, valueIn(parameters)));
      return place < 0 ? undefined : scale.at(place);
    };
    return { name, scale, logarithmic: false, at };
  }
  const tried = trials.map(valueIn).filter(isNumber);
  const values = [...[min, max].filter(isNumber), ...tried];
  const logarithmic = kind === 'Log' && values.every((value) => value > 0);
  const scale = logarithmic ? logScale(values, range, 4) : linearScale(values, range, 4);
  return { name, scale, logarithmic, at: (parameters) => ((value) => (isNumber(value) ? scale.at(value) : undefined))(valueIn(parameters)) };
}

function isNumber(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value);
}
