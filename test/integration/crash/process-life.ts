// operator/main.ts as a real process that kills itself at one of its requests.
import { pathToFileURL } from 'node:url';
import { startOperator } from '../controllers/fixtures/operator.ts';
import { repositoryPath } from '../harness/binaries.ts';
import { Life, liveOn, type Moment } from './life.ts';

const preload = pathToFileURL(repositoryPath('test', 'integration', 'crash', 'die-at-request.ts')).href;

/** `death`: the number of the changing request, and whether it is still sent. */
export function startProcess(kubeconfigPath: string, namespace: string, death?: { readonly number: number; readonly moment: Moment }): Life {
  const life = new Life(liveOn);
  life.lastActivityMs = Infinity;
  const env: Record<string, string> = death === undefined ? {} : { NODE_OPTIONS: `--import=${preload}`, DIE_AT_REQUEST: String(death.number), DIE_MOMENT: death.moment };
  const run = async (): Promise<void> => {
    try {
      const operator = await startOperator(kubeconfigPath, namespace, env);
      life.lastActivityMs = performance.now();
      life.atDeath(() => void operator.kill());
      if (life.dead) void operator.kill();
      await operator.exited;
      if (!life.dead && death !== undefined) life.diedAt = { id: `request ${death.number}`, count: death.number, writes: true, moment: death.moment };
    } catch (error) {
      life.trace.push(String(error));
    }
    life.die();
  };
  void run();
  return life;
}
