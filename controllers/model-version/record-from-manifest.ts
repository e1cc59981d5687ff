import type { Manifest } from '../../crds/generated/manifest.ts';
import type { ModelVersion, ModelVersionStatus } from '../../crds/generated/model-version.ts';
import { label } from '../shared/names.ts';
import { scoreOf } from '../shared/score.ts';

type Proven = Pick<ModelVersionStatus, 'score' | 'shortDigest' | 'signature' | 'lineage' | 'metrics' | 'explanation' | 'parity' | 'baseline'>;

const mostMetrics = 64;
const mostTensors = 512;

/** The part of status that is read from verified bytes. */
export function recordFromManifest(version: ModelVersion, manifest: Manifest): Proven {
  const { data, features, algorithm, seed, environment, code, image, parent, parity, baseline, explanation, signature } = manifest;
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
    ...present({ explanation: explanation == null ? undefined : { topFeatures: explanation.topFeatures.slice(0, 10) } }),
    parity,
    baseline: { features: baseline.features.length, rows: baseline.rows },
  };
}

type Present<T> = { [K in keyof T]?: Exclude<T[K], null | undefined> };

/** JSON may say null where nothing is known; the API leaves such members out. */
function present<T extends object>(value: T): Present<T> {
  return Object.fromEntries(Object.entries(value).filter(([, member]) => member !== null && member !== undefined)) as Present<T>;
}
