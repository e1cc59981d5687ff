// The real executable, as kubectl starts it.
import { spawn } from 'node:child_process';
import { delimiter, dirname } from 'node:path';
import { repositoryPath } from '../harness/binaries.ts';

export interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

export interface Running {
  /** What it has printed so far. */
  out(): string;
  readonly ended: Promise<Ended>;
  kill(): void;
}

export function startPlugin(kubeconfigPath: string, args: readonly string[]): Running {
  const env = { ...process.env, KUBECONFIG: kubeconfigPath, PATH: [dirname(process.execPath), process.env['PATH'] ?? ''].join(delimiter) };
  const child = spawn(repositoryPath('cli', 'kubectl-trainyard'), args, { env, stdio: ['ignore', 'pipe', 'pipe'] });
  let out = '';
  let err = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => void (out += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => void (err += text));
  const ended = new Promise<Ended>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, out, err }));
  });
  return { out: () => out, ended, kill: () => void child.kill('SIGKILL') };
}

export function plugin(kubeconfigPath: string, ...args: readonly string[]): Promise<Ended> {
  return startPlugin(kubeconfigPath, args).ended;
}
