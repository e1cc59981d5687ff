// Random lives of a deployment, by whole reconciles over a cluster in memory: the real router, workloads and pods.
// The rules of traffic are rollout-property.test.ts's; here it is what is written and told.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ModelDeployment } from '../../crds/generated/model-deployment.ts';
import { modelDeploymentResource, modelVersionResource, trainingRunResource } from '../../crds/generated/resources.ts';
import type { KubeObject } from '../../operator/runtime/types.ts';
import { auditAnnotation } from '../shared/announce.ts';
import { deployments, gateways, horizontalPodAutoscalers, virtualServices, type Deployment, type Gateway, type HorizontalPodAutoscaler, type VirtualService } from '../shared/kube-types.ts';
import { undocumented, unseen } from '../shared/testing/undocumented.ts';
import { assertAudit, settle } from '../shared/testing/world.ts';
import { conditions } from './conditions.ts';
import { verbs } from './context.ts';
import { events } from './events.ts';
import { reconcile } from './reconcile.ts';
import { gatewayOf } from './testing/objects.ts';
import { key, Life, type Event } from './testing/life.ts';
import type { Looks } from './testing/pod-looks.ts';

const named = (text: string, happen: Event['happen']): Event & { [fc.toStringMethod]: () => string } => ({ text, happen, [fc.toStringMethod]: () => text });
const podsAre = (which: 'newest' | 'stable', looks: Looks): Event => named(`pods of ${which} are ${looks}`, (life) => life.podsAre(which, looks));
const asks = (number: number): Event => named(`spec names tumour-${number}`, (life) => life.edit({ version: `tumour-${number}` }));
const version = (number: number, how: Parameters<Life['version']>[1]): Event => named(`tumour-${number} is ${JSON.stringify(how)}`, (life) => life.version(number, how));
const versionGone = (number: number): Event => named(`tumour-${number} is gone`, ({ world }) => world.remove(modelVersionResource, { namespace: 'ml', name: `tumour-${number}` }));
const traffic = (seconds: number, bad: number): Event =>
  named(`${seconds} s with ${bad} of 20 failed`, async (life) => {
    for (let i = 1; i < seconds; i += 1) {
      await life.traffic(bad);
      await settle(life.world, () => reconcile(life.deps, key));
    }
    await life.traffic(bad);
  });
const differing = (seconds: number, differ: number): Event =>
  named(`${seconds} s in which ${differ} of 20 answers differ`, async (life) => {
    for (let i = 1; i <= seconds; i += 1) {
      await life.traffic(0, ['pods'], differ);
      await settle(life.world, () => reconcile(life.deps, key));
    }
  });
const answersOfCandidate = (like: Life['candidateAnswers']): Event => named(`answers of candidates are ${like}`, (life) => void (life.candidateAnswers = like));
const noMetrics = named('no metrics', (life) => life.traffic(0, []));
const seconds = (count: number): Event => named(`${count} s pass`, ({ world }) => world.clock.advance(count * 1000));
const liked = (seconds: number, candidate: number, stable: number): Event =>
  named(`${seconds} s in which users like the candidate at ${candidate} and stable at ${stable}`, async (life) => {
    for (let i = 0; i < seconds; i += 1) {
      await life.liked(candidate, stable);
      await settle(life.world, () => reconcile(life.deps, key));
    }
  });
const abTest: ModelDeployment['spec']['rollout']['abTest'] = { split: 50, metric: 'reward', direction: 'Maximize', minSamples: 30, alpha: 0.05, maxDuration: '1m', onWinner: 'Promote' };
const paused = (value: boolean): Event => named(`paused ${String(value)}`, (life) => life.edit({ paused: value }));
const replicas = (count: number): Event => named(`replicas ${count}`, (life) => life.edit({ server: { ...life.deployment()!.spec.server, replicas: count } }));
const gateway = (hosts: readonly string[] | undefined): Event =>
  named(`gateway ${hosts?.join() ?? 'gone'}`, ({ world }) => (hosts === undefined ? world.remove(gateways, { namespace: 'istio', name: 'gate' }) : void world.put<Gateway>(gateways, gatewayOf('gate', ...hosts))));
const foreignEdit = named('somebody changes the route', ({ world }) => world.edit<VirtualService>(virtualServices, key, (one) => ({ ...one, spec: { ...one.spec, hosts: ['elsewhere'] } })));
const verb = (name: string, token: string): Event =>
  named(`${name} ${token}`, ({ world }) => world.edit<ModelDeployment>(modelDeploymentResource, key, (one) => ({ ...one, metadata: { ...one.metadata, annotations: { ...one.metadata.annotations, [`trainyard.dev/${name}`]: token } } })));
const rollout = (more: Partial<ModelDeployment['spec']['rollout']>): Event => named(`rollout ${JSON.stringify(more)}`, (life) => life.edit({ rollout: { ...life.deployment()!.spec.rollout, ...more } }));
const guarded = (guardrails: ModelDeployment['spec']['rollout']['analysis']['guardrails']): Event =>
  named(`guardrails ${JSON.stringify(guardrails)}`, (life) => {
    const { rollout: now } = life.deployment()!.spec;
    life.edit({ rollout: { ...now, analysis: { ...now.analysis, guardrails } } });
  });
const shield: Event = rollout({ shield: { mode: 'Auto', tryTimeout: '500ms' } });
const routed = (more: Partial<ModelDeployment['spec']['traffic']>): Event => named(`traffic ${JSON.stringify(more)}`, (life) => life.edit({ traffic: { ...life.deployment()!.spec.traffic, ...more } }));
const sticky: Event = routed({ sticky: { userHeader: 'x-user-id' } });
const shadow = { percent: 10, maxDisagreement: 0.02, tolerance: 0.01, minRequests: 40, hold: '5s', onPass: 'Wait' } as const;
const hostOfElder = named('an elder deployment with the same host', (life) => void life.world.put<ModelDeployment>(modelDeploymentResource, { ...life.deployment()!, metadata: { ...key, name: 'elder', creationTimestamp: '2000-01-01T00:00:00Z' }, status: {} }));
const gatewayOfNobody = named('a gateway of no pods', ({ world }) => void world.put<Gateway>(gateways, { ...gatewayOf('gate', '*'), spec: { servers: [{ hosts: ['*'] }] } }));
const schedule = (...entries: NonNullable<ModelDeployment['spec']['schedule']>): Event => named(`schedule ${JSON.stringify(entries)}`, (life) => life.edit({ schedule: entries }));
const autoscaling = (on: boolean): Event =>
  named(`autoscaling ${on ? 'on' : 'off'}`, ({ world }) => world.edit<ModelDeployment>(modelDeploymentResource, key, ({ spec: { autoscaling: _, ...spec }, ...one }) => ({ ...one, spec: { ...spec, ...(on ? { autoscaling: { minReplicas: 1, maxReplicas: 4, targetCPU: 70, scaleDownStabilization: '1m' } } : {}) } })));
const scalersSay = (type: 'ScalingActive' | 'AbleToScale', status: 'True' | 'False'): Event =>
  named(`autoscalers say ${type}=${status}`, ({ world, deps }) => {
    for (const one of deps.stores.autoscalers.list()) world.put<HorizontalPodAutoscaler>(horizontalPodAutoscalers, { ...one, status: { conditions: [{ type, status, reason: 'Told', message: 'it said so', lastTransitionTime: world.clock.now().toISOString() }] } });
  });
/** As the controller of autoscalers does: what has one gets so many pods, if it has any and its bounds allow it. */
const scaled = (count: number): Event =>
  named(`autoscalers ask for ${count} pods`, ({ world, deps }) => {
    for (const { metadata: { name }, spec } of deps.stores.autoscalers.list()) {
      const replicas = Math.min(Math.max(count, spec?.minReplicas ?? 1), spec?.maxReplicas ?? 1);
      world.edit<Deployment>(deployments, { namespace: 'ml', name }, (one) => (one.spec?.replicas === 0 ? one : { ...one, spec: { ...one.spec, replicas } }));
    }
  });
const training = (at: 'work' | 'its end'): Event =>
  named(`a training of the model is at ${at}`, ({ world }) => {
    const time = world.clock.now().toISOString();
    const status = at === 'work' ? {} : { completionTime: time, conditions: [{ type: 'Succeeded', status: 'False', reason: 'TrainerFailed', message: '', lastTransitionTime: time }] };
    world.put(trainingRunResource, { apiVersion: 'trainyard.dev/v1alpha1', kind: 'TrainingRun', metadata: { name: 'forest', namespace: 'ml' }, spec: { model: 'tumour', register: { enabled: true }, suspend: false }, status } as KubeObject);
  });
const disturbed = named('somebody writes in between', ({ world }) => world.conflictOnce());
const deleted = named('deleted', ({ world }) => world.remove(modelDeploymentResource, key));

const number = fc.integer({ min: 1, max: 3 });
const event = fc.oneof(
  { weight: 6, arbitrary: fc.tuple(fc.constantFrom('newest', 'newest', 'stable'), fc.constantFrom<Looks[]>('ready', 'ready', 'ready', 'unlisted', 'not-ready', 'crash-loop', 'crashing', 'load-failed', 'bad-image', 'no-secret', 'no-node')).map(([which, looks]) => podsAre(which, looks)) },
  { weight: 6, arbitrary: fc.tuple(fc.constantFrom(1, 2, 6), fc.constantFrom(0, 0, 0, 0, 4, 20)).map(([count, bad]) => traffic(count, bad)) },
  { weight: 3, arbitrary: number.map(asks) },
  { weight: 3, arbitrary: fc.tuple(fc.constantFrom(...verbs), fc.constantFrom('a', 'b', 'full')).map(([name, token]) => verb(name, token)) },
  { weight: 2, arbitrary: fc.constantFrom(1, 10, 60, 700).map(seconds) },
  { weight: 1, arbitrary: fc.tuple(number, fc.constantFrom<Parameters<Life['version']>[1][]>({}, {}, { ready: false }, { stage: 'Archived' }, { model: 'other' }, { approval: { required: true, state: 'Pending' } })).map(([one, how]) => version(one, how)) },
  { weight: 1, arbitrary: number.map(versionGone) },
  { weight: 1, arbitrary: fc.boolean().map(paused) },
  { weight: 1, arbitrary: fc.constantFrom(0, 1, 1).map(replicas) },
  { weight: 1, arbitrary: fc.constantFrom<(readonly string[] | undefined)[]>(['*'], ['*'], ['other.example.com'], undefined).map(gateway) },
  { weight: 1, arbitrary: fc.constantFrom(shield, sticky) },
  { weight: 1, arbitrary: fc.constantFrom(autoscaling(true), autoscaling(true), autoscaling(false)) },
  { weight: 1, arbitrary: fc.constantFrom(1, 3).map(scaled) },
  { weight: 1, arbitrary: fc.constantFrom(foreignEdit, noMetrics, disturbed, verb('retry', 'a'), verb('retry', 'b')) },
);

// What random stories meet too seldom.
const rare: [deployed: number, story: Event[], ends: boolean][] = [
  [2, [paused(true), paused(false), seconds(10), seconds(60), asks(1), asks(2)], false],
  [1, [asks(2), podsAre('newest', 'crashing'), podsAre('newest', 'bad-image'), podsAre('newest', 'no-secret'), podsAre('newest', 'no-node'), seconds(700)], true],
  [2, [podsAre('newest', 'crash-loop'), verb('retry', 'a'), podsAre('newest', 'unlisted'), podsAre('newest', 'ready'), traffic(6, 0), traffic(6, 0), traffic(6, 0), paused(true), asks(3)], true],
  [2, [traffic(2, 20), verb('retry', 'b')], false],
  [1, [podsAre('stable', 'not-ready')], false],
  [1, [asks(4), training('work'), seconds(60), seconds(60), training('its end'), seconds(10), seconds(60), training('work'), version(4, {})], true],
  [2, [traffic(6, 4), traffic(6, 4), foreignEdit], false],
  [2, [traffic(40, 8)], false],
  [1, [version(1, { model: 'other' }), version(1, { stage: 'Archived' }), version(1, { ready: false }), versionGone(1), seconds(60), version(1, { approval: { required: true, state: 'Pending' } })], false],
  [1, [gateway(undefined), gateway(['other.example.com']), replicas(0), podsAre('stable', 'not-ready')], false],
  [0, [paused(true), podsAre('newest', 'not-ready'), seconds(700)], false],
  [0, [paused(true), versionGone(1), version(1, {})], false],
  [2, [verb('abort', 'a'), verb('retry', 'a'), podsAre('newest', 'ready'), verb('promote', 'p'), verb('promote', 'full-p'), verb('rollback', 'r'), podsAre('newest', 'ready'), asks(3)], true],
  [1, [rollout({ approval: { beforeStep: [1], beforePromotion: true } }), asks(2), podsAre('newest', 'ready'), verb('approve', 'a'), verb('promote', 'p'), traffic(6, 0), verb('approve', 'b')], false],
  [1, [rollout({ strategy: 'Recreate' }), asks(2), podsAre('stable', 'not-ready'), seconds(10)], false],
  [1, [rollout({ strategy: 'BlueGreen', previewHeader: 'x-preview' }), asks(2), podsAre('newest', 'ready'), traffic(6, 0)], false],
  [1, [shield, asks(2), podsAre('newest', 'ready'), seconds(3), traffic(1, 0), traffic(2, 1), traffic(2, 20), seconds(10)], true],
  [1, [shield, asks(2), podsAre('newest', 'ready'), seconds(3), traffic(1, 1), disturbed], true],
  [1, [shield, routed({ retries: 1 }), routed({ retries: 0, timeout: '500ms' }), gateway(undefined), gateway(['*']), rollout({ strategy: 'BlueGreen' })], false],
  [1, [rollout({ strategy: 'ABTest', abTest }), asks(2), podsAre('newest', 'ready'), seconds(1), seconds(2), liked(10, 3, 1), seconds(10)], true],
  [1, [rollout({ strategy: 'ABTest', abTest }), asks(2), podsAre('newest', 'ready'), seconds(3), liked(10, 1, 3), seconds(10), verb('retry', 'a'), podsAre('newest', 'ready'), seconds(3), traffic(2, 20)], true],
  [1, [rollout({ strategy: 'ABTest', abTest }), asks(2), podsAre('newest', 'ready'), seconds(3), liked(10, 1, 1), seconds(60), asks(1), asks(2)], true],
  [1, [sticky, asks(2), podsAre('newest', 'ready'), seconds(1), seconds(2), traffic(6, 0), foreignEdit, disturbed, traffic(6, 0), traffic(6, 0), seconds(10)], true],
  [1, [sticky, shield, asks(2), podsAre('newest', 'ready'), seconds(3), traffic(2, 20), seconds(10), gateway(undefined)], true],
  [1, [hostOfElder, asks(2), podsAre('newest', 'ready'), seconds(10)], true],
  [1, [sticky, gatewayOfNobody, asks(2), podsAre('newest', 'ready'), rollout({ strategy: 'BlueGreen' })], true],
  [1, [rollout({ shadow }), asks(2), podsAre('newest', 'ready'), differing(6, 20), seconds(10)], true],
  [1, [rollout({ strategy: 'Shadow', shadow }), asks(2), podsAre('newest', 'ready'), differing(20, 0), differing(20, 0), disturbed, verb('promote', 'p')], true],
  [1, [guarded({ invalidOutputRatio: 0 }), answersOfCandidate('invalid'), asks(2), podsAre('newest', 'ready'), traffic(6, 0)], true],
  [1, [guarded({ predictionDrift: 0.2 }), answersOfCandidate('drifted'), asks(2), podsAre('newest', 'ready'), traffic(20, 0)], true],
  [1, [autoscaling(true), scalersSay('ScalingActive', 'True'), scaled(3), asks(2), podsAre('newest', 'ready'), traffic(6, 0), seconds(10), seconds(60), scalersSay('ScalingActive', 'False'), seconds(120), scalersSay('AbleToScale', 'False'), seconds(120), replicas(0), replicas(1), autoscaling(false)], true],
  [1, [schedule({ timeZone: 'Mars/Olympus', replicas: 0 }), schedule({ timeZone: 'UTC', replicas: 0 }), asks(2), schedule()], false],
];

describe('any life of a deployment', () => {
  it('settles after every event, writes nothing then, and audits every decision once', { timeout: 120_000 }, async () => {
    const decisions = new Set<string>();
    const seen = new Set<string>();
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(0, 1, 2), fc.array(event, { minLength: 5, maxLength: 30 }), fc.boolean(), async (deployed, story, ends) => {
        const life = new Life();
        await life.play(seconds(1));
        const ready = podsAre('newest', 'ready');
        for (const one of [[], [ready], [ready, asks(2), ready]][deployed] ?? []) await life.play(one);
        for (const one of story) await life.play(one);
        assertAudit(life.world, auditAnnotation);
        expect(undocumented(life.world.seen, conditions)).toEqual([]);
        // Whoever serves was told so: from each change of stable to the next there is no gap.
        const served = life.world.audit.filter(({ decision }) => decision === 'Deployed' || decision === 'Promoted');
        served.forEach(({ from }, i) => expect(from).toBe(served[i - 1]?.to ?? ''));
        expect(life.deployment()?.status?.stable?.version).toBe(served.at(-1)?.to);
        for (const { decision } of life.world.audit) decisions.add(decision);
        for (const one of life.world.seen) seen.add(one);
        if (!ends) return;
        await life.play(deleted);
        expect(life.outcome()).toMatchObject({ owned: [[], [], [], [], []], route: undefined });
      }),
      { numRuns: 60, seed: 7, examples: rare },
    );
    expect([...decisions].sort()).toEqual(Object.entries(events).filter(([, { audited }]) => audited).map(([name]) => name).sort());
    // An API server that refuses is the integration tests'; this operator watches all namespaces.
    expect(unseen(seen, conditions).filter((one) => !one.endsWith(' ApplyFailed') && !one.endsWith(' GatewayNotWatched'))).toEqual([]);
  });

  it('sets the proxies up at least two seconds before users are split, and leaves nothing behind', async () => {
    const life = new Life();
    const step = (): number | undefined => life.deployment()?.status?.rollout?.step;
    const left = (): readonly (readonly string[])[] => [life.deps.stores.envoyFilters.list().map(({ metadata }) => `${metadata.namespace ?? ''}/${metadata.name.slice(0, 10)}`).sort(), life.deployment()?.metadata.finalizers ?? []];
    for (const one of [seconds(1), podsAre('newest', 'ready'), sticky, asks(2), podsAre('newest', 'ready')]) await life.play(one);
    expect([step(), left()]).toEqual([0, [['istio/web-sticky', 'ml/web-sticky'], ['trainyard.dev/rollout']]]);
    await life.play(seconds(2));
    // Three, as the time of a filter may leave out almost a second.
    expect(step()).toBe(0);
    await life.play(seconds(1));
    expect(step()).toBe(1);
    await life.play(verb('abort', 'a'));
    expect(left()[0]).toHaveLength(2);
    await life.play(seconds(5));
    expect(left()).toEqual([[], []]);
  });

  it('ends alike in whatever order facts become known, and however often', { timeout: 60_000 }, async () => {
    const facts = [version(1, { approval: { required: true, state: 'Approved', by: 'anna' } }), gateway(['*']), replicas(1), paused(false)];
    const start = async (): Promise<Life> => {
      const life = new Life();
      for (const one of [version(1, { approval: { required: true, state: 'Pending' } }), gateway(undefined), paused(true)]) await life.play(one);
      return life;
    };
    const finish = async (life: Life): Promise<unknown> => {
      await life.play(podsAre('newest', 'ready'));
      await life.play(seconds(10));
      return life.outcome();
    };
    const straight = await start();
    for (const one of facts) await straight.play(one);
    const expected = await finish(straight);
    expect(expected).toMatchObject({ stable: 'tumour-1', candidate: undefined });
    await fc.assert(
      fc.asyncProperty(fc.shuffledSubarray(facts, { minLength: facts.length }), fc.array(fc.nat(facts.length - 1), { maxLength: 4 }), fc.boolean(), async (order, again, together) => {
        const life = await start();
        if (together) for (const one of order) await one.happen(life);
        for (const one of [...order, ...again.map((i) => order[i]!)]) await life.play(one);
        expect(await finish(life)).toEqual(expected);
        expect(life.world.audit.map(({ decision }) => decision)).toEqual(['RolloutStarted', 'Deployed']);
      }),
      { numRuns: 20, seed: 7 },
    );
  });
});
