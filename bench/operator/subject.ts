// The two programs that are compared, each run as it is in production: one process, its own lease, metrics on a port.
import { execFileSync } from 'node:child_process';
import { copyFileSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { repositoryPath } from '../../test/integration/harness/binaries.ts';
import { createWorkspace, defineService, freePorts } from '../../test/integration/harness/processes.ts';
import type { Scene } from './scene.ts';

export interface Program {
  readonly name: 'ours' | 'controllerRuntime';
  readonly command: readonly string[];
  readonly environment: Readonly<Record<string, string>>;
  /** It tells people of a changed stage by an Event; the peer does not. */
  readonly emitsEvents: boolean;
}

export interface Running {
  readonly pid: number;
  readonly metricsPort: number;
  /** When it was started, by `performance.now()`. */
  readonly startedMs: number;
  readonly alive: () => boolean;
  readonly log: () => string;
  stop(): Promise<void>;
}

const buildMs = 20 * 60_000; // a cold build of client-go

/** As its image starts it, and with `PLAN_ONLY`, since there is nothing here that could run a pod. */
export function ours(): Program {
  return {
    name: 'ours',
    command: imageCommand(readFileSync(repositoryPath('images', 'operator', 'Dockerfile'), 'utf8')),
    environment: { NODE_ENV: 'production', PLAN_ONLY: 'true', HEALTH_PORT: '0', TRAINER_IMAGE: 'trainer:bench', MODEL_SERVER_IMAGE: 'model-server:bench' },
    emitsEvents: true,
  };
}

/** `CMD ["node", …flags, "operator/main.ts"]`, with this machine's paths. */
export function imageCommand(dockerfile: string): string[] {
  const words = JSON.parse(/^CMD (\[.*\])$/m.exec(dockerfile)?.[1] ?? 'null') as string[] | null;
  const [node, ...others] = words ?? [];
  if (node !== 'node' || others.at(-1) !== 'operator/main.ts') throw new Error('images/operator/Dockerfile does not start `node … operator/main.ts`');
  return [process.execPath, ...others.slice(0, -1), repositoryPath('operator', 'main.ts')];
}

/** Built anew each time; Go's own cache makes that quick. */
export function controllerRuntime(folder: string): Program {
  const binary = join(folder, 'controller-runtime-peer');
  execFileSync('go', ['build', '-trimpath', '-ldflags=-s -w', '-o', binary, '.'], { cwd: repositoryPath('bench', 'peers', 'controller-runtime'), timeout: buildMs, stdio: ['ignore', 'inherit', 'inherit'] });
  return { name: 'controllerRuntime', command: [binary], environment: {}, emitsEvents: false };
}

export async function start(program: Program, scene: Scene): Promise<Running> {
  const workspace = createWorkspace();
  const kubeconfig = join(workspace.directory, 'kubeconfig');
  copyFileSync(scene.env.kubeconfigPath, kubeconfig);
  const [metricsPort = 0] = await freePorts(1);
  const environment = { KUBECONFIG: kubeconfig, POD_NAME: program.name.toLowerCase(), POD_NAMESPACE: scene.operatorNamespace, METRICS_PORT: String(metricsPort), ...program.environment };
  // env(1) replaces itself by the program, so the pid is the program's.
  const service = defineService(workspace, program.name, 'env', [...Object.entries(environment).map(([name, value]) => `${name}=${value}`), ...program.command]);
  const startedMs = performance.now();
  service.start();
  if (service.pid === undefined) throw new Error(`${program.name} could not be started`);
  return {
    pid: service.pid,
    metricsPort,
    startedMs,
    alive: () => service.running(),
    log: () => service.log(),
    async stop() {
      await service.stop(20_000); // it gives its lease back, so that the next start need not wait for it
      workspace.remove();
    },
  };
}
