// Child processes that end with the test run, whatever ends it. Three nets: `stop` in the normal case; a reaper, a shell
// blocked on a pipe that the kernel closes when this process dies in any way; and a sweep of old folders at the next start.
import { execFileSync, spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { closeSync, mkdirSync, mkdtempSync, openSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';

/** A quarter of a busy API server's time goes into collecting garbage at Go's own 100; memory is plenty here. */
const garbagePercent = '400';

export interface Workspace {
  readonly directory: string;
  remove(): void;
}

export interface Service {
  readonly pid: number | undefined;
  start(): void;
  /** SIGTERM, then SIGKILL after `graceMs`. */
  stop(graceMs?: number): Promise<void>;
  /** SIGKILL: as a crash. */
  kill(): Promise<void>;
  /** The end of its log, for error messages. */
  log(): string;
  running(): boolean;
}

const root = join(tmpdir(), `trainyard-test-${userInfo().uid}`);

/** A folder whose processes and files do not outlive this process. */
export function createWorkspace(): Workspace {
  mkdirSync(root, { recursive: true, mode: 0o700 });
  sweep();
  const directory = mkdtempSync(join(root, `${process.pid}-`)); // the name tells the owner from the first moment on
  // Every process it ends carries the folder's name in its arguments, so a reused pid is never hit.
  const script = `cat >/dev/null
for file in "$1"/*.child; do
  [ -e "$file" ] || continue
  pid=$(cat "$file")
  case $(tr '\\0' ' ' <"/proc/$pid/cmdline" 2>/dev/null || ps -o args= -p "$pid" 2>/dev/null) in *"$1"*) kill -9 "$pid" ;; esac
done
rm -rf "$1"`;
  const reaper = spawn('sh', ['-c', script, 'reaper', directory], { stdio: ['pipe', 'ignore', 'ignore'], detached: true });
  reaper.unref();
  (reaper.stdin as unknown as { unref?: () => void }).unref?.();
  return {
    directory,
    remove: () => {
      reaper.stdin.end();
      rmSync(directory, { recursive: true, force: true });
    },
  };
}

/** Ends what earlier runs left behind. */
function sweep(): void {
  for (const name of readdirSync(root)) {
    const directory = join(root, name);
    if (isAlive(Number.parseInt(name, 10))) continue;
    for (const file of readdirSync(directory).filter((one) => one.endsWith('.child'))) {
      const pid = Number(readOr(join(directory, file), '0'));
      if (pid > 0 && commandOf(pid).includes(directory)) process.kill(pid, 'SIGKILL');
    }
    rmSync(directory, { recursive: true, force: true });
  }
}

function readOr(path: string, otherwise: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return otherwise; // removed by its owner meanwhile
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

function commandOf(pid: number): string {
  try {
    return execFileSync('ps', ['-o', 'args=', '-p', String(pid)], { encoding: 'utf8', timeout: 5_000 });
  } catch {
    return ''; // no such process
  }
}

/** A process of the workspace. `args` must name the workspace's folder somewhere. */
export function defineService(workspace: Workspace, name: string, binary: string, args: readonly string[]): Service {
  if (!args.some((arg) => arg.includes(workspace.directory))) throw new Error(`${name}: its arguments must name ${workspace.directory}, or nobody could find it again`);
  const logPath = join(workspace.directory, `${name}.log`);
  const pidPath = join(workspace.directory, `${name}.child`);
  let child: ChildProcess | undefined;

  const running = (): boolean => child !== undefined && child.exitCode === null && child.signalCode === null;

  const end = async (signal: NodeJS.Signals, graceMs: number): Promise<void> => {
    const ending = child;
    if (ending === undefined || !running()) return;
    const exited = new Promise<void>((resolve) => ending.once('exit', () => resolve()));
    ending.kill(signal);
    const hardKill = setTimeout(() => ending.kill('SIGKILL'), graceMs);
    await exited;
    clearTimeout(hardKill);
    rmSync(pidPath, { force: true });
  };

  return {
    get pid() {
      return child?.pid;
    },
    start() {
      if (running()) throw new Error(`${name} runs already`);
      const log = openSync(logPath, 'a');
      child = spawn(binary, args, { stdio: ['ignore', log, log], cwd: workspace.directory, env: { PATH: process.env['PATH'] ?? '', GOGC: garbagePercent } });
      closeSync(log);
      child.unref();
      child.on('error', (error) => writeFileSync(logPath, `${String(error)}\n`, { flag: 'a' }));
      if (child.pid !== undefined) writeFileSync(pidPath, String(child.pid));
    },
    stop: (graceMs = 5_000) => end('SIGTERM', graceMs),
    kill: () => end('SIGKILL', 5_000),
    log: () => readOr(logPath, '').split('\n').slice(-30).join('\n'),
    running,
  };
}

/** Resolves when `probe` does not throw; throws with the service's log when it ends or the time is up. */
export async function waitUntilReady(service: Service, name: string, probe: () => Promise<void>, timeoutMs: number): Promise<void> {
  const until = performance.now() + timeoutMs;
  for (;;) {
    try {
      return await probe();
    } catch (cause) {
      if (!service.running()) throw new Error(`${name} ended while starting:\n${service.log()}`, { cause });
      if (performance.now() > until) throw new Error(`${name} was not ready after ${timeoutMs} ms:\n${service.log()}`, { cause });
    }
    await delay(50);
  }
}

/** Ports nobody listens on now, all different. Another process may take one before we do: callers try again. */
export async function freePorts(count: number): Promise<number[]> {
  const servers = Array.from({ length: count }, () => createServer());
  const ports = await Promise.all(
    servers.map(
      (server) =>
        new Promise<number>((resolve, reject) => {
          server.once('error', reject);
          server.listen(0, '127.0.0.1', () => resolve((server.address() as { port: number }).port));
        }),
    ),
  );
  await Promise.all(servers.map((server) => new Promise((resolve) => server.close(resolve))));
  return ports;
}
