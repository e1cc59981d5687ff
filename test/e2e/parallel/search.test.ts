// Experiments that search, on the cluster: the chart's suggestion service and real trainers.
import { describe, expect, it } from 'vitest';
import type { ExperimentInput } from '../../../crds/generated/experiment.ts';
import { trainingRunResource } from '../../../crds/generated/resources.ts';
import type { TrainingRun } from '../../../crds/generated/training-run.ts';
import { inNamespace } from '../harness/namespace.ts';
import { experimentEnded, readyText, readyVersion, trainingRun } from '../harness/objects.ts';
import { patience, runsOf } from '../harness/runs.ts';

const env = inNamespace('e2e-search');
const { namespace } = env;
const { podsOf, until } = runsOf(env);

function experiment(name: string, more: Omit<Partial<ExperimentInput['spec']>, 'template'> & Pick<ExperimentInput['spec'], 'candidates'>, template: object = {}): ExperimentInput {
  const { model, algorithm: _own, ...small } = trainingRun(namespace, 'unused').spec;
  return {
    apiVersion: 'trainyard.dev/v1alpha1',
    kind: 'Experiment',
    metadata: { name, namespace },
    spec: { model, objective: { metric: 'roc_auc', direction: 'Maximize' }, template: { ...small, ...template }, ...more },
  };
}

async function trialsOf(name: string): Promise<readonly TrainingRun[]> {
  return (await env.kube().client.list<TrainingRun>(trainingRunResource, { namespace, labelSelector: `trainyard.dev/experiment=${name}` })).items;
}

describe('a search', () => {
  it('tries what the suggestion service chooses, its best trial competes on folds and held-out rows, and is studied', { timeout: 240_000 }, async () => {
    const space = [
      { name: 'max_depth', type: 'Int' as const, min: 1, max: 6 },
      { name: 'learning_rate', type: 'Float' as const, min: 0.01, max: 0.3, scale: 'Log' as const },
    ];
    const candidates = [{ name: 'xgb', algorithm: { name: 'xgboost' as const, parameters: { n_estimators: 20 } }, search: { space, maxTrials: 4 } }, { name: 'logistic', algorithm: { name: 'logistic' as const } }];
    await env.kube().apply([experiment('search', { candidates, parallelism: 2, seed: 3, studies: { sensitivity: true, featureGroups: [{ name: 'radius', columns: ['mean_radius', 'worst_radius', 'mean_perimeter', 'worst_perimeter', 'mean_area', 'worst_area'] }] } })]);
    const { status } = await experimentEnded(env.kube(), namespace, 'search', 230_000);
    expect(readyText({ ...(status === undefined ? {} : { status }) })).toMatch(/^True Succeeded/);
    expect(status).toMatchObject({ trials: { total: 5, succeeded: 5, text: '5/5' }, candidates: [{ name: 'xgb', trials: 4, succeeded: 4 }, { name: 'logistic', trials: 1 }] });
    const runs = await trialsOf('search');
    const [trials, studies] = [runs.filter(({ metadata }) => metadata.labels?.['trainyard.dev/study'] === undefined), runs.filter(({ metadata }) => metadata.labels?.['trainyard.dev/study'] !== undefined)];
    const searched = trials.filter(({ metadata }) => metadata.labels?.['trainyard.dev/candidate'] === 'xgb');
    expect(new Set(searched.map(({ spec }) => JSON.stringify(spec.algorithm?.parameters))).size).toBe(4);
    for (const { spec } of searched) {
      const { n_estimators: trees, max_depth: depth, learning_rate: rate } = spec.algorithm?.parameters as Readonly<Record<string, number>>;
      expect([trees, Number.isInteger(depth), (depth ?? 0) >= 1 && (depth ?? 0) <= 6, (rate ?? 0) >= 0.01 && (rate ?? 0) <= 0.3]).toEqual([20, true, true, true]);
    }
    // One table, one split: every trial was tested on the same rows.
    expect(status?.comparisons).toHaveLength(1);
    expect(status?.comparisons?.[0]?.holdout).toMatchObject({ test: 'DeLong', rows: trials[0]?.status?.holdout?.rows });
    expect(status?.comparisons?.[0]?.holdout?.rows).toBeGreaterThan(50);
    // Columns are left out, and the rows stay where they were.
    expect(studies.map(({ metadata, status: { data } = {} }) => [metadata.name, data?.foldsDigest])).toEqual([['search-without-radius', status?.foldsDigest]]);
    expect(status?.featureImpact).toMatchObject([{ group: 'radius', trialRef: 'search-without-radius', delta: expect.any(Number) as number, pValue: expect.any(Number) as number }]);
    expect(status?.sensitivity?.map(({ candidate, parameter }) => `${candidate} ${parameter}`).sort()).toEqual(['xgb learning_rate', 'xgb max_depth']);
    const version = await readyVersion(env.kube(), namespace, status?.modelVersionRef?.name ?? '');
    expect(version.spec.trainingRunRef?.name).toBe(status?.verdict?.trialRef);
  });

  it('gives up a trial that is worse than the ones before, and its pod goes', { timeout: 300_000 }, async () => {
    // At such a rate a booster says the same of every row.
    const search = { sampler: 'Grid' as const, maxTrials: 2, space: [{ name: 'learning_rate', type: 'Categorical' as const, values: [0.3, 0.0000001] }] };
    const candidates = [{ name: 'xgb', algorithm: { name: 'xgboost' as const, parameters: { n_estimators: 2000, max_depth: 2 } }, search }];
    const long = { crossValidation: { folds: 20, repeats: 2 }, metrics: { primary: 'accuracy' }, checkpoint: { every: '1m' } };
    await env.kube().apply([experiment('hopeless', { candidates, parallelism: 1, objective: { metric: 'accuracy', direction: 'Maximize' }, earlyStopping: { type: 'Median', minTrials: 1 } }, long)]);
    const stopped = await env.kube().waitFor('the second trial is to be stopped', async () => (await trialsOf('hopeless')).find(({ metadata, spec }) => metadata.name === 'hopeless-xgb-1' && spec.stop), 200_000);
    expect(stopped.status?.foldScores?.length).toBeLessThan(40);
    await until('hopeless-xgb-1', 'its end', ({ status }) => status?.completionTime !== undefined);
    await env.kube().waitFor('its pod is gone', async () => ((await podsOf('hopeless-xgb-1-1')).length === 0 ? true : undefined), patience);
    const { status } = await experimentEnded(env.kube(), namespace, 'hopeless', patience);
    expect(status).toMatchObject({ trials: { total: 2, succeeded: 1, failed: 0, stopped: 1, text: '2/2' }, verdict: { winner: 'xgb', trialRef: 'hopeless-xgb-0' } });
  });
});
