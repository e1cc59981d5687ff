// The closed loop: every connection sends its next request when it has the answer to the last one.
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { repositoryPath } from '../../test/integration/harness/binaries.ts';
import type { Measured } from './measured.ts';
import { rounded } from '../shared/median.ts';

const run = promisify(execFile);
const answerSeconds = 30;

export interface ClosedLoop {
  readonly core: number;
  readonly origin: string;
  readonly requestsPath: string;
  readonly connections: number;
  /** Whole ones: wrk knows no others. */
  readonly seconds: number;
}

/** Throws, saying how to get it, where wrk is missing. */
export async function requireWrk(): Promise<string> {
  try {
    await run('wrk', ['-v'], { timeout: 10_000 });
  } catch (error) {
    // It prints its version and fails.
    const { stdout = '', code } = error as { readonly stdout?: string; readonly code?: string | number };
    const version = /^wrk \S*?([\d.]+)/.exec(stdout)?.[1];
    if (version !== undefined) return version;
    if (code === 'ENOENT') throw new Error('wrk is missing, which sends the closed loop: `apt-get install wrk`, or https://github.com/wg/wrk', { cause: error });
    throw error;
  }
  throw new Error('`wrk -v` says no version');
}

export async function closedLoop({ core, origin, requestsPath, connections, seconds }: ClosedLoop): Promise<Measured> {
  const script = repositoryPath('bench', 'serving', 'post.lua');
  const args = ['-c', String(core), 'wrk', '-t1', `-c${connections}`, `-d${seconds}s`, '--timeout', `${answerSeconds}s`, '-s', script, origin, '--', requestsPath];
  const { stdout } = await run('taskset', args, { timeout: (seconds + 2 * answerSeconds) * 1000 });
  return parseWrk(stdout);
}

/** The last line, which post.lua writes. A status of 400 or more counts as failed, as does what never came. */
export function parseWrk(output: string): Measured {
  const line = output.trimEnd().split('\n').at(-1) ?? '';
  if (!line.startsWith('{')) throw new Error(`wrk said nothing that can be read:\n${output}`);
  const told = JSON.parse(line) as Readonly<Record<'answers' | 'micros' | 'connect' | 'read' | 'write' | 'status' | 'timeout' | 'p50Micros' | 'p99Micros' | 'p999Micros', number>>;
  const ms = (micros: number): number => rounded(micros / 1000, 3);
  return {
    answers: told.answers,
    requestsPerSecond: rounded(((told.answers - told.status) * 1e6) / told.micros, 1),
    p50Ms: ms(told.p50Micros),
    p99Ms: ms(told.p99Micros),
    p999Ms: ms(told.p999Micros),
    failed: told.connect + told.read + told.write + told.status + told.timeout,
  };
}
