import { readFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';

type ReadText = (path: string) => Promise<string | undefined>;

/** Whole CPUs this process may use: the cgroup quota, or the machine's cores without one; never less than 1. */
export async function usableCpus(read: ReadText = readIfPresent, cores: number = availableParallelism()): Promise<number> {
  const quota = (await quotaV2(read)) ?? (await quotaV1(read));
  return Math.max(1, Math.min(cores, Math.floor(quota ?? cores)));
}

/** cgroup v2: the smallest `cpu.max` from our own group up to the root ("max" sets no limit). */
async function quotaV2(read: ReadText): Promise<number | undefined> {
  const own = /^0::(\/.*)$/m.exec((await read('/proc/self/cgroup')) ?? '')?.[1] ?? '/';
  const parts = own.split('/').filter((part) => part !== '');
  const quotas: number[] = [];
  for (let depth = parts.length; depth >= 0; depth--) {
    const text = await read(['/sys/fs/cgroup', ...parts.slice(0, depth), 'cpu.max'].join('/'));
    const [quota, period] = (text ?? '').trim().split(' ').map(Number);
    if (quota && period) quotas.push(quota / period);
  }
  return quotas.length > 0 ? Math.min(...quotas) : undefined;
}

/** cgroup v1: a quota of -1 sets no limit. */
async function quotaV1(read: ReadText): Promise<number | undefined> {
  for (const folder of ['/sys/fs/cgroup/cpu', '/sys/fs/cgroup/cpu,cpuacct']) {
    const quota = Number(await read(`${folder}/cpu.cfs_quota_us`));
    const period = Number(await read(`${folder}/cpu.cfs_period_us`));
    if (quota > 0 && period > 0) return quota / period;
  }
  return undefined;
}

async function readIfPresent(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, 'utf8');
  } catch {
    // Absent on the other cgroup version, unreadable outside a container: both mean "no quota known here".
    return undefined;
  }
}
