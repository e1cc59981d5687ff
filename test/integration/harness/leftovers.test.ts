import { execFileSync, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname } from 'node:path';
import { describe, expect, it } from 'vitest';
import { eventually } from '../../../operator/runtime/testing/silent.ts';
import { repositoryPath } from './binaries.ts';

describe('a control plane', () => {
  it.each(['SIGKILL', 'SIGTERM'] as const)('ends with the test that owns it, also when that is ended by %s', async (signal) => {
    const script = `
      import { startTestEnv } from ${JSON.stringify(repositoryPath('test', 'integration', 'harness', 'test-env.ts'))};
      const env = await startTestEnv({ controllerManager: true });
      console.log(env.kubeconfigPath);
      setInterval(() => undefined, 1000);`;
    const owner = spawn(process.execPath, ['--input-type=module-typescript', '--eval', script], { stdio: ['ignore', 'pipe', 'inherit'] });
    const kubeconfig = await new Promise<string>((resolve) => owner.stdout.once('data', (chunk: Buffer) => resolve(chunk.toString().trim())));
    const directory = dirname(kubeconfig);
    const processes = (): number => execFileSync('ps', ['-eo', 'args='], { encoding: 'utf8' }).split('\n').filter((line) => line.includes(directory) && !line.startsWith('sh ')).length;
    expect([existsSync(directory), processes()]).toEqual([true, 3]);
    owner.kill(signal);
    await eventually(() => processes() === 0 && !existsSync(directory));
  });
});
