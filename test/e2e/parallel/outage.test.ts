// Prometheus does not answer, or is gone: nobody else waits for it, nothing is rolled back for it, nothing passes.
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ModelDeployment } from '../../../crds/generated/model-deployment.ts';
import { modelDeploymentResource } from '../../../crds/generated/resources.ts';
import { analysis, evidenceStage } from '../harness/evidence-stage.ts';
import { summarize } from '../harness/load.ts';
import { readDeployment, setVersion, until } from '../harness/objects.ts';
import { ownPrometheus } from '../harness/own-prometheus.ts';

const { env, load, deployment, calm } = evidenceStage('e2e-outage');
const { namespace } = env;

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
