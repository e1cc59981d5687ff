import type { Manifest } from '../../../crds/generated/manifest.ts';
import { present } from '../../shared/present.ts';
import { scoreOf } from '../../shared/score.ts';
import type { Status } from '../context.ts';

type Quality = NonNullable<NonNullable<Status['data']>['quality']>[number];
type Selection = NonNullable<Manifest['features']['selection']>;

/** As many as the schema of the status takes. */
const most = { metrics: 64, foldScores: 400, stages: 16, quality: 32, selected: 128 };
const longestName = 256;

/** The part of a run's status that is read from its verified manifest, which lies at `uri`. */
export function fromManifest(manifest: Manifest, uri: string): Status {
  const { data, features, folds, stages } = manifest;
  const score = scoreOf(manifest);
  return {
    ...present({ score }),
    data: {
      ...present({ uri: data.uri, versionId: data.versionId, sha256: data.sha256, format: data.format, rows: data.rows, columns: data.columns, schemaHash: data.schemaHash }),
      ...present({ splitDigest: data.split.digest, foldsDigest: folds?.digest }),
      quality: qualityOf(data.quality),
    },
    features: {
      ...present({ pipelineVersion: features.pipelineVersion, inputs: features.inputs.length, outputs: features.outputs, reusedFrom: features.reusedFrom }),
      ...(features.selection == null ? {} : { selected: selectedBy(features.selection) }),
    },
    metrics: manifest.metrics.slice(0, most.metrics).map(({ name, split, value, stdDev, n }) => ({ name, split, value, ...present({ stdDev, n }) })),
    ...(folds == null ? {} : { foldScores: folds.scores.filter((one) => one !== null).slice(0, most.foldScores) }),
    ...present({ holdout: holdoutOf(manifest.holdout, uri), latencyP99Ms: millisOf(manifest.latency), fairness: unfairest(manifest.fairness) }),
    gates: manifest.gates.map(({ metric, passed, split, min, max, value }) => ({ metric, passed, ...present({ split, min, max, value }) })),
    stages: stages.slice(0, most.stages).map(({ name, startTime, endTime, message }) => ({ name, startTime, ...present({ endTime, message: message?.slice(0, 512) }) })),
  };
}

/** Its digest is the manifest's word; whoever reads the file compares. */
function holdoutOf(holdout: Manifest['holdout'], manifestUri: string): Status['holdout'] {
  if (holdout == null) return undefined;
  const { file, sha256, rows } = holdout;
  return { uri: `${manifestUri.slice(0, manifestUri.lastIndexOf('/') + 1)}${file}`, sha256, rows };
}

function millisOf(latency: Manifest['latency']): number | undefined {
  return latency == null ? undefined : latency.singleRowP99Us / 1000;
}

function unfairest(fairness: Manifest['fairness']): number | undefined {
  const differences = (fairness ?? []).flatMap(({ demographicParityDifference }) => demographicParityDifference ?? []);
  return differences.length === 0 ? undefined : Math.max(...differences);
}

/** Columns with gaps come first: they are what a person looks for. Else the order of the table. */
function qualityOf(columns: Manifest['data']['quality']): Quality[] {
  const emptiest = columns.toSorted((a, b) => b.nullRatio - a.nullRatio).slice(0, most.quality);
  return emptiest.map(({ column, type, nulls, distinct, min, max, mean, stdDev }) => ({ column: column.slice(0, longestName), type, nulls, distinct, ...present({ min, max, mean, stdDev }) }));
}

function selectedBy({ columns }: Selection): string[] {
  return columns.flatMap(({ name, selected }) => (selected ? [name.slice(0, longestName)] : [])).slice(0, most.selected);
}
