import { readNumbers, sizeOf } from '../protocol/binary.ts';
import { ortType } from '../protocol/datatypes.ts';
import type { Manifest, TensorSpec } from './manifest.ts';
import { Tensor } from './onnxruntime.ts';
import type { Session, Tensors } from './session.ts';

/** Row counts of the warm-up: one row many times for the common case, then a batch for its memory and kernels. */
const ROUNDS: readonly number[] = [1, 1, 1, 1, 1, 1, 1, 1, 16, 16];

/** Runs the graph with real shapes; says what is wrong with an answer's type or shape, or undefined. Throws what the graph throws. */
export async function warmUp(session: Session, manifest: Manifest): Promise<string | undefined> {
  const names = manifest.outputs.map((output) => output.name);
  for (const rows of ROUNDS) {
    const results = await session.run(neutralFeeds(manifest.inputs, rows), names);
    for (const output of manifest.outputs) {
      const dims = results[output.name]?.dims;
      if (!dims || !fits(output, dims, rows)) {
        return `output "${output.name}" has shape [${dims ?? ''}] for ${rows} rows, [${output.shape}] in the manifest`;
      }
    }
  }
  return undefined;
}

/** Zeros and empty texts: values that every column can hold. */
export function neutralFeeds(inputs: readonly TensorSpec[], rows: number): Tensors {
  const feeds: Record<string, Tensor> = {};
  for (const input of inputs) {
    const dims = input.shape.map((dim, i) => (dim >= 0 ? dim : i === 0 ? rows : 1));
    const count = dims.reduce((product, dim) => product * dim, 1);
    const data = input.datatype === 'BYTES' ? new Array<string>(count).fill('') : readNumbers(input.datatype, Buffer.alloc(count * (sizeOf(input.datatype) as number)));
    feeds[input.name] = new Tensor(ortType(input.datatype), data, dims);
  }
  return feeds;
}

function fits(output: TensorSpec, dims: readonly number[], rows: number): boolean {
  if (dims.length !== output.shape.length) return false;
  return output.shape.every((dim, i) => (dim === -1 ? i > 0 || dims[i] === rows : dims[i] === dim));
}
