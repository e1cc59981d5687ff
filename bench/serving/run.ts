// One repetition of one server with one model: start, then each load between two checks of the answers, stop.
import { execFile } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { repositoryPath } from '../../test/integration/harness/binaries.ts';
import { rounded } from '../shared/median.ts';
import { cellsOf, shareOf, type Cell, type Loop } from './cells.ts';
import { checkAnswers } from './check.ts';
import { busyPercent, readCores } from './cores.ts';
import type { Measured } from './measured.ts';
import type { ModelData, ModelName } from './models.ts';
import type { OpenLoopMeasured } from './open-loop.ts';
import { treeCpuSeconds, treeMemoryMb } from './process-tree.ts';
import { frame, questionsOf, rawRequest, type Question } from './questions.ts';
import type { Server } from './servers.ts';
import { start, type Started } from './start.ts';
import { closedLoop } from './wrk.ts';

const execute = promisify(execFile);
export const serverCore = 0;
export const generatorCore = 1;
export const connections = 32;
/** wrk takes whole seconds. */
export const warmSeconds = 1;
const patienceSeconds = 60;

/** One load of one repetition. */
export interface Sample extends Measured {
  readonly server: string;
  readonly model: ModelName;
  readonly rows: number;
  readonly loop: Loop;
  /** Of the open loop. */
  readonly offeredPerSecond?: number;
  /** Of the open loop: p99 of what the generator itself was late. */
  readonly generatorLateP99Ms?: number | null;
  readonly rssMb: number;
  readonly pssMb: number;
  readonly startToReadySeconds: number;
  /** Of a core, all its processes together: about 100 in the closed loop, unless others had the core too. */
  readonly serverCpuPercent: number;
  /** How busy both cores were, with whatever. */
  readonly serverCorePercent: number;
  readonly generatorCorePercent: number;
  /** Of a probability, from onnxruntime's own, before and after the load. */
  readonly largestDifference: number;
}

/** Throws when the server does not start, gives a wrong answer, or does not come to rest. */
export async function runServer(server: Server, data: ModelData, model: ModelName, seconds: number, stopping: AbortSignal): Promise<Sample[]> {
  const started = await start(server, data, model, serverCore, stopping);
  try {
    const samples: Sample[] = [];
    let closedRate = 0;
    let before = 0;
    for (const cell of cellsOf(model, seconds)) {
      const questions = questionsOf(data, model, server.form, cell.rows);
      const requestsPath = requestsFile(started, questions, cell);
      const check = async (): Promise<number> => {
        await started.idle();
        return checkAnswers(started.origin, server.form, questions, connections);
      };
      if (cell.loop === 'closed') {
        await load(started, requestsPath, { ...cell, seconds: warmSeconds }, 0);
        before = await check();
      }
      const measured = await load(started, requestsPath, cell, closedRate);
      const { rss, pss } = treeMemoryMb(started.pid);
      const after = await check(); // which is also what comes before the next one
      if (cell.loop === 'closed') closedRate = measured.requestsPerSecond;
      samples.push({
        server: server.name, model, rows: cell.rows, loop: cell.loop, ...measured,
        rssMb: rss, pssMb: pss, startToReadySeconds: started.startToReadySeconds, largestDifference: Math.max(before, after),
      });
      before = after;
    }
    return samples;
  } finally {
    await started.stop();
  }
}

type Loaded = Measured & Pick<Sample, 'offeredPerSecond' | 'generatorLateP99Ms' | 'serverCpuPercent' | 'serverCorePercent' | 'generatorCorePercent'>;

async function load(started: Started, requestsPath: string, { loop, seconds }: Cell, closedRate: number): Promise<Loaded> {
  const [before, cpuBefore, beganMs] = [readCores(), treeCpuSeconds(started.pid), performance.now()];
  const share = shareOf(loop);
  const measured =
    share === undefined
      ? await closedLoop({ core: generatorCore, origin: started.origin, requestsPath, connections, seconds })
      : await openLoopAt(started.port, requestsPath, rounded(share * closedRate, 1), seconds);
  const serverCpuPercent = Math.round((100_000 * (treeCpuSeconds(started.pid) - cpuBefore)) / (performance.now() - beganMs));
  const after = readCores();
  return { ...measured, serverCpuPercent, serverCorePercent: busyPercent(before[serverCore], after[serverCore]), generatorCorePercent: busyPercent(before[generatorCore], after[generatorCore]) };
}

/** In a process of its own, which spins on the generator's core. */
export async function openLoopAt(port: number, requestsPath: string, perSecond: number, seconds: number): Promise<Measured & Pick<Sample, 'offeredPerSecond' | 'generatorLateP99Ms'>> {
  const client = repositoryPath('bench', 'serving', 'open-loop-client.ts');
  const args = ['-c', String(generatorCore), process.execPath, client, String(port), requestsPath, String(perSecond), String(seconds), String(connections)];
  const { stdout } = await execute('taskset', args, { timeout: (seconds + patienceSeconds) * 1000 });
  const { statuses, lateP99Ms, ...measured } = JSON.parse(stdout) as OpenLoopMeasured;
  const other = Object.keys(statuses).filter((status) => status !== '200');
  if (other.length > 0) console.log(`  statuses: ${JSON.stringify(statuses)}`);
  return { ...measured, offeredPerSecond: perSecond, generatorLateP99Ms: lateP99Ms };
}

function requestsFile({ folder, origin }: Started, questions: readonly Question[], { rows }: Cell): string {
  const path = join(folder, `requests-${rows}`);
  writeFileSync(path, frame(questions.map(({ asked }) => rawRequest(asked, new URL(origin).host))));
  return path;
}
