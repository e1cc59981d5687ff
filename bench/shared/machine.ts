import { execFileSync } from 'node:child_process';
import { cpus, loadavg, totalmem } from 'node:os';
import { rounded } from './median.ts';

/** What a figure depends on besides the code. */
export interface Machine {
  readonly cores: number;
  readonly cpu: string;
  readonly memoryGb: number;
  readonly node: string;
  readonly go: string;
  /** Of the last minute, before the benchmark began: well under 1 means that the machine was quiet. */
  readonly loadBefore: number;
}

export function machine(): Machine {
  const go = execFileSync('go', ['env', 'GOVERSION'], { encoding: 'utf8', timeout: 30_000 }).trim();
  return { cores: cpus().length, cpu: cpus()[0]?.model ?? '', memoryGb: Math.round(totalmem() / 2 ** 30), node: process.version, go, loadBefore: rounded(loadavg()[0] ?? 0, 2) };
}
