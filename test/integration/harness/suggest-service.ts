// The suggestion service as a process of its own, from the trainer's virtual environment.
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { repositoryPath } from './binaries.ts';
import { createWorkspace, defineService, freePorts, waitUntilReady } from './processes.ts';

export interface SuggestService {
  readonly url: string;
  /** SIGKILL, and another one at the same address. */
  restart(): Promise<void>;
  kill(): Promise<void>;
  /** Ends it and removes its files. */
  end(): Promise<void>;
}

const installMs = 10 * 60_000; // the environment may have to be made first
const readyMs = 60_000;

export async function startSuggestService(): Promise<SuggestService> {
  const { stdout } = await promisify(execFile)(repositoryPath('trainer', 'venv.sh'), { timeout: installMs });
  const workspace = createWorkspace();
  const [port = 0] = await freePorts(1);
  const url = `http://127.0.0.1:${port}`;
  const environment = [`PORT=${port}`, `PYTHONPATH=${repositoryPath('trainer')}`, 'PYTHONDONTWRITEBYTECODE=1', 'PYTHONUNBUFFERED=1'];
  // The folder is an argument that the service ignores: by it the processes of a dead run are found again.
  const service = defineService(workspace, 'suggest', 'env', [...environment, join(stdout.trim(), 'bin', 'python'), '-m', 'trainyard_trainer.suggest', workspace.directory]);
  const start = async (): Promise<void> => {
    service.start();
    await waitUntilReady(service, 'suggest', async () => {
      const { status } = await fetch(`${url}/healthz`);
      if (status !== 200) throw new Error(`/healthz answers ${status}`);
    }, readyMs);
  };
  await start();
  return {
    url,
    restart: async () => {
      await service.kill();
      await start();
    },
    kill: () => service.kill(),
    end: async () => {
      await service.stop();
      workspace.remove();
    },
  };
}
