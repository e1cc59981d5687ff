import type { TensorSpec } from '../model/manifest.ts';
import { codecOf, type Datatype } from '../protocol/datatypes.ts';
import type { Random } from './random.ts';

const TEXTS = ['', 'early', 'late', 'naïve 🚂', 'a\nb', '\u2028', '\uffff', '"', '\\', '[1,2]', 'null', '__proto__', ' ', 'x'.repeat(300)];
const NUMBERS = [0, -0, 1, -1, 0.1, -2.5, 1e-45, 1e-320, 3.4028234663852886e38, -3.4028234663852886e38, 1e300, 123456789.123, 5e-324];
const WHOLES = [0, 1, -1, 2, 127, -128, 255, 32_767, 65_535, 2 ** 31 - 1, -(2 ** 31), 2 ** 32 - 1, 2 ** 53 - 1, -(2 ** 53) + 1];

/** A V2 body that the model takes, of 1 to 4 rows. */
export function validInfer(random: Random, inputs: readonly TensorSpec[], outputs: readonly TensorSpec[]): Record<string, unknown> {
  const rows = 1 + random.below(4);
  const tensors = inputs.map((input) => validTensor(random, input, rows));
  const inJson = outputs.filter(({ datatype }) => datatype !== 'FP16').map(({ name }) => ({ name }));
  const some = inJson.length < outputs.length || random.chance(0.2);
  return {
    ...(random.chance(0.3) ? { id: random.pick(TEXTS) } : {}),
    ...(random.chance(0.1) ? { parameters: { priority: 1, flag: true, text: 'x' } } : {}),
    inputs: random.chance(0.2) ? tensors.reverse() : tensors,
    ...(some ? { outputs: inJson } : {}),
  };
}

/** A body of `POST /predict` that the model takes. */
export function validRows(random: Random, inputs: readonly TensorSpec[]): Record<string, unknown> {
  const row = (): Record<string, unknown> => Object.fromEntries(inputs.map((input) => [input.name, validValue(random, input.datatype)]));
  const lone = row();
  return random.chance(0.3) ? lone : { rows: Array.from({ length: 1 + random.below(4) }, row) };
}

export function validFeedback(random: Random, revision: string): Record<string, unknown> {
  return {
    reward: random.pick([0, 1, -1, 0.5, 1e9, -1e9]),
    ...(random.chance(0.5) ? { revision } : {}),
    ...(random.chance(0.5) ? { requestId: `request-${random.below(1_000_000)}` } : {}),
  };
}

function validTensor(random: Random, { name, datatype, shape }: TensorSpec, rows: number): Record<string, unknown> {
  const dims = shape.map((dim, i) => (dim !== -1 ? dim : i === 0 ? rows : 1 + random.below(3)));
  const flat = Array.from({ length: dims.reduce((product, dim) => product * dim, 1) }, () => validValue(random, datatype));
  const data = dims.length > 1 && random.chance(0.5) ? nest(flat, dims) : flat;
  return { name, datatype, shape: dims, data, ...(random.chance(0.05) ? { parameters: {} } : {}) };
}

function nest(flat: readonly unknown[], dims: readonly number[]): unknown[] {
  if (dims.length < 2) return [...flat];
  const [first = 1, ...rest] = dims;
  const size = flat.length / first;
  return Array.from({ length: first }, (_, i) => nest(flat.slice(i * size, (i + 1) * size), rest));
}

function validValue(random: Random, datatype: Datatype): unknown {
  const codec = codecOf(datatype);
  if (!codec) throw new Error(`${datatype} has no form in JSON`);
  for (;;) {
    const value = candidate(random, datatype);
    if (codec.put(codec.allocate(1), 0, value)) return value;
  }
}

function candidate(random: Random, datatype: Datatype): unknown {
  if (datatype === 'BYTES') return random.pick(TEXTS);
  if (datatype === 'BOOL') return random.chance(0.5);
  if (!datatype.startsWith('FP')) return random.chance(0.5) ? random.pick(WHOLES) : random.below(300) - 100;
  if (random.chance(0.1)) return null;
  return random.chance(0.5) ? random.pick(NUMBERS) : (random.below(2_000_001) - 1_000_000) / 1_000;
}
