// Random histories of rollouts with every rule in use: what status says is enough to work out the verdict again, and to
// go on after a restart as if nothing had happened.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { beginStep, type Sample, type Verdict } from './judge.ts';
import type { Reading } from './counters.ts';
import { judgeConfig, type Context, type Status } from '../context.ts';
import { takeSample } from '../policies/look.ts';
import { specOf, target } from '../testing/rollout.ts';
import { explain } from './explain.ts';
import { remembered, toStatus } from './remember.ts';

const slos = [
  { name: 'errors', type: 'ErrorRatio', max: 0.02 },
  { name: 'latency', type: 'Latency', quantile: 0.9, maxLatency: '100ms' },
  { name: 'orders', type: 'Query', query: 'x', min: 1 },
];
const spec = specOf({ rollout: { steps: [{ weight: 20, hold: '1s' }, { weight: 60, hold: '1s' }], analysis: { minRequests: 10, slos, guardrails: { predictionDrift: 0.1, invalidOutputRatio: 0 }, promotion: { margin: 0.2 } } } });

interface Look {
  readonly candidate: readonly [requests: number, bad: number, slow: number, invalid: number];
  readonly stable: readonly [requests: number, bad: number, slow: number];
  /** Share of the candidate's predictions in the first bin, in tenths. */
  readonly lean: number;
  readonly query: number | 'problem' | 'down';
  readonly silent: boolean;
  readonly step: boolean;
}

const least = (weight: number, value: number): { weight: number; arbitrary: fc.Arbitrary<number> } => ({ weight, arbitrary: fc.constant(value) });
const rare = fc.oneof(least(5, 0), least(2, 1), least(1, 4));
/** As many as prove something within a minute, though stable tells nothing of bursts. */
const many = fc.integer({ min: 2, max: 14 });
const lookOf = (bad: fc.Arbitrary<number>, lean: fc.Arbitrary<number>, slow = bad): fc.Arbitrary<Look> =>
  fc.record({
    candidate: fc.tuple(fc.integer({ min: 0, max: 40 }), bad, slow, fc.oneof(least(9, 0), least(1, 1))),
    stable: fc.tuple(fc.integer({ min: 0, max: 160 }), fc.constant(0), fc.oneof(least(4, 0), least(1, 2))),
    lean,
    query: fc.oneof({ weight: 12, arbitrary: fc.constant<Look['query']>(2) }, { weight: 1, arbitrary: fc.constantFrom<Look['query'][]>(0.5, 'problem', 'down') }),
    silent: fc.oneof({ weight: 15, arbitrary: fc.constant(false) }, { weight: 1, arbitrary: fc.constant(true) }),
    step: fc.oneof({ weight: 15, arbitrary: fc.constant(false) }, { weight: 1, arbitrary: fc.constant(true) }),
  });
const history = fc.oneof(
  fc.array(lookOf(fc.constant(0), fc.constant(5)), { minLength: 5, maxLength: 30 }),
  fc.array(lookOf(rare, fc.constant(5)), { minLength: 5, maxLength: 30 }),
  fc.array(lookOf(fc.constant(0), fc.constant(9)), { minLength: 10, maxLength: 30 }),
  fc.array(lookOf(many, fc.constant(5)), { minLength: 10, maxLength: 30 }),
  fc.array(lookOf(fc.constant(0), fc.constant(5), many), { minLength: 10, maxLength: 30 }),
);

class Server {
  private readonly totals = { total: 0, bad: 0, fast: 0, invalid: 0, a: 0, b: 0 };
  private readonly pod: string;
  private readonly revision: string;
  constructor(pod: string, revision: string) {
    this.pod = pod;
    this.revision = revision;
  }
  answer(requests: number, bad: number, slow: number, invalid: number, lean: number): Reading {
    const { totals } = this;
    totals.total += requests;
    totals.bad += Math.min(requests, bad + invalid);
    totals.fast += Math.max(0, requests - bad - slow - invalid);
    totals.invalid += Math.min(requests, invalid);
    const a = Math.round((requests * lean) / 10);
    totals.a += a;
    totals.b += requests - a;
    return { pod: this.pod, epoch: '9999999999', revision: this.revision, total: totals.total, bad: totals.bad, within: { '0.1': totals.fast, '0.5': totals.total }, invalid: totals.invalid, bins: { a: totals.a, b: totals.b } };
  }
}

function* samplesOf(looks: readonly Look[]): Generator<{ sample: Sample; step: boolean }> {
  const [candidate, stable] = [new Server('c', 'rev-2'), new Server('s', 'rev-1')];
  let at = Date.parse('2026-01-01T00:00:00Z');
  for (const one of looks) {
    at += 3000;
    const readings = [candidate.answer(...one.candidate, one.lean), stable.answer(...one.stable, 0, 5)];
    const query = typeof one.query === 'number' ? { value: one.query } : { problem: one.query, unavailable: one.query === 'down' };
    yield { step: one.step, sample: one.silent ? { at: new Date(at), sources: [], problems: ['down'], readings: [] } : { at: new Date(at), sources: ['pods'], problems: [], readings, queries: [{ slo: 'orders', at: new Date(at), ...query }] } };
  }
}

const begun: Status = {
  stable: { version: 'v1', digest: 'd1', revision: 'rev-1' },
  candidate: { version: 'v2', digest: 'd2', revision: 'rev-2', startedAt: '2026-01-01T00:00:00.000Z' },
  rollout: { step: 1, steps: 2, weight: 20, stepStartedAt: '2026-01-01T00:00:00.000Z' },
};
const context = (sample: Sample): Context => ({ spec, now: sample.at, target: target('v2'), health: new Map(), sample, requests: {} });
const take = (status: Status, { sample, step }: { sample: Sample; step: boolean }): Status => {
  const next = takeSample(context(sample), status).status;
  if (!step || next.rollout?.step !== 1) return next;
  const config = judgeConfig(spec, 2);
  return { ...next, ...toStatus(config, beginStep(remembered(next))), rollout: { step: 2, steps: 2, weight: 60, stepStartedAt: sample.at.toISOString(), verdict: 'Insufficient' } };
};

describe('any history of a rollout', () => {
  it('can be explained from its status alone: the verdict is the live one', { timeout: 300_000 }, () => {
    const seen: Record<Verdict, number> = { Pass: 0, Breach: 0, Insufficient: 0, Unavailable: 0 };
    const causes = new Set<string>();
    fc.assert(
      fc.property(history, (looks) => {
        let status = begun;
        for (const one of samplesOf(looks)) {
          status = take(status, one);
          // What stands beside the counts is not believed.
          const told = structuredClone(status);
          for (const item of told.evidence ?? []) Object.assign(item, item.type === 'Query' ? {} : { relative: 1, absolute: 1, spacedRelative: 1, spacedAbsolute: 1, dispersion: 1, upper: 1, difference: 1, threshold: 1 });
          const { verdict, because } = explain(spec, told);
          if (one.step && status.rollout?.verdict === 'Insufficient') continue;
          expect(verdict).toBe(status.rollout?.verdict);
          expect(because.length === 0).toBe(verdict === 'Pass');
          seen[verdict] += 1;
          if (verdict === 'Breach') causes.add((because[0] ?? '').split(' ').find((word) => /errors|latency|orders|NaN|predictions|failed/.test(word)) ?? '');
        }
      }),
      { numRuns: 120, seed: 7 },
    );
    for (const [verdict, count] of Object.entries(seen)) expect(count, verdict).toBeGreaterThan(20);
    for (const cause of ['errors', 'latency', 'NaN', 'predictions']) expect([...causes]).toContain(cause);
  });

  it('goes on bit for bit after a restart at every look', { timeout: 300_000 }, () => {
    fc.assert(
      fc.property(history, (looks) => {
        let [one, other] = [begun, begun];
        for (const next of samplesOf(looks)) {
          one = take(one, next);
          // All that is left after a restart is what the API server holds.
          other = take(JSON.parse(JSON.stringify(other)) as Status, next);
          expect(JSON.stringify(other)).toBe(JSON.stringify(one));
        }
      }),
      { numRuns: 40, seed: 7 },
    );
  });

  it('is remembered by a status without loss', () => {
    fc.assert(
      fc.property(history, (looks) => {
        let status = begun;
        for (const next of samplesOf(looks)) status = take(status, next);
        const config = judgeConfig(spec, status.rollout?.step);
        const again = toStatus(config, remembered(status));
        expect(again).toStrictEqual({ judge: status.judge, evidence: status.evidence });
      }),
      { numRuns: 40, seed: 11 },
    );
  }, 120_000);
});

describe('an explanation', () => {
  it('says what is lacking, and the figures behind it', () => {
    let status = begun;
    for (const one of samplesOf([{ candidate: [40, 0, 0, 0], stable: [160, 0, 0], lean: 5, query: 2, silent: false, step: false }])) status = take(status, one);
    expect(explain(spec, status)).toEqual({
      verdict: 'Insufficient',
      because: ['orders: not within at least 1 in 2 evaluations in a row'],
      figures: [
        expect.stringMatching(/^errors: candidate 0 of 40 \(at most \d+\.\d\d %\), in this step 0 of 40, stable 0 of 160; e-value \d\.\d+ of 300\.0$/),
        expect.stringMatching(/^latency: candidate 0 of 40/),
        'orders: 2, 0 in a row outside, 1 inside',
        'invalid outputs: 0 in 0 looks, allowed 0 of 40',
        expect.stringMatching(/^prediction drift: index 0\.000, at least 0\.000, allowed 0\.1; e-value 1\.000 of 300\.0$/),
        'split: 0 to 0, p 1.00',
      ],
    });
  });
});
