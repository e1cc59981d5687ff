import { setTimeout as delay } from 'node:timers/promises';
import { percentile, rounded } from '../shared/median.ts';
import { cpuSeconds, memoryMb } from '../shared/process-usage.ts';
import { scrape, sum, type Series } from '../shared/scrape.ts';
import { makeChanges } from './changes.ts';
import type { Scale } from './scale.ts';
import type { Scene } from './scene.ts';
import { start, type Program, type Running } from './subject.ts';

/** What is promised, and what lies behind it. */
export interface Figures {
  readonly startToSyncedSeconds: number;
  /** Resident, at the end of the changes. */
  readonly rssMb: number;
  /** Of one core. */
  readonly idleCpuPercent: number;
  readonly changeToStatusP99Ms: number;
  readonly writesPerNeededWrite: number;
  readonly peakRssMb: number;
  readonly changeToStatusP50Ms: number;
  /** Processor time between start and synced. */
  readonly startCpuSeconds: number;
}

const pollMs = 100;
const patienceMs = 15 * 60_000;
const settleMs = 5_000;

/** From the start of the process until every object was reconciled once and no queue holds anything. */
export async function untilSynced(running: Running, scale: Pick<Scale, 'versions' | 'deployments'>): Promise<number> {
  for (;;) {
    const series = await scrape(running.metricsPort).catch(() => []);
    const nowMs = performance.now();
    if (isSynced(series, scale)) return (nowMs - running.startedMs) / 1000;
    if (!running.alive()) throw new Error(`the process ended:\n${running.log()}`);
    if (nowMs - running.startedMs > patienceMs) throw new Error(`not synced after ${patienceMs} ms:\n${running.log()}`);
    await delay(pollMs);
  }
}

/** Both programs have these metrics by the same names. All keys enter the queue at once, so an empty one has seen all. */
export function isSynced(series: readonly Series[], scale: Pick<Scale, 'versions' | 'deployments'>): boolean {
  const reconciled = (controller: string): number => sum(series, 'controller_runtime_reconcile_total', { controller });
  return reconciled('model-version') >= scale.versions && reconciled('model-deployment') >= scale.deployments && sum(series, 'workqueue_depth') === 0 && sum(series, 'controller_runtime_active_workers') === 0;
}

/** One process from start to stop, on objects whose statuses an earlier run has written. */
export async function measure(program: Program, scene: Scene, scale: Scale, random: () => number): Promise<Figures> {
  const running = await start(program, scene);
  try {
    const startToSyncedSeconds = await untilSynced(running, scale);
    const startCpuSeconds = cpuSeconds(running.pid);
    await delay(settleMs);
    const before = { cpu: cpuSeconds(running.pid), ms: performance.now() };
    await delay(scale.idleSeconds * 1000);
    const idleCpuPercent = (100 * (cpuSeconds(running.pid) - before.cpu)) / ((performance.now() - before.ms) / 1000);
    const { latenciesMs, writes, stageChanges } = await makeChanges(scene, scale.changes, random);
    const needed = latenciesMs.length + (program.emitsEvents ? stageChanges : 0);
    const memory = memoryMb(running.pid);
    console.log(`  ${program.name}: ${latenciesMs.length} changes; ${writes.status} statuses, ${writes.events} events, ${writes.objects} other writes for ${needed} needed`);
    return {
      startToSyncedSeconds: rounded(startToSyncedSeconds, 2),
      rssMb: rounded(memory.now, 0),
      idleCpuPercent: rounded(idleCpuPercent, 2),
      changeToStatusP99Ms: rounded(percentile(latenciesMs, 0.99), 1),
      writesPerNeededWrite: rounded((writes.status + writes.events + writes.objects) / needed, 3),
      peakRssMb: rounded(memory.peak, 0),
      changeToStatusP50Ms: rounded(percentile(latenciesMs, 0.5), 1),
      startCpuSeconds: rounded(startCpuSeconds, 2),
    };
  } finally {
    await running.stop();
  }
}
