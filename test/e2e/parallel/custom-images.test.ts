// The trainers of config/samples/custom in images of their own: what somebody would begin with who has a program already.
import { describe, expect, it } from 'vitest';
import { indexOf } from '../../../controllers/training-run/backends/gang.ts';
import type { ExperimentSpecCandidateInput } from '../../../crds/generated/experiment.ts';
import type { TrainingRun, TrainingRunInput } from '../../../crds/generated/training-run.ts';
import { inNamespace } from '../harness/namespace.ts';
import { ended, experimentEnded, experimentOf, readyText, trainingRun } from '../harness/objects.ts';
import { runsOf } from '../harness/runs.ts';

const env = inNamespace('e2e-custom-images');
const { namespace } = env;
const { manifestOf, podsOf, until } = runsOf(env);

type Spec = TrainingRunInput['spec'];

const backend = { kubernetes: { resources: { requests: { cpu: '100m', memory: '256Mi' }, limits: { memory: '1Gi' } } } };
const image = (name: string): string => `trainyard.dev/${name}:dev`;
const gates: Spec['gates'] = [{ metric: 'roc_auc', min: 0.95 }, { metric: 'parity_max_abs_error', max: 1e-5 }];
const custom = (name: string, parameters: object = {}): Partial<Spec> => ({ algorithm: { name: 'custom', image: image(name), parameters: parameters as Record<string, unknown> }, backend, gates, model: name });

async function run(name: string, spec: Partial<Spec>): Promise<TrainingRun> {
  await env.kube().apply([trainingRun(namespace, name, spec)]);
  return ended(env.kube(), namespace, name);
}

const score = async (of: TrainingRun): Promise<number> => (await manifestOf(of)).metrics.find(({ name, split }) => name === 'roc_auc' && split === 'Test')?.value ?? Number.NaN;

describe('a trainer of one\'s own', () => {
  it.each(['plain-python', 'pytorch'])('in %s trains, and its model is registered', async (name) => {
    const done = await run(name, custom(name, { epochs: 150 }));
    expect(readyText(done)).toMatch(/^True Succeeded/);
    expect(done.status?.modelVersionRef?.name).toBe(`${name}-1`);
    expect((await manifestOf(done)).image?.reference).toBe(image(name));
  });

  it('competes with Trainyard\'s own on the very same rows', async () => {
    const logistic: ExperimentSpecCandidateInput = { name: 'logistic', algorithm: { name: 'logistic' } };
    const own: ExperimentSpecCandidateInput = { name: 'own', algorithm: { name: 'custom', image: image('plain-python') }, search: { sampler: 'Grid', space: [{ name: 'epochs', type: 'Categorical', values: [5, 300] }] } };
    const contest = experimentOf(namespace, 'contest', [logistic, own]);
    await env.kube().apply([{ ...contest, spec: { ...contest.spec, template: { ...contest.spec.template, backend } } }]);
    const done = await experimentEnded(env.kube(), namespace, 'contest', 150_000);
    expect(readyText(done)).toMatch(/^True Succeeded/);
    expect(done.status?.trials).toMatchObject({ total: 3, succeeded: 3 });
    expect(done.status?.candidates?.find(({ name }) => name === 'own')).toMatchObject({ bestTrial: 'contest-own-1' });
    // Paired by fold, which only equal digests allow.
    expect(done.status?.comparisons).toMatchObject([{ verdict: expect.not.stringMatching('NotTested') as string }]);
  });

  it('says in its own words what it cannot do, and is not tried again', async () => {
    const done = await run('cannot', { ...custom('plain-python', { epoch: 1 }), retryPolicy: { maxAttempts: 3, backoff: '1s' } });
    expect(readyText(done)).toMatch(/^False UnknownParameter: .*epoch/);
    expect(done.status?.launches).toBe(1);
  });
});

describe('torchrun', () => {
  const two: Partial<Spec> = { distributed: { engine: 'Torchrun', workers: 2 } };

  it('trains by two pods as well as one does', async () => {
    await env.kube().apply([trainingRun(namespace, 'two', { ...custom('pytorch', { epochs: 150 }), ...two })]);
    await until('two', 'two pods', ({ status }) => status?.launches === 1);
    const both = await ended(env.kube(), namespace, 'two');
    expect(readyText(both)).toMatch(/^True Succeeded/);
    const pods = await podsOf('two-1');
    expect(pods.map(({ status }) => status?.phase)).toEqual(['Succeeded', 'Succeeded']);
    const logs = await Promise.all(pods.map(({ metadata }) => env.kube().kubectl('logs', '-n', namespace, metadata.name)));
    expect(logs.map((log) => /process \d of \d/.exec(log)?.[0]).sort()).toEqual(['process 1 of 2', 'process 2 of 2']);
    const one = await run('one', custom('pytorch', { epochs: 150 }));
    expect(await score(both)).toBeCloseTo(await score(one), 3);
  });

  it('goes on from the checkpoint, by all pods, when one is lost', { timeout: 240_000 }, async () => {
    const epochs = 5_000;
    const keepAll: Partial<Spec> = { retryPolicy: { maxAttempts: 1, maxPreemptions: 3, backoff: '1s' }, checkpoint: { every: '1s' } };
    await env.kube().apply([trainingRun(namespace, 'lost', { ...custom('pytorch', { epochs }), ...two, ...keepAll })]);
    const logsOf = async (job: string): Promise<readonly string[]> => Promise.all((await podsOf(job)).map(({ metadata }) => env.kube().kubectl('logs', '-n', namespace, metadata.name).catch(() => '')));
    await env.kube().waitFor('both processes at work', async () => ((await logsOf('lost-1')).every((log) => log.includes('The fit begins')) || undefined), 120_000);
    await until('lost', 'a checkpoint', ({ status }) => (status?.checkpoint?.step ?? 0) > 0);
    const second = (await podsOf('lost-1')).find((pod) => indexOf(pod) === '1');
    await env.kube().kubectl('delete', 'pod', second?.metadata.name ?? '', '-n', namespace, '--wait=false');
    const again = await until('lost', 'the second launch', ({ status }) => status?.launches === 2);
    expect(again.status).toMatchObject({ attempt: 1, preemptions: 1 });
    const done = await ended(env.kube(), namespace, 'lost', 120_000);
    expect(readyText(done)).toMatch(/^True Succeeded/);
    const begins = (await logsOf('lost-2')).map((log) => Number(/begins at epoch (\d+)/.exec(log)?.[1]));
    expect(begins).toHaveLength(2);
    for (const epoch of begins) expect(epoch).toBeGreaterThanOrEqual(again.status?.checkpoint?.step ?? Infinity);
  });

  it('ends with what its program said, not with torchrun\'s own exit code', async () => {
    const done = await run('refused', { ...custom('pytorch', { epoch: 1 }), ...two, retryPolicy: { maxAttempts: 3, backoff: '1s' } });
    expect(readyText(done)).toMatch(/^False UnknownParameter: .*epoch/);
    expect(done.status?.launches).toBe(1);
  });
});
