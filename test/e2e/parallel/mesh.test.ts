// A client that is a pod in the mesh, without any gateway in between: the route is bound to `mesh`.
import { beforeAll, describe, expect, it } from 'vitest';
import { answering, summarize, type Load } from '../harness/load.ts';
import { meshClient } from '../harness/mesh-client.ts';
import { registerModels } from '../harness/models.ts';
import { inNamespace } from '../harness/namespace.ts';
import { modelDeployment, readDeployment, setVersion, until } from '../harness/objects.ts';
import { featureRows, type Row } from '../harness/samples.ts';

const env = inNamespace('e2e-mesh');
const { namespace } = env;
const host = `tumour.${namespace}.svc.cluster.local`;
let rows: readonly Row[] = [];
let client = '';

const load = (): Load => env.load({ gateway: client, host, rows, requestsPerSecond: 100 });

function deployment(version: string, shield: 'Auto' | 'Off'): ReturnType<typeof modelDeployment> {
  const made = modelDeployment(namespace, version, { steps: [{ weight: 20, hold: '5m' }], spec: { traffic: {} } });
  return { ...made, spec: { ...made.spec, rollout: { ...made.spec.rollout, scaleDownDelay: '2s', shield: { mode: shield, tryTimeout: '500ms' } } } };
}

beforeAll(async () => {
  const kube = env.kube();
  rows = await featureRows(kube, 'tumour.csv', ['malignant', 'patient_id']);
  await registerModels(kube, namespace, { 'tumour-1': 'trained', 'tumour-2': 'good', 'tumour-3': 'failsAlways' });
  await kube.apply([deployment('tumour-1', 'Off')]);
  await until(kube, namespace, 'the first version', ({ status }) => status?.stable?.version === 'tumour-1' && status.candidate === undefined);
  client = await meshClient(kube, namespace);
  await answering({ gateway: client, host, row: rows[0] ?? {} });
});

describe('a client in the mesh', () => {
  it('gets the split of the weights', async () => {
    const kube = env.kube();
    const traffic = load();
    await setVersion(kube, namespace, 'tumour-2');
    await until(kube, namespace, 'the first step', ({ status }) => status?.rollout?.step === 1, 60_000);
    await new Promise((resolve) => setTimeout(resolve, 1000));
    const from = Date.now();
    await new Promise((resolve) => setTimeout(resolve, 10_000));
    const answers = await traffic.stop();
    const { byVersion, failed, requests } = summarize(answers.filter(({ sentAt }) => sentAt >= from));
    const all = summarize(answers);
    console.info(`in the mesh: ${JSON.stringify(byVersion)} of ${requests} at 20 %, ${all.failed} of ${all.requests} failed ${all.problems.join('; ')}`);
    expect(all).toMatchObject({ failed: 0, problems: [] });
    expect(failed).toBe(0);
    // Four standard deviations of a binomial.
    const share = (byVersion['tumour-2'] ?? 0) / requests;
    expect(Math.abs(share - 0.2)).toBeLessThan(4 * Math.sqrt((0.2 * 0.8) / requests));
  });

  it.each([
    ['without the shield', 'Off'],
    ['with the shield', 'Auto'],
  ] as const)('sees a failing candidate rolled back %s', async (name, shield) => {
    const kube = env.kube();
    await kube.kubectl('annotate', 'md', 'tumour', '-n', namespace, '--overwrite', `trainyard.dev/retry=${Date.now()}`);
    await kube.apply([deployment('tumour-1', shield)]);
    await until(kube, namespace, 'rest', ({ status }) => status?.candidate === undefined && status?.retiring === undefined, 60_000);
    const before = (await readDeployment(kube, namespace)).status?.lastRollback?.time;
    const traffic = load();
    await setVersion(kube, namespace, 'tumour-3');
    const { status } = await until(kube, namespace, 'rollback', (object) => object.status?.lastRollback?.time !== before && object.status?.lastRollback?.propagated === true, 90_000);
    const summary = summarize(await traffic.stop());
    console.info(`in the mesh, ${name}: ${summary.failed} of ${summary.requests} failed, first bad to last bad ${summary.firstBadToLastBadMs} ms, ${status?.lastRollback?.failedRequests} failed by the candidate`);
    expect(status?.lastRollback?.failedRequests).toBeGreaterThan(0);
    if (shield === 'Auto') expect(summary).toMatchObject({ failed: 0, problems: [] });
    else expect(summary.failed).toBe(status?.lastRollback?.harmedRequests);
  });
});
