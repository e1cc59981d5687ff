// A real operator process, killed by SIGKILL right before and right after each of its changing requests.
import { expect, it } from 'vitest';
import { judge, traceOf } from './every-point.ts';
import type { Moment } from './life.ts';
import { startProcess } from './process-life.ts';
import { openStage } from './stage.ts';
import { trainingToVersion } from './stories/training-run.ts';
import { tell, type Told } from './story.ts';
import { eventsOf, sayingOf } from './told-events.ts';

const { env, stage } = openStage(65);
const atOnce = 2;
/** Statuses of both objects, ConfigMap, Job and ModelVersion; events are sent beside them, and not always before the end. */
const leastRequests = 6;

it('an operator process killed at any of its changing requests leaves a training and its version as if nothing had happened', { timeout: 600_000 }, async () => {
  const telling = (death?: { number: number; moment: Moment }): Promise<Told> => tell(stage(), trainingToVersion, (life, { namespace }) => startProcess(env.kubeconfigPath, namespace, life === 1 ? death : undefined));
  const startedMs = performance.now();
  const reference = await telling();
  const known = new Set(eventsOf(reference).map((event) => sayingOf(event, reference)));
  const problems: string[] = [];
  let [deaths, next, outlived] = [0, 0, false];
  const work = async (): Promise<void> => {
    while (!outlived && problems.length < 2) {
      const death = { number: Math.floor(next / 2) + 1, moment: next % 2 === 0 ? ('after' as const) : ('before' as const) };
      next += 1;
      const told = await telling(death);
      if (told.lives[0]?.diedAt === undefined) outlived = true;
      else deaths += 1;
      problems.push(...judge(told, reference, known).map((problem) => `${death.moment} request ${death.number}: ${problem}\n${traceOf(told.lives)}`));
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  console.log(`a real process: killed ${deaths} times at ${Math.ceil(deaths / 2)} changing requests, in ${((performance.now() - startedMs) / 1000).toFixed(1)} s`);
  expect(problems).toEqual([]);
  expect(deaths).toBeGreaterThanOrEqual(2 * leastRequests);
});
