// Random lives of a deployment: whatever happens, in whatever order, the rules of design/delivery.md hold at every decision.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { verbs, type RevisionHealth } from './context.ts';
import { traffic as trafficOf } from './policies/traffic.ts';
import { Rollout } from './testing/rollout.ts';

const versions = ['tumour-1', 'tumour-2', 'tumour-3'] as const;
const version = fc.constantFrom(...versions);

interface Event {
  readonly text: string;
  readonly asks: boolean;
  happen(rollout: Rollout): void;
}

const unhealthy: readonly RevisionHealth[] = [
  { total: 1, ready: 0, available: 0 },
  { total: 1, ready: 1, available: 0 },
  { total: 1, ready: 0, available: 0, trouble: { reason: 'LoadFailed', message: 'pod x: no' } },
  { total: 1, ready: 1, available: 1, trouble: { reason: 'CrashLooping', message: 'pod x crashed 3 times' } },
];

const traffic = (seconds: number, requests: number, bad: number, stableBad: number): Event => ({
  text: `${seconds} s with ${bad} of ${requests} failed (stable ${stableBad} of 20)`,
  asks: false,
  happen: (rollout) => {
    for (let i = 0; i < seconds; i += 1) rollout.traffic({ candidate: [requests, bad], stable: [20, stableBad] });
  },
});
const liked = (seconds: number, candidate: number): Event => ({
  text: `${seconds} s in which users like the candidate by ${candidate} more`,
  asks: false,
  happen: (rollout) => {
    const around = (mean: number): number[] => Array.from({ length: 12 }, (_, i) => mean + (i % 2 === 0 ? 1 : -1));
    for (let i = 0; i < seconds; i += 1) rollout.traffic({ candidate: [20, 0], stable: [20, 0], rewards: { candidate: around(candidate), stable: around(0) } });
  },
});
const simple = (text: string, happen: (rollout: Rollout) => void, asks = false): Event => ({ text, asks, happen });

const event: fc.Arbitrary<Event> = fc.oneof(
  { weight: 6, arbitrary: fc.tuple(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 0, max: 30 }), fc.constantFrom(0, 0, 0, 0.05, 0.5, 1), fc.constantFrom(0, 0, 2)).map(([seconds, requests, share, stableBad]) => traffic(seconds, requests, Math.round(requests * share), stableBad)) },
  { weight: 2, arbitrary: fc.integer({ min: 1, max: 40 }).map((seconds) => simple(`${seconds} s without metrics`, (rollout) => {
    for (let i = 0; i < seconds; i += 1) rollout.traffic({ sources: [] });
  })) },
  { weight: 6, arbitrary: fc.tuple(fc.integer({ min: 3, max: 5 }), fc.constantFrom(-4, -4, -4, -4, -4, 0, 4)).map(([seconds, mean]) => liked(seconds, mean)) },
  { weight: 3, arbitrary: version.map((name) => simple(`${name} is healthy`, (rollout) => void rollout.pods(name))) },
  { weight: 2, arbitrary: fc.tuple(version, fc.constantFrom(...unhealthy)).map(([name, health]) => simple(`${name} has ${health.ready} ready pods ${health.trouble?.reason ?? ''}`, (rollout) => void rollout.pods(name, health))) },
  { weight: 2, arbitrary: version.map((name) => simple(`spec names ${name}`, (rollout) => void rollout.ask(name), true)) },
  { weight: 1, arbitrary: fc.constantFrom(1, 10, 60, 700).map((seconds) => simple(`${seconds} s pass`, (rollout) => void rollout.wait(seconds))) },
  { weight: 1, arbitrary: fc.boolean().map((paused) => simple(`paused is ${paused}`, (rollout) => {
    rollout.spec = { ...rollout.spec, paused };
  })) },
  { weight: 3, arbitrary: fc.tuple(fc.constantFrom(...verbs), fc.constantFrom('a', 'b', 'c', 'full-a', 'full-b')).map(([verb, token]) => simple(`${verb} ${token}`, (rollout) => {
    rollout.requests = { ...rollout.requests, [verb]: token };
  }, verb === 'retry')) },
  { weight: 1, arbitrary: fc.boolean().map((gone) => simple(gone ? 'the gateway is gone' : 'the gateway is there', (rollout) => {
    rollout.routeProblem = gone ? { reason: 'GatewayNotFound', message: 'Gateway a/b does not exist' } : undefined;
  })) },
  { weight: 1, arbitrary: version.map((name) => simple(`${name} is not Ready`, (rollout) => {
    if (rollout.spec.version === name) rollout.target = { found: false, reason: 'VersionNotReady', message: 'not yet' };
  }, true)) },
).map((one) => ({ ...one, toString: () => one.text, [fc.toStringMethod]: () => one.text }));

/** A rollout that checks itself: Rollout.decide already checks the invariants of the status. */
class Checked extends Rollout {
  /** Digest that was rolled back since spec or retry token last changed. */
  private refused: string | undefined;

  override decide(): this {
    const before = new Map((trafficOf(this.spec, this.status)?.weights ?? []).map(({ revision, weight }) => [revision, weight]));
    const serving = this.status.stable?.revision;
    const eventsBefore = this.events.length;
    super.decide();
    const split = trafficOf(this.spec, this.status)?.weights ?? [];
    if (split.length > 0) expect(split.reduce((sum, { weight }) => sum + weight, 0)).toBe(100);
    for (const { revision, weight } of split) {
      expect(weight).toBeGreaterThan(0);
      // Stable may get its share back when a candidate is given up; everybody else must be able to answer.
      if (weight > (before.get(revision) ?? 0) && revision !== serving) expect(this.health.get(revision)?.ready ?? 0, `${revision} gets ${weight} %`).toBeGreaterThan(0);
    }
    if (serving !== undefined && this.status.stable?.revision !== serving) expect(this.events.slice(eventsBefore).map(({ reason }) => reason)).toContain('Promoted');
    const last = this.last;
    for (const { revision } of split) expect(last?.revisions).toContain(revision);
    if (last?.wakeAt !== undefined) expect(last.wakeAt.getTime()).toBeGreaterThan(this.now.getTime());
    if (this.refused !== undefined) expect(this.status.candidate?.digest).not.toBe(this.refused);
    const told = this.events.slice(eventsBefore).map(({ reason }) => reason);
    if (told.includes('RolledBack')) this.refused = this.status.lastRollback?.digest;
    // Who lost a test, or won none, is not tested again by itself; nothing is wrong with the digest.
    if (told.includes('Withdrawn')) {
      this.refused = this.status.withdrawn?.digest;
      expect(this.status.blockedDigests ?? []).not.toContain(this.refused);
    }
    return this;
  }

  play(one: Event): void {
    if (one.asks) this.refused = undefined;
    one.happen(this);
    this.settle();
    const settled = JSON.stringify(this.status);
    const { length } = this.events;
    this.decide();
    expect([JSON.stringify(this.status), this.events.length]).toEqual([settled, length]);
  }
}

const settings = fc.record({
  strategy: fc.constantFrom('Canary', 'Canary', 'BlueGreen', 'Recreate', 'ABTest', 'ABTest', 'ABTest'),
  abTest: fc.constantFrom({ maxDuration: '15s' }, { maxDuration: '15s', onWinner: 'Wait' }),
  rollbackWindow: fc.constantFrom('0s', '0s', '1h'),
  blueGreen: fc.constant({ hold: '5s' }),
  approval: fc.constantFrom({}, {}, { beforeStep: [1] }, { beforeStep: [2], beforePromotion: true }),
});

describe('any life of a deployment', () => {
  it('keeps the rules of traffic, settles, and never goes back to what was rolled back', { timeout: 60_000 }, () => {
    const seen = { Promoted: 0, RolledBack: 0, Aborted: 0, Superseded: 0, Initial: 0, Lost: 0, NoWinner: 0 };
    fc.assert(
      fc.property(fc.boolean(), settings, fc.array(event, { minLength: 5, maxLength: 30 }), (deployed, chosen, story) => {
        const rollout = new Checked({ rollout: { steps: [{ weight: 5, hold: '5s' }, { weight: 50, hold: '5s' }], scaleDownDelay: '5s', ...chosen, analysis: { minRequests: 20, holdDeadline: '1m' } } });
        if (deployed) rollout.pods('tumour-1').pods('tumour-2').settle().ask('tumour-2').settle();
        for (const one of story) rollout.play(one);
        for (const { outcome } of rollout.status.history ?? []) if (outcome !== undefined) seen[outcome] += 1;
      }),
      { numRuns: 500, seed: 7 },
    );
    // The stories are worth something only if every ending occurs in them.
    for (const [outcome, count] of Object.entries(seen)) expect(count, outcome).toBeGreaterThan(20);
  });

  it('is decided alike by an operator that starts anew at every moment', { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(fc.array(event, { minLength: 5, maxLength: 15 }), (story) => {
        const [one, other] = [Rollout.atFirstStep(), Rollout.atFirstStep()];
        for (const happening of story) {
          happening.happen(one.settle());
          // All that is left after a crash is what the API server holds.
          other.status = JSON.parse(JSON.stringify(other.status)) as typeof other.status;
          happening.happen(other.settle());
        }
        expect(other.settle().status).toEqual(one.settle().status);
      }),
      { numRuns: 100, seed: 7 },
    );
  });
});

