// Candidates on copies of requests: rows 23 and 24 of the acceptance list, and what is compared there.
import { request } from 'undici';
import { beforeAll, describe, expect, it } from 'vitest';
import type { ModelDeployment } from '../../../crds/generated/model-deployment.ts';
import { virtualServices, type VirtualService } from '../../../controllers/shared/kube-types.ts';
import { answering, summarize, type Load, type LoadSummary } from '../harness/load.ts';
import { registerModels } from '../harness/models.ts';
import { inNamespace } from '../harness/namespace.ts';
import { modelDeployment, setVersion, until } from '../harness/objects.ts';
import { featureRows, type Row } from '../harness/samples.ts';

const env = inNamespace('e2e-shadow');
const { namespace, host } = env;
const previewHeader = 'x-preview';
let rows: readonly Row[] = [];

const load = (maxSeconds: number, headers: Readonly<Record<string, string>> = {}): Load => env.load({ rows, requestsPerSecond: 100, maxSeconds, headers });
const rolloutOf = (version: string, rollout: object): ReturnType<typeof modelDeployment> => {
  const made = modelDeployment(namespace, version);
  return { ...made, spec: { ...made.spec, rollout: { ...made.spec.rollout, previewHeader, ...rollout } } };
};
const shadow = (version: string, more: object = {}): ReturnType<typeof modelDeployment> => rolloutOf(version, { strategy: 'Shadow', shadow: { percent: 50, minRequests: 300, hold: '3s', ...more } });
const mirrors = async (): Promise<unknown> => {
  const route = await env.kube().object<VirtualService & { spec?: { http?: readonly { name?: string; mirrors?: unknown }[] } }>(virtualServices, namespace, 'tumour');
  return route?.spec?.http?.find(({ name }) => name === 'weighted')?.mirrors;
};
const disagreement = ({ status }: ModelDeployment): { compared?: number; disagreed?: number; absolute?: number; upper?: number } | undefined => status?.evidence?.find(({ slo }) => slo === 'disagreement');
const annotate = (verb: string): Promise<string> => env.kube().kubectl('annotate', 'md', 'tumour', '-n', namespace, '--overwrite', `trainyard.dev/${verb}=${verb}-${Date.now()}`);
const byStableAlone = (summary: LoadSummary, version: string): void => expect(summary).toMatchObject({ failed: 0, problems: [], byVersion: { [version]: summary.requests } });

/** The label that one version gives to every row of the table, asked one by one. */
async function labels(version: string, headers: Readonly<Record<string, string>>): Promise<readonly unknown[]> {
  const { body, headers: told } = await request(`${env.kube().addresses.gateway}/predict`, { method: 'POST', headers: { ...headers, host, 'content-type': 'application/json' }, body: JSON.stringify({ rows }) });
  expect(told['x-trainyard-version']).toBe(version);
  const { predictions } = (await body.json()) as { readonly predictions: readonly { readonly label: unknown }[] };
  return predictions.map(({ label }) => label);
}

beforeAll(async () => {
  const kube = env.kube();
  rows = await featureRows(kube, 'tumour.csv', ['malignant', 'patient_id']);
  await registerModels(kube, namespace, { 'tumour-1': 'trained', 'tumour-2': 'boosted', 'tumour-11': 'good', 'tumour-12': 'failsAlways' });
  await kube.apply([shadow('tumour-1')]);
  await until(kube, namespace, 'the first version', ({ status }) => status?.stable?.version === 'tumour-1' && status.candidate === undefined);
  await answering({ gateway: kube.addresses.gateway, host, row: rows[0] ?? {} });
});

describe('a shadow', () => {
  it('acceptance 23: mirror, errors of the candidate reach no client, stable alone answers, and the copies end with it', async () => {
    const kube = env.kube();
    const traffic = load(120);
    await setVersion(kube, namespace, 'tumour-12');
    await until(kube, namespace, 'copies', ({ status }) => status?.rollout?.mirror === 50, 60_000);
    const { status } = await until(kube, namespace, 'the end of the candidate', (object) => object.status?.lastRollback?.version === 'tumour-12', 60_000);
    await kube.waitFor('no copies', async () => ((await mirrors()) === undefined ? true : undefined), 10_000);
    await new Promise((resolve) => setTimeout(resolve, 1000));
    const summary = summarize(await traffic.stop());
    console.info(`failing shadow: ${summary.failed} of ${summary.requests} failed for clients, ${status?.lastRollback?.candidateRequests} copies, found in ${status?.lastRollback?.detectionMs} ms: ${status?.lastRollback?.message}`);
    byStableAlone(summary, 'tumour-1');
    expect(status?.lastRollback?.reason).toMatch(/TotalFailure|SloBreached/);
    expect(status?.lastRollback).toMatchObject({ failedRequests: 0, harmedRequests: 0 });
    await setVersion(kube, namespace, 'tumour-1');
  });

  it('of an equal model agrees in every answer, waits for a person, and takes over when one asks', async () => {
    const kube = env.kube();
    const traffic = load(120);
    await setVersion(kube, namespace, 'tumour-11');
    const began = Date.now();
    const waiting = await until(kube, namespace, 'the pass', ({ status }) => status?.rollout?.awaiting === 'promotion', 90_000);
    const passed = Date.now();
    expect(await mirrors()).toEqual([{ destination: { host: `${waiting.status?.candidate?.revision ?? ''}.${namespace}.svc.cluster.local`, port: { number: 80 } }, percentage: { value: 50 } }]);
    const { compared = 0, disagreed, upper = 1 } = disagreement(waiting) ?? {};
    console.info(`equal shadow: passed ${((passed - began) / 1000).toFixed(1)} s after its version was named; ${waiting.status?.rollout?.text ?? ''}`);
    expect(compared).toBeGreaterThanOrEqual(300);
    expect(disagreed).toBe(0);
    expect(upper).toBeLessThanOrEqual(0.02);
    const copies = waiting.status?.judge?.answered?.candidate?.requests ?? 0;
    console.info(`compared ${compared} of ${copies} copies`);
    // Answers of the look before the first are left out, and those of the last one still wait.
    expect(compared).toBeGreaterThan(0.5 * copies);
    byStableAlone(summarize(traffic.answers), 'tumour-1');
    const asked = Date.now();
    await annotate('promote');
    await until(kube, namespace, 'promotion', ({ status }) => status?.stable?.version === 'tumour-11' && status.candidate === undefined, 30_000);
    await kube.waitFor('no copies', async () => ((await mirrors()) === undefined ? true : undefined), 10_000);
    const answers = await traffic.stop();
    expect(summarize(answers)).toMatchObject({ failed: 0, problems: [] });
    // Until somebody asked, nobody was answered by it.
    expect(answers.filter(({ version, endedAt }) => version === 'tumour-11' && endedAt < asked)).toEqual([]);
  });

  it('of another model shows how often it differs, which is as often as it does, and is given up', async () => {
    const kube = env.kube();
    const tolerant = { percent: 100, maxDisagreement: 0.5, hold: '10m' };
    await kube.apply([shadow('tumour-2', tolerant)]);
    await until(kube, namespace, 'copies', ({ status }) => status?.candidate?.version === 'tumour-2' && status.rollout?.mirror === 100, 60_000);
    const [one, other] = await Promise.all([labels('tumour-11', {}), kube.waitFor('the preview', () => labels('tumour-2', { [previewHeader]: 'candidate' }), 10_000)]);
    const share = one.filter((label, i) => label !== other[i]).length / rows.length;
    const traffic = load(120);
    const shown = await until(kube, namespace, 'twice the table compared', (object) => (disagreement(object)?.compared ?? 0) >= 2 * rows.length, 100_000);
    expect(shown.status?.lastRollback?.version).not.toBe('tumour-2');
    const { compared = 0, disagreed = 0 } = disagreement(shown) ?? {};
    await kube.apply([shadow('tumour-2', { ...tolerant, maxDisagreement: 0.001 })]);
    const object = await until(kube, namespace, 'the end of the candidate', ({ status }) => status?.lastRollback?.version === 'tumour-2', 100_000);
    const summary = summarize(await traffic.stop());
    console.info(`other shadow: ${disagreed} of ${compared} answers differ (${((100 * disagreed) / compared).toFixed(2)} %), of the ${rows.length} rows ${(100 * share).toFixed(2)} %; then: ${object.status?.lastRollback?.message ?? ''}`);
    expect(object.status?.lastRollback).toMatchObject({ reason: 'Disagreement', slo: 'disagreement', harmedRequests: 0 });
    expect(share).toBeGreaterThan(0);
    // The rows come in turn, so a part of the table is counted once more than the rest.
    expect(Math.abs(disagreed / compared - share)).toBeLessThan(0.5 * share);
    byStableAlone(summary, 'tumour-11');
    // The status comes first, the route after it.
    await kube.waitFor('no copies', async () => ((await mirrors()) === undefined ? true : undefined), 10_000);
    await setVersion(kube, namespace, 'tumour-11');
  });
});

describe('a dark launch', () => {
  it('acceptance 24: at 0 % the candidate is ready, and only who sends the preview header reaches it', async () => {
    const kube = env.kube();
    await kube.apply([rolloutOf('tumour-1', { strategy: 'Canary', steps: [{ weight: 0, hold: '10m' }, { weight: 50, hold: '10m' }] })]);
    const { status } = await until(kube, namespace, 'the dark step', (object) => object.status?.candidate?.version === 'tumour-1' && object.status.rollout?.step === 1, 60_000);
    expect(status?.rollout?.weight).toBe(0);
    expect(status?.candidate?.readyReplicas).toBe(1);
    await answering({ gateway: kube.addresses.gateway, host, row: rows[0] ?? {} });
    await new Promise((resolve) => setTimeout(resolve, 500));
    const [without, candidate, other] = await Promise.all([load(3).finished(), load(3, { [previewHeader]: 'candidate' }).finished(), load(3, { [previewHeader]: 'yes' }).finished()]);
    for (const [answers, version] of [[without, 'tumour-11'], [candidate, 'tumour-1'], [other, 'tumour-11']] as const) byStableAlone(summarize(answers), version);
    console.info(`dark launch: ${without.length + other.length} requests by stable, ${candidate.length} with the header by the candidate`);
    await annotate('abort');
    await until(kube, namespace, 'the end', (object) => object.status?.candidate === undefined);
    await kube.waitFor('no preview', async () => {
      const [answer] = await env.load({ rows: rows.slice(0, 1), requestsPerSecond: 10, maxSeconds: 0.15, headers: { [previewHeader]: 'candidate' } }).finished();
      return answer?.version === 'tumour-11' ? true : undefined;
    }, 10_000);
  });
});
