// The real operator, and how its insides are looked at from outside.
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { memoryMb, openFiles } from '../../bench/shared/process-usage.ts';
import { scrape, sum, type Series } from '../../bench/shared/scrape.ts';
import { startOperator } from '../integration/controllers/fixtures/operator.ts';
import { repositoryPath } from '../integration/harness/binaries.ts';
import { createWorkspace, freePorts } from '../integration/harness/processes.ts';
import type { Reading } from './judge.ts';

export interface WatchedOperator {
  /** After a collection of garbage. */
  read(): Promise<Reading>;
  metrics(): Promise<readonly Series[]>;
  log(): string;
  /** SIGTERM; resolves to the exit code. */
  stop(): Promise<number | null>;
}

interface HeapReport {
  readonly pid: number;
  readonly at: number;
  readonly heapUsed: number;
  readonly external: number;
}

const reportMs = 30_000;

export async function startWatched(kubeconfigPath: string, namespace: string): Promise<WatchedOperator> {
  const workspace = createWorkspace();
  const reportPath = join(workspace.directory, 'heap.json');
  const [metricsPort = 0] = await freePorts(1);
  const operator = await startOperator(kubeconfigPath, namespace, {
    WATCH_NAMESPACES: '',
    // A leader whose API server is away for too long ends itself, as it must; here one process has to live through it all.
    LEADER_ELECT: 'false',
    METRICS_PORT: String(metricsPort),
    NODE_OPTIONS: `--import=${repositoryPath('test', 'soak', 'heap-on-signal.ts')}`,
    SOAK_REPORT: reportPath,
  });
  const report = (): HeapReport => JSON.parse(readFileSync(reportPath, 'utf8')) as HeapReport;
  const { pid } = report();

  const heap = async (): Promise<HeapReport> => {
    rmSync(reportPath, { force: true });
    process.kill(pid, 'SIGUSR2');
    for (const until = performance.now() + reportMs; performance.now() < until; await delay(50)) {
      try {
        return report();
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
      }
    }
    throw new Error(`no report of the heap after ${reportMs} ms:\n${operator.log().slice(-4000)}`);
  };

  return {
    async read() {
      const { heapUsed, external } = await heap();
      const series = await scrape(metricsPort);
      return {
        openFiles: openFiles(pid),
        heapMb: heapUsed / 2 ** 20,
        externalMb: external / 2 ** 20,
        rssMb: memoryMb(pid).now,
        queueDepth: sum(series, 'workqueue_depth'),
        activeWorkers: sum(series, 'controller_runtime_active_workers'),
        cachedObjects: Object.fromEntries(series.filter(({ name, value }) => name === 'informer_objects' && value > 0).map(({ labels, value }) => [labels['resource'] ?? '', value])),
        series: series.length,
        panics: sum(series, 'controller_runtime_reconcile_panics_total'),
      };
    },
    metrics: () => scrape(metricsPort),
    log: () => operator.log(),
    async stop() {
      const code = await operator.stop();
      workspace.remove();
      return code;
    },
  };
}
