import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ModelDeployment } from '../../../crds/generated/model-deployment.ts';
import { getCondition } from '../../../operator/runtime/conditions.ts';
import { filtersOf } from '../harness/filters.ts';
import { answering } from '../harness/load.ts';
import { meshClient } from '../harness/mesh-client.ts';
import { removeNamespace } from '../harness/install.ts';
import { registerModels } from '../harness/models.ts';
import { inNamespace } from '../harness/namespace.ts';
import { isAtRest, modelDeployment, readDeployment, setVersion, until } from '../harness/objects.ts';
import { ownGateway, type OwnGateway } from '../harness/own-gateway.ts';
import { featureRows, type Row } from '../harness/samples.ts';
import { anonymous, byCookie, byHeader, visit, visitAndReward, type Naming, type Visits } from '../harness/visits.ts';

const env = inNamespace('e2e-sticky');
const { namespace, host } = env;
const gatewayNamespace = 'e2e-sticky-gateway';
const people = Array.from({ length: Number(process.env['STICKY_USERS'] ?? '10000') }, (_, i) => `user-${i}`);
const old = 'tumour-1';
const candidate = 'tumour-2';
let rows: readonly Row[] = [];
let gateway: OwnGateway;

const filters = async (): Promise<readonly string[]> => (await filtersOf(env.kube(), namespace)).map(({ metadata }) => metadata.name.replace(/-[0-9a-f]{8}$/, '')).sort();

/** Ten thousand users at once are slow to serve on a busy machine; who is served what is asked here, not how fast. */
const deployment = (version: string, sticky: object, weights: readonly number[], rollout: object = {}): object => {
  const made = modelDeployment(namespace, version, { steps: weights.map((weight) => ({ weight, hold: '10m' })) });
  return { ...made, spec: { ...made.spec, traffic: { ...made.spec.traffic, gateways: [gateway.gateway], timeout: '10s', sticky }, rollout: { ...made.spec.rollout, scaleDownDelay: '2s', ...rollout } } };
};

async function everybody(naming: Naming, addresses: readonly string[], users: readonly string[] = people): Promise<Visits> {
  const visits = await visit({ addresses, host, users, naming });
  expect(visits.failures.slice(0, 5)).toEqual([]);
  expect(visits.versions.size).toBe(users.length);
  return visits;
}

const of = (visits: Visits, version: string): number => [...visits.versions.values()].filter((one) => one === version).length;
const changed = (before: Visits, after: Visits): readonly string[] => [...after.versions].filter(([user, version]) => before.versions.get(user) !== version).map(([user]) => user);
/** How far off the split is, in standard deviations: a fair one is off by more than four once in 16,000 times. */
function deviation(visits: Visits, percent: number, version = candidate): number {
  const [n, p] = [visits.versions.size, percent / 100];
  return Math.abs(of(visits, version) - n * p) / Math.sqrt(n * p * (1 - p));
}

/** Goes to the step and waits until every gateway pod has heard of its weight: some 150 ms, on a busy machine seconds. */
async function step(number: number, weight: number, version = candidate, naming: Naming = byHeader): Promise<void> {
  const kube = env.kube();
  if (number > 1) await kube.kubectl('annotate', 'md', 'tumour', '-n', namespace, '--overwrite', `trainyard.dev/promote=step-${Date.now()}`);
  await until(kube, namespace, `step ${number}`, ({ status }) => status?.rollout?.step === number, 60_000);
  await kube.waitFor(`${weight} % at every gateway pod`, async () => {
    const each = await Promise.all((await gateway.addresses()).map((address) => everybody(naming, [address], people.slice(0, 400))));
    return each.every((visits) => deviation(visits, weight, version) < 4 && of(visits, version) > 0 && changed(each[0]!, visits).length === 0) ? true : undefined;
  }, 60_000);
}

async function calm(): Promise<void> {
  await setVersion(env.kube(), namespace, old);
  await until(env.kube(), namespace, 'calm', isAtRest, 60_000);
}

/** New users come, and like one version in four visits of five and the other one in two of five, until the operator has seen enough. */
async function untilDecided(liked: string): Promise<ModelDeployment> {
  const kube = env.kube();
  let visitors = 0;
  for (const began = Date.now(); Date.now() - began < 90_000;) {
    const batch = Array.from({ length: 100 }, () => `visitor-${Date.now()}-${(visitors += 1)}`);
    const likes = new Map<string, number>();
    const reward = (version: string): number => {
      const count = (likes.get(version) ?? 0) + 1;
      likes.set(version, count);
      return count % 5 < (version === liked ? 4 : 2) ? 1 : 0;
    };
    expect(await visitAndReward({ address: (await gateway.addresses())[visitors % 200 === 0 ? 0 : 1] ?? '', host, row: rows[0] ?? {}, users: batch, reward })).toEqual([]);
    const object = await readDeployment(kube, namespace);
    if (object.status?.ab?.decidedAt !== undefined && object.status.candidate === undefined) return object;
    await pause(500);
  }
  throw new Error(`no verdict with ${visitors} visitors: ${(await readDeployment(kube, namespace)).status?.rollout?.text ?? ''}`);
}

beforeAll(async () => {
  const kube = env.kube();
  rows = (await featureRows(kube, 'tumour.csv', ['malignant', 'patient_id'])).slice(0, 50);
  gateway = await ownGateway(kube, gatewayNamespace);
  await registerModels(kube, namespace, { [old]: 'trained', [candidate]: 'good' });
  await kube.apply([deployment(old, { userHeader: 'x-user-id' }, [5, 25, 50])]);
  await until(kube, namespace, 'the first version', ({ status }) => status?.stable?.version === old && status.candidate === undefined);
  for (const address of await gateway.addresses()) await answering({ gateway: address, host, row: rows[0] ?? {} });
});

afterAll(async () => {
  await removeNamespace(env.kube(), gatewayNamespace);
});

describe('users of a canary', () => {
  it('acceptance 22: follow the weights, stay as they grow, and meet the same version at both gateways, in the mesh and after a restart', { timeout: 600_000 }, async () => {
    const kube = env.kube();
    await setVersion(kube, namespace, candidate);
    await step(1, 5);
    expect(getCondition((await until(kube, namespace, 'Sticky', () => true)).status?.conditions, 'Sticky')).toMatchObject({ status: 'True', reason: 'UsersKept' });
    expect(await filters()).toEqual(['tumour-sticky', 'tumour-sticky']);
    const addresses = await gateway.addresses();
    expect(addresses).toHaveLength(2);

    const seen: Visits[] = [];
    for (const [i, weight] of [5, 25, 50].entries()) {
      if (i > 0) await step(i + 1, weight);
      const visits = await everybody(byHeader, addresses);
      const before = seen.at(-1);
      const moved = before === undefined ? [] : changed(before, visits);
      const back = moved.filter((user) => visits.versions.get(user) !== candidate);
      console.info(`${weight} %: ${of(visits, candidate)} of ${people.length} users at the candidate, ${moved.length} moved to it, ${back.length} away from it (${visits.perSecond} requests/s)`);
      expect(deviation(visits, weight)).toBeLessThan(4);
      expect(back).toEqual([]);
      seen.push(visits);
    }
    const at50 = seen.at(-1)!;

    // In the other order each user comes to the other pod.
    const some = people.slice(0, 1000);
    const swapped = await everybody(byHeader, [...addresses].reverse(), people.slice(0, people.length / 2));
    const client = await meshClient(kube, namespace);
    const service = `tumour.${namespace}.svc.cluster.local`;
    await answering({ gateway: client, host: service, row: rows[0] ?? {} });
    const inMesh = await visit({ addresses: [client], host: service, users: some, naming: byHeader });
    const nobody = await everybody(anonymous, addresses, some);
    console.info(`again, at the other gateway pod: ${changed(at50, swapped).length} of ${swapped.versions.size} users changed; in the mesh, of ${some.length}: ${changed(at50, inMesh).length} changed; without the header ${of(nobody, candidate)} of ${some.length} requests at the candidate`);
    expect(changed(at50, swapped)).toEqual([]);
    expect([inMesh.failures.slice(0, 5), inMesh.versions.size, changed(at50, inMesh)]).toEqual([[], some.length, []]);
    expect(deviation(nobody, 50)).toBeLessThan(4);
    expect(changed(at50, nobody).length).toBeGreaterThan(some.length / 4);

    await gateway.restart();
    const fresh = await gateway.addresses();
    expect(fresh.filter((address) => addresses.includes(address))).toEqual([]);
    const restarted = await everybody(byHeader, fresh);
    console.info(`after a restart of both gateway pods: ${changed(at50, restarted).length} of ${people.length} users changed (${restarted.perSecond} requests/s)`);
    expect(changed(at50, restarted)).toEqual([]);
    // A split of requests by users says nothing about routing: nobody is warned of it.
    expect(await kube.kubectl('get', 'events.events.k8s.io', '-n', namespace, '--field-selector', 'reason=SampleRatioMismatch', '-o', 'name')).toBe('');
    await calm();
  });

  it('stay by a cookie too, and together with the shield', { timeout: 300_000 }, async () => {
    const kube = env.kube();
    await kube.apply([deployment(old, { userCookie: 'uid' }, [30], { shield: { mode: 'Auto', tryTimeout: '500ms' } })]);
    await setVersion(kube, namespace, candidate);
    await step(1, 30, candidate, byCookie);
    expect(await filters()).toEqual(['tumour-shield', 'tumour-shield', 'tumour-sticky', 'tumour-sticky']);
    const addresses = await gateway.addresses();
    const some = people.slice(0, 2000);
    const first = await everybody(byCookie, addresses, some);
    const second = await everybody(byCookie, [...addresses].reverse(), some);
    console.info(`by a cookie, shielded: ${of(first, candidate)} of ${some.length} users at the candidate at 30 %, ${changed(first, second).length} changed at the second visit`);
    expect(deviation(first, 30)).toBeLessThan(4);
    expect(changed(first, second)).toEqual([]);
    await calm();
    await kube.waitFor('no filter', async () => ((await filters()).length === 0 ? true : undefined), 20_000);
  });
});

describe('an A/B test', () => {
  it('promotes the version that users like better, and withdraws the one that they like less', { timeout: 300_000 }, async () => {
    const kube = env.kube();
    const { spec } = deployment(old, { userHeader: 'x-user-id' }, [5], { strategy: 'ABTest', abTest: { split: 50, alpha: 0.05, maxDuration: '1h' } }) as ModelDeployment;
    await kube.apply([{ ...modelDeployment(namespace, old), spec }]);
    await setVersion(kube, namespace, candidate);
    await step(1, 50);
    const won = await untilDecided(candidate);
    console.info(`won: ${won.status?.ab?.text ?? ''}; Welch t ${won.status?.ab?.welchT?.toFixed(2) ?? ''}, p ${won.status?.ab?.welchP?.toExponential(1) ?? ''}`);
    expect(won.status).toMatchObject({ stable: { version: candidate }, ab: { verdict: 'CandidateBetter' } });
    expect(won.status?.history?.at(-1)).toMatchObject({ to: candidate, outcome: 'Promoted' });

    await until(kube, namespace, 'rest', isAtRest, 60_000);
    // Now the other way round: the version that was stable before is the candidate, and users like it less.
    await setVersion(kube, namespace, old);
    await step(1, 50, old);
    const lost = await untilDecided(candidate);
    console.info(`lost: ${lost.status?.ab?.text ?? ''}`);
    expect(lost.status).toMatchObject({ stable: { version: candidate }, ab: { verdict: 'StableBetter' }, withdrawn: { version: old, outcome: 'Lost' } });
    expect(lost.status?.blockedDigests ?? []).toEqual([]);
    const ready = await until(kube, namespace, 'Lost', (object) => getCondition(object.status?.conditions, 'Ready')?.reason === 'Lost', 10_000);
    expect(getCondition(ready.status?.conditions, 'Stalled')?.status).toBe('True');
    // Nothing starts again by itself.
    await pause(3000);
    expect((await readDeployment(kube, namespace)).status?.candidate).toBeUndefined();
    expect(await kube.kubectl('get', 'events.events.k8s.io', '-n', namespace, '--field-selector', 'reason=Withdrawn', '-o', 'name')).not.toBe('');
  });
});
