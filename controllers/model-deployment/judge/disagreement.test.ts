import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { judgeConfig, type Status } from '../context.ts';
import { takeSample } from '../policies/look.ts';
import { specOf, target } from '../testing/rollout.ts';
import { absoluteEValue } from './absolute.ts';
import type { Reading } from './counters.ts';
import { addCompared, disagreementBreach, disagreementShortfall, type ComparedAnswers, type DisagreementEvidence } from './disagreement.ts';
import { explain } from './explain.ts';
import { breach, type Sample, type Verdict } from './judge.ts';
import { threshold, type DisagreementObjective, type JudgeConfig } from './objective.ts';
import { remembered, toStatus } from './remember.ts';

const objective: DisagreementObjective = { type: 'Disagreement', name: 'disagreement', max: 0.02, minCompared: 500, asked: true };
const config: JudgeConfig = { objectives: [objective], compareToStable: true, alpha: 0.01, minRequests: 0, confidence: 0.95, margin: 0.01, nextShare: 1 };
const start = Date.parse('2026-01-01T00:00:00Z');
/** Looks every two seconds, each with so many more answers compared and differing. */
const after = (looks: readonly (readonly [compared: number, disagreed: number])[], epoch = 'a', before?: DisagreementEvidence): DisagreementEvidence | undefined => {
  const sum = { compared: 0, disagreed: 0 };
  return looks.reduce<DisagreementEvidence | undefined>((item, [compared, disagreed], i) => {
    sum.compared += compared;
    sum.disagreed += disagreed;
    return addCompared(config, objective, item, { epoch, ...sum }, new Date(start + 2000 * i));
  }, before);
};
const every = (count: number, look: readonly [number, number]): (readonly [number, number])[] => new Array<readonly [number, number]>(count).fill(look);

describe('answers that were compared', () => {
  it('add up over looks', () => {
    expect(after([[10, 1], [20, 0], [5, 2]])).toMatchObject({ slo: 'disagreement', type: 'Disagreement', since: '2026-01-01T00:00:00.000Z', compared: 35, disagreed: 3, badWindows: 2, threshold: threshold(config) });
  });
  it('go on from where they were when another operator begins to count', () => {
    expect(after([[7, 1]], 'b', after([[10, 1], [20, 0]]))).toMatchObject({ compared: 37, disagreed: 2, counter: { epoch: 'b', compared: 7, disagreed: 1 } });
  });
  it('stay as they are when nobody compares any more', () => {
    const item = after([[10, 1]]);
    expect(addCompared(config, objective, item, undefined, new Date(start))).toBe(item);
  });
  it('are counted once though a sample is seen twice', () => {
    const seen: ComparedAnswers = { epoch: 'a', compared: 10, disagreed: 1 };
    const once = addCompared(config, objective, undefined, seen, new Date(start));
    expect(addCompared(config, objective, once, seen, new Date(start))).toMatchObject({ compared: 10, disagreed: 1, badWindows: 1 });
  });
  it('forget a problem when it is over', () => {
    const broken = addCompared(config, objective, undefined, { epoch: 'a', compared: 0, disagreed: 0, problem: 'x'.repeat(999) }, new Date(start));
    expect(broken?.problem).toHaveLength(256);
    expect(after([[1, 0]], 'a', broken)?.problem).toBeUndefined();
  });
  it('are worth what the absolute e-value says, divided by the bursts seen', () => {
    const item = after(every(40, [20, 2]));
    expect(item?.absolute).toBe(Math.min(1e12, absoluteEValue(80, 800, 0.02, item?.dispersion)));
    expect(item?.dispersion).toBeGreaterThanOrEqual(1);
  });
});

describe('a candidate that answers otherwise', () => {
  it.each<[name: string, looks: (readonly [number, number])[], broken: boolean]>([
    ['always is given up', every(20, [20, 20]), true],
    ['ten times as often as allowed is given up', every(60, [20, 4]), true],
    ['as often as allowed is not', every(100, [50, 1]), false],
    ['never is not', every(100, [50, 0]), false],
    ['in one look only is not, however many there were', [[500, 400], ...every(20, [1, 0])], false],
    ['in a first look is not, however often', [[500, 500]], false],
    ['twice only is not', [[1, 1], [1, 1]], false],
  ])('%s', (_name, looks, broken) => {
    const item = after(looks);
    expect(item === undefined ? undefined : disagreementBreach(objective, item) !== undefined).toBe(broken);
  });
  it('is told with the numbers', () => {
    const item = after(every(20, [20, 20])) as DisagreementEvidence;
    expect(disagreementBreach(objective, item)).toMatch(/^disagreement 100\.00 % > 2\.00 % \(400 of 400 answers differ from those of stable to the same requests; e-value \S+ ≥ 100\)$/);
    expect(breach(config, remembered({}).state, [item])).toMatchObject({ slo: 'disagreement', reason: 'Disagreement' });
  });
});

describe('a trial on copies passes', () => {
  const lacking = (item: DisagreementEvidence | undefined, of: DisagreementObjective = objective): unknown => disagreementShortfall(config, of, item);
  it.each<[name: string, item: DisagreementEvidence | undefined, text: string | undefined]>([
    ['not before anything was compared', undefined, 'disagreement: fewer than 500 answers compared'],
    ['not with too few answers', after(every(49, [10, 0])), 'disagreement: fewer than 500 answers compared'],
    ['with enough that agree', after(every(50, [10, 0])), undefined],
    ['with some that differ, when that is surely within the bound', after(every(200, [10, 0]).map((look, i) => (i % 20 === 0 ? [10, 1] : look))), undefined],
    ['not while it may be more than the bound', after(every(50, [10, 0]).map((look, i) => (i % 10 === 0 ? [10, 1] : look))), 'disagreement: not yet 95.0 % sure that at most 2.00 % of the answers differ'],
  ])('%s', (_name, item, text) => {
    expect(lacking(item)).toEqual(text === undefined ? undefined : { text, unavailable: false });
  });
  it('not while the answers cannot be read', () => {
    const item = addCompared(config, objective, after(every(3, [10, 0])), { epoch: 'a', compared: 30, disagreed: 0, problem: 'pod c-0 answered 500 to /answers' }, new Date(start));
    expect(lacking(item)).toEqual({ text: 'disagreement: pod c-0 answered 500 to /answers', unavailable: true });
  });
  it('once it has: what cannot be read any more is no reason then', () => {
    const item = addCompared(config, objective, after(every(50, [10, 0])), { epoch: 'b', compared: 0, disagreed: 0, problem: 'down' }, new Date(start));
    expect(lacking(item)).toBeUndefined();
  });
  it('and asks for nothing when there are no copies any more', () => {
    expect(lacking(undefined, { ...objective, asked: false })).toBeUndefined();
  });
});

describe('any history of a trial', () => {
  const spec = specOf({ rollout: { strategy: 'Shadow', shadow: { minRequests: 60, maxDisagreement: 0.1, hold: '1s' }, analysis: { minRequests: 10, promotion: { margin: 0.2 } } } });
  const begun: Status = {
    stable: { version: 'v1', digest: 'd1', revision: 'rev-1' },
    candidate: { version: 'v2', digest: 'd2', revision: 'rev-2', startedAt: '2026-01-01T00:00:00.000Z' },
    rollout: { step: 1, steps: 1, weight: 0, mirror: 20, stepStartedAt: '2026-01-01T00:00:00.000Z' },
  };
  const rare = (share: number): fc.Arbitrary<number> => fc.integer({ min: 0, max: 99 }).map((dice) => (dice < share ? 1 : 0));
  const lookOf = (share: number): fc.Arbitrary<{ compared: number; disagreed: number; restart: boolean; silent: boolean; problem: boolean }> =>
    fc.record({ compared: fc.integer({ min: 0, max: 20 }), disagreed: share === 100 ? fc.constant(20) : fc.array(rare(share), { minLength: 20, maxLength: 20 }).map((drawn) => drawn.reduce((sum, one) => sum + one, 0)), restart: rare(5).map(Boolean), silent: rare(5).map(Boolean), problem: rare(10).map(Boolean) });
  const history = fc.constantFrom(0, 3, 10, 60, 100).chain((share) => fc.array(lookOf(share), { minLength: 20, maxLength: 40 }));

  function* samplesOf(looks: readonly { compared: number; disagreed: number; restart: boolean; silent: boolean; problem: boolean }[]): Generator<Sample> {
    let [epoch, compared, disagreed, total] = [0, 0, 0, 0];
    for (const [i, one] of looks.entries()) {
      if (one.restart) [epoch, compared, disagreed] = [epoch + 1, 0, 0];
      compared += one.compared;
      disagreed += Math.min(one.compared, one.disagreed);
      total += 20;
      const readings: Reading[] = [{ pod: 'c', epoch: '9999999999', revision: 'rev-2', total, bad: 0 }, { pod: 's', epoch: '9999999999', revision: 'rev-1', total, bad: 0 }];
      const answers = { epoch: String(epoch), compared, disagreed, ...(one.problem ? { problem: 'pod c answered 500 to /answers' } : {}) };
      yield { at: new Date(start + 3000 * (i + 1)), sources: one.silent ? [] : ['pods'], problems: [], readings: one.silent ? [] : readings, answers };
    }
  }
  const take = (status: Status, sample: Sample): Status => takeSample({ spec, now: sample.at, target: target('v2'), health: new Map(), sample, requests: {} }, status).status;

  it('can be explained from its status alone, and goes on bit for bit after a restart', { timeout: 120_000 }, () => {
    const seen: Record<Verdict, number> = { Pass: 0, Breach: 0, Insufficient: 0, Unavailable: 0 };
    fc.assert(
      fc.property(history, (looks) => {
        let [one, other] = [begun, begun];
        for (const sample of samplesOf(looks)) {
          one = take(one, sample);
          other = take(JSON.parse(JSON.stringify(other)) as Status, sample);
          expect(JSON.stringify(other)).toBe(JSON.stringify(one));
          // What stands beside the counts is not believed.
          const told = structuredClone(one);
          for (const item of told.evidence ?? []) Object.assign(item, { absolute: 1, upper: 1, threshold: 1 });
          const { verdict, because } = explain(spec, told);
          expect(verdict).toBe(one.rollout?.verdict);
          expect(because.length === 0).toBe(verdict === 'Pass');
          seen[verdict] += 1;
          const again = toStatus(judgeConfig(spec, 1, 20), remembered(one));
          expect(again).toStrictEqual({ judge: one.judge, evidence: one.evidence });
        }
      }),
      { numRuns: 40, seed: 7 },
    );
    for (const [verdict, count] of Object.entries(seen)) expect(count, verdict).toBeGreaterThan(20);
  });
});
