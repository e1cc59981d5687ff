import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { freePort } from './peers/server-process.ts';
import type { Report } from './report.ts';
import { jsonReply, startFake, type FakeServer } from './testing/fake-server.ts';

interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** The program itself. */
function kit(...args: readonly string[]): Promise<Ended> {
  return new Promise((resolve) => {
    const child = execFile(process.execPath, [join(import.meta.dirname, 'main.ts'), ...args], (_error, out, err) => resolve({ code: child.exitCode, out, err }));
  });
}

let folder: string;
let right: FakeServer;
let wrong: FakeServer;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'conformance-'));
  right = await startFake();
  wrong = await startFake((asked, reply) => (asked.path === '/v2/models/no-such-model-here' ? jsonReply(404, { detail: 'no' }) : reply));
});
afterAll(async () => {
  await Promise.all([right.close(), wrong.close(), rm(folder, { recursive: true })]);
});

// A busy machine is no failure.
describe('the program', { timeout: 120_000 }, () => {
  it('ends with 0 where every must holds, and writes what it found', async () => {
    const file = join(folder, 'right.json');
    const { code, out } = await kit(right.url, '--json', file);
    expect(code).toBe(0);
    expect(out).toMatch(/pass {2}must {4}server-live +GET \/v2\/health\/live is 200\n/);
    expect(out).toMatch(/skip {2}should {2}binary-unadvertised .*\(the server advertises binary_tensor_data\)\n/);
    expect(out).toContain('must    95 passed, 0 failed, 0 skipped');
    const report = JSON.parse(await readFile(file, 'utf8')) as Report;
    expect(report.cases[0]).toEqual({ id: 'server-live', level: 'must', source: 'Protocol: table of APIs', title: 'GET /v2/health/live is 200', outcome: 'passed', milliseconds: expect.any(Number) });
    expect(report.server).toMatchObject({ name: 'fake' });
  });

  it('ends with 1 where one does not, and says what came', async () => {
    const { code, out } = await kit(wrong.url);
    expect(code).toBe(1);
    expect(out).toContain('      came: 404 {"detail":"no"}: the body must have required property \'error\'');
  });

  it('ends with 2 where nobody answers', async () => {
    const { code, err } = await kit(`http://127.0.0.1:${await freePort()}`);
    expect(code).toBe(2);
    expect(err).toMatch(/^trainyard-conformance: nobody answers at http:.*ECONNREFUSED/);
  });

  it.each([
    { args: [], said: 'one URL is needed' },
    { args: ['localhost:8080'], said: 'localhost:8080 is no http or https URL' },
    { args: ['http://localhost', '--timeout', 'soon'], said: '--timeout soon is no number of seconds up to 3600' },
    { args: ['http://localhost', '--modle', 'x'], said: "Unknown option '--modle'" },
  ])('ends with 2 for $args', async ({ args, said }) => {
    const { code, err } = await kit(...args);
    expect(code).toBe(2);
    expect(err).toContain(said);
  });
});
