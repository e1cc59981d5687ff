// TrainingRuns of a namespace, as the tests of trainings look at them.
import { pods, type Pod } from '../../../controllers/shared/kube-types.ts';
import type { Manifest } from '../../../crds/generated/manifest.ts';
import { trainingRunResource } from '../../../crds/generated/resources.ts';
import type { TrainingRun } from '../../../crds/generated/training-run.ts';
import type { KubeObject } from '../../../operator/runtime/types.ts';
import type { TestNamespace } from './namespace.ts';
import { readyText } from './objects.ts';
import { readObject } from './samples.ts';

export const patience = 60_000;

export interface Runs {
  read(name: string): Promise<TrainingRun>;
  until(name: string, what: string, holds: (run: TrainingRun) => boolean, timeoutMs?: number): Promise<TrainingRun>;
  podsOf(job: string): Promise<readonly Pod[]>;
  /** The first pod of a Job that there is. */
  podOf(job: string): Promise<Pod>;
  evict(pod: string): Promise<void>;
  manifestOf(run: TrainingRun): Promise<Manifest>;
  leftOf(name: string): Promise<readonly string[]>;
  nothingIsLeftOf(name: string): Promise<void>;
}

export function runsOf(env: TestNamespace): Runs {
  const { namespace } = env;

  async function read(name: string): Promise<TrainingRun> {
    const run = await env.kube().object<TrainingRun>(trainingRunResource, namespace, name);
    if (run === undefined) throw new Error(`TrainingRun ${name} is gone`);
    return run;
  }

  async function until(name: string, what: string, holds: (run: TrainingRun) => boolean, timeoutMs = patience): Promise<TrainingRun> {
    let last = '';
    const found = env.kube().waitFor(`${name}: ${what}`, async () => {
      const run = await read(name);
      last = `${readyText(run)} ${JSON.stringify({ launches: run.status?.launches, checkpoint: run.status?.checkpoint })}`;
      return holds(run) ? run : undefined;
    }, timeoutMs);
    return found.catch((error: unknown) => {
      throw new Error(`${error instanceof Error ? error.message : String(error)}; last: ${last}`, { cause: error });
    });
  }

  async function podsOf(job: string): Promise<readonly Pod[]> {
    return (await env.kube().client.list<Pod>(pods, { namespace, labelSelector: `batch.kubernetes.io/job-name=${job}` })).items;
  }

  async function podOf(job: string): Promise<Pod> {
    return env.kube().waitFor(`the pod of ${job}`, async () => (await podsOf(job))[0], patience);
  }

  /** As the API server does it for a drain, and for a node that runs out of memory or disk: with notice. */
  async function evict(name: string): Promise<void> {
    const type = { group: '', version: 'v1', kind: 'Eviction', plural: `pods/${name}/eviction`, namespaced: true };
    await env.kube().client.create<KubeObject>(type, { apiVersion: 'policy/v1', kind: 'Eviction', metadata: { name, namespace } });
  }

  async function manifestOf(run: TrainingRun): Promise<Manifest> {
    const [, bucket = '', key = ''] = /^s3:\/\/([^/]+)\/(.+)$/.exec(run.status?.manifest?.uri ?? '') ?? [];
    return JSON.parse(await readObject(env.kube(), bucket, key)) as Manifest;
  }

  /** Names of what is left of a run besides its record. */
  async function leftOf(name: string): Promise<readonly string[]> {
    const names = (await env.kube().kubectl('get', 'jobs,pods,configmaps,services,networkpolicies', '-n', namespace, '-o', 'name')).split('\n');
    return names.filter((one) => one.includes(`/${name}-`));
  }

  async function nothingIsLeftOf(name: string): Promise<void> {
    await env.kube().waitFor(`nothing left of ${name}`, async () => ((await leftOf(name)).length === 0 ? true : undefined), patience);
  }

  return { read, until, podOf, podsOf, evict, manifestOf, leftOf, nothingIsLeftOf };
}
