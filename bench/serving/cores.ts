import { readFileSync } from 'node:fs';

/** Ticks of one core since the machine started. */
export interface CoreTicks {
  readonly busy: number;
  readonly stolen: number;
  readonly all: number;
}

export function readCores(): CoreTicks[] {
  return parseCores(readFileSync('/proc/stat', 'utf8'));
}

/** The lines `cpu0`, `cpu1`, … of /proc/stat: user nice system idle iowait irq softirq steal (proc(5)). */
export function parseCores(stat: string): CoreTicks[] {
  return [...stat.matchAll(/^cpu\d+ (.*)$/gm)].map(([, line = '']) => {
    const ticks = line.trim().split(/\s+/).map(Number).slice(0, 8);
    const all = ticks.reduce((sum, one) => sum + one, 0);
    return { all, stolen: ticks[7] ?? 0, busy: all - (ticks[3] ?? 0) - (ticks[4] ?? 0) };
  });
}

/** Percent of the time between two readings. */
export function busyPercent(before: CoreTicks | undefined, after: CoreTicks | undefined): number {
  if (before === undefined || after === undefined || after.all === before.all) throw new Error('the core was not there, or no time has passed');
  return Math.round((100 * (after.busy - before.busy)) / (after.all - before.all));
}
