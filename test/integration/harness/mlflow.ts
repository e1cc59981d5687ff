// MLflow's tracking server as a process of its own, from its own virtual environment: SQLite, and artifacts in a folder.
import { execFile, spawn } from 'node:child_process';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { promisify } from 'node:util';
import { repositoryPath } from './binaries.ts';
import { createWorkspace, defineService, freePorts, waitUntilReady } from './processes.ts';
import type { Service, Workspace } from './processes.ts';

export interface MlflowServer {
  readonly url: string;
  /** SIGKILL: as a crash. Resolves when nobody listens any more. */
  kill(): Promise<void>;
  /** Again after `kill`, with the same data at the same port; resolves when it answers. */
  start(): Promise<void>;
  /** Ends it and removes its data. */
  stop(): Promise<void>;
}

const installMs = 10 * 60_000; // the environment may have to be made first
const readyMs = 90_000; // two Python programs, one after the other: 5 s of a whole processor
const goneMs = 10_000;
const probeMs = 2_000;
const startAttempts = 3;

/** Programs that the server starts are in its group, and end with it. `setsid` the command is not everywhere. */
const leadGroup = 'import os, sys; os.setsid(); os.execv(sys.argv[1], sys.argv[1:])';

export async function startMlflow(): Promise<MlflowServer> {
  const { stdout } = await promisify(execFile)(repositoryPath('test', 'mlflow', 'venv.sh'), { timeout: installMs });
  for (let attempt = 1; ; attempt += 1) {
    const workspace = createWorkspace();
    const [port = 0] = await freePorts(1);
    const server = serverAt(workspace, join(stdout.trim(), 'bin'), port);
    try {
      await server.start();
      return server;
    } catch (error) {
      await server.stop();
      // The one fault that another try mends: somebody took the port between finding and using it.
      if (attempt >= startAttempts || !/address already in use/.test(String(error))) throw error;
    }
  }
}

function serverAt(workspace: Workspace, bin: string, port: number): MlflowServer {
  const url = `http://127.0.0.1:${port}`;
  const service = defineService(workspace, 'mlflow', 'env', [
    // Neither the runner of jobs, three more processes, nor reports to its makers. What it keeps for itself, it keeps here.
    ...['MLFLOW_SERVER_ENABLE_JOB_EXECUTION=false', 'MLFLOW_DISABLE_TELEMETRY=true', 'PYTHONUNBUFFERED=1', `HOME=${workspace.directory}`],
    // The tests' store speaks http.
    'MLFLOW_ALLOWED_HOST_ADDRESSED_ARTIFACT_SCHEMES=http',
    ...[join(bin, 'python'), '-c', leadGroup, join(bin, 'python'), join(bin, 'mlflow'), 'server'],
    ...['--backend-store-uri', `sqlite:///${join(workspace.directory, 'mlflow.db')}`],
    ...['--artifacts-destination', join(workspace.directory, 'artifacts'), '--serve-artifacts'],
    ...['--host', '127.0.0.1', '--port', String(port), '--workers', '1'],
  ]);
  let watch: { end(): void } | undefined;

  const kill = async (): Promise<void> => {
    if (service.pid !== undefined) killGroup(service.pid);
    await service.kill();
    watch?.end();
    watch = undefined;
    await untilRefused(url, service);
  };

  return {
    url,
    kill,
    async start() {
      service.start();
      if (service.pid !== undefined) watch = endGroupWithUs(service.pid);
      await waitUntilReady(service, 'mlflow', () => healthy(url), readyMs);
    },
    async stop() {
      await kill();
      workspace.remove();
    },
  };
}

/**
 * `mlflow server` starts uvicorn as a process of its own, whose arguments do not name the workspace: the workspace's
 * reaper does not find it. This one ends the group when this process ends in any way, or when it is told to.
 */
function endGroupWithUs(group: number): { end(): void } {
  const reaper = spawn('sh', ['-c', 'cat >/dev/null; kill -s KILL -- "-$1"', 'reaper', String(group)], { stdio: ['pipe', 'ignore', 'ignore'], detached: true });
  reaper.unref();
  (reaper.stdin as unknown as { unref?: () => void }).unref?.();
  return { end: () => void reaper.stdin.end() };
}

function killGroup(leader: number): void {
  try {
    process.kill(-leader, 'SIGKILL');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error; // all of it has ended, or it leads no group yet
  }
}

async function healthy(url: string): Promise<void> {
  const { status } = await fetch(`${url}/health`, { signal: AbortSignal.timeout(probeMs) });
  if (status !== 200) throw new Error(`/health answers ${status}`);
}

/** The one that listens is no child of ours: that it has ended shows at its port only. */
async function untilRefused(url: string, service: Service): Promise<void> {
  const until = performance.now() + goneMs;
  while (await healthy(url).then(() => true, () => false)) {
    if (performance.now() > until) throw new Error(`mlflow still answers ${goneMs} ms after SIGKILL:\n${service.log()}`);
    await delay(50);
  }
}
