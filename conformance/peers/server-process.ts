// A server as a child process: started, waited for, and ended with what it started itself.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

const startMs = 120_000;
const stopMs = 10_000;

export interface ServerProcess {
  readonly url: string;
  stop(): Promise<void>;
}

export interface Command {
  readonly file: string;
  readonly args: readonly string[];
  readonly folder: string;
  readonly env: NodeJS.ProcessEnv;
  /** Where it will listen. */
  readonly port: number;
}

/** The server once /v2/health/ready is 200. Throws an Error with the end of its log where that does not come. */
export async function startServer({ file, args, folder, env, port }: Command): Promise<ServerProcess> {
  // A group of its own: some servers start workers, which must not stay behind.
  const child = spawn(file, [...args], { cwd: folder, env, stdio: ['ignore', 'pipe', 'pipe'], detached: true });
  let log = '';
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text: string) => (log = (log + text).slice(-4000)));
  const exited = once(child, 'exit');
  const gone = (): boolean => child.exitCode !== null || child.signalCode !== null;
  const stop = async (): Promise<void> => {
    if (gone() || child.pid === undefined) return;
    process.kill(-child.pid, 'SIGTERM');
    if ((await Promise.race([exited, sleep(stopMs, 'late', { ref: false })])) === 'late') process.kill(-child.pid, 'SIGKILL');
  };
  const url = `http://127.0.0.1:${port}`;
  const deadline = performance.now() + startMs;
  while (!(await ready(url))) {
    if (gone() || performance.now() > deadline) {
      await stop();
      throw new Error(`${file} ${args.join(' ')} did not get ready:\n${log}`);
    }
    await sleep(100);
  }
  return { url, stop };
}

async function ready(url: string): Promise<boolean> {
  try {
    return (await fetch(`${url}/v2/health/ready`, { signal: AbortSignal.timeout(5000) })).ok;
  } catch {
    return false; // not listening yet
  }
}

export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}
