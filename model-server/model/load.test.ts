import { describe, expect, test } from 'vitest';

import type { ModelSpec } from '../config.ts';
import { createMetrics } from '../metrics.ts';
import { encodeOnnx } from '../test/onnx.ts';
import { ratio, store, tumour, type TestModel } from '../test/models.ts';
import { loadDeps } from '../test/serve.ts';
import { loadModel } from './load.ts';
import { createModel, type Model } from './model.ts';

const never = new AbortController().signal;
const zeros = '0'.repeat(64);

async function prepare(made: TestModel, change: (spec: ModelSpec) => Partial<ModelSpec> = () => ({})): Promise<Model> {
  const spec = await store(made, 'tumour');
  const changed = { ...spec, ...change(spec) };
  return createModel(changed, createMetrics().forModel(changed));
}

/** Half of a graph: one node whose kernel does not exist. */
const broken: TestModel = {
  manifest: { signature: { inputs: [{ name: 'x', datatype: 'FP32', shape: [-1, 1] }], outputs: [{ name: 'y', datatype: 'FP32', shape: [-1, 1] }] } },
  onnx: encodeOnnx({
    inputs: [{ name: 'x', datatype: 'FP32', shape: ['N', 1] }], outputs: [{ name: 'y', datatype: 'FP32', shape: ['N', 1] }],
    nodes: [{ op: 'NoSuchOperator', inputs: ['x'], outputs: ['y'] }],
  }),
};

/** Agrees on paper; the graph gives three columns where the manifest has two. */
const liar: TestModel = {
  manifest: { signature: { inputs: [{ name: 'x', datatype: 'FP32', shape: [-1, 1] }], outputs: [{ name: 'y', datatype: 'FP32', shape: [-1, 2] }] } },
  onnx: encodeOnnx({
    inputs: [{ name: 'x', datatype: 'FP32', shape: ['N', 1] }], outputs: [{ name: 'y', datatype: 'FP32', shape: ['N', 'M'] }],
    constants: [{ name: 'ones', shape: [3], ints: [1, 1, 1] }],
    // Shape inference cannot see through Compress: only a run shows the third column.
    nodes: [
      { op: 'Concat', inputs: ['x', 'x', 'x'], outputs: ['columns'], attributes: { axis: { int: 1 } } },
      { op: 'Cast', inputs: ['ones'], outputs: ['kept'], attributes: { to: { int: 9 } } },
      { op: 'Compress', inputs: ['columns', 'kept'], outputs: ['y'], attributes: { axis: { int: 1 } } },
    ],
  }),
};

describe('loadModel', () => {
  test('takes a good model to ready', async () => {
    const model = await prepare(tumour());
    await loadModel(loadDeps, model, never);
    expect(model.state).toMatchObject({ phase: 'ready', loaded: { manifest: { task: 'BinaryClassification' } } });
  });

  test.each<[string, string, () => Promise<Model>, string]>([
    ['an artifact with other bytes', 'ArtifactDigestMismatch', () => prepare(tumour(), ({ artifact }) => ({ artifact: { ...artifact, sha256: zeros } })), `expected ${zeros}`],
    ['a manifest with other bytes', 'ManifestDigestMismatch', () => prepare(tumour(), ({ manifest }) => ({ manifest: { ...manifest, sha256: zeros } })), `expected ${zeros}`],
    ['an artifact that is not there', 'ArtifactNotFound', () => prepare(tumour(), () => ({ artifact: { uri: 'file:///nowhere/model.onnx', sha256: zeros } })), 'file:///nowhere/model.onnx does not exist'],
    ['bytes that are no graph', 'ModelLoadFailed', () => prepare({ ...broken, onnx: Buffer.from('not a graph') }), 'cannot be served: '],
    ['a graph that this runtime cannot run', 'ModelLoadFailed', () => prepare(broken), 'NoSuchOperator'],
    ['a manifest that is no manifest', 'ModelLoadFailed', () => prepare({ ...tumour(), manifest: { schemaVersion: 1 } }), '"signature" must be an object'],
    ['the manifest of another artifact', 'SignatureMismatch', () => prepare({ onnx: tumour().onnx, manifest: ratio().manifest }), 'written for an artifact with sha256'],
    ['the signature of another graph', 'SignatureMismatch', () => prepare({ onnx: tumour().onnx, manifest: { ...ratio().manifest, artifact: undefined } }), 'the graph has input "mean radius"'],
    ['answers of another shape than promised', 'SignatureMismatch', () => prepare(liar), 'output "y" has shape [1,3] for 1 rows, [-1,2] in the manifest'],
  ])('refuses %s: %s', async (_name, reason, make, message) => {
    const model = await make();
    await expect(loadModel(loadDeps, model, never)).rejects.toMatchObject({ reason, exitCode: 65 });
    expect(model.state).toMatchObject({ phase: 'failed', error: { reason, message: expect.stringContaining(message) } });
  });

  test('says in its state that the store cannot be reached, while it still tries', async () => {
    const model = await prepare(tumour(), () => ({ artifact: { uri: 'http://127.0.0.1:1/model.onnx', sha256: zeros } }));
    const states: unknown[] = [];
    const sleep = async () => void states.push(model.state);
    await expect(loadModel({ ...loadDeps, fetch: { ...loadDeps.fetch, sleep } }, model, never)).rejects.toMatchObject({ reason: 'ArtifactUnreachable', exitCode: 75 });
    expect(states[1]).toMatchObject({ phase: 'loading', detail: expect.stringContaining('http://127.0.0.1:1/model.onnx could not be read in 2 attempts so far') });
  });
});
