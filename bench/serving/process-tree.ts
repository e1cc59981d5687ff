// A server and all its children: some peers are several processes.
import { readdirSync, readFileSync } from 'node:fs';
import { cpuSeconds, memoryMb } from '../shared/process-usage.ts';

/** The process and whatever descends from it. */
export function treeOf(root: number): number[] {
  const parents = new Map<number, number[]>();
  for (const name of readdirSync('/proc').filter((one) => /^\d+$/.test(one))) {
    const stat = readOr(`/proc/${name}/stat`);
    const parent = Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]);
    parents.set(parent, [...(parents.get(parent) ?? []), Number(name)]);
  }
  const found = [root];
  for (const pid of found) found.push(...(parents.get(pid) ?? []));
  return found;
}

/** Resident memory in MB: pages that processes share count for each of them, and in `pss` once. */
export function treeMemoryMb(root: number): { readonly rss: number; readonly pss: number } {
  const pids = treeOf(root);
  const pss = pids.map((pid) => Number(/^Pss:\s+(\d+) kB/m.exec(readOr(`/proc/${pid}/smaps_rollup`))?.[1] ?? 0) / 1024);
  return { rss: Math.round(sum(pids.map((pid) => orZero(() => memoryMb(pid).now || 0)))), pss: Math.round(sum(pss)) };
}

export function treeCpuSeconds(root: number): number {
  return sum(treeOf(root).map((pid) => orZero(() => cpuSeconds(pid))));
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

/** A process may end between two looks; a dead one that nobody has fetched has no memory. */
function orZero(read: () => number): number {
  try {
    return read();
  } catch (error) {
    if (['ENOENT', 'ESRCH'].includes((error as NodeJS.ErrnoException).code ?? '')) return 0;
    throw error;
  }
}

function readOr(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return ''; // it ended meanwhile
  }
}
