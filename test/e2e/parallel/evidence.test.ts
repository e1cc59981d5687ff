// What the judge makes of evidence that is about latency, or sparse, or says nothing, with a real Prometheus.
import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { analysis, evidenceStage } from '../harness/evidence-stage.ts';
import { summarize } from '../harness/load.ts';
import { podIdentities, readDeployment, setVersion, until } from '../harness/objects.ts';
import type { Row } from '../harness/samples.ts';

const { env, rows, load, deployment, calm, begin } = evidenceStage('e2e-evidence');
const { namespace } = env;

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
    const [bad = {}] = rows().filter((row) => radius(row) > 17.5);
    const fifteen = [...rows().filter((row) => radius(row) < 16.5).slice(0, 14), bad];
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
