import { STATUS_CODES, type IncomingMessage, type ServerResponse } from 'node:http';
import type { Socket } from 'node:net';

import { requestError } from '../errors.ts';
import { JSON_TYPE } from './context.ts';

/** Answers bytes that are no HTTP request, or too slow or too large a head, in the same form as every other error. */
export function answerBrokenRequest(error: NodeJS.ErrnoException, socket: Socket): void {
  // ECONNRESET: the client is gone already.
  if (error.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy();
    return;
  }
  const status = statusOf(error.code);
  const body = JSON.stringify({ error: `the request is malformed: ${error.message}` });
  socket.end(
    `HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\nContent-Type: application/json; charset=utf-8\r\n` +
      `Content-Length: ${Buffer.byteLength(body)}\r\nConnection: close\r\n\r\n${body}`,
  );
}

/** HTTP/1.1 demands the header (RFC 9112, 3.2). Node would refuse for itself, with an empty body. */
export function hostMissing({ httpVersion, headers }: IncomingMessage): Error | undefined {
  return httpVersion === '1.1' && headers.host === undefined ? requestError('MalformedRequest', { cause: 'the header Host is missing' }) : undefined;
}

/** Another expectation than 100-continue, which Node too would refuse with an empty body. */
export function refuseExpectation({ headers }: IncomingMessage, response: ServerResponse): void {
  const body = JSON.stringify({ error: `the request is malformed: nothing here meets the header Expect: ${headers.expect?.slice(0, 40) ?? ''}` });
  response.writeHead(417, { 'content-type': JSON_TYPE, 'content-length': Buffer.byteLength(body), connection: 'close' }).end(body);
}

function statusOf(code: string | undefined): number {
  if (code === 'HPE_HEADER_OVERFLOW') return 431;
  return code === 'ERR_HTTP_REQUEST_TIMEOUT' ? 408 : 400;
}
