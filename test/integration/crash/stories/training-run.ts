import type { TrainingRunInput } from '../../../../crds/generated/training-run.ts';
import { trainingRunResource } from '../../../../crds/generated/resources.ts';
import type { Scene, Story } from '../story.ts';
import { condition, trained } from './models.ts';

async function order({ client, namespace }: Scene): Promise<void> {
  await client.create<TrainingRunInput>(trainingRunResource, {
    apiVersion: 'trainyard.dev/v1alpha1',
    kind: 'TrainingRun',
    metadata: { name: 'xgb', namespace },
    spec: { model: 'tumour', task: 'BinaryClassification', data: { source: { uri: 's3://data/tumour.csv' }, target: 'malignant' }, algorithm: { name: 'xgboost' }, metrics: { primary: 'roc_auc' }, retryPolicy: { backoff: '200ms' } },
  });
}

async function registered(scene: Scene): Promise<void> {
  await condition(scene, 'TrainingRun', 'xgb', 'Succeeded', 'True Succeeded');
  await condition(scene, 'ModelVersion', 'tumour-1', 'Ready', 'True Verified');
}

const mustReach = ['applyStatus trainingruns.trainyard.dev xgb', 'create configmaps xgb-1', 'create jobs.batch xgb-1', 'create events.events.k8s.io xgb Launched', 'create modelversions.trainyard.dev tumour-1', 'create events.events.k8s.io xgb Registered', 'applyStatus modelversions.trainyard.dev tumour-1', 'create events.events.k8s.io tumour-1 Verified'];

export const training: Story = {
  name: 'a training run, from the start of the operator to a verified version',
  prepare: order,
  play: registered,
  trainerOf: (job, files) => ({ exitCode: 0, lastWords: trained(files, job) }),
  countsInformers: true,
  mustReach: [...mustReach, 'listPage trainingruns.trainyard.dev', 'watch jobs.batch', 'read artifact /xgb-1/manifest.json', 'digest artifact /xgb-1/model.onnx'],
};

export const trainingToVersion: Story = { ...training, name: 'a training run as far as a verified version', countsInformers: false };

export const retriedTraining: Story = {
  name: 'a training run whose first attempt fails',
  prepare: order,
  play: registered,
  trainerOf: (job, files) => (job === 'xgb-1' ? { exitCode: 1, lastWords: { error: { reason: 'TrainerFailed', message: 'boom' } } } : { exitCode: 0, lastWords: trained(files, job) }),
  mustReach: [...mustReach, 'create jobs.batch xgb-2', 'create events.events.k8s.io xgb TrainerFailed'],
};
