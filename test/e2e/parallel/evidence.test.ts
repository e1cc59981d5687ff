// What the judge makes of evidence that is slow, missing, sparse or about latency, with a real Prometheus.
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ModelDeployment } from '../../../crds/generated/model-deployment.ts';
import { modelDeploymentResource } from '../../../crds/generated/resources.ts';
import { answering, summarize, type Load } from '../harness/load.ts';
import { registerModels } from '../harness/models.ts';
import { inNamespace } from '../harness/namespace.ts';
import { isAtRest, modelDeployment, podIdentities, readDeployment, readyText, setVersion, until } from '../harness/objects.ts';
import { ownPrometheus } from '../harness/own-prometheus.ts';
import { featureRows, type Row } from '../harness/samples.ts';

const env = inNamespace('e2e-evidence');
const { namespace, host } = env;
let rows: readonly Row[] = [];

const load = (requestsPerSecond = 50): Load => env.load({ rows, requestsPerSecond });

function deployment(version: string, rollout: object = {}): ReturnType<typeof modelDeployment> {
  const made = modelDeployment(namespace, version);
  return { ...made, spec: { ...made.spec, rollout: { ...made.spec.rollout, scaleDownDelay: '2s', ...rollout } } };
}

/** Serves tumour-1 alone, under the given rules. */
async function calm(rollout: object = {}): Promise<ModelDeployment> {
  const kube = env.kube();
  await kube.kubectl('annotate', 'md', 'tumour', '-n', namespace, '--overwrite', `trainyard.dev/retry=${Date.now()}`);
  // Back without steps, whichever version serves.
  await kube.apply([deployment('tumour-1', { ...rollout, strategy: 'Recreate' })]);
  await until(kube, namespace, 'tumour-1 serves', (object) => isAtRest(object) && object.status?.stable?.version === 'tumour-1', 60_000);
  await kube.apply([deployment('tumour-1', rollout)]);
  return until(kube, namespace, 'tumour-1 alone', (object) => isAtRest(object) && object.status?.stable?.version === 'tumour-1' && readyText(object).startsWith('True Serving'), 60_000);
}

async function begin(version: string): Promise<ModelDeployment> {
  const kube = env.kube();
  await setVersion(kube, namespace, version);
  return until(kube, namespace, `the first step of ${version}`, ({ status }) => status?.candidate?.version === version && status.rollout?.step === 1, 60_000);
}

const analysis = { interval: '1s', minRequests: 20, presumedBurst: 1, promotion: { margin: 0.05 } };

beforeAll(async () => {
  const kube = env.kube();
  rows = await featureRows(kube, 'tumour.csv', ['malignant', 'patient_id']);
  await registerModels(kube, namespace, { 'tumour-1': 'trained', 'tumour-2': 'good', 'tumour-3': 'failsOneInFive', 'tumour-4': 'slow' });
  await kube.apply([deployment('tumour-1')]);
  await until(kube, namespace, 'the first version', ({ status }) => status?.stable?.version === 'tumour-1' && status.candidate === undefined);
  await answering({ gateway: kube.addresses.gateway, host, row: rows[0] ?? {} });
});

describe('an objective about latency', () => {
  it('acceptance 5: a version that is slow and fails nothing is rolled back, and stable is not touched', async () => {
    const kube = env.kube();
    const slos = [{ name: 'errors', type: 'ErrorRatio', max: 0.01 }, { name: 'latency', type: 'Latency', quantile: 0.9, maxLatency: '30ms' }];
    const { status } = await calm({ steps: [{ weight: 50, hold: '5m' }], analysis: { ...analysis, slos } });
    const before = await podIdentities(kube, namespace, status?.stable?.revision ?? '');
    const traffic = load(20);
    await setVersion(kube, namespace, 'tumour-4');
    const after = await until(kube, namespace, 'rollback', (object) => object.status?.lastRollback?.version === 'tumour-4' && object.status.lastRollback.propagated === true, 60_000);
    const answers = await traffic.stop();
    const slow = answers.filter(({ version }) => version === 'tumour-4');
    const from = Math.min(...slow.map(({ endedAt }) => endedAt));
    console.info(`latency: ${slow.length} slow answers in ${Math.max(...slow.map(({ endedAt }) => endedAt)) - from} ms (p50 ${summarize(slow).p50Ms} ms), ${after.status?.lastRollback?.message}`);
    expect(summarize(answers).failed).toBe(0);
    expect(after.status?.lastRollback).toMatchObject({ reason: 'SloBreached', slo: 'latency' });
    expect(await podIdentities(kube, namespace, status?.stable?.revision ?? '')).toEqual(before);
  });
});

describe('evidence that is sparse or says nothing', () => {
  it('acceptance 15: without traffic the rollout waits, with NaN and empty answers too; with traffic and numbers it goes on', async () => {
    const kube = env.kube();
    const errors = { name: 'errors', type: 'ErrorRatio', max: 0.01 };
    await calm({ steps: [{ weight: 50, hold: '1s' }], analysis: { ...analysis, slos: [errors] } });
    await begin('tumour-2');
    await pause(5000);
    const without = (await readDeployment(kube, namespace)).status;
    expect(without).toMatchObject({ candidate: { version: 'tumour-2' }, rollout: { step: 1, weight: 50, verdict: 'Insufficient' } });
    const asked = [{ name: 'not-a-number', type: 'Query', query: 'vector(0) / vector(0)', min: 0 }, { name: 'nothing', type: 'Query', query: 'there_is_no_such_metric', min: 0 }];
    await kube.apply([deployment('tumour-2', { steps: [{ weight: 50, hold: '1s' }], analysis: { ...analysis, slos: [errors, ...asked] } })]);
    const traffic = load();
    const { status } = await until(kube, namespace, 'problems of both queries', (object) => (object.status?.evidence ?? []).filter(({ problem }) => problem !== undefined).length === 2, 30_000);
    await pause(4000);
    const still = (await readDeployment(kube, namespace)).status;
    console.info(`no numbers: ${still?.rollout?.text}; ${status?.evidence?.map(({ slo, problem }) => `${slo}: ${problem ?? 'fine'}`).join('; ')}`);
    expect(still).toMatchObject({ candidate: { version: 'tumour-2' }, rollout: { step: 1, verdict: 'Insufficient' } });
    await kube.apply([deployment('tumour-2', { steps: [{ weight: 50, hold: '1s' }], analysis: { ...analysis, slos: [errors] } })]);
    await until(kube, namespace, 'promotion', (object) => object.status?.stable?.version === 'tumour-2', 60_000);
    expect(summarize(await traffic.stop()).failed).toBe(0);
  });

  it('acceptance 16: one failure in fifteen requests is not a verdict, and its e-value is told', async () => {
    const kube = env.kube();
    await calm({ steps: [{ weight: 10, hold: '5m' }], previewHeader: 'x-preview', analysis });
    await begin('tumour-3');
    const radius = (row: Row): number => Number(row['mean_radius']);
    const [bad = {}] = rows.filter((row) => radius(row) > 17.5);
    const fifteen = [...rows.filter((row) => radius(row) < 16.5).slice(0, 14), bad];
    await pause(1000);
    const sent = await env.load({ rows: fifteen, requestsPerSecond: 5, headers: { 'x-preview': 'candidate' }, maxSeconds: 3.1 }).finished();
    expect(sent.map(({ status }) => status).filter((status) => status !== 200)).toHaveLength(1);
    const { status } = await until(kube, namespace, 'the evidence', (object) => object.status?.evidence?.[0]?.candidate?.requests === 15, 20_000);
    await pause(4000);
    const still = (await readDeployment(kube, namespace)).status;
    const evidence = status?.evidence?.[0];
    console.info(`one of ${sent.length}: e-value ${evidence?.absolute} of ${evidence?.threshold}, ${still?.rollout?.text}`);
    expect(evidence).toMatchObject({ candidate: { requests: 15, bad: 1 } });
    expect(evidence?.absolute).toBeGreaterThan(0);
    expect(still).toMatchObject({ candidate: { version: 'tumour-3' }, rollout: { step: 1, verdict: 'Insufficient' } });
    await calm();
  });
});

describe('a Prometheus that does not answer', () => {
  let deaf: Server;
  let asked = 0;
  beforeAll(async () => {
    deaf = createServer(() => {
      asked += 1; // and never answers
    });
    await new Promise<void>((resolve) => deaf.listen(0, '0.0.0.0', resolve));
  });
  afterAll(async () => {
    deaf.closeAllConnections();
    await new Promise((resolve) => deaf.close(resolve));
  });

  it('acceptance 14: delays no other deployment', async () => {
    const kube = env.kube();
    const node = (await kube.kubectl('get', 'nodes', '-o', 'jsonpath={.items[0].status.addresses[?(@.type=="InternalIP")].address}')).trim();
    const url = `http://${node}:${(deaf.address() as AddressInfo).port}`;
    await calm({ steps: [{ weight: 50, hold: '5m' }], analysis });
    const others = ['slow-1', 'slow-2', 'slow-3'];
    const slow = (name: string, version: string): object => {
      const made = deployment(version, { steps: [{ weight: 50, hold: '5m' }], analysis: { ...analysis, source: { prometheus: { url }, pods: false } } });
      return { ...made, metadata: { name, namespace }, spec: { ...made.spec, traffic: {} } };
    };
    const read = async (name: string): Promise<ModelDeployment | undefined> => kube.object<ModelDeployment>(modelDeploymentResource, namespace, name);
    await kube.apply(others.map((name) => slow(name, 'tumour-1')));
    for (const name of others) await kube.waitFor(`${name} serves`, async () => ((await read(name))?.status?.stable === undefined ? undefined : true), 60_000);
    await kube.apply(others.map((name) => slow(name, 'tumour-2')));
    for (const name of others) await kube.waitFor(`${name} holds`, async () => ((await read(name))?.status?.rollout?.verdict === 'Unavailable' ? true : undefined), 60_000);
    const traffic = load();
    await setVersion(kube, namespace, 'tumour-3');
    const { status } = await until(kube, namespace, 'rollback', (object) => object.status?.lastRollback?.version === 'tumour-3' && object.status.lastRollback.propagated === true, 60_000);
    const summary = summarize(await traffic.stop());
    console.info(`beside ${others.length} rollouts that wait for a deaf Prometheus (asked ${asked} times): first bad to last bad ${summary.firstBadToLastBadMs} ms, detected in ${status?.lastRollback?.detectionMs} ms`);
    expect(asked).toBeGreaterThan(3);
    // A Prometheus is given seconds; waiting for one of them would show.
    expect(status?.lastRollback?.detectionMs).toBeLessThan(10_000);
    for (const name of others) {
      expect((await read(name))?.status).toMatchObject({ candidate: { version: 'tumour-2' }, rollout: { step: 1, weight: 50 } });
      await kube.kubectl('delete', 'md', name, '-n', namespace, '--wait=false');
    }
    await calm();
  });

  it('acceptance 13: down for two minutes it holds the weight, rolls nothing back, and only the deadline that a person set ends it', async () => {
    const kube = env.kube();
    const prometheus = await ownPrometheus(kube, namespace);
    const rules = { steps: [{ weight: 10, hold: '5s' }], analysis: { ...analysis, source: { prometheus: { url: prometheus.url }, pods: false } } };
    await calm(rules);
    const impatient = (version: string): object => {
      const made = deployment(version, { ...rules, analysis: { ...rules.analysis, holdDeadline: '20s', onHoldDeadline: 'Rollback' } });
      return { ...made, metadata: { name: 'impatient', namespace }, spec: { ...made.spec, traffic: {} } };
    };
    const other = async (): Promise<ModelDeployment | undefined> => kube.object<ModelDeployment>(modelDeploymentResource, namespace, 'impatient');
    await kube.apply([impatient('tumour-1')]);
    await kube.waitFor('impatient serves', async () => ((await other())?.status?.stable === undefined ? undefined : true), 60_000);
    const traffic = load(20);
    await prometheus.stop();
    await kube.apply([impatient('tumour-2')]);
    await setVersion(kube, namespace, 'tumour-2');
    const held = await until(kube, namespace, 'hold', (object) => object.status?.rollout?.verdict === 'Unavailable' && object.status.rollout.heldSince !== undefined);
    expect(held.status?.rollout?.text).toContain('no metrics source answers');
    const given = await kube.waitFor('the deadline', async () => (await other())?.status?.lastRollback, 60_000);
    console.info(`the impatient one: ${given.reason}: ${given.message}`);
    expect(given.reason).toBe('HoldDeadlineExceeded');
    await pause(Math.max(0, 120_000 - (Date.now() - Date.parse(held.status?.rollout?.heldSince ?? ''))));
    expect((await readDeployment(kube, namespace)).status).toMatchObject({ rollout: { step: 1, weight: 10, verdict: 'Unavailable' }, candidate: { version: 'tumour-2' } });
    await prometheus.start();
    const back = performance.now();
    await until(kube, namespace, 'promotion once Prometheus is back', (object) => object.status?.stable?.version === 'tumour-2', 120_000);
    const summary = summarize(await traffic.stop());
    console.info(`two minutes without Prometheus: promoted ${Math.round((performance.now() - back) / 1000)} s after it was back, ${summary.failed} of ${summary.requests} failed`);
    expect(summary.failed).toBe(0);
  }, 300_000);
});
