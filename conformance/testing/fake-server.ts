// A small server of the protocol that is right, with a fault at a place of choice. What a right answer is, it knows by itself:
// of the kit it uses only the forms of tensors and the signatures of the models.
import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import type { Part } from '../context.ts';
import { signatures } from '../signatures.ts';
import { inferAnswer, Refused } from './fake-infer.ts';

/** An answer before it leaves. */
export interface Reply {
  status: number;
  headers: Record<string, string>;
  body: string | Uint8Array;
}

export interface Asked {
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: Uint8Array;
}

/** Changes a reply, or gives another one; undefined: hangs up without one. */
export type Fault = (asked: Asked, reply: Reply) => Reply | undefined | Promise<Reply>;

export interface FakeServer {
  readonly url: string;
  close(): Promise<void>;
}

const extensions = ['binary_tensor_data', 'model_repository'];

export async function startFake(fault: Fault = (_asked, reply) => reply): Promise<FakeServer> {
  const server = createServer((request, response) => {
    void (async () => {
      const asked = { method: request.method ?? '', path: request.url ?? '', headers: request.headers, body: await buffer(request) };
      const reply = await fault(asked, answerTo(asked));
      if (reply === undefined) response.destroy();
      else response.writeHead(reply.status, reply.headers).end(reply.body);
    })();
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

export function jsonReply(status: number, value: unknown): Reply {
  return { status, headers: { 'content-type': 'application/json' }, body: JSON.stringify(value) };
}

/** The right answer. */
export function answerTo(asked: Asked): Reply {
  try {
    return route(asked);
  } catch (error) {
    if (error instanceof Refused) return jsonReply(error.status, { error: error.message });
    throw error;
  }
}

function route(asked: Asked): Reply {
  const path = asked.path.replace(/\/$/, '');
  const found = /^\/v2\/models\/([^/]+)(?:\/versions\/([^/]+))?(?:\/(ready|infer))?$/.exec(path);
  if (found !== null) return modelAnswer(asked, found);
  const fixed: Readonly<Record<string, readonly [string, unknown]>> = {
    '/v2': ['GET', { name: 'fake', version: '1', extensions }],
    '/v2/health/live': ['GET', { live: true }],
    '/v2/health/ready': ['GET', { ready: true }],
    '/v2/repository/index': ['POST', Object.keys(signatures).map((name) => ({ name, version: '1', state: 'READY', reason: '' }))],
  };
  const [method, value] = fixed[path] ?? [];
  if (method === undefined) throw new Refused(404, 'nothing here');
  if (asked.method !== method) throw new Refused(405, 'not this method');
  return jsonReply(200, value);
}

function modelAnswer(asked: Asked, [, name = '', version = '1', action]: RegExpExecArray): Reply {
  if (!Object.hasOwn(signatures, name)) throw new Refused(404, `no model ${name}`);
  if (version !== '1') throw new Refused(404, `no version ${version}`);
  if (asked.method !== (action === 'infer' ? 'POST' : 'GET')) throw new Refused(405, 'not this method');
  if (action === 'ready') return jsonReply(200, { name, ready: true });
  if (action === 'infer') return inferAnswer(name as Part, asked);
  return jsonReply(200, { name, versions: ['1'], platform: 'onnx_onnxv1', ...signatures[name as Part] });
}
