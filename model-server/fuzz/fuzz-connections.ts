import { connect, type AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

import { mutateBytes } from './mutate-bytes.ts';
import { createRandom, type Random } from './random.ts';
import type { FuzzProblem } from './fuzz-requests.ts';
import { nextRequest, type Target } from './requests.ts';
import { shrink } from './shrink.ts';
import type { Subject } from './subject.ts';

export interface ConnectionResult {
  readonly connections: number;
  readonly statuses: Readonly<Record<string, number>>;
  readonly problems: readonly FuzzProblem[];
}

/** Longer than any answer takes on a busy machine. */
const SILENCE_MILLIS = 20_000;
const MOST_PROBLEMS = 10;

/** Sends bytes that were HTTP requests over real connections: whatever is wrong with the head, the answer is as any other. */
export async function fuzzConnections({ server, targets }: Subject, options: { readonly seed: number; readonly connections: number; readonly seconds: number }): Promise<ConnectionResult> {
  await server.app.listen({ port: 0, host: '127.0.0.1' });
  const { port } = server.app.server.address() as AddressInfo;
  const random = createRandom(options.seed);
  const statuses: Record<string, number> = {};
  const problems = new Map<string, FuzzProblem>();
  const ends = performance.now() + options.seconds * 1_000;
  let sent = 0;
  while (sent < options.connections && performance.now() < ends) {
    const bytes = nextBytes(random, targets);
    const { status, why } = judgeBytes(bytes, await exchange(port, bytes));
    sent++;
    statuses[status] = (statuses[status] ?? 0) + 1;
    if (why === undefined || problems.has(why) || problems.size >= MOST_PROBLEMS) continue;
    const smaller = await shrink(bytes, async (part) => judgeBytes(part, await exchange(port, part)).why === why, 300);
    problems.set(why, { why, request: { method: '', url: '(raw bytes)', headers: {}, bodyBase64: smaller.toString('base64') } });
  }
  const alive = await fetch(`http://127.0.0.1:${port}/v2/health/ready`, { signal: AbortSignal.timeout(SILENCE_MILLIS) });
  if (alive.status !== 200) problems.set('alive', { why: `the server is not ready afterwards: ${alive.status}` });
  return { connections: sent, statuses, problems: [...problems.values()] };
}

function nextBytes(random: Random, targets: readonly Target[]): Buffer {
  const { method, url, headers, body } = nextRequest(random, targets);
  const lines = [`${method} ${url} HTTP/1.1`, 'host: localhost', `content-length: ${body.length}`, ...Object.entries(headers).map(([name, value]) => `${name}: ${value}`)];
  const head = Buffer.from(`${lines.join('\r\n')}\r\n\r\n`);
  const other = Buffer.from('transfer-encoding: chunked\r\nconnection: close\r\nupgrade: websocket\r\nexpect: x\r\n\r\n5\r\nhello\r\n0\r\n\r\nHTTP/2.0 PRI * SM');
  return Buffer.concat([random.chance(0.8) ? mutateBytes(random, head, other) : head, body]);
}

/** What comes back until the server closes: it does, for the sender says at once that nothing more will come. */
async function exchange(port: number, bytes: Buffer): Promise<string> {
  const socket = connect({ port, host: '127.0.0.1', allowHalfOpen: true });
  socket.setTimeout(SILENCE_MILLIS, () => socket.destroy(new Error('silence')));
  socket.end(bytes);
  try {
    return await text(socket);
  } catch (cause) {
    // A server that answers and closes before it has read everything resets the connection; that is no answer, and no fault.
    if ((cause as NodeJS.ErrnoException).code === 'ECONNRESET' || (cause as NodeJS.ErrnoException).code === 'EPIPE') return 'reset';
    return `failed: ${(cause as Error).message}`;
  }
}

/** Of the first answer on a connection, its status and what is wrong with it. */
function judgeBytes(sent: Buffer, answer: string): { readonly status: string; readonly why?: string } {
  if (answer === '' || answer === 'reset') return { status: answer === '' ? 'closed' : 'reset' };
  const match = /^HTTP\/1\.1 (\d{3}) [^\r]*\r\n((?:[^\r]+\r\n)*)\r\n([\s\S]*)$/.exec(answer);
  if (!match) return { status: 'none', why: `no HTTP answer: ${answer.slice(0, 60)}` };
  const [, status = '', head = '', rest = ''] = match;
  if (status === '100') return judgeBytes(sent, rest);
  if (Number(status) >= 500 && !rest.startsWith('{"error":"model ')) return { status, why: `status ${status}: ${rest.slice(0, 60)}` };
  const type = /^content-type: (.*)$/im.exec(head)?.[1];
  if (status === '200' && type === 'application/octet-stream') return { status };
  if (type !== 'application/json; charset=utf-8') return { status, why: `status ${status} with content-type ${String(type)}` };
  const length = Number(/^content-length: (\d+)$/im.exec(head)?.[1]);
  const body = Buffer.from(rest).subarray(0, length).toString();
  // HEAD is answered without a body; what follows is the answer to the bytes after it.
  if (Number(status) < 400 || /^\s*HEAD /.test(sent.toString('latin1'))) return { status };
  return /^\{"error":"(?:[^"\\]|\\.)+"\}$/.test(body) ? { status } : { status, why: `status ${status}: the body is not exactly {"error": text}` };
}
