// The plugin and the API server are real; the test writes the status, as an operator would.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { parse } from 'yaml';
import type { ModelDeployment, ModelDeploymentInput, ModelDeploymentStatus } from '../../../crds/generated/model-deployment.ts';
import type { ModelVersion, ModelVersionInput } from '../../../crds/generated/model-version.ts';
import { modelDeploymentResource, modelVersionResource } from '../../../crds/generated/resources.ts';
import { eventually } from '../../../operator/runtime/testing/silent.ts';
import { broken, candidate, rollingOut, stable, version } from '../../../cli/testing/objects.ts';
import { crds } from '../controllers/fixtures/crd-paths.ts';
import { sharedEnv } from '../harness/shared-env.ts';
import { startFaultProxy } from '../watch/fault-proxy.ts';
import { plugin, startPlugin, type Ended, type Running } from './plugin.ts';

const env = sharedEnv({ crds });
const longMs = 60_000;
// Every call is a process of its own, and starts slowly where the machine is busy.
vi.setConfig({ testTimeout: 2 * longMs });
const directory = mkdtempSync(join(tmpdir(), 'trainyard-cli-'));
const running = new Set<Running>();
let namespace = '';
beforeEach(async () => {
  namespace = await env.createNamespace();
});
afterEach(() => {
  for (const one of running) one.kill();
  running.clear();
});
afterAll(() => rmSync(directory, { recursive: true }));

const call = (...args: readonly string[]): Promise<Ended> => plugin(env.kubeconfigPath, ...args, '-n', namespace);
const read = async (): Promise<ModelDeployment> => (await env.client.get<ModelDeployment>(modelDeploymentResource, { namespace, name: 'tumour' }))!;

async function create(metadata: object = {}): Promise<void> {
  await env.client.create<ModelDeploymentInput>(modelDeploymentResource, {
    apiVersion: 'trainyard.dev/v1alpha1',
    kind: 'ModelDeployment',
    metadata: { namespace, name: 'tumour', ...metadata },
    spec: { model: 'tumour', version: 'tumour-2', rollout: { steps: [{ weight: 5 }, { weight: 50 }], analysis: { slos: [{ name: 'errors', type: 'ErrorRatio', max: 0.01 }] } } },
  });
}

async function write(status: ModelDeploymentStatus): Promise<void> {
  const object = await read();
  await env.client.replace(modelDeploymentResource, { ...object, status: { observedGeneration: object.metadata.generation!, ...status } }, { subresource: 'status' });
}

const rolledBack: ModelDeploymentStatus = {
  ...broken,
  conditions: [{ type: 'RolledBack', status: 'True', reason: 'SloBreached', message: 'rolled back', lastTransitionTime: '2026-01-01T00:00:00Z' }],
  history: [{ from: 'tumour-1', to: 'tumour-2', outcome: 'RolledBack', time: '2026-01-01T00:00:00Z', reason: 'SloBreached' }],
  lastRollback: { version: 'tumour-2', to: 'tumour-1', reason: 'SloBreached', message: 'errors 20.00 % > 1.00 %' },
};
const promoted: ModelDeploymentStatus = {
  stable: candidate,
  conditions: [{ type: 'Ready', status: 'True', reason: 'Serving', message: 'serves', lastTransitionTime: '2026-01-01T00:00:00Z' }],
  history: [{ from: 'tumour-1', to: 'tumour-2', outcome: 'Promoted', time: '2026-01-01T00:00:00Z' }],
};

function watch(kubeconfigPath: string, ...more: readonly string[]): Running {
  const one = startPlugin(kubeconfigPath, ['rollout', 'status', 'md/tumour', '-n', namespace, '-w', ...more]);
  running.add(one);
  return one;
}

describe('rollout status', () => {
  it('prints what status says, in words and as JSON', async () => {
    await create();
    await write(rollingOut);
    const { code, out, err } = await call('rollout', 'status', 'tumour');
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toContain(`Name:        ${namespace}/tumour\nAsked for:   tumour-2\nStable:      tumour-1, 2 ready pods, 95 % of the traffic\n`);
    expect(out).toContain('errors   4 of 20 (20.00 %)');
    expect(out).not.toContain('\u001b');
    expect(JSON.parse((await call('rollout', 'status', 'tumour', '-o', 'json')).out)).toMatchObject({ name: 'tumour', candidate: { version: 'tumour-2' }, rollout: { weight: 5 } });
  });

  it('watches until the rollout is rolled back, and tells so by its exit code', async () => {
    await create();
    await write(rollingOut);
    const one = watch(env.kubeconfigPath);
    await eventually(() => one.out().includes('Step:        1 of 2'), longMs);
    await write({ ...rollingOut, rollout: { ...rollingOut.rollout, step: 2 } });
    await eventually(() => one.out().includes('Step:        2 of 2'), longMs);
    await write(rolledBack);
    const { code, out } = await one.ended;
    expect(code).toBe(3);
    expect(out).toContain('Last rollback: from tumour-2 to tumour-1');
  });

  it('goes on after its connection was cut, and hears of the promotion', async () => {
    const proxy = await startFaultProxy(env.kubeconfigPath);
    try {
      const path = join(directory, 'through-proxy');
      writeFileSync(path, proxy.kubeConfig().exportConfig(), { mode: 0o600 });
      await create();
      await write(rollingOut);
      const one = watch(path);
      await eventually(() => one.out().includes('Step:        1 of 2') && proxy.watches.length > 0, longMs);
      await proxy.refuse();
      proxy.watches[0]!.reset();
      await write(promoted);
      await proxy.accept();
      expect(await one.ended).toMatchObject({ code: 0, err: 'tumour: the rollout is over, and what spec asks for serves\n' });
    } finally {
      await proxy.close();
    }
  });

  it('ends its watch with a sentence when the time is over or the object is deleted', async () => {
    await create();
    await write(rollingOut);
    const short = watch(env.kubeconfigPath, '--timeout', '1s');
    expect(await short.ended).toMatchObject({ code: 1, err: expect.stringMatching(/^error: modeldeployment\/tumour: the rollout is not over after 1 s: "kubectl trainyard rollout status tumour/) });
    const one = watch(env.kubeconfigPath);
    await eventually(() => one.out().includes('Step:        1 of 2'), longMs);
    await env.client.delete(modelDeploymentResource, { namespace, name: 'tumour' });
    expect(await one.ended).toMatchObject({ code: 1, err: 'error: modeldeployment/tumour was deleted: there is nothing left to watch\n' });
  });
});

describe('rollout explain', () => {
  it('tells by its exit code whether status and its counts agree', async () => {
    await create();
    await write(rolledBack);
    expect(await call('rollout', 'explain', 'tumour')).toMatchObject({ code: 0, out: expect.stringContaining('They agree.') });
    await write({ ...rolledBack, evidence: [{ ...broken.evidence![0]!, candidate: { requests: 20, bad: 1 } }] });
    expect(await call('rollout', 'explain', 'tumour')).toMatchObject({ code: 4, out: expect.stringContaining('the verdict is Insufficient by the counts, and status says Breach') });
    expect(JSON.parse((await call('rollout', 'explain', 'tumour', '-o', 'json')).out)).toMatchObject({ agreement: 'disagree', said: { verdict: 'Breach' }, recomputed: { verdict: 'Insufficient' } });
  });
});

describe('a verb', () => {
  it('writes its annotation and, without an operator, says that nobody acts on it', async () => {
    await create();
    const { code, err } = await call('rollback', 'tumour', '--timeout', '1s');
    expect(code).toBe(1);
    expect(err).toMatch(/^error: the operator has not acted on it for 1 s: the annotation trainyard\.dev\/rollback stands/);
    expect((await read()).metadata.annotations?.['trainyard.dev/rollback']).toMatch(/^admin-\d{4}-\d{2}-\d{2}T[\d:.]+Z$/);
    expect(await call('promote', 'tumour', '--full', '--no-wait')).toMatchObject({ code: 0, out: expect.stringMatching(/^modeldeployment\/tumour: asked to promote \(token full-admin-/) });
    expect((await read()).metadata.annotations?.['trainyard.dev/promote']).toMatch(/^full-admin-/);
  });

  it('says that the operator has acted when no event tells what came of it', async () => {
    await create();
    const one = startPlugin(env.kubeconfigPath, ['abort', 'tumour', '-n', namespace, '--timeout', '40s']);
    running.add(one);
    await eventually(async () => (await read()).metadata.annotations?.['trainyard.dev/abort'] !== undefined, longMs);
    await write({ stable, lastHandled: { abort: (await read()).metadata.annotations!['trainyard.dev/abort']! } });
    expect(await one.ended).toMatchObject({ code: 0, out: expect.stringContaining('the operator has acted on abort') });
  });

  it('pauses and resumes, and warns when Git may put it back', async () => {
    await create({ annotations: { 'argocd.argoproj.io/tracking-id': 'models:x' } });
    expect(await call('pause', 'tumour')).toEqual({ code: 0, out: 'modeldeployment/tumour paused: weights stay as they are; a breach still rolls back\n', err: 'warning: it carries the annotation argocd.argoproj.io/tracking-id=models:x of Argo CD: Git may put spec.paused back at the next sync; commit spec.paused: true to make it last\n' });
    expect((await read()).spec.paused).toBe(true);
    expect((await call('pause', 'tumour')).out).toBe('modeldeployment/tumour is paused already\n');
    expect((await call('resume', 'tumour')).out).toBe('modeldeployment/tumour resumed\n');
    expect((await read()).spec.paused).toBe(false);
  });
});

describe('versions', () => {
  it('are listed, and exported so that another namespace takes them', async () => {
    for (const name of ['tumour-1', 'tumour-2']) await env.client.create<ModelVersionInput>(modelVersionResource, { ...version(name), metadata: { namespace, name, labels: { 'trainyard.dev/model': 'tumour' } } });
    const { out } = await call('versions', '--model', 'tumour');
    expect(out.trimEnd().split('\n').map((line) => line.split(/\s+/)[0])).toEqual(['NAME', 'tumour-1', 'tumour-2']);
    expect(await call('versions', '--model', 'other')).toEqual({ code: 0, out: '', err: `No ModelVersions of the model other found in the namespace ${namespace}.\n` });

    const exported = parse((await call('export', 'mv/tumour-2')).out) as ModelVersionInput;
    const elsewhere = await env.createNamespace();
    const taken = await env.client.create<ModelVersion | ModelVersionInput>(modelVersionResource, { ...exported, metadata: { ...exported.metadata, namespace: elsewhere } });
    expect(taken.spec).toEqual({ ...version('tumour-2').spec, stage: 'Development' });
  });
});

describe('an error', () => {
  it('is one sentence with the remedy', async () => {
    expect(await call('rollout', 'status', 'other')).toEqual({ code: 1, out: '', err: `error: there is no ModelDeployment other in the namespace ${namespace}: "kubectl get modeldeployments -n ${namespace}" lists those that exist, -n names another namespace\n` });
    expect(await call('abort')).toMatchObject({ code: 2, err: expect.stringContaining('needs the name of a ModelDeployment') });
    expect(await call('versions', '--context', 'other')).toMatchObject({ code: 1, err: expect.stringContaining('the kubeconfig has no context other') });
    expect(await call('versions', '--kubeconfig', join(directory, 'none'))).toMatchObject({ code: 1, err: expect.stringContaining('cannot be read') });
  });

  it('names what to look for when the cluster cannot be reached', async () => {
    const path = join(directory, 'closed-port');
    const proxy = await startFaultProxy(env.kubeconfigPath);
    writeFileSync(path, proxy.kubeConfig().exportConfig(), { mode: 0o600 });
    await proxy.close();
    const { code, err } = await plugin(path, 'versions');
    expect(code).toBe(1);
    expect(err).toContain('see that the cluster can be reached');
    expect(await plugin(path, 'version')).toMatchObject({ code: 0, out: expect.stringMatching(/^Client: \d+\.\d+\.\d+\nOperator: not readable: /) });
  });
});
