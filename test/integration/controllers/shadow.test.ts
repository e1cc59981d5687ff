// A candidate on copies of requests, against a real API server: the test plays the pods, and what they answered is kept
// and told by the model server's own code.
import { afterEach, describe, expect, it } from 'vitest';
import { virtualServices, type VirtualService } from '../../../controllers/shared/kube-types.ts';
import { createRecentAnswers } from '../../../model-server/model/recent-answers.ts';
import { answersPage } from '../../../model-server/routes/answers.ts';
import { eventually } from '../../../operator/runtime/testing/silent.ts';
import { sharedEnv } from '../harness/shared-env.ts';
import { crds } from './fixtures/crd-paths.ts';
import { Deployed } from './fixtures/deployed.ts';
import { worlds } from './fixtures/world.ts';

const env = sharedEnv({ crds });
const newWorld = worlds(() => env);
const open = new Set<Shadowed>();
afterEach(async () => {
  for (const one of open) await one.close();
  open.clear();
});

const tickMs = 100;
const perTick = 8;

/** A deployment whose stable and candidate answer the same requests, eight a tick, of which a share differently. */
class Shadowed {
  readonly web: Deployed;
  private readonly timer: NodeJS.Timeout;
  private stable: ReturnType<typeof createRecentAnswers> | undefined;
  private candidate: ReturnType<typeof createRecentAnswers> | undefined;
  private sent = 0;
  private before = 0;
  differ: number;

  constructor(web: Deployed, differ: number) {
    this.web = web;
    this.differ = differ;
    this.timer = setInterval(() => this.tick(), tickMs);
  }

  answers(version: string, role: 'stable' | 'candidate'): void {
    const recent = createRecentAnswers(role);
    this[role] = recent;
    this.before = this.sent;
    this.web.tells(version, (query) => answersPage(recent, query));
  }

  /** Requests that both could answer. */
  both(): number {
    return this.sent - this.before;
  }

  async mirrors(): Promise<unknown> {
    const live = await this.web.world.get<VirtualService>(virtualServices, this.web.name);
    return (live?.spec as { http: { name: string; mirrors?: unknown }[] } | undefined)?.http.find(({ name }) => name === 'weighted')?.mirrors;
  }

  async close(): Promise<void> {
    clearInterval(this.timer);
    await this.web.close();
  }

  private tick(): void {
    for (let i = 0; i < perTick; i += 1) {
      const id = `request-${(this.sent += 1)}`;
      this.stable?.add(id, 1, 0, '0');
      this.candidate?.add(id, 1, 0, i < perTick * this.differ ? '1' : '0');
    }
  }
}

async function shadowed(differ: number, rollout: object = {}): Promise<{ readonly one: Shadowed; readonly web: Deployed; readonly stable: string; readonly candidate: string }> {
  const world = await newWorld();
  const web = new Deployed(world, 27);
  const one = new Shadowed(web, differ);
  open.add(one);
  await Promise.all([world.readyVersion(1), world.readyVersion(2)]);
  const shadow = { percent: 25, minRequests: 200, hold: '1s' };
  await web.create('tumour-1', { rollout: { strategy: 'Shadow', shadow, scaleDownDelay: '2s', shield: { mode: 'Off' }, analysis: { interval: '500ms', minRequests: 10, promotion: { margin: 0.1 } }, ...rollout } });
  const stable = await web.serve('tumour-1');
  one.answers('tumour-1', 'stable');
  await web.condition('Ready', 'True Serving');
  await web.patch({ version: 'tumour-2' });
  const candidate = await web.serve('tumour-2');
  one.answers('tumour-2', 'candidate');
  return { one, web, stable, candidate };
}

describe('a shadow', () => {
  it('is compared answer by answer, waits for a person, and takes over when one asks; the copies end', async () => {
    const { one, web, stable, candidate } = await shadowed(0);
    const { status } = await web.until((object) => object.status?.rollout?.awaiting === 'promotion', 30_000);
    expect(await one.mirrors()).toEqual([{ destination: { host: `${candidate}.${web.world.namespace}.svc.cluster.local`, port: { number: 80 } }, percentage: { value: 25 } }]);
    expect(await web.split()).toEqual([`${stable}=100`]);
    expect(status?.rollout?.text).toMatch(/^mirrors 25 %, it has passed and waits for a person: .*; \d+ of \d+ answers compared, none differs \(at most 2 %\)$/);
    expect(status?.evidence?.find(({ slo }) => slo === 'disagreement')).toMatchObject({ type: 'Disagreement', disagreed: 0, bound: 0.02 });
    await eventually(async () => (await web.world.events('AwaitingApproval')).length === 1);
    await web.annotate('promote', 'ada-1');
    await web.until((object) => object.status?.stable?.version === 'tumour-2');
    await eventually(async () => (await web.split()).join() === `${candidate}=100`);
    expect(await one.mirrors()).toBeUndefined();
  });

  it('that answers otherwise is given up before any user was answered by it', async () => {
    const { one, web, stable } = await shadowed(0.5);
    const { status } = await web.until((object) => object.status?.lastRollback !== undefined, 90_000);
    expect(status?.lastRollback).toMatchObject({ reason: 'Disagreement', slo: 'disagreement', harmedRequests: 0, version: 'tumour-2', to: 'tumour-1' });
    expect(status?.lastRollback?.message).toMatch(/^disagreement 50\.\d\d % > 2\.00 % \(/);
    await eventually(async () => (await one.mirrors()) === undefined);
    expect(await web.split()).toEqual([`${stable}=100`]);
    await web.condition('RolledBack', 'True Disagreement');
  });

  it('counts no answer twice when the operator is killed in the middle', async () => {
    const { one, web } = await shadowed(0, { shadow: { percent: 25, minRequests: 100_000, hold: '1s' } });
    const compared = async (): Promise<number> => (await web.status()).evidence?.find(({ slo }) => slo === 'disagreement')?.compared ?? 0;
    await eventually(async () => (await compared()) > 100, 30_000);
    for (let i = 0; i < 2; i += 1) {
      const before = await compared();
      await web.world.restart();
      await eventually(async () => (await compared()) > before + 50, 30_000);
    }
    const counted = await compared();
    expect(counted).toBeGreaterThan(200);
    expect(counted).toBeLessThanOrEqual(one.both());
    one.differ = 1;
    await web.until((object) => object.status?.lastRollback?.reason === 'Disagreement', 90_000);
  });

  it('whose server tells no answers is held and not given up', async () => {
    const { web } = await shadowed(0);
    web.tells('tumour-2', () => 'not found');
    const { status } = await web.until((object) => object.status?.rollout?.text?.includes('held: disagreement: ') === true, 30_000);
    expect(status?.rollout?.text).toContain('mirrors 25 %, held: disagreement: ');
    expect(status?.lastRollback).toBeUndefined();
  });
});

describe('a canary with a trial before it', () => {
  it('gets its first percent by itself when the trial has passed', async () => {
    const { one, web, stable, candidate } = await shadowed(0, { strategy: 'Canary', steps: [{ weight: 10, hold: '10m' }] });
    await web.until((object) => object.status?.rollout?.step === 1);
    await eventually(async () => (await one.mirrors()) !== undefined);
    expect(await web.split()).toEqual([`${stable}=100`]);
    await web.until((object) => object.status?.rollout?.step === 2, 30_000);
    await eventually(async () => (await web.split()).join() === `${stable}=90,${candidate}=10`);
    expect(await one.mirrors()).toBeUndefined();
  });
});
