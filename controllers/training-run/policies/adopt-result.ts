import type { Manifest } from '../../../crds/generated/manifest.ts';
import { scoreOf } from '../../shared/score.ts';
import { succeeded, running } from '../summaries.ts';
import type { Collected, Context, Decision, Status } from '../context.ts';

/** Takes the verified result over into status, and asks for a ModelVersion where one is wanted. */
export function adopt(context: Context, status: Status, collected: Collected & { found: true }): Decision {
  const { run, now, highestVersion } = context;
  const { manifest, pointer, artifact, reportUri } = collected;
  const known: Status = { ...status, ...fromManifest(manifest), artifact, manifest: pointer, ...(reportUri === undefined ? {} : { report: { uri: reportUri } }) };
  if (!run.spec.register.enabled) {
    return { status: succeeded(known, now, 'Succeeded', 'trained; no ModelVersion was asked for'), events: [done(run.spec.model, known)], action: 'none', wakeAt: undefined };
  }
  // Noted before it is made: whatever happens in between, the next look goes on with this very name.
  const pendingVersion = status.pendingVersion ?? { name: `${run.spec.model}-${highestVersion + 1}`, manifestSha256: pointer.sha256 };
  return { status: { ...running(known, now, 'Registering', `making ModelVersion ${pendingVersion.name}`), pendingVersion }, events: [], action: 'register', wakeAt: undefined };
}

/** The ModelVersion exists. */
export function registered(status: Status, name: string, now: Date): Status {
  const { pendingVersion: _made, ...rest } = status;
  return succeeded({ ...rest, modelVersionRef: { name } }, now, 'Succeeded', `trained and registered as ${name}`);
}

function done(model: string, status: Status): Decision['events'][number] {
  return { type: 'Normal', reason: 'Succeeded', action: 'Complete', note: `${model}: ${status.score ?? ''}` };
}

function fromManifest(manifest: Manifest): Status {
  const { data, features, folds, stages } = manifest;
  const score = scoreOf(manifest);
  return {
    ...(score === undefined ? {} : { score }),
    data: {
      uri: data.uri,
      ...(data.versionId == null ? {} : { versionId: data.versionId }),
      sha256: data.sha256,
      format: data.format,
      rows: data.rows,
      columns: data.columns,
      schemaHash: data.schemaHash,
      splitDigest: data.split.digest,
      ...(folds == null ? {} : { foldsDigest: folds.digest }),
    },
    features: { pipelineVersion: features.pipelineVersion, inputs: features.inputs.length, outputs: features.outputs, ...(features.reusedFrom == null ? {} : { reusedFrom: features.reusedFrom }) },
    metrics: manifest.metrics.slice(0, 64).map(({ name, split, value, stdDev, n }) => ({ name, split, value, ...(stdDev == null ? {} : { stdDev }), ...(n == null ? {} : { n }) })),
    ...(folds == null ? {} : { foldScores: folds.scores.filter((score) => score !== null).slice(0, 400) }),
    gates: manifest.gates.map(({ metric, split, min, max, value, passed }) => ({
      metric,
      passed,
      ...(split == null ? {} : { split }),
      ...(min == null ? {} : { min }),
      ...(max == null ? {} : { max }),
      ...(value == null ? {} : { value }),
    })),
    stages: stages.slice(0, 16).map(({ name, startTime, endTime, message }) => ({ name, startTime, ...(endTime == null ? {} : { endTime }), ...(message == null ? {} : { message: message.slice(0, 512) }) })),
  };
}
