import type { KeyValue, Metric, Run, Tracking } from './rest/tracking.ts';
import { uidTag, type MirroredRun } from './content/mirrored.ts';

export interface MirrorDeps {
  readonly tracking: Tracking;
  /** Puts a file where `mlflow-artifacts:/` addresses lead. */
  readonly put: (path: string, bytes: Buffer) => Promise<void>;
  /** Files of a run by their name, verified by their digests. Called only when one is missing. */
  readonly files: (manifest: NonNullable<MirroredRun['manifest']>) => Promise<ReadonlyMap<string, Buffer>>;
}

export interface RunCopy {
  readonly experimentId: string;
  readonly runId: string;
}

/**
 * Makes MLflow's copy of a run as it should be, and does nothing that was done before: whatever broke off is gone on
 * with, and what was made twice is made one. Throws a MlflowError or a StoreError.
 */
export async function mirrorRun(deps: MirrorDeps, wanted: MirroredRun): Promise<RunCopy> {
  const { tracking } = deps;
  const experimentId = await tracking.experiment(wanted.experiment);
  const [oldest, ...doubles] = await tracking.runsWith(experimentId, { key: uidTag, value: wanted.uid });
  for (const { info } of doubles) await tracking.deleteRun(info.run_id);
  const run = oldest ?? (await tracking.createRun(experimentId, { name: wanted.name, startTime: wanted.startTime, tags: pairs(wanted.tags) }));
  const { run_id: runId } = run.info;

  await tracking.log(runId, {
    // Written once for ever: a parameter that MLflow has stays as it is.
    params: pairs(wanted.params).filter(({ key }) => valueOf(run.data.params, key) === undefined),
    tags: pairs(wanted.tags).filter(({ key, value }) => valueOf(run.data.tags, key) !== value),
    metrics: await missingMetrics(tracking, run, wanted),
  });
  if (wanted.manifest !== undefined) await putFiles(deps, run, wanted.manifest);
  // Last: a run that has ended has everything.
  if (run.info.status !== wanted.status || run.info.end_time !== wanted.endTime) await tracking.updateRun(runId, { status: wanted.status, ...(wanted.endTime === undefined ? {} : { endTime: wanted.endTime }) });
  return { experimentId, runId };
}

async function missingMetrics(tracking: Tracking, run: Run, { metrics }: MirroredRun): Promise<readonly Metric[]> {
  const missing: Metric[] = [];
  for (const [key, points] of Map.groupBy(metrics, (metric) => metric.key)) {
    const known = (run.data.metrics ?? []).some((metric) => metric.key === key) ? await tracking.history(run.info.run_id, key) : [];
    missing.push(...points.filter((point) => !known.some((other) => isSame(point, other))));
  }
  return missing;
}

function isSame(a: Metric, b: Metric): boolean {
  return a.value === b.value && a.timestamp === b.timestamp && a.step === b.step;
}

const scheme = 'mlflow-artifacts:/';

/** Where MLflow keeps its files elsewhere than behind itself, the tags say where ours lie, and nothing is copied. */
async function putFiles(deps: MirrorDeps, run: Run, manifest: NonNullable<MirroredRun['manifest']>): Promise<void> {
  const uri = run.info.artifact_uri ?? '';
  if (!uri.startsWith(scheme)) return;
  const there = await deps.tracking.files(run.info.run_id);
  if (['manifest.json', 'report.html'].every((name) => there.has(name))) return;
  for (const [name, bytes] of await deps.files(manifest)) {
    if (there.get(name) !== bytes.length) await deps.put(`${uri.slice(scheme.length).replace(/^\/+/, '')}/${name}`, bytes);
  }
}

function pairs(of: Readonly<Record<string, string>>): KeyValue[] {
  return Object.entries(of).map(([key, value]) => ({ key, value }));
}

function valueOf(list: readonly KeyValue[] | undefined, key: string): string | undefined {
  return list?.find((one) => one.key === key)?.value;
}
