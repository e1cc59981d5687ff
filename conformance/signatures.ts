// The models in models/, which are found again on a server by what goes in and comes out.
import type { Part } from './context.ts';
import type { TensorSpec } from './tensor.ts';

const echoed = ['BOOL', 'UINT8', 'UINT16', 'UINT32', 'UINT64', 'INT8', 'INT16', 'INT32', 'INT64', 'FP32', 'FP64', 'BYTES'];

/** -1 in a signature takes a fixed dimension too: Triton's own `simple` has one row. */
export const signatures: Readonly<Record<Part, { readonly inputs: readonly TensorSpec[]; readonly outputs: readonly TensorSpec[] }>> = {
  simple: { inputs: ['INPUT0', 'INPUT1'].map((name) => ({ name, datatype: 'INT32', shape: [-1, 16] })), outputs: ['OUTPUT0', 'OUTPUT1'].map((name) => ({ name, datatype: 'INT32', shape: [-1, 16] })) },
  echo: { inputs: echoed.map((datatype) => ({ name: `IN_${datatype}`, datatype, shape: [-1, 2] })), outputs: echoed.map((datatype) => ({ name: `OUT_${datatype}`, datatype, shape: [-1, 2] })) },
  half: { inputs: [{ name: 'IN', datatype: 'FP16', shape: [-1, 2] }], outputs: [{ name: 'OUT', datatype: 'FP16', shape: [-1, 2] }] },
  divide: { inputs: ['A', 'B'].map((name) => ({ name, datatype: 'FP32', shape: [-1, 1] })), outputs: [{ name: 'QUOTIENT', datatype: 'FP32', shape: [-1, 1] }] },
};
