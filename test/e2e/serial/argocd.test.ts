// Argo CD itself follows a Git repository with a deployment and its versions: what people commit, and what it says then.
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { stringify } from 'yaml';
import type { ModelDeploymentInput } from '../../../crds/generated/model-deployment.ts';
import { virtualServices, type VirtualService } from '../../../controllers/shared/kube-types.ts';
import type { KubeObject } from '../../../operator/runtime/types.ts';
import { clusterAddresses, isOurs } from '../harness/cluster.ts';
import { argoCd, healthOf, stateOf, type ArgoCd, type Follower } from '../harness/argocd.ts';
import { baseline, experiment, trials } from '../harness/experiment-to-canary.ts';
import { gitServerIn, type GitRepository, type GitServer } from '../harness/git-server.ts';
import { answering, summarize, type LoadSummary } from '../harness/load.ts';
import type { Behaviour } from '../harness/models.ts';
import { inNamespace } from '../harness/namespace.ts';
import { experimentEnded, isAtRest, modelDeployment, readDeployment, until } from '../harness/objects.ts';
import { featureRows, type Row } from '../harness/samples.ts';

const ours = isOurs(await clusterAddresses());
const env = inNamespace('e2e-argocd');
const { namespace, host } = env;
const longMs = 900_000; // the first time, Argo CD is built
let argo: ArgoCd;
let git: GitServer;
let models: GitRepository;
let app: Follower;
let rows: readonly Row[] = [];

const steps = [{ weight: 20, hold: '4s' }, { weight: 50, hold: '4s' }];

/** As Go programs read it: YAML 1.1, where an unquoted Off is a boolean. */
const yaml = (object: object): string => stringify(object, { version: '1.1' });

/** A version as `kubectl trainyard export` prints it: a pointer with digests. */
function version(number: number, behaviour: Behaviour, more: object = {}): string {
  return yaml({ apiVersion: 'trainyard.dev/v1alpha1', kind: 'ModelVersion', metadata: { name: `tumour-${number}` }, spec: { model: 'tumour', version: number, ...inject('models')[behaviour], ...more } });
}

function deployment(name: string, approval?: object, wanted: readonly object[] = steps): string {
  const { metadata, spec, ...rest } = modelDeployment(namespace, name, { steps: wanted });
  return yaml({ ...rest, metadata: { name: metadata.name }, spec: { ...spec, rollout: { ...spec.rollout, ...(approval === undefined ? {} : { approval }) } } });
}

const commitVersion = (name: string, more: Readonly<Record<string, string>> = {}): Promise<string> => models.commit(`serve ${name}`, { 'models/tumour.yaml': deployment(name), ...more });
const serves = (name: string) => until(env.kube(), namespace, `${name} alone`, (object) => object.status?.stable?.version === name && isAtRest(object));

function say(what: string, states: readonly string[], load?: LoadSummary): void {
  console.info(`${what}: ${states.join(', ')}${load === undefined ? '' : `; ${load.failed} of ${load.requests} failed`}`);
}

/** Requests and the states of the application from when the cluster knows the commit, while `during` runs. */
async function follow(commit: string, during: () => Promise<void>): Promise<{ readonly states: readonly string[]; readonly load: LoadSummary }> {
  const load = env.load({ rows });
  await app.synced(commit);
  const watch = app.watch();
  await during();
  return { states: await watch.stop(), load: summarize(await load.stop()) };
}

/** No request failed, and Argo CD saw nothing that it had to mend. */
function nobodyIsHarmed(what: string, states: readonly string[], load: LoadSummary): void {
  say(what, states, load);
  expect(states.filter((state) => !state.startsWith('Synced '))).toEqual([]);
  expect(load).toMatchObject({ failed: 0, problems: [] });
}

/** Of all that Argo CD and the operator made, whoever owned it; but for versions that were registered here, which outlive what made them. */
async function nothingIsLeft(registered: readonly string[] = []): Promise<void> {
  const kinds = 'modeldeployments,modelversions,trainingruns,experiments,deployments,replicasets,pods,virtualservices,destinationrules,poddisruptionbudgets,horizontalpodautoscalers,jobs,services,configmaps';
  const left = async (): Promise<string[]> => {
    const { items } = JSON.parse(await env.kube().kubectl('get', kinds, '-n', namespace, '-o', 'json')) as { items: KubeObject[] };
    // The Git server is the test's own, and ConfigMaps with certificates stand in every namespace.
    return items.filter(({ metadata: { name } }) => !/^(git(-.*)?|kube-root-ca\.crt|istio-ca-.*)$/.test(name)).map(({ kind, metadata }) => `${kind}/${metadata.name}`);
  };
  await env.kube().waitFor('nothing of it to be left', async () => ((await left()).join() === registered.join() ? true : undefined), 60_000).catch(async (error: unknown) => {
    throw new Error(`left behind: ${(await left()).join(', ')}`, { cause: error });
  });
}

beforeAll(async () => {
  if (!ours) return;
  const kube = env.kube();
  [argo, git, rows] = await Promise.all([argoCd(kube), gitServerIn(kube, namespace, ['models']), featureRows(kube, 'tumour.csv', ['malignant', 'patient_id'])]);
  models = await git.repository('models');
}, longMs);

afterAll(async () => {
  if (!ours) return;
  await argo.remove();
  await git.remove();
}, 300_000);

describe.skipIf(!ours)('a repository that Argo CD follows', () => {
  it('is synced for the first time: Progressing, then Healthy', async () => {
    const commit = await commitVersion('tumour-1', { 'models/tumour-1.yaml': version(1, 'trained') });
    app = await argo.follow('models', models, 'models', namespace);
    const watch = app.watch();
    await app.synced(commit);
    await app.until('Synced Healthy');
    const states = await watch.stop();
    say('first sync', states);
    expect(states).toContain('Synced Progressing');
    await answering({ gateway: env.kube().addresses.gateway, host, row: rows[0] ?? {} });
  });

  it('acceptance 20: gets a commit that names another version: a canary, and Synced all the way', async () => {
    const commit = await commitVersion('tumour-2', { 'models/tumour-2.yaml': version(2, 'good') });
    const { states, load } = await follow(commit, async () => {
      await serves('tumour-2');
      await app.until('Synced Healthy');
    });
    say('canary', states, load);
    expect([...new Set(states)].sort()).toEqual(['Synced Healthy', 'Synced Progressing']);
    expect(states.at(-1)).toBe('Synced Healthy');
    expect(load).toMatchObject({ failed: 0, problems: [] });
    expect(load.byVersion['tumour-2']).toBeGreaterThan(0);
  });

  it('stays Synced when somebody edits the route, which the operator puts back', async () => {
    const kube = env.kube();
    const route = async (): Promise<unknown> => (await kube.object<VirtualService & { spec?: unknown }>(virtualServices, namespace, 'tumour'))?.spec;
    const before = await route();
    const watch = app.watch();
    await kube.kubectl('patch', 'virtualservice', 'tumour', '-n', namespace, '--type=merge', '-p', JSON.stringify({ spec: { http: [{ name: 'mine', directResponse: { status: 418 } }] } }));
    await kube.waitFor('the route as it was', async () => (JSON.stringify(await route()) === JSON.stringify(before) ? true : undefined), 15_000);
    // A look of Argo CD's own afterwards, not only what it knew before.
    await argo.cli('app', 'get', app.name, '--refresh');
    const states = await watch.stop();
    say('edit of the route', states);
    expect(states).toEqual(['Synced Healthy']);
  });

  it('gets a version that fails: rolled back, Synced, and Degraded with the reason', async () => {
    const commit = await commitVersion('tumour-3', { 'models/tumour-3.yaml': version(3, 'failsAlways') });
    const { states, load } = await follow(commit, async () => {
      await app.until('Synced Degraded');
    });
    say('rollback', states, load);
    expect(states.filter((state) => !state.startsWith('Synced '))).toEqual([]);
    const health = healthOf(await app.read(), 'ModelDeployment', 'tumour');
    expect(health).toMatch(/^Degraded: rolled back to tumour-2: /);
    const { status } = await readDeployment(env.kube(), namespace);
    expect(health).toBe(`Degraded: ${status?.conditions?.find(({ type }) => type === 'Ready')?.message ?? ''}`);
    expect(status?.stable?.version).toBe('tumour-2');
    expect(load.failed).toBeGreaterThan(0);
    expect(states).not.toContain('Synced Healthy');
    // Nobody tries it again by himself: not the operator, and not Argo CD, which has nothing to heal.
    await argo.cli('app', 'get', app.name, '--refresh');
    expect(stateOf(await app.read())).toBe('Synced Degraded');
  });

  it('is healed by a commit that takes the version back, which also prunes it', async () => {
    const commit = await models.revert();
    await app.synced(commit);
    await app.until('Synced Healthy');
    expect((await readDeployment(env.kube(), namespace)).status?.stable?.version).toBe('tumour-2');
    await env.kube().waitFor('tumour-3 to be pruned', async () => ((await env.kube().kubectl('get', 'modelversions', '-n', namespace, '-o', 'name')).includes('tumour-3') ? undefined : true), 30_000);
  });

  it('is Suspended while a rollout waits for approval, which its action gives', async () => {
    const commit = await models.commit('tumour-4, when somebody says so', { 'models/tumour-4.yaml': version(4, 'alsoGood'), 'models/tumour.yaml': deployment('tumour-4', { beforePromotion: true }) });
    const { states, load } = await follow(commit, async () => {
      const waiting = await app.until('Synced Suspended');
      expect(healthOf(waiting, 'ModelDeployment', 'tumour')).toMatch(/^Suspended: .*approv/i);
      await app.act('approve', 'ModelDeployment', 'tumour');
      await serves('tumour-4');
      await app.until('Synced Healthy');
    });
    nobodyIsHarmed('approval', states, load);
  });

  it('is Suspended while a version waits for approval, as in production, and takes other commits meanwhile', async () => {
    const commit = await commitVersion('tumour-5', { 'models/tumour-5.yaml': version(5, 'trained', { approval: { required: true } }) });
    await app.synced(commit);
    const waiting = await app.until('Synced Suspended');
    expect(healthOf(waiting, 'ModelVersion', 'tumour-5')).toMatch(/^Suspended: /);
    expect(healthOf(waiting, 'ModelDeployment', 'tumour')).toMatch(/^Suspended: ModelVersion tumour-5 is not approved .*tumour-4 goes on serving$/);
    await app.synced(await models.commit('something else', { 'models/tumour-6.yaml': version(6, 'good') }));
    const { states, load } = await follow((await app.read()).status?.sync?.revision ?? '', async () => {
      await app.act('approve', 'ModelVersion', 'tumour-5');
      await serves('tumour-5');
      await app.until('Synced Healthy');
    });
    nobodyIsHarmed('approved version', states, load);
  });

  it('offers the actions that can be done now', async () => {
    const offered = async (): Promise<Record<string, boolean>> => {
      const lines = await argo.cli('app', 'actions', 'list', app.name, '--kind', 'ModelDeployment', '--out', 'json');
      return Object.fromEntries((JSON.parse(lines) as { Action: string; Disabled: boolean }[]).map(({ Action, Disabled }) => [Action, Disabled]));
    };
    expect(await offered()).toEqual({ abort: true, approve: true, promote: true, resume: true, retry: true, rollback: false, suspend: false });
    await app.act('rollback', 'ModelDeployment', 'tumour');
    await until(env.kube(), namespace, 'what was before', (object) => object.status?.stable?.version === 'tumour-4' && isAtRest(object));
    // Git does not know of it, and the spec is what it was.
    expect((await app.read()).status?.sync?.status).toBe('Synced');
  });

  it('does what its actions say: suspend and resume, abort, retry and promote', { timeout: 240_000 }, async () => {
    const act = (action: string): Promise<void> => app.act(action, 'ModelDeployment', 'tumour');
    const atFirstStep = () => until(env.kube(), namespace, 'the first step', ({ status }) => status?.candidate?.version === 'tumour-2' && status.rollout?.step === 1);
    await app.synced(await commitVersion('tumour-4'));
    await app.until('Synced Healthy');

    await act('suspend');
    expect(healthOf(await app.until('Synced Suspended'), 'ModelDeployment', 'tumour')).toMatch(/^Suspended: spec\.paused is true/);
    await act('resume');
    await app.until('Synced Healthy');

    await app.synced(await models.commit('a step that lasts', { 'models/tumour.yaml': deployment('tumour-2', undefined, [{ weight: 20, hold: '10m' }]) }));
    await atFirstStep();
    await act('abort');
    expect(healthOf(await app.until('Synced Degraded'), 'ModelDeployment', 'tumour')).toMatch(/^Degraded: rolled back to tumour-4: /);
    await act('retry');
    await atFirstStep();
    await act('promote');
    await serves('tumour-2');
    await app.until('Synced Healthy');
  });

  it('leaves nothing behind when it is deleted', async () => {
    await app.remove();
    await nothingIsLeft();
  });
});

describe.skipIf(!ours)('config/samples/experiment-to-canary in a repository', () => {
  it('goes on from commit to commit, from what serves to an experiment to the canary of its winner', { timeout: 480_000 }, async () => {
    const kube = env.kube();
    const [training, serving] = baseline(host);
    const files = { 'sample/baseline.yaml': yaml(training ?? {}), 'sample/serving.yaml': yaml(serving ?? {}) };
    const first = await models.commit('a baseline', files);
    app = await argo.follow('sample', models, 'sample', namespace);
    await app.synced(first);
    await app.until('Synced Healthy', 120_000);

    const second = await models.commit('three families compete', { 'sample/experiment.yaml': yaml(experiment()) });
    await app.synced(second);
    const watch = app.watch();
    const { status } = await experimentEnded(kube, namespace, experiment().metadata.name, 300_000);
    await app.until('Synced Healthy');
    const competing = await watch.stop();
    say('experiment', competing);
    // The trials, their Jobs and the version are not in Git, and nobody prunes them.
    expect([...new Set(competing)].sort()).toEqual(['Synced Healthy', 'Synced Progressing']);
    expect(status).toMatchObject({ trials: { total: trials, succeeded: trials }, modelVersionRef: { name: 'tumour-2' } });
    expect(healthOf(await app.read(), 'Experiment', experiment().metadata.name)).toMatch(/^Healthy: /);

    await answering({ gateway: kube.addresses.gateway, host, row: rows[0] ?? {} });
    const { spec, ...rest } = serving as unknown as ModelDeploymentInput;
    const third = await models.commit('the winner serves', { 'sample/serving.yaml': yaml({ ...rest, spec: { ...spec, version: 'tumour-2' } }) });
    const { states, load } = await follow(third, async () => {
      await serves('tumour-2');
      await app.until('Synced Healthy');
    });
    say('canary of the winner', states, load);
    expect([...new Set(states)].sort()).toEqual(['Synced Healthy', 'Synced Progressing']);
    expect(load).toMatchObject({ failed: 0, problems: [] });
    expect(load.byVersion['tumour-2']).toBeGreaterThan(0);
    await app.remove();
    await nothingIsLeft(['ModelVersion/tumour-1', 'ModelVersion/tumour-2']);
  });
});
