import { encodeOnnx } from '../../model-server/test/onnx.ts';
import { sha256, type TestModel } from '../../model-server/test/models.ts';

export const featureNames: readonly string[] = Array.from({ length: 30 }, (_, i) => `feature ${i}`);

const inputs = featureNames.map((name) => ({ name, datatype: 'FP32' as const, shape: ['N', 1] }));
const outputs = [{ name: 'label', datatype: 'INT64' as const, shape: ['N'] }, { name: 'probabilities', datatype: 'FP32' as const, shape: ['N', 2] }];

/** The inner deciles of a normal distribution, as a trainer would write them. */
const deciles: readonly number[] = [-1.2816, -0.8416, -0.5244, -0.2533, 0, 0.2533, 0.5244, 0.8416, 1.2816];

/** A linear classifier of 30 numbers: the graph takes little time, so what counting takes shows at its largest. */
export function linear(): TestModel {
  const onnx = encodeOnnx({
    inputs,
    outputs,
    constants: [{ name: 'zero', shape: [1], floats: [0] }, { name: 'weights', shape: [inputs.length, 2], floats: inputs.flatMap((_, i) => [-0.01 * i, 0.01 * i]) }],
    nodes: [
      { op: 'Concat', inputs: featureNames, outputs: ['features'], attributes: { axis: { int: 1 } } },
      { op: 'IsNaN', inputs: ['features'], outputs: ['missing'] },
      { op: 'Where', inputs: ['missing', 'zero', 'features'], outputs: ['imputed'] },
      { op: 'MatMul', inputs: ['imputed', 'weights'], outputs: ['logits'] },
      { op: 'Softmax', inputs: ['logits'], outputs: ['probabilities'], attributes: { axis: { int: 1 } } },
      { op: 'ArgMax', inputs: ['probabilities'], outputs: ['label'], attributes: { axis: { int: 1 }, keepdims: { int: 0 } } },
    ],
  });
  const described = (values: readonly { readonly name: string; readonly datatype: string; readonly shape: readonly (string | number)[] }[]): unknown =>
    values.map(({ name, datatype, shape }) => ({ name, datatype, shape: shape.map((dim) => (typeof dim === 'string' ? -1 : dim)) }));
  const features = featureNames.map((name) => ({ name, kind: 'numeric', edges: deciles, counts: new Array(deciles.length + 1).fill(10), missing: 0, categories: [], unseen: 0 }));
  return {
    onnx,
    manifest: {
      schemaVersion: 1, model: 'linear', task: 'BinaryClassification', artifact: { sha256: sha256(onnx), sizeBytes: onnx.length },
      signature: { inputs: described(inputs), outputs: described(outputs), labels: [0, 1] },
      baseline: { rows: 100, features },
    },
  };
}

/** Normal values, the same at every run; one in a hundred is missing. */
export function normalValues(count: number): (number | null)[] {
  let state = 1;
  const uniform = (): number => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647;
  return Array.from({ length: count }, () => (uniform() < 0.01 ? null : Math.fround(Math.sqrt(-2 * Math.log(uniform())) * Math.cos(2 * Math.PI * uniform()))));
}

/** The body of a request of `rows` rows, the same at every run. */
export function requestRows(rows: number): Record<string, number | null>[] {
  const values = normalValues(rows * featureNames.length);
  return Array.from({ length: rows }, (_, row) => Object.fromEntries(featureNames.map((name, i) => [name, values[row * featureNames.length + i] ?? null])));
}
