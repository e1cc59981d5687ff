// Reports of trainers with real tokens of a real API server.
import { beforeAll, describe, expect, it } from 'vitest';
import { trainingRunResource } from '../../../crds/generated/resources.ts';
import { jobs, pods, type Job, type Pod } from '../../../controllers/shared/kube-types.ts';
import type { RefusalReason } from '../../../controllers/training-run/progress/refusals.ts';
import type { KubeObject, ResourceType } from '../../../operator/runtime/types.ts';
import { kubectl } from '../admission/kubectl.ts';
import { freePorts } from '../harness/processes.ts';
import { sharedEnv } from '../harness/shared-env.ts';
import { crds } from './fixtures/crd-paths.ts';
import { startOperator } from './fixtures/operator.ts';
import { worlds, type World } from './fixtures/world.ts';

const env = sharedEnv({ crds });
const newWorld = worlds(() => env);
const accounts: ResourceType = { group: '', version: 'v1', kind: 'ServiceAccount', plural: 'serviceaccounts', namespaced: true };
const tokens: ResourceType = { group: 'authentication.k8s.io', version: 'v1', kind: 'TokenRequest', plural: 'serviceaccounts/default/token', namespaced: true };

const leases: ResourceType = { group: 'coordination.k8s.io', version: 'v1', kind: 'Lease', plural: 'leases', namespaced: true };

interface Lease extends KubeObject {
  spec: object;
}

interface TokenRequest extends KubeObject {
  spec: { audiences: string[]; expirationSeconds: number; boundObjectRef?: { apiVersion: string; kind: string; name: string; uid: string } };
  status?: { token: string };
}

let world: World;
let url = '';
let metricsUrl = '';
let pod: Pod;

/** What the kubelet does for a projected volume; without a pod, what `kubectl create token` does. */
async function tokenOf(namespace: string, bound: Pod | undefined, audience = 'trainyard'): Promise<string> {
  const boundObjectRef = bound === undefined ? undefined : { apiVersion: 'v1', kind: 'Pod', name: bound.metadata.name, uid: bound.metadata.uid ?? '' };
  // The path of a subresource: the API is core, whatever the kind says.
  const request: TokenRequest = { apiVersion: 'authentication.k8s.io/v1', kind: 'TokenRequest', metadata: { name: '', namespace }, spec: { audiences: [audience], expirationSeconds: 600, ...(boundObjectRef === undefined ? {} : { boundObjectRef }) } };
  const made = await env.client.create<TokenRequest>({ ...tokens, group: '' }, request);
  return made.status?.token ?? '';
}

interface Answer {
  readonly status: number;
  readonly reason: string | undefined;
}

async function report(token: string, sent: { readonly body?: string; readonly run?: string } = {}): Promise<Answer> {
  const { body = JSON.stringify({ percent: 62, stage: 'Fit', message: 'tree 310 of 500', step: 310 }), run = `${world.namespace}/xgb` } = sent;
  const answer = await fetch(`${url}?run=${run}`, { method: 'POST', headers: { authorization: `Bearer ${token}` }, body, signal: AbortSignal.timeout(10_000) });
  const text = await answer.text();
  return { status: answer.status, reason: text === '' ? undefined : (JSON.parse(text) as { reason: string }).reason };
}

async function refused(reason: RefusalReason): Promise<number> {
  const text = await (await fetch(metricsUrl)).text();
  return Number(new RegExp(`^trainyard_progress_refused_total\\{reason="${reason}"\\} ([0-9]+)$`, 'm').exec(text)?.[1]);
}

const account = (namespace: string): Promise<KubeObject> => env.client.create<KubeObject>(accounts, { apiVersion: 'v1', kind: 'ServiceAccount', metadata: { name: 'default', namespace } });
const podNamed = (name: string, namespace: string, more: object = {}): Promise<Pod> =>
  env.client.create<Pod>(pods, { apiVersion: 'v1', kind: 'Pod', metadata: { name, namespace, ...more }, spec: { serviceAccountName: 'default', containers: [{ name: 'a', image: 'a' }] } as Pod['spec'] & object });

beforeAll(async () => {
  const [port = 0, metricsPort = 0] = await freePorts(2);
  url = `http://127.0.0.1:${port}/progress`;
  metricsUrl = `http://127.0.0.1:${metricsPort}/metrics`;
  world = await newWorld({ PROGRESS_URL: url, PROGRESS_PORT: String(port), METRICS_PORT: String(metricsPort) });
  await account(world.namespace);
  await world.train('xgb');
  pod = await world.podOf('xgb-1');
  await world.status(pod, { phase: 'Running', containerStatuses: [{ name: 'trainer', image: 'x', imageID: 'x', ready: true, restartCount: 0, state: { running: { startedAt: '2026-01-01T00:00:00Z' } } }] });
  await world.condition(trainingRunResource, 'xgb', 'Ready', 'Unknown Running');
});

describe('a trainer reports progress', () => {
  it('to the address in its Job, by a token for nothing else, and people see it', async () => {
    const job = await world.get<Job>(jobs, 'xgb-1');
    const { spec } = (job?.spec as { template: { spec: { volumes: object[]; containers: { env: object[] }[] } } }).template;
    expect(spec.containers[0]?.env).toContainEqual({ name: 'TRAINYARD_PROGRESS_URL', value: `${url}?run=${world.namespace}/xgb` });
    expect(spec.volumes).toContainEqual(expect.objectContaining({ projected: expect.objectContaining({ sources: [{ serviceAccountToken: { audience: 'trainyard', expirationSeconds: 3600, path: 'token' } }] }) as object }));

    const token = await tokenOf(world.namespace, pod);
    expect(await report(token, { body: JSON.stringify({ percent: 3, stage: 'Ingest' }) })).toEqual({ status: 204, reason: undefined });
    expect(await report(token)).toEqual({ status: 204, reason: undefined });
    const run = await world.run('xgb', ({ status }) => status?.progress?.stage === 'Fit');
    expect(run.status?.progress).toMatchObject({ percent: 62, message: 'tree 310 of 500', step: 310, text: 'Fit 62%' });
    expect(run.status?.stages?.map(({ name, endTime }) => [name, endTime !== undefined])).toEqual([['Ingest', true], ['Fit', false]]);

    const [head = '', row = ''] = (await kubectl(env.kubeconfigPath, ['get', 'tr', 'xgb', '-n', world.namespace])).split('\n');
    expect(head).toMatch(/STATUS +PROGRESS +SCORE/);
    expect(row).toMatch(/Running +Fit 62%/);
  });

  it('once in 5 s at most, however often it says something, and goes on where it was after a restart', async () => {
    const token = await tokenOf(world.namespace, pod);
    const written = new Set<string>();
    for (let percent = 63; percent < 70; percent += 1) {
      await report(token, { body: JSON.stringify({ percent, stage: 'Fit' }) });
      await new Promise((resolve) => setTimeout(resolve, 300));
      written.add((await world.run('xgb', () => true)).status?.progress?.updatedAt ?? '');
    }
    expect(written.size).toBeLessThanOrEqual(2);
    await world.run('xgb', ({ status }) => status?.progress?.percent === 69);
    await world.restart();
    expect(await report(token, { body: JSON.stringify({ percent: 1, stage: 'Fit', message: 'again' }) })).toMatchObject({ status: 204 });
    const run = await world.run('xgb', ({ status }) => status?.progress?.message === 'again');
    expect(run.status?.progress?.text).toBe('Fit 69%');
  });
});

describe('a report is refused and counted', () => {
  const cases: [name: string, status: number, reason: RefusalReason, token: () => Promise<string>, sent?: { body?: string; run?: string }][] = [
    ['with the token of the API server', 401, 'WrongAudience', () => tokenOf(world.namespace, pod, 'https://kubernetes.default.svc')],
    ['with another signature', 401, 'NotAuthenticated', async () => (await tokenOf(world.namespace, pod)).replace(/\.[^.]*$/, `.${'A'.repeat(342)}`)],
    ['with a token of no pod', 403, 'NotAPod', () => tokenOf(world.namespace, undefined)],
    [
      'with the token of a pod in another namespace',
      403,
      'OtherNamespace',
      async () => {
        const other = await env.createNamespace();
        await account(other);
        return tokenOf(other, await podNamed('xgb-1-pod', other));
      },
    ],
    [
      'with the token of another run\'s pod',
      403,
      'OtherPod',
      async () => {
        await world.train('other');
        return tokenOf(world.namespace, await world.podOf('other-1'));
      },
    ],
    [
      'with the token of a pod that only has the labels of the run',
      403,
      'OtherPod',
      async () => {
        const { 'batch.kubernetes.io/job-name': _job, ...labels } = pod.metadata.labels ?? {};
        return tokenOf(world.namespace, await podNamed('stranger', world.namespace, { labels }));
      },
    ],
    [
      'with the token of a pod that is gone',
      401,
      'NotAuthenticated',
      async () => {
        const gone = await podNamed('gone', world.namespace);
        const token = await tokenOf(world.namespace, gone);
        await env.client.delete(pods, { namespace: world.namespace, name: 'gone' });
        return token;
      },
    ],
    ['about a run that does not exist', 403, 'OtherPod', () => tokenOf(world.namespace, pod), { run: 'RUN/none' }],
    ['that is larger than 64 KiB', 413, 'TooLarge', () => tokenOf(world.namespace, pod), { body: JSON.stringify({ percent: 1, stage: 'Fit', message: 'x'.repeat(65_536) }) }],
    ['that is no JSON', 400, 'Malformed', () => tokenOf(world.namespace, pod), { body: 'percent=3' }],
  ];
  it.each(cases)('%s: %d %s', async (_name, status, reason, token, sent = {}) => {
    const before = await refused(reason);
    const named = sent.run === undefined ? sent : { ...sent, run: sent.run.replace('RUN', world.namespace) };
    expect(await report(await token(), named)).toEqual({ status, reason });
    expect(await refused(reason)).toBe(before + 1);
  });

  it('when one pod sends too many', async () => {
    const token = await tokenOf(world.namespace, pod);
    const answers = await Promise.all(Array.from({ length: 15 }, () => report(token)));
    const tooMany = answers.filter(({ reason }) => reason === 'TooManyReports').length;
    expect(tooMany).toBeGreaterThanOrEqual(4);
    expect(answers.filter(({ status }) => status === 204)).toHaveLength(15 - tooMany);
    expect(await refused('TooManyReports')).toBe(tooMany);
  });

  it('by a replica that stands by, which asks to be tried again', async () => {
    const [port = 0] = await freePorts(1);
    const held = { holderIdentity: 'another', leaseDurationSeconds: 3600, acquireTime: '2026-01-01T00:00:00.000000Z', renewTime: '2026-01-01T00:00:00.000000Z' };
    await env.client.create<Lease>(leases, { apiVersion: 'coordination.k8s.io/v1', kind: 'Lease', metadata: { name: 'trainyard-operator', namespace: world.namespace }, spec: held });
    const standby = await startOperator(env.kubeconfigPath, world.namespace, { POD_NAME: 'operator-1', LEADER_ELECT: 'true', PROGRESS_URL: url, PROGRESS_PORT: String(port) }, (log) => log.includes('caches are in sync'));
    try {
      const answer = await fetch(`http://127.0.0.1:${port}/progress?run=${world.namespace}/xgb`, { method: 'POST', headers: { authorization: `Bearer ${await tokenOf(world.namespace, pod)}` }, body: '{"percent":70,"stage":"Fit"}' });
      expect([answer.status, answer.headers.get('retry-after'), await answer.json()]).toEqual([503, '1', expect.objectContaining({ reason: 'NotLeading' })]);
    } finally {
      await standby.kill();
    }
  });

  it('when the run is over, which is 100 percent of it', async () => {
    const token = await tokenOf(world.namespace, pod);
    await world.exits(pod, 0, world.result('xgb'));
    await world.condition(trainingRunResource, 'xgb', 'Succeeded', 'True Succeeded');
    expect((await world.run('xgb', () => true)).status?.progress?.text).toBe('100%');
    await expect.poll(() => report(token)).toEqual({ status: 409, reason: 'LaunchOver' });
  });
});
