import type { ExperimentInput } from '../../../../crds/generated/experiment.ts';
import { experimentResource } from '../../../../crds/generated/resources.ts';
import type { Story } from '../story.ts';
import { condition, trained } from './models.ts';

const scores: Readonly<Record<string, number>> = { 'families-xgb-1': 0.97, 'families-forest-1': 0.98 };

export const competition: Story = {
  name: 'an experiment with two candidates',
  prepare: async ({ client, namespace }) => {
    await client.create<ExperimentInput>(experimentResource, {
      apiVersion: 'trainyard.dev/v1alpha1',
      kind: 'Experiment',
      metadata: { name: 'families', namespace },
      spec: {
        model: 'tumour',
        objective: { metric: 'roc_auc', direction: 'Maximize' },
        template: { task: 'BinaryClassification', data: { source: { uri: 's3://data/tumour.csv' }, target: 'malignant' }, metrics: { primary: 'roc_auc' } },
        candidates: [{ name: 'xgb', algorithm: { name: 'xgboost' } }, { name: 'forest', algorithm: { name: 'randomForest' } }],
      },
    });
  },
  play: async (scene) => {
    await condition(scene, 'Experiment', 'families', 'Succeeded', 'True Succeeded');
    await condition(scene, 'ModelVersion', 'tumour-1', 'Ready', 'True Verified');
  },
  trainerOf: (job, files) => ({ exitCode: 0, lastWords: trained(files, job, { metrics: [{ name: 'roc_auc', split: 'CV', value: scores[job] ?? 0, stdDev: 0.01, n: 5 }] }) }),
  mustReach: ['applyStatus experiments.trainyard.dev families', 'create trainingruns.trainyard.dev families-xgb', 'create trainingruns.trainyard.dev families-forest', 'create events.events.k8s.io families TrialStarted', 'create events.events.k8s.io families WinnerSelected', 'create modelversions.trainyard.dev tumour-1', 'create events.events.k8s.io families Registered'],
};
