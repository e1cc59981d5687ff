import type { ModelVersion } from '../../crds/generated/model-version.ts';
import { modelVersionResource } from '../../crds/generated/resources.ts';
import type { TrainingRun } from '../../crds/generated/training-run.ts';
import { done, type Outcome } from '../../operator/runtime/outcome.ts';
import type { Key } from '../../operator/runtime/types.ts';
import { versionOf } from './content/model-version.ts';
import type { Deps } from './deps.ts';
import { keepCopy } from './keep-copy.ts';
import { mirrorVersion } from './mirror-version.ts';

export async function reconcileModelVersion(deps: Deps, key: Key): Promise<Outcome> {
  const version = deps.stores.modelVersions.get(key);
  if (version === undefined || version.metadata.deletionTimestamp !== undefined) return done();
  const run = runOf(deps, version);
  if (run?.spec.mlflow.enabled === false) return done();
  // The run's copy comes first, and brings this key back.
  if (run !== undefined && run.status?.mlflow?.runId === undefined) return done();

  const before = version.status?.mirrors?.mlflow;
  return keepCopy(deps, {
    type: modelVersionResource, object: version, before,
    wanted: versionOf(version, run?.status?.mlflow?.runId ?? undefined),
    make: async (wanted) => {
      const number = await mirrorVersion(deps.registry, wanted, before?.aliases ?? []);
      const aliases = wanted.aliases.length === 0 ? {} : { aliases: wanted.aliases };
      return { said: { model: wanted.model, version: number, url: deps.links.version(wanted.model, number), ...aliases }, same: before?.version === number };
    },
    place: (mlflow) => ({ mirrors: { mlflow } }),
  });
}

/** The TrainingRun that made it, while there is one. */
function runOf({ stores }: Deps, { metadata, spec }: ModelVersion): TrainingRun | undefined {
  if (spec.trainingRunRef === undefined) return undefined;
  const run = stores.trainingRuns.get({ namespace: metadata.namespace ?? '', name: spec.trainingRunRef.name });
  return run?.metadata.uid === spec.trainingRunRef.uid ? run : undefined;
}
