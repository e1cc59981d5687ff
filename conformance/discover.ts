// What the server says of itself and of its models, before the first case.
import type { Answer, Send } from './client.ts';
import type { Context, Model, ModelMetadata } from './context.ts';
import { withoutNulls } from './expect.ts';
import { schemaProblem } from './schemas.ts';
import { signatures } from './signatures.ts';
import { fits, type TensorSpec } from './tensor.ts';

export interface Asked {
  /** The first one is tested; the others may play parts. None: what the server lists. */
  readonly models: readonly string[];
  readonly version?: string;
  readonly forceBinary: boolean;
}

/** Nothing can be tested; the message says what to do. */
export class CannotStart extends Error {
  override readonly name = 'CannotStart';
}

/** Throws ConnectionError where nobody answers, CannotStart where no model is known. */
export async function discover(send: Send, asked: Asked): Promise<{ readonly context: Context; readonly server: unknown }> {
  const server = jsonOf(await send({ path: '/v2' }));
  const names = asked.models.length > 0 ? asked.models : await listModels(send);
  const models = await Promise.all(names.map((name) => describe(send, name, asked.version)));
  const parts = partsOf(models);
  const subject = asked.models.length > 0 ? models[0] : (parts.simple ?? models[0]);
  if (subject === undefined) throw new CannotStart('the server does not say which models it has: name one with --model');
  const extensions = schemaProblem('serverMetadata', server) === undefined ? (server as { extensions: string[] }).extensions : [];
  return { context: { send, extensions, forceBinary: asked.forceBinary, subject, parts }, server };
}

/** By Triton's repository index, else by KServe's list. */
async function listModels(send: Send): Promise<readonly string[]> {
  const index = jsonOf(await send({ method: 'POST', path: '/v2/repository/index', headers: { 'content-type': 'application/json' }, body: '{}' }));
  if (Array.isArray(index)) return [...new Set(index.map((entry: { name?: unknown }) => entry.name).filter((name) => typeof name === 'string'))];
  const list = jsonOf(await send({ path: '/v2/models' })) as { models?: unknown } | undefined;
  return Array.isArray(list?.models) ? list.models.filter((name) => typeof name === 'string') : [];
}

async function describe(send: Send, name: string, version: string | undefined): Promise<Model> {
  const path = `/v2/models/${encodeURIComponent(name)}${version === undefined ? '' : `/versions/${encodeURIComponent(version)}`}`;
  // A null where a field could be left out is a fault that has a case of its own, and no reason to test nothing.
  const metadata = withoutNulls(jsonOf(await send({ path })));
  return { name, path, metadata: schemaProblem('modelMetadata', metadata) === undefined ? (metadata as ModelMetadata) : undefined };
}

function jsonOf({ status, text }: Answer): unknown {
  if (status !== 200) return undefined;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined; // a case says so
  }
}

function partsOf(models: readonly Model[]): Context['parts'] {
  const found = Object.entries(signatures).flatMap(([part, { inputs, outputs }]) => {
    const model = models.find(({ metadata }) => metadata !== undefined && alike(inputs, metadata.inputs) && alike(outputs, metadata.outputs));
    return model === undefined ? [] : [[part, model]];
  });
  return Object.fromEntries(found) as Context['parts'];
}

function alike(wanted: readonly TensorSpec[], said: readonly TensorSpec[]): boolean {
  return wanted.length === said.length && wanted.every(({ name, datatype, shape }) => said.some((other) => other.name === name && other.datatype === datatype && fits(shape, other.shape)));
}
