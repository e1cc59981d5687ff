import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { repositoryPath } from '../harness/binaries.ts';

const run = promisify(execFile);
const deadlineMs = 60_000;
const buildMs = 20 * 60_000;

/** Where a tool of the local cluster lies; built first when it is missing. */
export async function tool(name: 'kubectl' | 'helm'): Promise<string> {
  const { stdout } = await run('bash', [repositoryPath('cluster', 'cluster'), 'path', name], { timeout: buildMs });
  return stdout.trim();
}

/** Standard output; a failure rejects with standard error in its message. */
export async function kubectl(kubeconfigPath: string, args: readonly string[], input = ''): Promise<string> {
  const child = run(await tool('kubectl'), ['--kubeconfig', kubeconfigPath, ...args], { timeout: deadlineMs, maxBuffer: 16 * 1024 * 1024 });
  child.child.stdin?.end(input);
  const { stdout } = await child;
  return stdout;
}
