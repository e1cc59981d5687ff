import type { Experiment } from '../../../crds/generated/experiment.ts';
import type { TrainingRun } from '../../../crds/generated/training-run.ts';
import { getCondition } from '../../../operator/runtime/conditions.ts';
import type { Metric, RunStatus } from '../rest/tracking.ts';
import { mlflowKey, param, tags, uidTag, type MirroredRun } from './mirrored.ts';
import { experimentName } from './training-run.ts';

/** An Experiment as the run that those of its trials are nested in; undefined before it began. */
export function runOfExperiment(experiment: Experiment, trials: readonly TrainingRun[]): MirroredRun | undefined {
  const { metadata, spec, status = {} } = experiment;
  const { startTime, completionTime } = status;
  if (startTime === undefined) return undefined;
  const ended = getCondition(status.conditions, 'Succeeded');
  const state = statusOf(ended?.status);
  return {
    uid: metadata.uid ?? '',
    experiment: experimentName(metadata.namespace ?? '', { model: spec.model, mlflow: spec.template.mlflow }),
    name: metadata.name,
    status: state,
    startTime: Date.parse(startTime),
    ...(completionTime === undefined || state === 'RUNNING' ? {} : { endTime: Date.parse(completionTime) }),
    params: Object.fromEntries([
      param('objective.metric', spec.objective.metric),
      param('objective.direction', spec.objective.direction),
      param('candidates', spec.candidates.map(({ name }) => name).join(', ')),
      param('seed', spec.seed),
      param('comparison.test', spec.comparison.test),
      param('comparison.alpha', spec.comparison.alpha),
    ]),
    metrics: bestSoFar(experiment, trials),
    tags: {
      [uidTag]: metadata.uid ?? '',
      ...tags({
        'mlflow.runName': metadata.name,
        'mlflow.source.type': 'JOB',
        'mlflow.source.name': `Experiment ${metadata.namespace ?? ''}/${metadata.name}`,
        'mlflow.note.content': state === 'RUNNING' ? undefined : status.verdict?.text,
        'trainyard.namespace': metadata.namespace,
        'trainyard.name': metadata.name,
        'trainyard.model': spec.model,
        'trainyard.reason': ended?.reason,
        'trainyard.winner': status.verdict?.winner,
        'trainyard.winner.significant': status.verdict?.significant === undefined ? undefined : String(status.verdict.significant),
        'trainyard.winner.run': status.verdict?.trialRef,
        'trainyard.version': status.modelVersionRef?.name,
      }),
    },
  };
}

function statusOf(succeeded: string | undefined): RunStatus {
  if (succeeded === 'True') return 'FINISHED';
  return succeeded === 'False' ? 'FAILED' : 'RUNNING';
}

/** The best score after each trial that has one, in the order in which they ended. */
function bestSoFar({ spec: { objective } }: Experiment, trials: readonly TrainingRun[]): readonly Metric[] {
  const scored = trials
    .flatMap(({ metadata, status }) => {
      const score = status?.metrics?.find(({ name, split }) => name === objective.metric && split === 'CV')?.value;
      return score === undefined || status?.completionTime === undefined ? [] : [{ score, at: Date.parse(status.completionTime), name: metadata.name }];
    })
    .sort((a, b) => a.at - b.at || (a.name < b.name ? -1 : 1));
  const better = objective.direction === 'Maximize' ? Math.max : Math.min;
  let best: number | undefined;
  return scored.map(({ score, at }, i) => {
    best = best === undefined ? score : better(best, score);
    return { key: mlflowKey(`best/${objective.metric}`), value: best, timestamp: at, step: i + 1 };
  });
}
