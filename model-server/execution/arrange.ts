import type { Logger } from 'pino';

import type { Manifest } from '../model/manifest.ts';
import type { Model } from '../model/model.ts';
import type { Session, Threads } from '../model/session.ts';
import { neutralFeeds } from '../model/warmup.ts';
import type { Tensor } from '../model/onnxruntime.ts';
import { batchRows, FEWEST_BATCH_ROWS, inlineRows, measure, runsInline, type Execution } from './choose.ts';
import { inChunks } from './in-chunks.ts';
import { createQueue, type QueueLimits } from './queue.ts';
import { isRowWise } from './row-wise.ts';
import { openThreads, type Health, type ThreadedSession } from './threads.ts';
import type { Executor } from './work.ts';

/** How the graphs of this process are run. */
export interface ExecutionSettings {
  readonly mode: Execution;
  /** Worker threads of a model that has any. */
  readonly workers: number;
  /** Without `maxRows`: by how long the graph takes. */
  readonly limits: Omit<QueueLimits, 'maxRows'> & Partial<QueueLimits>;
}

interface ArrangeDeps {
  readonly execution: ExecutionSettings;
  readonly threads: Threads;
  readonly now: () => number;
  readonly log: Logger;
}

export interface Arranged {
  readonly session: Session;
  readonly executor: Executor;
  readonly inline: boolean;
  readonly health: () => Health;
}

/** Where a warm graph runs from now on, and what stands before it. A session that is not needed any more is released. */
export type Arrange = (model: Model, manifest: Manifest, graph: Uint8Array, opened: Session) => Promise<Arranged>;

/** In this thread or in others, by how long it takes, behind a queue. */
export function arrangeBy(deps: ArrangeDeps): Arrange {
  return (model, manifest, graph, opened) => arrange(deps, model, manifest, graph, opened);
}

async function arrange(deps: ArrangeDeps, { spec, metrics }: Model, manifest: Manifest, graph: Uint8Array, opened: Session): Promise<Arranged> {
  const { execution, now } = deps;
  const { limits, workers } = execution;
  const rowWise = isRowWise(manifest);
  const rows = rowWise ? (limits.maxRows ?? FEWEST_BATCH_ROWS) : 1;
  const measured = await measure(opened, neutralFeeds(manifest.inputs, rows), rows, manifest.outputs.map(({ name }) => name), now);
  const inline = runsInline(execution.mode, measured);
  const threaded = inline ? undefined : await threadedSession(deps, graph, opened);
  const placed = threaded ?? inlineSession(opened, rowWise, inlineRows(measured));
  const executor = createQueue({
    model: spec.name,
    limits: { ...limits, maxRows: limits.maxRows ?? batchRows(measured) },
    // Inline there is one: a second run could not begin before the first one ends, and waiting it can have company.
    runners: inline ? 1 : workers,
    rowWise,
    run: (feeds, outputs) => placed.run(feeds, outputs),
    now,
    metrics,
  });
  return { session: placed, executor, inline, health: threaded?.health ?? (() => 'Ready') };
}

function inlineSession(session: Session, rowWise: boolean, maxRows: number): Session {
  if (!rowWise) return session;
  return inChunks(session, maxRows, (feeds) => {
    for (const name in feeds) return (feeds[name] as Tensor).dims[0] as number;
    return 0;
  });
}

async function threadedSession(deps: ArrangeDeps, graph: Uint8Array, opened: Session): Promise<ThreadedSession> {
  await opened.release();
  const { workers } = deps.execution;
  const perThread = { intraOp: Math.max(1, Math.floor(deps.threads.intraOp / workers)) };
  return openThreads({ graph, count: workers, perThread, log: deps.log });
}
