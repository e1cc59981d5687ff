// What happens to a training when something happens to its pod: nothing is lost, nothing is done twice, all of it is told.
import { describe, expect, it } from 'vitest';
import { jobs, type Job } from '../../../controllers/shared/kube-types.ts';
import { trainingRunResource } from '../../../crds/generated/resources.ts';
import type { TrainingRun, TrainingRunInput } from '../../../crds/generated/training-run.ts';
import { getCondition } from '../../../operator/runtime/conditions.ts';
import type { KubeObject } from '../../../operator/runtime/types.ts';
import { ensureStoreSecret } from '../harness/install.ts';
import { inNamespace } from '../harness/namespace.ts';
import { ended, readyText, trainingRun } from '../harness/objects.ts';
import { patience, runsOf } from '../harness/runs.ts';

const env = inNamespace('e2e-training-failures');
const { namespace } = env;

type Spec = Partial<TrainingRunInput['spec']>;

/** Many fits of few trees: half a minute in which to stop them, and a model that is quickly exported. */
const trees = 2000;
const crossValidation = { folds: 20, repeats: 2 };
const allTrees = (crossValidation.folds * crossValidation.repeats + 1) * trees;
const long: Spec = {
  algorithm: { name: 'xgboost', parameters: { n_estimators: trees, max_depth: 2, learning_rate: 0.01 } },
  crossValidation,
  checkpoint: { every: '1s' },
  backend: { kubernetes: { resources: { requests: { cpu: '100m', memory: '256Mi' }, limits: { memory: '1Gi' } } } },
  retryPolicy: { maxAttempts: 1, maxPreemptions: 3, backoff: '1s' },
};

const { read, until, podOf, evict, manifestOf, leftOf, nothingIsLeftOf } = runsOf(env);

/** Starts a long run, and waits until some of its work was kept. */
async function atWork(name: string, more: Spec = {}): Promise<TrainingRun> {
  await env.kube().apply([trainingRun(namespace, name, { ...long, ...more })]);
  return until(name, 'a checkpoint', ({ status }) => (status?.checkpoint?.step ?? 0) > 0);
}

async function suspend(name: string, value: boolean): Promise<void> {
  await env.kube().kubectl('patch', 'trainingrun', name, '-n', namespace, '--type=merge', '-p', JSON.stringify({ spec: { suspend: value } }));
}

describe('a pod that is taken away', () => {
  it('by an eviction keeps its work, counts as preempted, and the next one goes on from there', async () => {
    const before = (await atWork('evicted')).status?.checkpoint;
    await evict((await podOf('evicted-1')).metadata.name);
    const second = await until('evicted', 'the second launch', ({ status }) => status?.launches === 2);
    expect(second.status).toMatchObject({ attempt: 1, preemptions: 1 });
    const run = await ended(env.kube(), namespace, 'evicted', 170_000);
    expect(readyText(run)).toMatch(/^True Succeeded/);
    const { checkpoint } = await manifestOf(run);
    // SIGTERM kept more than the last interval had.
    expect(checkpoint?.step).toBeGreaterThanOrEqual(before?.step ?? Infinity);
    expect(checkpoint?.step).toBeLessThan(allTrees);
    expect(checkpoint?.sameBytes).toBe(true);
    expect(await env.kube().kubectl('logs', '-n', namespace, 'job/evicted-2')).toContain(`The run goes on from step ${checkpoint?.step ?? ''}`);
  });

  it('without grace goes on from what was kept, whether it had time to say so or was killed', async () => {
    await atWork('killed', { retryPolicy: { maxAttempts: 2, maxPreemptions: 1, backoff: '1s' } });
    await env.kube().kubectl('delete', 'pod', (await podOf('killed-1')).metadata.name, '-n', namespace, '--grace-period=0', '--force');
    const run = await until('killed', 'the second launch', ({ status }) => status?.launches === 2);
    // The kubelet gives a moment even so: 75 within it is a preemption, 137 after it an attempt.
    expect([{ attempt: 1, preemptions: 1 }, { attempt: 2, preemptions: 0 }]).toContainEqual({ attempt: run.status?.attempt, preemptions: run.status?.preemptions ?? 0 });
    await until('killed', 'progress of the second launch', ({ status }) => status?.progress !== undefined);
    await env.kube().waitFor('the log of the second launch', async () => ((await env.kube().kubectl('logs', '-n', namespace, 'job/killed-2')).includes('The run goes on from step ') ? true : undefined), patience);
    await env.kube().kubectl('delete', 'trainingrun', 'killed', '-n', namespace);
  });

  it('more often than is allowed ends the run', async () => {
    await atWork('often', { retryPolicy: { maxAttempts: 1, maxPreemptions: 0, backoff: '1s' } });
    await evict((await podOf('often-1')).metadata.name);
    const run = await ended(env.kube(), namespace, 'often');
    expect(readyText(run)).toMatch(/^False Preempted: .*more than retryPolicy\.maxPreemptions 0/);
    expect(run.status?.checkpoint?.step).toBeGreaterThan(0);
  });
});

describe('a pod that fails', () => {
  it('for want of memory says so', async () => {
    await env.kube().apply([trainingRun(namespace, 'small', { backend: { kubernetes: { resources: { requests: { cpu: '100m', memory: '64Mi' }, limits: { memory: '96Mi' } } } } })]);
    const run = await ended(env.kube(), namespace, 'small');
    expect(readyText(run)).toMatch(/^False OutOfMemory: .*limits\.memory/);
    expect(run.status).toMatchObject({ attempt: 1, launches: 1 });
  });

  it('for want of its image says so, and waits until its deadline', async () => {
    await env.kube().apply([trainingRun(namespace, 'no-image', { algorithm: { name: 'custom', image: 'trainyard.invalid/nobody/nothing:1' }, activeDeadline: '30s' })]);
    await until('no-image', 'a message about the image', (run) => /^Unknown ImageCannotStart: .*no-image-1-/.test(readyText(run)));
    expect(readyText(await ended(env.kube(), namespace, 'no-image'))).toMatch(/^False DeadlineExceeded: /);
    await nothingIsLeftOf('no-image');
  });

  it('because its own image knows nothing of the run says what that image says', async () => {
    // Trainyard's trainer as if it were somebody's: it takes no field that it does not know.
    await env.kube().apply([trainingRun(namespace, 'own-image', { algorithm: { name: 'custom', image: 'trainyard.dev/trainer:dev' } })]);
    expect(readyText(await ended(env.kube(), namespace, 'own-image'))).toMatch(/^False BadConfiguration: .*spec\.algorithm\.image/);
  });
});

describe('an exit code', () => {
  /** Node ends before it reads the program of its image: a container that ends as it is told. */
  const ending = (code: number, words?: object): Spec => {
    const write = words === undefined ? '' : `import {writeFileSync} from 'node:fs'; writeFileSync('/dev/termination-log', ${JSON.stringify(JSON.stringify(words))});`;
    const value = `--import=data:text/javascript,${encodeURIComponent(`${write} process.exit(${code})`)}`;
    return {
      algorithm: { name: 'custom', image: 'trainyard.dev/operator:dev' },
      backend: { kubernetes: { podTemplate: { spec: { containers: [{ name: 'trainer', env: [{ name: 'NODE_OPTIONS', value }] }] } } } },
      retryPolicy: { maxAttempts: 2, maxPreemptions: 1, backoff: '1s' },
    };
  };
  const error = (reason: string): object => ({ error: { reason, message: 'by its own words' } });

  it.each<[code: number, words: object | undefined, ready: RegExp, counts: object]>([
    [64, undefined, /^False ConfigurationInvalid: /, { launches: 1, attempt: 1, preemptions: 0 }],
    [65, error('DataIsOdd'), /^False DataIsOdd: by its own words/, { launches: 1, attempt: 1, preemptions: 0 }],
    [66, undefined, /^False GateFailed: /, { launches: 1, attempt: 1, preemptions: 0 }],
    [67, undefined, /^False ParityFailed: /, { launches: 1, attempt: 1, preemptions: 0 }],
    [70, error('Internal'), /^False Internal: failed 2 of 2 attempts; the last: by its own words/, { launches: 2, attempt: 2, preemptions: 0 }],
    [75, undefined, /^False Preempted: preempted 2 times/, { launches: 2, attempt: 1, preemptions: 2 }],
    [75, error('StoreUnreachable'), /^False StoreUnreachable: failed 2 of 2 attempts/, { launches: 2, attempt: 2, preemptions: 0 }],
    [3, undefined, /^False TrainerFailed: failed 2 of 2 attempts; .*exit code 3/, { launches: 2, attempt: 2, preemptions: 0 }],
    [0, undefined, /^False ArtifactNotFound: /, { launches: 1, attempt: 1, preemptions: 0 }],
  ])('of %i with %j counts as the contract says', async (code, words, ready, counts) => {
    const name = `exit-${code}${words === undefined ? '' : '-told'}`;
    await env.kube().apply([trainingRun(namespace, name, ending(code, words))]);
    const run = await ended(env.kube(), namespace, name);
    expect(readyText(run)).toMatch(ready);
    expect({ preemptions: 0, ...run.status }).toMatchObject(counts);
    expect(run.status?.modelVersionRef).toBeUndefined();
  });
});

describe('a run that people or queues stop', () => {
  it('by its deadline ends, with its pod', async () => {
    await atWork('late', { activeDeadline: '45s', algorithm: { name: 'xgboost', parameters: { n_estimators: 20 * trees, max_depth: 2 } } });
    expect(readyText(await ended(env.kube(), namespace, 'late'))).toBe('False DeadlineExceeded: not finished within 45s');
    await nothingIsLeftOf('late');
  });

  it('by suspend keeps its work, has no pod meanwhile, and goes on', async () => {
    const before = (await atWork('paused')).status?.checkpoint;
    await suspend('paused', true);
    await until('paused', 'suspension', (run) => readyText(run).startsWith('False Suspended'));
    await nothingIsLeftOf('paused');
    await suspend('paused', false);
    const run = await ended(env.kube(), namespace, 'paused', 170_000);
    expect(readyText(run)).toMatch(/^True Succeeded/);
    expect({ preemptions: 0, ...run.status }).toMatchObject({ launches: 2, attempt: 1, preemptions: 0 });
    expect((await manifestOf(run)).checkpoint?.step).toBeGreaterThanOrEqual(before?.step ?? Infinity);
  });

  it('in a queue waits, runs, waits again and goes on as the same launch', async () => {
    const kube = env.kube();
    /** What Kueue does to a Job. */
    const admit = async (admitted: boolean): Promise<string> => kube.kubectl('patch', 'job', 'queued-1', '-n', namespace, '--type=merge', '-p', JSON.stringify({ spec: { suspend: !admitted } }));
    await kube.apply([trainingRun(namespace, 'queued', { ...long, backend: { kubernetes: { queueName: 'research' } } })]);
    await until('queued', 'the queue', (run) => readyText(run).startsWith('Unknown Queued: Job queued-1 waits until Kueue admits it to LocalQueue research'));
    expect(await kube.kubectl('get', 'pods', '-n', namespace, '-l', 'batch.kubernetes.io/job-name=queued-1', '-o', 'name')).toBe('');
    await admit(true);
    const before = (await until('queued', 'a checkpoint', ({ status }) => (status?.checkpoint?.step ?? 0) > 0)).status?.checkpoint;
    await admit(false);
    await until('queued', 'the queue again', (run) => readyText(run).startsWith('Unknown Queued'));
    await kube.waitFor('the end of its pod', async () => ((await leftOf('queued')).some((name) => name.startsWith('pod/')) ? undefined : true), patience);
    expect((await read('queued')).status?.launches).toBe(1);
    await admit(true);
    const run = await ended(kube, namespace, 'queued', 170_000);
    expect(readyText(run)).toMatch(/^True Succeeded/);
    expect({ preemptions: 0, ...run.status }).toMatchObject({ launches: 1, attempt: 1, preemptions: 0 });
    expect((await manifestOf(run)).checkpoint?.step).toBeGreaterThanOrEqual(before?.step ?? Infinity);
  });

  it('by its ttl loses its Job and pods, and keeps its record', async () => {
    const kube = env.kube();
    await kube.apply([trainingRun(namespace, 'brief', { ttlAfterFinished: '3s' })]);
    const { status } = await ended(kube, namespace, 'brief');
    await nothingIsLeftOf('brief');
    const run = await read('brief');
    expect(getCondition(run.status?.conditions, 'Succeeded')?.status).toBe('True');
    expect(run.status).toMatchObject({ artifact: status?.artifact, manifest: status?.manifest, modelVersionRef: status?.modelVersionRef, metrics: status?.metrics });
    expect((await manifestOf(run)).run.name).toBe('brief');
  });

  it('by its deletion takes all of it along, while it runs', async () => {
    const kube = env.kube();
    await atWork('gone');
    expect(await kube.object<Job>(jobs, namespace, 'gone-1')).toBeDefined();
    await kube.kubectl('delete', 'trainingrun', 'gone', '-n', namespace);
    await nothingIsLeftOf('gone');
    expect(await kube.object<TrainingRun>(trainingRunResource, namespace, 'gone')).toBeUndefined();
  });
});

describe('a store that is away', () => {
  /** The way to it leads through a pod of this namespace, which can be taken away without harm to others. */
  async function behindProxy(): Promise<(open: boolean) => Promise<void>> {
    const kube = env.kube();
    const { hostname, port } = new URL(kube.addresses.s3.endpointInCluster);
    const program = `import net from 'node:net'; net.createServer((a) => { const b = net.connect(${port}, '${hostname}'); a.pipe(b).pipe(a); a.on('error', () => b.destroy()); b.on('error', () => a.destroy()); }).listen(8080); await new Promise(() => {});`;
    const labels = { app: 'store-proxy' };
    const securityContext = { allowPrivilegeEscalation: false, runAsNonRoot: true, capabilities: { drop: ['ALL'] }, seccompProfile: { type: 'RuntimeDefault' } };
    const container = { name: 'proxy', image: 'trainyard.dev/operator:dev', imagePullPolicy: 'IfNotPresent', env: [{ name: 'NODE_OPTIONS', value: `--import=data:text/javascript,${encodeURIComponent(program)}` }], readinessProbe: { tcpSocket: { port: 8080 }, periodSeconds: 1 }, securityContext };
    const proxied: (KubeObject & { spec: object })[] = [
      { apiVersion: 'apps/v1', kind: 'Deployment', metadata: { name: 'store-proxy', namespace }, spec: { selector: { matchLabels: labels }, template: { metadata: { labels }, spec: { terminationGracePeriodSeconds: 0, containers: [container] } } } },
      { apiVersion: 'v1', kind: 'Service', metadata: { name: 'store-proxy', namespace }, spec: { selector: labels, ports: [{ port: 8080 }] } },
    ];
    await kube.apply(proxied);
    const scale = async (open: boolean): Promise<void> => {
      await kube.kubectl('scale', 'deployment', 'store-proxy', '-n', namespace, `--replicas=${open ? 1 : 0}`);
      if (open) await kube.kubectl('rollout', 'status', 'deployment/store-proxy', '-n', namespace, '--timeout=60s');
      else await kube.kubectl('wait', 'pod', '-n', namespace, '-l', 'app=store-proxy', '--for=delete', '--timeout=60s');
    };
    await scale(true);
    const stringData = { AWS_ENDPOINT_URL: `http://store-proxy.${namespace}.svc:8080` };
    await kube.kubectl('patch', 'secret', 'trainyard-store', '-n', namespace, '--type=merge', '-p', JSON.stringify({ stringData }));
    return scale;
  }

  it('at the end of a run is waited for: nothing is lost, nothing is done twice', async () => {
    const open = await behindProxy();
    await env.kube().apply([trainingRun(namespace, 'stored', { ...long, checkpoint: { enabled: false } })]);
    await until('stored', 'its fits', ({ status }) => status?.stages?.some(({ name }) => name === 'Fit') === true);
    await open(false);
    await until('stored', 'its end without a store', ({ status }) => status?.stages?.some(({ name }) => name === 'Publish') === true, 120_000);
    // Longer than any other read or write would be tried.
    await new Promise((resolve) => setTimeout(resolve, 25_000));
    expect(readyText(await read('stored'))).toMatch(/^Unknown /);
    await open(true);
    const run = await ended(env.kube(), namespace, 'stored');
    expect(readyText(run)).toMatch(/^True Succeeded/);
    expect({ preemptions: 0, ...run.status }).toMatchObject({ launches: 1, attempt: 1, preemptions: 0 });
    await ensureStoreSecret(env.kube(), namespace);
  });
});
