import type { Manifest } from '../model/manifest.ts';
import type { Tensor } from '../model/onnxruntime.ts';
import type { Tensors } from '../model/session.ts';

/** The bin of one prediction, by which the answers of two versions can be compared. Undefined where none was asked for. */
export type PredictionBin = (results: Tensors, row: number) => string | undefined;

/** Classes with a bin of their own; the others share one, so that a model of thousands of classes has few series. */
const mostClasses = 19;
const tenths = Array.from({ length: 10 }, (_, i) => (i / 10).toFixed(1));

/**
 * Two classes: the probability of the second one in tenths. More classes: the likeliest one. Regression: the lower edge
 * in the series 1, 2, 5, 10, … from 0.001 to 10⁹, for both signs. The edges never depend on the version, because versions
 * are compared by them.
 */
export function compileBins({ task, labels }: Manifest): PredictionBin | undefined {
  if (task === undefined) return undefined;
  if (task === 'Regression') return (results, row) => number(results['prediction'], row, numberBin);
  const classes = labels.length;
  if (classes === 2) return (results, row) => number(results['probabilities'], row * 2 + 1, (p) => tenths[Math.max(0, Math.min(9, Math.floor(p * 10)))]);
  const names = labels.map((label, i) => (i < mostClasses ? String(label).slice(0, 64) : 'other'));
  return (results, row) => likeliest(results['probabilities'], row * classes, names);
}

function number(tensor: Tensor | undefined, index: number, binOf: (value: number) => string | undefined): string | undefined {
  const value = isFloat(tensor) ? tensor.data[index] : undefined;
  // x - x is 0 for finite numbers only.
  return value !== undefined && value - value === 0 ? binOf(value) : undefined;
}

export function likeliest(tensor: Tensor | undefined, from: number, names: readonly string[]): string | undefined {
  if (!isFloat(tensor)) return undefined;
  let best = 0;
  for (let i = 1; i < names.length; i++) if ((tensor.data[from + i] as number) > (tensor.data[from + best] as number)) best = i;
  return names[best];
}

export function isFloat(tensor: Tensor | undefined): tensor is Tensor & { readonly data: Float32Array | Float64Array } {
  return tensor !== undefined && (tensor.type === 'float32' || tensor.type === 'float64');
}

function numberBin(value: number): string {
  const size = Math.abs(value);
  if (size < 1e-3) return '0';
  const power = Math.min(9, Math.floor(Math.log10(size) + 1e-12));
  const lead = size / 10 ** power;
  const edge = `${lead >= 5 ? 5 : lead >= 2 ? 2 : 1}e${power}`;
  return value < 0 ? `-${edge}` : edge;
}
