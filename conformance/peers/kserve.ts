// KServe's Python server with the models of models/.
import { join } from 'node:path';
import type { Part } from '../context.ts';
import { environment } from './config.ts';
import { freePort, startServer, type ServerProcess } from './server-process.ts';
import { venv } from './venv.ts';

export const kserveVersion = '0.21.0';

export async function startKserve(parts: readonly Part[]): Promise<ServerProcess> {
  const bin = await venv(`kserve-${kserveVersion}`, [`kserve==${kserveVersion}`, 'onnxruntime==1.31.1', 'numpy==2.4.6']);
  const port = await freePort();
  const models = parts.map((part) => `${part}=${join(import.meta.dirname, `../models/${part}.onnx`)}`);
  return startServer({ file: join(bin, 'python'), args: ['serve.py', String(port), ...models], folder: join(import.meta.dirname, 'kserve'), env: environment(), port });
}
