import type { ModelVersion } from '../../crds/generated/model-version.ts';
import { modelVersionResource } from '../../crds/generated/resources.ts';
import type { TrainingRun } from '../../crds/generated/training-run.ts';
import { done, waiting, type Outcome } from '../../operator/runtime/outcome.ts';
import type { Key } from '../../operator/runtime/types.ts';
import { digestOf } from './content/mirrored.ts';
import { versionOf } from './content/model-version.ts';
import type { Deps } from './deps.ts';
import { mirrorVersion } from './mirror-version.ts';
import { note } from './note.ts';
import { againMs, problemOf } from './problem.ts';
import { foundAt, untilSettledMs } from './settled.ts';

const conflictMs = 100;

export async function reconcileModelVersion(deps: Deps, key: Key): Promise<Outcome> {
  const version = deps.stores.modelVersions.get(key);
  if (version === undefined || version.metadata.deletionTimestamp !== undefined) return done();
  const run = runOf(deps, version);
  if (run?.spec.mlflow.enabled === false) return done();
  // The run's copy comes first, and brings this key back.
  if (run !== undefined && run.status?.mlflow?.runId === undefined) return done();

  const before = version.status?.mirrors?.mlflow;
  const wanted = versionOf(version, run?.status?.mlflow?.runId ?? undefined);
  const digest = wanted === undefined ? undefined : digestOf(wanted);
  if (wanted === undefined || digest === undefined || (before?.digest === digest && before.problem === undefined)) return done();
  const earlyMs = before?.digest === undefined && before?.problem === undefined ? untilSettledMs(before?.foundAt, deps.clock.now()) : 0;
  if (earlyMs > 0) return waiting(earlyMs);
  try {
    const number = await mirrorVersion(deps.registry, wanted, before?.aliases ?? []);
    const aliases = wanted.aliases.length === 0 ? {} : { aliases: [...wanted.aliases] };
    const now = deps.clock.now();
    const found = foundAt(before, before?.version === number, now);
    const settlesMs = untilSettledMs(found, now);
    const mlflow = { model: wanted.model, version: number, url: deps.links.version(wanted.model, number), ...aliases, foundAt: found, ...(settlesMs > 0 ? {} : { digest }) };
    if (!(await note(deps.client, modelVersionResource, version, before, { mirrors: { mlflow } }))) return waiting(conflictMs);
    return settlesMs > 0 ? waiting(settlesMs) : done();
  } catch (error) {
    const problem = problemOf(error);
    deps.logger.warn({ namespace: key.namespace, name: key.name, kind: version.kind, problem }, 'the copy in MLflow is behind');
    await note(deps.client, modelVersionResource, version, before, { mirrors: { mlflow: { ...before, problem } } });
    return waiting(againMs(problem));
  }
}

/** The TrainingRun that made it, while there is one. */
function runOf({ stores }: Deps, { metadata, spec }: ModelVersion): TrainingRun | undefined {
  if (spec.trainingRunRef === undefined) return undefined;
  const run = stores.trainingRuns.get({ namespace: metadata.namespace ?? '', name: spec.trainingRunRef.name });
  return run?.metadata.uid === spec.trainingRunRef.uid ? run : undefined;
}
