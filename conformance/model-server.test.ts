import { afterAll, beforeAll, expect, it } from 'vitest';
import type { ServerProcess } from './peers/server-process.ts';
import { startTrainyard } from './peers/trainyard.ts';
import { run } from './run.ts';

const parts = ['simple', 'echo', 'half', 'divide'] as const;
let server: ServerProcess;
beforeAll(async () => {
  server = await startTrainyard(parts);
}, 60_000);
afterAll(() => server.stop());

it('our model server does all that the kit asks', { timeout: 60_000 }, async () => {
  const { cases } = await run({ url: server.url, models: parts, forceBinary: false, timeoutMs: 20_000, now: () => new Date() });
  expect(cases.filter(({ outcome }) => outcome === 'failed').map(({ id, why }) => `${id}: ${why ?? ''}`)).toEqual([]);
  const skipped = cases.filter(({ outcome }) => outcome === 'skipped');
  expect(skipped.filter(({ why = '' }) => !/does not advertise|the server advertises|models\/half\.onnx/.test(why))).toEqual([]);
  expect(cases.length - skipped.length).toBeGreaterThan(150);
});
