import type { TensorSpec } from '../model/manifest.ts';

/** Whether the first dimension of every input and output is that of the rows. */
export function isRowWise({ inputs, outputs }: { readonly inputs: readonly TensorSpec[]; readonly outputs: readonly TensorSpec[] }): boolean {
  return [...inputs, ...outputs].every(({ shape }) => shape[0] === -1);
}
