import { STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';

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

function statusOf(code: string | undefined): number {
  if (code === 'HPE_HEADER_OVERFLOW') return 431;
  return code === 'ERR_HTTP_REQUEST_TIMEOUT' ? 408 : 400;
}
