// MLServer with the models of models/.
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Part } from '../context.ts';
import { signatures } from '../signatures.ts';
import { environment } from './config.ts';
import { freePort, startServer, type ServerProcess } from './server-process.ts';
import { venv } from './venv.ts';

export const mlserverVersion = '1.7.1';

export async function startMlserver(parts: readonly Part[]): Promise<ServerProcess> {
  // With a newer uvloop its workers do not start.
  const bin = await venv(`mlserver-${mlserverVersion}`, [`mlserver==${mlserverVersion}`, 'onnxruntime==1.31.1', 'numpy==2.4.6', 'uvloop==0.21.0']);
  const folder = await mkdtemp(join(tmpdir(), 'conformance-'));
  const [http, grpc, metrics] = [await freePort(), await freePort(), await freePort()];
  await write(join(folder, 'settings.json'), { debug: false, host: '127.0.0.1', parallel_workers: 0, http_port: http, grpc_port: grpc, metrics_port: metrics });
  for (const part of parts) {
    await mkdir(join(folder, part));
    await write(join(folder, part, 'model-settings.json'), {
      name: part, implementation: 'onnx_runtime.OnnxModel', platform: 'onnx_onnxv1', versions: ['1'], ...signatures[part],
      parameters: { uri: join(import.meta.dirname, `../models/${part}.onnx`), version: '1' },
    });
  }
  const env = { ...environment(), PYTHONPATH: join(import.meta.dirname, 'mlserver') };
  const server = await startServer({ file: join(bin, 'mlserver'), args: ['start', folder], folder, env, port: http });
  return {
    url: server.url,
    async stop() {
      await server.stop();
      await rm(folder, { recursive: true });
    },
  };
}

function write(path: string, value: unknown): Promise<void> {
  return writeFile(path, JSON.stringify(value));
}
