// Tensors as this kit sends and compares them.

export const datatypes = ['BOOL', 'UINT8', 'UINT16', 'UINT32', 'UINT64', 'INT8', 'INT16', 'INT32', 'INT64', 'FP16', 'FP32', 'FP64', 'BYTES'] as const;
export type Datatype = (typeof datatypes)[number];

/** 64-bit integers are bigint, BYTES are texts, FP16 are numbers. */
export type Element = boolean | number | bigint | string;

export interface TensorSpec {
  readonly name: string;
  readonly datatype: string;
  /** -1 stands for any length. */
  readonly shape: readonly number[];
}

export interface Tensor {
  readonly name: string;
  readonly datatype: Datatype;
  readonly shape: readonly number[];
  /** Row-major. */
  readonly elements: readonly Element[];
}

export function isDatatype(name: string): name is Datatype {
  return (datatypes as readonly string[]).includes(name);
}

export function countOf(shape: readonly number[]): number {
  return shape.reduce((product, dim) => product * dim, 1);
}

/** A valid tensor for an input: small values that every element of its type can hold, each unlike its neighbour. */
export function sampleOf(spec: TensorSpec, rows: number): Tensor {
  const { name, datatype } = spec;
  if (!isDatatype(datatype)) throw new Error(`input "${name}" has datatype ${datatype}, which this kit cannot make`);
  // Where only the first dimension is free it is the number of rows; a further one may have to fit the first.
  const shape = spec.shape.map((dim, i) => (dim >= 0 ? dim : i === 0 ? rows : 1));
  return { name, datatype, shape, elements: Array.from({ length: countOf(shape) }, (_, i) => sampleElement(datatype, i)) };
}

function sampleElement(datatype: Datatype, index: number): Element {
  if (datatype === 'BOOL') return index % 2 === 0;
  if (datatype === 'BYTES') return `text ${index % 10}`;
  // Never 0: a model may divide.
  if (datatype === 'INT64' || datatype === 'UINT64') return BigInt(1 + (index % 3));
  return datatype.startsWith('FP') ? (1 + (index % 5)) / 2 : 1 + (index % 3);
}

/** Whether a shape that came fits one that was promised. */
export function fits(promised: readonly number[], came: readonly number[]): boolean {
  return promised.length === came.length && promised.every((dim, i) => dim === -1 || dim === came[i]);
}
