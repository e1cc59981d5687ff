import { describe, expect, test } from 'vitest';

import { usableCpus } from './threads.ts';

describe('usableCpus', () => {
  test.each<[string, Record<string, string>, number]>([
    ['a cgroup v2 quota of two CPUs', { '/sys/fs/cgroup/cpu.max': '200000 100000\n' }, 2],
    ['half a CPU as one', { '/sys/fs/cgroup/cpu.max': '50000 100000\n' }, 1],
    ['one and a half as one', { '/sys/fs/cgroup/cpu.max': '150000 100000\n' }, 1],
    ['no quota as all cores', { '/sys/fs/cgroup/cpu.max': 'max 100000\n' }, 8],
    ['a quota of our own group below the root', { '/proc/self/cgroup': '0::/kubepods/pod1\n', '/sys/fs/cgroup/kubepods/pod1/cpu.max': '300000 100000\n' }, 3],
    ['the smallest quota on the way up', { '/proc/self/cgroup': '0::/a/b\n', '/sys/fs/cgroup/a/b/cpu.max': 'max 100000', '/sys/fs/cgroup/a/cpu.max': '200000 100000' }, 2],
    ['a cgroup v1 quota', { '/sys/fs/cgroup/cpu/cpu.cfs_quota_us': '400000\n', '/sys/fs/cgroup/cpu/cpu.cfs_period_us': '100000\n' }, 4],
    ['a cgroup v1 group without quota as all cores', { '/sys/fs/cgroup/cpu/cpu.cfs_quota_us': '-1\n', '/sys/fs/cgroup/cpu/cpu.cfs_period_us': '100000\n' }, 8],
    ['a quota beyond the machine as its cores', { '/sys/fs/cgroup/cpu.max': '9900000 100000' }, 8],
    ['no cgroup files as all cores', {}, 8],
  ])('reads %s', async (_name, files, expected) => {
    expect(await usableCpus(async (path) => files[path], 8)).toBe(expected);
  });
});
