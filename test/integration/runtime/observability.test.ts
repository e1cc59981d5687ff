// What people and machines see of an operator at work, and while it ends: probes, metrics, events and the audit log.
import { afterEach, describe, expect, it } from 'vitest';
import { announce, auditAnnotation, type EventCatalogue } from '../../../controllers/shared/announce.ts';
import { createClient } from '../../../operator/runtime/client.ts';
import { createController } from '../../../operator/runtime/controller.ts';
import { createEventRecorder, type KubeEvent } from '../../../operator/runtime/events.ts';
import { createInformer } from '../../../operator/runtime/informer.ts';
import type { Lease } from '../../../operator/runtime/leader.ts';
import { leaseType } from '../../../operator/runtime/leader.ts';
import { livenessChecks, measureLoopDelay } from '../../../operator/runtime/liveness.ts';
import { createLogger } from '../../../operator/runtime/log.ts';
import { createManager } from '../../../operator/runtime/manager.ts';
import { done } from '../../../operator/runtime/outcome.ts';
import { eventually, silentSurroundings } from '../../../operator/runtime/testing/silent.ts';
import type { ConfigMap } from '../../../operator/runtime/testing/samples.ts';
import { keyOf } from '../../../operator/runtime/types.ts';
import { sharedEnv } from '../harness/shared-env.ts';
import { configMapType, eventType } from '../harness/types.ts';

const env = sharedEnv();
const ends: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0)) await end();
});

const catalogue: EventCatalogue = { Promoted: { type: 'Normal', action: 'ShiftTraffic', audited: true, meaning: '' } };
const numbers = { step: 2, weightAfter: 100, 'errors.relative': 0.031 };

/** An operator that decides once about every ConfigMap with our label; a gate holds its reconciles where a test wants it. */
async function setUp() {
  const namespace = await env.createNamespace();
  const lines: string[] = [];
  const surroundings = silentSurroundings({ logger: createLogger({ level: 'info', destination: { write: (line: string) => void lines.push(line) } }) });
  const client = createClient({ kubeConfig: env.kubeConfig, ...surroundings });
  const recorder = createEventRecorder({ client, reportingController: 'test.trainyard.dev/maps', reportingInstance: 'one', ...surroundings });
  const maps = createInformer<ConfigMap>({ client, type: configMapType, namespaces: [namespace], labelSelector: 'decide', ...surroundings });
  const begun: string[] = [];
  const finished: string[] = [];
  let open = (): void => undefined;
  let gate = Promise.resolve();
  const controller = createController({
    name: 'maps',
    workers: 1,
    reconcile: async (key) => {
      begun.push(key.name);
      await gate;
      const map = maps.store.get(key);
      if (map !== undefined) announce({ events: recorder, logger: surroundings.logger }, catalogue, map, [{ type: 'Normal', reason: 'Promoted', action: 'ShiftTraffic', note: `${key.name} serves`, facts: { from: 'a', to: key.name, numbers } }]);
      finished.push(key.name);
      return done();
    },
    ...surroundings,
  }).watches(maps, (change) => [keyOf(change.object)]);
  const loop = measureLoopDelay();
  const manager = createManager({ client, leaderElection: { namespace, name: 'maps', identity: 'one', timing: { leaseDurationMs: 6_000, renewDeadlineMs: 4_000, retryPeriodMs: 500 } }, informers: [maps], controllers: [controller], recorders: [recorder], healthyChecks: livenessChecks({ metrics: surroundings.metrics, loop }), healthPort: 0, metricsPort: 0, host: '127.0.0.1', ...surroundings });
  const terminate = new AbortController();
  const ended = manager.run(terminate.signal);
  ends.push(async () => {
    open();
    terminate.abort();
    await ended;
    loop.stop();
    await client.close();
  });
  await eventually(() => manager.isLeading());
  const ask = async (which: 'health' | 'metrics', path: string) => {
    const response = await fetch(`http://127.0.0.1:${manager.ports()?.[which] ?? 0}${path}`, { signal: AbortSignal.timeout(5_000) });
    return { status: response.status, text: await response.text() };
  };
  return {
    namespace,
    begun,
    finished,
    ended,
    terminate: () => terminate.abort(),
    hold: () => {
      gate = new Promise((resolve) => {
        open = resolve;
      });
    },
    open: () => open(),
    enqueue: (name: string) => controller.enqueue({ namespace, name }),
    create: (name: string) => env.client.create<ConfigMap>(configMapType, { apiVersion: 'v1', kind: 'ConfigMap', metadata: { namespace, name, labels: { decide: '' } } }),
    audit: () => lines.map((line) => JSON.parse(line) as { audit?: boolean; decision?: string; to?: string; numbers?: object; note?: string }).filter(({ audit }) => audit === true),
    events: async () => (await env.client.list<KubeEvent>(eventType, { namespace, fieldSelector: 'reason=Promoted' })).items,
    holder: async () => (await env.client.get<Lease>(leaseType, { namespace, name: 'maps' }))?.spec?.holderIdentity,
    ask,
  };
}

describe('an operator at work', () => {
  it('answers its probes and shows watches, calls and queues', async () => {
    const { ask, create, finished } = await setUp();
    await create('b');
    await eventually(() => finished.includes('b'));
    expect(await ask('health', '/healthz?verbose')).toEqual({ status: 200, text: '[+]ping ok\n[+]lease ok\n[+]watches ok\n[+]event-loop ok\nhealthz check passed\n' });
    expect(await ask('health', '/readyz')).toEqual({ status: 200, text: 'ok\n' });
    const { text } = await ask('metrics', '/metrics');
    const value = (series: string): number => Number(text.split('\n').find((line) => line.startsWith(`${series} `))?.split(' ').at(-1));
    expect(value('controller_runtime_reconcile_total{controller="maps",result="success"}')).toBe(1);
    expect(value('controller_runtime_reconcile_total{controller="maps",result="error"}')).toBe(0);
    expect(value('workqueue_adds_total{name="maps",controller="maps"}')).toBe(1);
    expect(value('informer_events_total{resource="configmaps",type="added"}')).toBe(1);
    expect(value('informer_events_total{resource="configmaps",type="deleted"}')).toBe(0);
    expect(value('watch_relists_total{resource="configmaps"}')).toBe(1);
    expect(Date.now() / 1000 - value('watch_last_list_timestamp_seconds{resource="configmaps"}')).toBeLessThan(600);
    expect(value('watch_last_activity_age_seconds{resource="configmaps"}')).toBeLessThan(600);
    expect(value('leader_election_master_status{name="maps"}')).toBe(1);
    const server = new URL(env.kubeConfig.getCurrentCluster()?.server ?? '').host;
    expect(value(`rest_client_requests_total{method="POST",code="201",host="${server}"}`)).toBeGreaterThan(0);
  });

  it('tells a decision by one event that the API server keeps and one line, with the same numbers', async () => {
    const { create, events, audit } = await setUp();
    const { metadata } = await create('b');
    await eventually(async () => (await events()).length > 0);
    const [event, ...more] = await events();
    const record = JSON.parse(event?.metadata.annotations?.[auditAnnotation] ?? '{}') as object;
    expect([more, event?.note]).toEqual([[], 'b serves']);
    expect(record).toEqual({ decision: 'Promoted', subject: { kind: 'ConfigMap', namespace: metadata.namespace, name: 'b', uid: metadata.uid, generation: 0 }, from: 'a', to: 'b', numbers });
    expect(audit()).toMatchObject([{ ...record, note: 'b serves' }]);
  });
});

describe('an operator that is told to end', () => {
  it('is no longer ready, ends what is under way, begins nothing, writes its events and gives the lease back', async () => {
    const { ask, create, hold, open, begun, finished, terminate, ended, enqueue, events, holder } = await setUp();
    hold();
    await create('b');
    await eventually(() => begun.includes('b'));
    enqueue('waits-for-the-one-worker');
    terminate();
    await eventually(async () => (await ask('health', '/readyz')).status === 503);
    expect((await ask('health', '/readyz')).text).toContain('[-]shutdown failed: shutting down');
    expect((await ask('health', '/healthz')).status).toBe(200);
    enqueue('comes-too-late');
    await create('comes-too-late-too');
    expect([finished, await holder()]).toEqual([[], 'one']);
    open();
    expect(await ended).toBe(0);
    expect([begun, finished]).toEqual([['b'], ['b']]);
    expect([(await events()).map(({ note }) => note), await holder()]).toEqual([['b serves'], '']);
  });
});
