// One start of a server on its core, until it has answered its first request.
import { setTimeout as sleep } from 'node:timers/promises';
import { createWorkspace, defineService, freePorts } from '../../test/integration/harness/processes.ts';
import { rounded } from '../shared/median.ts';
import { checkAnswers } from './check.ts';
import { modelPath, type ModelData, type ModelName } from './models.ts';
import { treeCpuSeconds, treeOf } from './process-tree.ts';
import { questionsOf } from './questions.ts';
import type { Server } from './servers.ts';

export interface Started {
  readonly pid: number;
  /** For files of this start. */
  readonly folder: string;
  readonly origin: string;
  readonly port: number;
  readonly startToReadySeconds: number;
  /** Resolves when nothing of an earlier load is left in it. */
  idle(): Promise<void>;
  stop(): Promise<void>;
}

const readyMs = 60_000;
const pollMs = 20;
const idleMs = 60_000;
const lookMs = 200;
/** LitServe's batching asks for work all the time, at a tenth of a core. */
const idleShare = 0.2;

/** `stopping`: ends it and its children at once. */
export async function start(server: Server, data: ModelData, model: ModelName, core: number, stopping: AbortSignal): Promise<Started> {
  const workspace = createWorkspace();
  const folder = workspace.directory;
  const ports = await freePorts(3);
  const { command, environment } = server.launch({ folder, model, modelPath: modelPath(data, model), ports });
  const settings = Object.entries({ WORKSPACE: folder, ...environment }).map(([name, value]) => `${name}=${value}`);
  // env(1) and taskset(1) replace themselves by the program, so the pid is the program's.
  const service = defineService(workspace, server.name, 'env', [...settings, 'taskset', '-c', String(core), ...command]);
  const [port = 0] = ports;
  const origin = `http://127.0.0.1:${port}`;
  const [first] = questionsOf(data, model, server.form, 1);
  if (first === undefined) throw new Error('there are no rows to ask');

  const pids = (): number[] => (service.pid === undefined || !service.running() ? [] : treeOf(service.pid));
  // The workspace would not find it: the program's arguments need not name its folder, and its children may live on.
  const kill = (): void => pids().forEach(killIfAlive);
  stopping.addEventListener('abort', kill);
  const end = async (): Promise<void> => {
    const left = pids();
    await service.stop(10_000);
    left.forEach(killIfAlive);
    stopping.removeEventListener('abort', kill);
    workspace.remove();
  };
  const beganMs = performance.now();
  service.start();
  const { pid } = service;
  if (pid === undefined) throw new Error(`${server.name} could not be started`);
  for (;;) {
    try {
      await checkAnswers(origin, server.form, [first], 1);
      break;
    } catch (cause) {
      const log = service.log();
      if (service.running() && performance.now() - beganMs < readyMs) await sleep(pollMs);
      else {
        await end();
        throw new Error(`${server.name} did not come up:\n${log}`, { cause });
      }
    }
  }
  const startToReadySeconds = rounded((performance.now() - beganMs) / 1000, 3);
  return { pid, folder, origin, port, startToReadySeconds, idle: () => untilIdle(pid), stop: end };
}

async function untilIdle(pid: number): Promise<void> {
  const until = performance.now() + idleMs;
  for (let before = treeCpuSeconds(pid); ; ) {
    await sleep(lookMs);
    const now = treeCpuSeconds(pid);
    if ((now - before) * 1000 <= idleShare * lookMs) return;
    if (performance.now() > until) throw new Error(`still busy ${idleMs / 1000} s after the load`);
    before = now;
  }
}

/** A process of the tree that its parent left behind. */
function killIfAlive(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}
