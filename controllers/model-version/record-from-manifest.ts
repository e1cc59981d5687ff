import type { Manifest } from '../../crds/generated/manifest.ts';
import type { ModelVersion, ModelVersionStatus } from '../../crds/generated/model-version.ts';
import { label } from '../shared/names.ts';
import { present } from '../shared/present.ts';
import { scoreOf } from '../shared/score.ts';

type Proven = Pick<ModelVersionStatus, 'score' | 'shortDigest' | 'signature' | 'lineage' | 'metrics' | 'fairness' | 'explanation' | 'parity' | 'baseline'>;

type FairnessIn = NonNullable<Manifest['fairness']>[number];
type FairnessOut = NonNullable<ModelVersionStatus['fairness']>[number];
type GroupIn = FairnessIn['groups'][number];
type GroupOut = FairnessOut['groups'][number];
type ShareIn = GroupIn['accuracy'];
type ShareOut = NonNullable<GroupOut['accuracy']>;

const mostMetrics = 64;
const mostFeatures = 10;
const mostTensors = 512;

/** The part of status that is read from verified bytes. */
export function recordFromManifest(version: ModelVersion, manifest: Manifest): Proven {
  const { data, features, algorithm, seed, environment, code, image, parent, parity, baseline, fairness, explanation, signature } = manifest;
  const experiment = version.metadata.labels?.[label.experiment];
  return {
    ...present({ score: scoreOf(manifest) }),
    shortDigest: manifest.artifact.sha256.slice(0, 12),
    signature: { inputs: signature.inputs.slice(0, mostTensors), outputs: signature.outputs.slice(0, mostTensors) },
    lineage: {
      data: present({ uri: data.uri, versionId: data.versionId, sha256: data.sha256, rows: data.rows, columns: data.columns, schemaHash: data.schemaHash, target: data.target }),
      features: { pipelineVersion: features.pipelineVersion },
      ...present({ code: code == null ? undefined : present(code), image: image == null ? undefined : present(image) }),
      algorithm: algorithm.name,
      parameters: algorithm.parameters,
      seed,
      environment,
      trainingRun: `${manifest.run.namespace}/${manifest.run.name}`,
      ...present({ parent, experiment }),
    },
    metrics: manifest.metrics.slice(0, mostMetrics).map(({ name, split, value, stdDev, n }) => ({ name, split, value, ...present({ stdDev, n }) })),
    ...present({ fairness: fairness?.map(fairnessOf), explanation: explanation == null ? undefined : explanationOf(explanation) }),
    parity,
    baseline: { features: baseline.features.length, rows: baseline.rows },
  };
}

/** Member by member: the manifest may carry more than the status has fields for. */
function fairnessOf({ column, demographicParityDifference, demographicParityRatio, equalizedOddsDifference, groups }: FairnessIn): FairnessOut {
  return { column, ...present({ demographicParityDifference, demographicParityRatio, equalizedOddsDifference }), groups: groups.map(groupOf) };
}

function groupOf({ name, n, accuracy, selectionRate, truePositiveRate, falsePositiveRate, mae, rmse, meanError }: GroupIn): GroupOut {
  const shares = { accuracy: shareOf(accuracy), selectionRate: shareOf(selectionRate), truePositiveRate: shareOf(truePositiveRate), falsePositiveRate: shareOf(falsePositiveRate) };
  return { name, n, ...present(shares), ...present({ mae, rmse, meanError }) };
}

function shareOf(share: ShareIn): ShareOut | undefined {
  return share == null ? undefined : { value: share.value, low: share.low, high: share.high, n: share.n };
}

function explanationOf({ method, message, rows, topFeatures }: NonNullable<Manifest['explanation']>): NonNullable<Proven['explanation']> {
  const top = topFeatures.slice(0, mostFeatures).map(({ name, importance, meanAbsShap }) => ({ name, importance, ...present({ meanAbsShap }) }));
  return { ...present({ method, message, rows }), topFeatures: top };
}
