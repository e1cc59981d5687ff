// Loaded before the operator (`node --import`): kills the process right at its n-th changing request to the API server.
import { subscribe } from 'node:diagnostics_channel';

interface RequestMessage {
  readonly request: { readonly method: string; readonly path: string };
}

const [number, moment] = [Number(process.env['DIE_AT_REQUEST']), process.env['DIE_MOMENT']];
const requests: object[] = [];

const die = (): void => {
  process.kill(process.pid, 'SIGKILL');
};

// The request exists, and nothing of it was sent.
subscribe('undici:request:create', (message) => {
  const { request } = message as RequestMessage;
  if (request.method === 'GET' || !/^\/apis?\//.test(request.path)) return;
  requests.push(request);
  if (requests.length === number && moment === 'before') die();
});
// The first byte of the answer is here: the server did it, and nobody was told.
subscribe('undici:request:headers', (message) => {
  if (moment === 'after' && requests[number - 1] === (message as RequestMessage).request) die();
});
