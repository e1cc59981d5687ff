// Our model server with the models of models/.
import { createHash } from 'node:crypto';
import { copyFile, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Part } from '../context.ts';
import { signatures } from '../signatures.ts';
import { environment } from './config.ts';
import { freePort, startServer, type ServerProcess } from './server-process.ts';

const repository = join(import.meta.dirname, '../..');

export async function startTrainyard(parts: readonly Part[]): Promise<ServerProcess> {
  const folder = await mkdtemp(join(tmpdir(), 'conformance-'));
  const [port, metricsPort] = [await freePort(), await freePort()];
  const models = await Promise.all(parts.map((part) => store(folder, part)));
  const env = { ...environment(), TRAINYARD_MODELS: JSON.stringify(models), PORT: String(port), METRICS_PORT: String(metricsPort), DRAIN_SECONDS: '0', TERMINATION_LOG: join(folder, 'termination'), LOG_LEVEL: 'warn' };
  const clean = (): Promise<void> => rm(folder, { recursive: true });
  try {
    const server = await startServer({ file: process.execPath, args: ['model-server/main.ts'], folder: repository, env, port });
    return { url: server.url, stop: () => server.stop().finally(clean) };
  } catch (error) {
    await clean();
    throw error;
  }
}

/** The artifact and its manifest; returns the entry of TRAINYARD_MODELS. */
async function store(folder: string, part: Part): Promise<unknown> {
  const [onnx, manifest] = [join(folder, `${part}.onnx`), join(folder, `${part}.json`)];
  await copyFile(join(import.meta.dirname, `../models/${part}.onnx`), onnx);
  const digest = sha256(await readFile(onnx));
  await writeFile(manifest, JSON.stringify({ schemaVersion: 1, model: part, artifact: { sha256: digest }, signature: signatures[part] }));
  return {
    name: part, version: '1', revision: `${part}-00000001`,
    artifact: { uri: pathToFileURL(onnx).href, sha256: digest },
    manifest: { uri: pathToFileURL(manifest).href, sha256: sha256(await readFile(manifest)) },
  };
}

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
