import type { TrainingRun } from '../../../crds/generated/training-run.ts';
import { getCondition } from '../../../operator/runtime/conditions.ts';
import { label } from '../../shared/names.ts';
import type { Metric, RunStatus } from '../rest/tracking.ts';
import { mlflowKey, param, tags, uidTag, type MirroredRun } from './mirrored.ts';

/**
 * A TrainingRun as a run of MLflow; undefined before its first pod was asked for.
 *
 * @param parent run in MLflow of the Experiment that it belongs to.
 */
export function runOfTraining(run: TrainingRun, parent: string | undefined): MirroredRun | undefined {
  const { metadata, spec, status = {} } = run;
  const { startTime, completionTime, manifest } = status;
  if (startTime === undefined) return undefined;
  const ended = getCondition(status.conditions, 'Succeeded');
  const state = statusOf(run);
  return {
    uid: metadata.uid ?? '',
    experiment: experimentName(metadata.namespace ?? '', spec),
    name: metadata.name,
    status: state,
    startTime: Date.parse(startTime),
    ...(completionTime === undefined || state === 'RUNNING' ? {} : { endTime: Date.parse(completionTime) }),
    params: paramsOf(run),
    metrics: completionTime === undefined ? [] : metricsOf(run, Date.parse(completionTime)),
    tags: {
      [uidTag]: metadata.uid ?? '',
      ...tags({
        'mlflow.runName': metadata.name,
        'mlflow.parentRunId': parent,
        'mlflow.source.type': 'JOB',
        'mlflow.source.name': `TrainingRun ${metadata.namespace ?? ''}/${metadata.name}`,
        'mlflow.note.content': state === 'RUNNING' ? undefined : ended?.message,
        'trainyard.namespace': metadata.namespace,
        'trainyard.name': metadata.name,
        'trainyard.model': spec.model,
        'trainyard.candidate': metadata.labels?.[label.candidate],
        'trainyard.reason': ended?.reason,
        'trainyard.data.uri': status.data?.uri,
        'trainyard.data.sha256': status.data?.sha256,
        'trainyard.folds.digest': status.data?.foldsDigest,
        'trainyard.artifact.uri': status.artifact?.uri,
        'trainyard.artifact.sha256': status.artifact?.sha256,
        'trainyard.manifest.uri': manifest?.uri,
        'trainyard.manifest.sha256': manifest?.sha256,
        'trainyard.version': status.modelVersionRef?.name,
      }),
    },
    ...(state === 'RUNNING' || manifest?.uri === undefined || manifest.sha256 === undefined ? {} : { manifest: { uri: manifest.uri, sha256: manifest.sha256 } }),
  };
}

/** Experiment in MLflow that the runs of a spec go to. */
export function experimentName(namespace: string, spec: { readonly model: string; readonly mlflow: { readonly experiment?: string | undefined } }): string {
  return spec.mlflow.experiment ?? `${namespace}/${spec.model}`;
}

function statusOf({ status }: TrainingRun): RunStatus {
  const ended = getCondition(status?.conditions, 'Succeeded');
  if (ended?.status === 'True') return 'FINISHED';
  if (ended?.status === 'False') return ended.reason === 'Stopped' ? 'KILLED' : 'FAILED';
  return getCondition(status?.conditions, 'Suspended')?.status === 'True' ? 'SCHEDULED' : 'RUNNING';
}

/** What spec asks for, which is known from the start on: MLflow takes no parameter back. */
function paramsOf({ spec }: TrainingRun): Record<string, string> {
  const { algorithm, task, crossValidation } = spec;
  return Object.fromEntries([
    param('algorithm', algorithm.name),
    param('task', task),
    param('target', spec.data.target),
    ...(crossValidation === undefined ? [] : [param('cv.folds', crossValidation.folds), param('cv.repeats', crossValidation.repeats), param('cv.seed', crossValidation.seed)]),
    ...Object.entries(algorithm.parameters ?? {}).map(([name, value]) => param(name, value)),
  ]);
}

function metricsOf({ spec, status = {} }: TrainingRun, timestamp: number): readonly Metric[] {
  const one = (key: string, value: number | undefined, step = 0): Metric[] => (value === undefined ? [] : [{ key: mlflowKey(key), value, timestamp, step }]);
  return [
    ...(status.metrics ?? []).flatMap(({ name, split, value, stdDev }) => [...one(`${split.toLowerCase()}/${name}`, value), ...one(`${split.toLowerCase()}/${name}_std`, stdDev)]),
    ...(status.foldScores ?? []).flatMap((score, fold) => one(`fold/${spec.metrics.primary}`, score, fold)),
    ...one('latency_p99_ms', status.latencyP99Ms),
    ...one('fairness', status.fairness),
    ...one('artifact_bytes', status.artifact?.sizeBytes),
  ];
}
