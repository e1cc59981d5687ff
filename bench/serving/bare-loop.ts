// The limit of any server on onnxruntime-node: one call after the other with tensors made beforehand, on one core.
// Arguments: the graph, its rows (data.json), seconds for each number of rows. Prints JSON: rows → µs a call.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { repositoryPath } from '../../test/integration/harness/binaries.ts';
import { rounded } from '../shared/median.ts';

/** As much of onnxruntime-node as is used here. It is taken from the server's own packages, so that the versions agree. */
interface Onnxruntime {
  readonly Tensor: new (type: 'float32', data: Float32Array, dims: readonly number[]) => object;
  readonly InferenceSession: { create(path: string, options: object): Promise<Session> };
}

interface Session {
  run(feeds: Readonly<Record<string, object>>): Promise<unknown>;
}

// What people serve stays with them: see model-server/config.ts.
process.env['ORT_DISABLE_TELEMETRY'] = '1';
const { Tensor, InferenceSession } = createRequire(repositoryPath('model-server', 'package.json'))('onnxruntime-node') as Onnxruntime;

const [graph = '', dataPath = '', seconds] = process.argv.slice(2);
const { rows } = JSON.parse(readFileSync(dataPath, 'utf8')) as { readonly rows: readonly (readonly number[])[] };
const session = await InferenceSession.create(graph, { executionProviders: ['cpu'], intraOpNumThreads: 1, interOpNumThreads: 1, logSeverityLevel: 4 });
const micros: Record<string, number> = {};
for (const count of [1, 8, 64]) {
  const feeds = Array.from({ length: rows.length / count }, (_, index) => {
    const part = rows.slice(index * count, (index + 1) * count);
    return { X: new Tensor('float32', Float32Array.from(part.flat()), [count, part[0]?.length ?? 0]) };
  });
  await callFor(feeds, Number(seconds) / 4);
  micros[count] = await callFor(feeds, Number(seconds));
}
console.log(JSON.stringify(micros));

async function callFor(feeds: readonly Readonly<Record<string, object>>[], duration: number): Promise<number> {
  const began = performance.now();
  let calls = 0;
  let now = began;
  while (now - began < duration * 1000) {
    await session.run(feeds[calls % feeds.length] as Readonly<Record<string, object>>);
    calls++;
    now = performance.now();
  }
  return rounded(((now - began) * 1000) / calls, 1);
}
