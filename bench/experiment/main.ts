// `make bench-experiment`: one Experiment of 200 trials, 8 at a time, whose trainers take no time, by the real operator and
// suggestion service on a real API server. The result goes to bench/results/experiment.json. Ends with 1 when a limit is missed.
import { setTimeout as delay } from 'node:timers/promises';
import { writeFileSync } from 'node:fs';
import { startHttpStore } from '../../controllers/shared/testing/http-store.ts';
import type { Experiment, ExperimentInput } from '../../crds/generated/experiment.ts';
import { experimentResource } from '../../crds/generated/resources.ts';
import { getCondition } from '../../operator/runtime/conditions.ts';
import type { KubeObject } from '../../operator/runtime/types.ts';
import { crds } from '../../test/integration/controllers/fixtures/crd-paths.ts';
import { repositoryPath } from '../../test/integration/harness/binaries.ts';
import { startSuggestService } from '../../test/integration/harness/suggest-service.ts';
import { startTestEnv } from '../../test/integration/harness/test-env.ts';
import { namespaceType } from '../../test/integration/harness/types.ts';
import { ours, start } from '../operator/subject.ts';
import { machine } from '../shared/machine.ts';
import { median, percentile } from '../shared/median.ts';
import { cpuSeconds } from '../shared/process-usage.ts';
import { line, mediansOf, tellMissed } from '../shared/summary.ts';
import { startKubelet } from './kubelet.ts';
import { limits, type ExperimentResult, type Figures } from './result.ts';

const [trials, parallelism, repetitions] = [Number(process.env['TRIALS'] ?? 200), 8, 3];
const patienceMs = 10 * 60_000;
const namespace = 'bench';

const whole = (name: string, max: number): object => ({ name, type: 'Int', min: 1, max });
const share = (name: string): object => ({ name, type: 'Float', min: 0.001, max: 1, scale: 'Log' });
const candidates = [
  { name: 'xgb', algorithm: { name: 'xgboost' }, space: [whole('max_depth', 10), whole('n_estimators', 1000), share('learning_rate'), share('gamma')] },
  { name: 'forest', algorithm: { name: 'randomForest' }, space: [whole('max_depth', 20), whole('n_estimators', 1000), share('max_samples'), share('ccp_alpha')] },
].map(({ space, ...candidate }) => ({ ...candidate, search: { sampler: 'TPE', maxTrials: trials, space } }));

function experiment(name: string): ExperimentInput {
  const spec = {
    model: 'tumour',
    objective: { metric: 'roc_auc', direction: 'Maximize' },
    template: { task: 'BinaryClassification', data: { source: { uri: 's3://data/tumour.csv' }, target: 'malignant' }, metrics: { primary: 'roc_auc' } },
    candidates,
    parallelism, maxTrials: trials,
  };
  return { apiVersion: 'trainyard.dev/v1alpha1', kind: 'Experiment', metadata: { name, namespace }, spec: spec as ExperimentInput['spec'] };
}

async function run(number: number): Promise<Figures> {
  const env = await startTestEnv({ crds });
  const store = await startHttpStore();
  const suggest = await startSuggestService();
  try {
    for (const name of [namespace, 'operators']) await env.client.create<KubeObject>(namespaceType, { apiVersion: 'v1', kind: 'Namespace', metadata: { name } });
    const { PLAN_ONLY: _not, ...environment } = ours().environment;
    const operator = await start({ ...ours(), environment: { ...environment, SUGGEST_URL: suggest.url } }, { env, operatorNamespace: 'operators', stop: () => env.stop() });
    const kubelet = startKubelet(env.client, store, namespace);
    try {
      const name = `scale-${number}`;
      await env.client.create<ExperimentInput>(experimentResource, experiment(name));
      let statusBytes = 0;
      let before: number | undefined;
      for (const until = performance.now() + patienceMs; ; await delay(50)) {
        const found = await env.client.get<Experiment>(experimentResource, { namespace, name });
        statusBytes = Math.max(statusBytes, JSON.stringify(found?.status ?? {}).length);
        // The time until a new operator leads is nothing that a trial costs.
        if (kubelet.seenMs.length > 0) before ??= cpuSeconds(operator.pid);
        if (kubelet.problems.length > 0) throw new Error('the kubelet of the benchmark failed', { cause: kubelet.problems[0] });
        const succeeded = getCondition(found?.status?.conditions, 'Succeeded');
        if (succeeded?.status === 'True') break;
        if (succeeded?.status === 'False' || performance.now() > until || !operator.alive()) throw new Error(`the experiment did not succeed: ${JSON.stringify(found?.status)}\n${operator.log()}`);
      }
      const [first = NaN] = kubelet.seenMs;
      const between = kubelet.seenMs.slice(parallelism).map((seen, i) => seen - (kubelet.endedMs[i] ?? NaN));
      return {
        wallMsATrial: (performance.now() - first) / trials,
        betweenP50Ms: median(between),
        betweenP99Ms: percentile(between, 0.99),
        cpuMsATrial: ((cpuSeconds(operator.pid) - (before ?? NaN)) * 1000) / trials,
        statusKb: statusBytes / 1024,
      };
    } finally {
      await kubelet.stop();
      await operator.stop();
    }
  } finally {
    await suggest.end();
    await store.close();
    await env.stop();
  }
}

const facts = machine();
const runs: Figures[] = [];
for (let number = 1; number <= repetitions; number += 1) {
  runs.push(await run(number));
  console.log(`${number}/${repetitions}: ${line({ ...runs.at(-1) }, 1)}`);
}
const figures = mediansOf(runs, 1);
const result: ExperimentResult = { measuredAt: new Date().toISOString(), machine: facts, trials, parallelism, figures, runs };
if (process.env['TRIALS'] === undefined) writeFileSync(repositoryPath('bench', 'results', 'experiment.json'), `${JSON.stringify(result, undefined, 1)}\n`);
tellMissed(figures, limits);
