import { createHash } from 'node:crypto';
import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

import type { ModelSpec } from '../config.ts';
import type { Datatype } from '../protocol/datatypes.ts';
import { encodeOnnx, type Graph, type GraphNode, type ValueInfo } from './onnx.ts';

/** A graph with the manifest that a trainer would have written beside it. */
export interface TestModel {
  readonly onnx: Buffer;
  readonly manifest: Readonly<Record<string, unknown>>;
}

/** A classifier of four columns: two numbers (NaN counts as 0), a text and a whole number. */
export function tumour(): TestModel {
  return madeModel('BinaryClassification', [0, 1], {
    inputs: [column('mean radius', 'FP32'), column('mean texture', 'FP32'), column('stage', 'BYTES'), column('visits', 'INT64')],
    outputs: [{ name: 'label', datatype: 'INT64', shape: ['N'] }, { name: 'probabilities', datatype: 'FP32', shape: ['N', 2] }],
    constants: [
      { name: 'zero', shape: [1], floats: [0] },
      { name: 'weights', shape: [4, 2], floats: [-0.5, 0.5, -0.25, 0.25, -1, 1, 0, 0.125] },
    ],
    nodes: [
      ...imputed('mean radius', 'radius'),
      ...imputed('mean texture', 'texture'),
      {
        op: 'LabelEncoder', domain: 'ai.onnx.ml', inputs: ['stage'], outputs: ['stage code'],
        attributes: { keys_strings: { texts: ['early', 'late'] }, values_floats: { floats: [-1, 1] }, default_float: { float: 0 } },
      },
      { op: 'Cast', inputs: ['visits'], outputs: ['visits number'], attributes: { to: { int: 1 } } },
      { op: 'Concat', inputs: ['radius', 'texture', 'stage code', 'visits number'], outputs: ['features'], attributes: { axis: { int: 1 } } },
      { op: 'MatMul', inputs: ['features', 'weights'], outputs: ['logits'] },
      { op: 'Softmax', inputs: ['logits'], outputs: ['probabilities'], attributes: { axis: { int: 1 } } },
      { op: 'ArgMax', inputs: ['probabilities'], outputs: ['label'], attributes: { axis: { int: 1 }, keepdims: { int: 0 } } },
    ],
  });
}

/** A classifier of texts, whose graph gives the class itself. */
export function species(): TestModel {
  return madeModel('MulticlassClassification', ['cat', 'dog', 'owl'], {
    inputs: [column('x', 'FP32')],
    outputs: [{ name: 'label', datatype: 'BYTES', shape: ['N'] }, { name: 'probabilities', datatype: 'FP32', shape: ['N', 3] }],
    constants: [{ name: 'weights', shape: [1, 3], floats: [-1, 0, 1] }],
    nodes: [
      { op: 'MatMul', inputs: ['x', 'weights'], outputs: ['logits'] },
      { op: 'Softmax', inputs: ['logits'], outputs: ['probabilities'], attributes: { axis: { int: 1 } } },
      { op: 'ArgMax', inputs: ['probabilities'], outputs: ['index'], attributes: { axis: { int: 1 }, keepdims: { int: 0 } } },
      {
        op: 'LabelEncoder', domain: 'ai.onnx.ml', inputs: ['index'], outputs: ['label'],
        attributes: { keys_int64s: { ints: [0, 1, 2] }, values_strings: { texts: ['cat', 'dog', 'owl'] } },
      },
    ],
  });
}

/** A regression that divides, so that inputs decide whether its output is finite. */
export function ratio(): TestModel {
  return madeModel('Regression', undefined, {
    inputs: [column('a', 'FP32'), column('b', 'FP32')],
    outputs: [{ name: 'prediction', datatype: 'FP32', shape: ['N', 1] }],
    nodes: [
      { op: 'Div', inputs: ['a', 'b'], outputs: ['prediction'] },
    ],
  });
}

/** A regression that looks its input up in a table of three rows: the graph itself fails on any other index. */
export function lookup(): TestModel {
  return madeModel('Regression', undefined, {
    inputs: [column('index', 'INT64')],
    outputs: [{ name: 'prediction', datatype: 'FP32', shape: ['N', 1] }],
    constants: [{ name: 'table', shape: [3], floats: [10, 20, 30] }],
    nodes: [{ op: 'Gather', inputs: ['table', 'index'], outputs: ['prediction'], attributes: { axis: { int: 0 } } }],
  });
}

/** A regression that gives its input back after three products of matrices of 1000 x 1000: some 50 ms on one core. */
export function slow(): TestModel {
  return madeModel('Regression', undefined, {
    inputs: [column('x', 'FP32')],
    outputs: [{ name: 'prediction', datatype: 'FP32', shape: ['N', 1] }],
    constants: [{ name: 'size', shape: [2], ints: [1000, 1000] }, { name: 'none', shape: [1], floats: [0] }],
    nodes: [
      // Of the input, so that nothing can be computed when the graph is opened.
      { op: 'ReduceMax', inputs: ['x'], outputs: ['most'], attributes: { keepdims: { int: 0 } } },
      { op: 'Mul', inputs: ['most', 'none'], outputs: ['nothing'] },
      { op: 'Expand', inputs: ['nothing', 'size'], outputs: ['a'] },
      { op: 'MatMul', inputs: ['a', 'a'], outputs: ['b'] },
      { op: 'MatMul', inputs: ['b', 'a'], outputs: ['c'] },
      { op: 'MatMul', inputs: ['c', 'a'], outputs: ['d'] },
      { op: 'ReduceMax', inputs: ['d'], outputs: ['zero'], attributes: { keepdims: { int: 0 } } },
      { op: 'Add', inputs: ['x', 'zero'], outputs: ['prediction'] },
    ],
  });
}

/** A regression of one column whose name is that of the list of rows. */
export function columnCalledRows(): TestModel {
  return madeModel('Regression', undefined, {
    inputs: [column('rows', 'FP32')],
    outputs: [{ name: 'prediction', datatype: 'FP32', shape: ['N', 1] }],
    nodes: [{ op: 'Identity', inputs: ['rows'], outputs: ['prediction'] }],
  });
}

/** Every datatype in and out unchanged, two elements a row. */
export function echo(datatypes: readonly Datatype[]): TestModel {
  return madeModel(undefined, undefined, {
    inputs: datatypes.map((datatype) => ({ name: `in ${datatype}`, datatype, shape: ['N', 2] })),
    outputs: datatypes.map((datatype) => ({ name: `out ${datatype}`, datatype, shape: ['N', 2] })),
    nodes: datatypes.map((datatype) => ({ op: 'Identity', inputs: [`in ${datatype}`], outputs: [`out ${datatype}`] })),
  });
}

/** Triton's own example, with any number of rows: sum and difference of sixteen numbers. */
export function simple(): TestModel {
  const tensor = (name: string): ValueInfo => ({ name, datatype: 'INT32', shape: ['N', 16] });
  return madeModel(undefined, undefined, {
    inputs: [tensor('INPUT0'), tensor('INPUT1')],
    outputs: [tensor('OUTPUT0'), tensor('OUTPUT1')],
    nodes: [
      { op: 'Add', inputs: ['INPUT0', 'INPUT1'], outputs: ['OUTPUT0'] },
      { op: 'Sub', inputs: ['INPUT0', 'INPUT1'], outputs: ['OUTPUT1'] },
    ],
  });
}

/** One float in; the same out as FP32 and as FP16. */
export function half(): TestModel {
  return madeModel(undefined, undefined, {
    inputs: [column('x', 'FP32')],
    outputs: [{ name: 'full', datatype: 'FP32', shape: ['N', 1] }, { name: 'half', datatype: 'FP16', shape: ['N', 1] }],
    nodes: [
      { op: 'Identity', inputs: ['x'], outputs: ['full'] },
      { op: 'Cast', inputs: ['x'], outputs: ['half'], attributes: { to: { int: 10 } } },
    ],
  });
}

/** Writes the model and its manifest to a new folder; returns the entry of TRAINYARD_MODELS that serves them. */
export async function store(made: TestModel, name: string): Promise<ModelSpec> {
  const folder = await mkdtemp(join(tmpdir(), 'model-server-'));
  const manifest = Buffer.from(JSON.stringify(made.manifest));
  await Promise.all([writeFile(join(folder, 'model.onnx'), made.onnx), writeFile(join(folder, 'manifest.json'), manifest)]);
  const ref = (file: string, bytes: Buffer) => ({ uri: pathToFileURL(join(folder, file)).href, sha256: sha256(bytes) });
  return { name, version: `${name}-1`, revision: `${name}-ab12cd34`, artifact: ref('model.onnx', made.onnx), manifest: ref('manifest.json', manifest) };
}

export function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** A graph with its manifest: the signature is that of the graph. */
export function madeModel(task: string | undefined, labels: readonly (string | number)[] | undefined, graph: Graph): TestModel {
  const onnx = encodeOnnx(graph);
  const manifest = {
    schemaVersion: 1,
    model: 'test',
    task,
    artifact: { sha256: sha256(onnx), sizeBytes: onnx.length },
    signature: { inputs: graph.inputs.map(described), outputs: graph.outputs.map(described), labels },
  };
  return { onnx, manifest };
}

function described({ name, datatype, shape }: ValueInfo): unknown {
  return { name, datatype, shape: shape.map((dim) => (typeof dim === 'string' ? -1 : dim)) };
}

function column(name: string, datatype: Datatype): ValueInfo {
  return { name, datatype, shape: ['N', 1] };
}

function imputed(from: string, to: string): GraphNode[] {
  return [
    { op: 'IsNaN', inputs: [from], outputs: [`${from} missing`] },
    { op: 'Where', inputs: [`${from} missing`, 'zero', from], outputs: [to] },
  ];
}
