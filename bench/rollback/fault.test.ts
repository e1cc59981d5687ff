import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { faultEnvironment } from './fault.ts';
import { traffic, type Fault } from './scenarios.ts';

// A folder with a session that answers at once, in the place of onnxruntime's.
let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'fault-'));
  const common = join(folder, 'node_modules', 'onnxruntime-common');
  mkdirSync(common, { recursive: true });
  writeFileSync(join(common, 'package.json'), '{"name":"onnxruntime-common","main":"index.cjs"}');
  writeFileSync(join(common, 'index.cjs'), `exports.InferenceSession = class { async run(feeds) { return { label: { type: 'int64', data: [1n] }, probabilities: { type: 'float32', dims: [1, 2], data: Float32Array.from([0.25, 0.75]) } }; } };`);
  writeFileSync(join(folder, 'package.json'), '{"type":"module"}');
  writeFileSync(join(folder, 'main.ts'), `import { createServer } from 'node:http';
import { InferenceSession } from 'onnxruntime-common';
const began = performance.now();
const { label, probabilities } = await new InferenceSession().run({});
console.log(JSON.stringify({ ms: performance.now() - began, label: Number(label.data[0]), scores: [...probabilities.data] }));
const server = createServer((request, response) => response.end('ok')).listen(0, '127.0.0.1', async () => {
  await (await fetch('http://127.0.0.1:' + server.address().port, { method: 'POST', body: '{}' })).text();
  setTimeout(() => process.exit(0), 1600);
});`);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Ran {
  readonly ms: number;
  readonly label: number;
  readonly scores: readonly number[];
  readonly exit: number | null;
}

function run(fault: Fault): Ran {
  const [variable] = faultEnvironment(fault);
  const { stdout, stderr, status } = spawnSync(process.execPath, ['main.ts'], { cwd: folder, encoding: 'utf8', env: { PATH: process.env['PATH'] ?? '', [variable!.name]: variable!.value }, timeout: 30_000 });
  expect(stderr).toBe('');
  return { ...(JSON.parse(stdout) as Omit<Ran, 'exit'>), exit: status };
}

describe('what the environment adds to a server', () => {
  it('is the same work in both versions, and nothing else, without a fault', () => {
    const { ms, scores, exit } = run('none');
    expect(ms).toBeGreaterThanOrEqual(traffic.workMs - 1);
    expect({ scores, exit }).toEqual({ scores: [0.25, 0.75], exit: 0 });
  });
  it('is five times the work', () => {
    expect(traffic.slowMs).toBe(5 * traffic.workMs);
    expect(run('slow').ms).toBeGreaterThanOrEqual(traffic.slowMs - 1);
  });
  it('is random scores that still sum up to one', () => {
    const { scores, exit } = run('garbage');
    expect(scores).not.toEqual([0.25, 0.75]);
    expect([scores.reduce((sum, score) => sum + score, 0).toFixed(5), exit]).toEqual(['1.00000', 0]);
  });
  it('is an end with code 1 a second after the first request', () => expect(run('crash')).toMatchObject({ scores: [0.25, 0.75], exit: 1 }));
  it.each<Fault>(['none', 'slow', 'crash', 'garbage'])('fits into one variable of a ModelDeployment: %s', (fault) => expect(faultEnvironment(fault)[0]!.value.length).toBeLessThanOrEqual(2048));
});
