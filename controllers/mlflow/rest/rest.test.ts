import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createRest, type MlflowServer } from './rest.ts';

const answer = { status: 200, text: '{}' };
const asked: IncomingMessage[] = [];
const server = createServer((request, response) => {
  asked.push(request);
  request.resume().on('end', () => response.writeHead(answer.status).end(answer.text));
});
let url = '';

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => new Promise((resolve) => {
  server.close(resolve);
  server.closeAllConnections();
}));
beforeEach(() => {
  asked.length = 0;
});

const get = (more: Partial<MlflowServer> = {}): Promise<unknown> => createRest({ url, ...more }).get('runs/get', { run_id: 'a b' });

describe('an answer of MLflow', () => {
  it.each<[name: string, status: number, text: string, reason: string, code: string, message: RegExp]>([
    ['that it is busy passes', 503, 'busy', 'MlflowUnreachable', '', /MLflow answers 503 to GET \/api\/2\.0\/mlflow\/runs\/get: busy$/],
    ['that there were too many calls passes', 429, '', 'MlflowUnreachable', '', /429/],
    ['with a code of its own is told by it', 404, '{"error_code":"RESOURCE_DOES_NOT_EXIST","message":"no run"}', 'MlflowRefused', 'RESOURCE_DOES_NOT_EXIST', /: no run$/],
    ['without credentials says where they belong', 401, 'You are not authenticated', 'MlflowRefused', '', /mlflow\.secretName/],
    ['to a name that it does not know says how it learns it', 403, 'Invalid Host header', 'MlflowRefused', '', /--allowed-hosts/],
    ['that is a page of somebody else is no answer', 200, '<html>log in</html>', 'MlflowRefused', '', /^what answers is not MLflow: <html>/],
  ])('%s', async (_name, status, text, reason, code, message) => {
    Object.assign(answer, { status, text });
    await expect(get()).rejects.toMatchObject({ name: 'MlflowError', reason, code, message: expect.stringMatching(message) as string });
  });
});

describe('a call', () => {
  it.each<[name: string, more: Partial<MlflowServer>, authorization: string | undefined]>([
    ['without credentials', {}, undefined],
    ['with a token', { token: 't' }, 'Bearer t'],
    ['with a user and a password', { username: 'ada', password: 'p:w' }, `Basic ${Buffer.from('ada:p:w').toString('base64')}`],
  ])('%s', async (_name, more, authorization) => {
    Object.assign(answer, { status: 200, text: '{}' });
    await get(more);
    expect(asked.map(({ headers, url: path }) => [headers.authorization, path])).toEqual([[authorization, '/api/2.0/mlflow/runs/get?run_id=a+b']]);
  });
  it('goes below the path of the address, with or without a slash at its end', async () => {
    Object.assign(answer, { status: 200, text: '{}' });
    for (const end of ['', '/']) await get({ url: `${url}/mlflow${end}` });
    expect(asked.map(({ url: path }) => path)).toEqual(Array.from({ length: 2 }, () => '/mlflow/api/2.0/mlflow/runs/get?run_id=a+b'));
  });
});
