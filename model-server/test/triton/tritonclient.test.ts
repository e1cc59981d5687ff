// The Python client that people have (tritonclient) against this server. It sends and wants bytes unless told otherwise.
import { execFile } from 'node:child_process';
import type { AddressInfo } from 'node:net';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';

import type { Datatype } from '../../protocol/datatypes.ts';
import { echo, half, simple } from '../models.ts';
import { serve, type TestServer } from '../serve.ts';

const run = promisify(execFile);
const types: readonly Datatype[] = ['BOOL', 'UINT8', 'UINT16', 'UINT32', 'UINT64', 'INT8', 'INT16', 'INT32', 'INT64', 'FP16', 'FP32', 'FP64', 'BYTES'];
/** pip fetches 60 MB the first time. */
const INSTALL_MILLIS = 180_000;

let server: TestServer;
let venv: string;

beforeAll(async () => {
  const script = new URL('../../../tools/venv.sh', import.meta.url).pathname;
  venv = (await run(script, [new URL('requirements.txt', import.meta.url).pathname])).stdout.trim();
  server = await serve({ simple: simple(), wide: half(), ...Object.fromEntries(types.map((type) => [`echo-${type}`, echo([type])])) });
  await server.app.listen({ port: 0, host: '127.0.0.1' });
}, INSTALL_MILLIS);
afterAll(() => server.app.close());

test('tritonclient gets what it asks for, in every datatype, as bytes and as JSON', { timeout: 60_000 }, async () => {
  const { port } = server.app.server.address() as AddressInfo;
  const { stdout } = await run(`${venv}/bin/python`, [new URL('client.py', import.meta.url).pathname, `127.0.0.1:${port}`]);
  const { cases } = JSON.parse(stdout) as { readonly cases: Readonly<Record<string, string>> };
  expect(Object.keys(cases).length).toBe(13 + 3 * 12 + 7);
  expect(Object.fromEntries(Object.entries(cases).filter(([, outcome]) => outcome !== 'ok'))).toEqual({});
});
