import type { Datatype } from '../protocol/datatypes.ts';
import { echo, half, madeModel, ratio, species, type TestModel } from '../test/models.ts';
import type { GraphNode } from '../test/onnx.ts';

const INTEGERS: readonly Datatype[] = ['UINT8', 'UINT16', 'UINT32', 'UINT64', 'INT8', 'INT16', 'INT32', 'INT64', 'BOOL'];

export interface FuzzedModel {
  readonly made: TestModel;
  /** Valid inputs exist for which the graph itself gives NaN or infinity: 500 OutputInvalid is then as documented. */
  readonly mayOverflow: boolean;
}

/** Models of every datatype and of every kind of shape. */
export function fuzzedModels(): Readonly<Record<string, FuzzedModel>> {
  const finite = (made: TestModel): FuzzedModel => ({ made, mayOverflow: false });
  const unbounded = (made: TestModel): FuzzedModel => ({ made, mayOverflow: true });
  return {
    table: finite(table()),
    integers: finite(echo(INTEGERS)),
    texts: finite(echo(['BYTES'])),
    fixed: finite(shapes()),
    species: unbounded(species()),
    floats: unbounded(echo(['FP32', 'FP64'])),
    ratio: unbounded(ratio()),
    half: unbounded(half()),
  };
}

/** A classifier of numbers, a text, a whole number and a boolean, whose answer is finite whatever they are. */
function table(): TestModel {
  const numbers = ['a', 'b', 'rows', 'naïve "column"'];
  const clipped = (from: string, to: string): GraphNode[] => [
    { op: 'IsNaN', inputs: [from], outputs: [`${from} missing`] },
    { op: 'Where', inputs: [`${from} missing`, 'zero', from], outputs: [`${from} there`] },
    { op: 'Clip', inputs: [`${from} there`, 'least', 'most'], outputs: [to] },
  ];
  const cast = (from: string): GraphNode[] => [
    { op: 'Cast', inputs: [from], outputs: [`${from} number`], attributes: { to: { int: 1 } } },
    ...clipped(`${from} number`, `${from} clipped`),
  ];
  return madeModel('MulticlassClassification', ['cat', 'dog', 'owl'], {
    inputs: [
      ...numbers.map((name) => ({ name, datatype: 'FP32' as const, shape: ['N', 1] })),
      { name: 'text', datatype: 'BYTES', shape: ['N', 1] }, { name: 'whole', datatype: 'INT64', shape: ['N', 1] }, { name: 'flag', datatype: 'BOOL', shape: ['N', 1] },
    ],
    outputs: [{ name: 'label', datatype: 'INT64', shape: ['N'] }, { name: 'probabilities', datatype: 'FP32', shape: ['N', 3] }],
    constants: [
      { name: 'zero', shape: [1], floats: [0] }, { name: 'least', shape: [], floats: [-100] }, { name: 'most', shape: [], floats: [100] },
      { name: 'weights', shape: [7, 3], floats: Array.from({ length: 21 }, (_, i) => (i % 5) / 100 - 0.02) },
    ],
    nodes: [
      ...numbers.flatMap((name) => clipped(name, `${name} clipped`)),
      {
        op: 'LabelEncoder', domain: 'ai.onnx.ml', inputs: ['text'], outputs: ['text code'],
        attributes: { keys_strings: { texts: ['early', 'late'] }, values_floats: { floats: [-1, 1] }, default_float: { float: 0 } },
      },
      ...cast('whole'),
      ...cast('flag'),
      { op: 'Concat', inputs: [...numbers.map((name) => `${name} clipped`), 'text code', 'whole clipped', 'flag clipped'], outputs: ['features'], attributes: { axis: { int: 1 } } },
      { op: 'MatMul', inputs: ['features', 'weights'], outputs: ['logits'] },
      { op: 'Softmax', inputs: ['logits'], outputs: ['probabilities'], attributes: { axis: { int: 1 } } },
      { op: 'ArgMax', inputs: ['probabilities'], outputs: ['label'], attributes: { axis: { int: 1 }, keepdims: { int: 0 } } },
    ],
  });
}

/** Shapes without rows, with an inner free length, and of three dimensions. */
function shapes(): TestModel {
  const of = [
    { name: 'matrix', datatype: 'INT32' as const, shape: [2, 3] }, { name: 'list', datatype: 'BYTES' as const, shape: [3] }, { name: 'free', datatype: 'INT8' as const, shape: ['N', 'M'] }, { name: 'cube', datatype: 'BOOL' as const, shape: ['N', 2, 2] },
  ];
  return madeModel(undefined, undefined, {
    inputs: of,
    outputs: of.map((value) => ({ ...value, name: `${value.name} out` })),
    nodes: of.map(({ name }) => ({ op: 'Identity', inputs: [name], outputs: [`${name} out`] })),
  });
}
