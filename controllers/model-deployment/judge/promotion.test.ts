// When a step passes, as a table; and that the sample and the default promote healthy candidates in time.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseAllDocuments } from 'yaml';
import type { ModelDeploymentSpec } from '../../../crds/generated/model-deployment.ts';
import { durationMs } from '../../shared/duration.ts';
import { upperBound } from '../../shared/statistics/bernoulli-interval.ts';
import { judgeConfig } from '../context.ts';
import { specOf } from '../testing/rollout.ts';
import { beginStep, freshJudge, look, shortfalls, verdict, type Judged } from './judge.ts';
import type { JudgeConfig } from './objective.ts';

const base: JudgeConfig = { objectives: [{ type: 'ErrorRatio', name: 'errors', max: 0.01 }], compareToStable: true, alpha: 0.01, minRequests: 20, confidence: 0.95, margin: 0.01, nextShare: 0.25 };
const strict = { objectives: [{ type: 'ErrorRatio', name: 'errors', max: 0.001 }] } as const;
type Pair = readonly [requests: number, bad: number];
const judged = (config: JudgeConfig, candidate: Pair, stable: Pair): Judged =>
  look(config, { state: freshJudge, evidence: [] }, {
    at: new Date(1000), sources: ['pods'], problems: [],
    readings: [{ pod: 'c', epoch: '200', revision: 'cand', total: candidate[0], bad: candidate[1] }, { pod: 's', epoch: '200', revision: 'stable', total: stable[0], bad: stable[1] }],
  }, { candidate: 'cand', stable: 'stable', since: 100 });

describe('a step passes', () => {
  it.each<[name: string, more: Partial<JudgeConfig>, candidate: Pair, stable: Pair, passes: boolean]>([
    ['with enough clean requests for the next 25 %', {}, [100, 0], [1900, 0], true],
    ['not with half of them', {}, [50, 0], [1900, 0], false],
    ['not for the next 50 % with the same', { nextShare: 0.5 }, [100, 0], [1900, 0], false],
    ['for the next 50 % with twice as many', { nextShare: 0.5 }, [200, 0], [1900, 0], true],
    ['not for promotion with 150', { nextShare: 1 }, [150, 0], [1900, 0], false],
    ['for promotion with 300', { nextShare: 1 }, [300, 0], [1900, 0], true],
    ['with fewer where more may be worse', { margin: 0.05 }, [30, 0], [500, 0], true],
    ['with fewer where less confidence is asked for', { confidence: 0.5 }, [30, 0], [500, 0], true],
    ['not below minRequests, however wide the margin', { margin: 1 }, [19, 0], [500, 0], false],
    ['not while the share of failures is above the bound', { margin: 1 }, [50, 1], [500, 0], false],
    ['when stable fails as often, though both are above the bound', { margin: 0.05 }, [200, 4], [2000, 40], true],
    ['not so without the comparison', { margin: 0.05, compareToStable: false }, [200, 4], [2000, 40], false],
    ['not when stable fails as often but too few requests tell', { margin: 0.01 }, [50, 1], [2000, 40], false],
    ['by the difference alone, where both are above the bound', { ...strict, margin: 0.0075, nextShare: 0.5 }, [1000, 9], [100_000, 900], true],
    ['and not by it where it allows less', { ...strict, margin: 0.005, nextShare: 0.5 }, [1000, 9], [100_000, 900], false],
  ])('%s', (_name, more, candidate, stable, passes) => {
    expect(verdict({ ...base, ...more }, judged({ ...base, ...more }, candidate, stable))).toBe(passes ? 'Pass' : 'Insufficient');
  });
  it('and says what is lacking in a sentence that stays the same from look to look', () => {
    const texts = [[40, 0], [60, 0]].map((pair) => shortfalls(base, judged(base, pair as unknown as Pair, [900, 0]).state, judged(base, pair as unknown as Pair, [900, 0]).evidence)[0]?.text);
    expect(texts).toEqual(['errors: not yet 95.0 % sure of at most 5.00 %, as the next weight needs', texts[0]]);
  });
  it('with several objectives only if all do', () => {
    const config: JudgeConfig = { ...base, objectives: [...base.objectives, { type: 'Query', name: 'orders', min: 3 }] };
    expect(verdict(config, judged(config, [300, 0], [1900, 0]))).toBe('Insufficient');
  });
  it('without any objective only from minRequests on', () => {
    const config: JudgeConfig = { ...base, objectives: [] };
    expect([19, 20].map((requests) => verdict(config, judged(config, [requests, 0], [900, 0])))).toEqual(['Insufficient', 'Pass']);
  });
});

/** Seconds of each step at a steady rate without failures, looking every second. */
function secondsOf(spec: ModelDeploymentSpec, perSecond: number): number[] {
  let now: Judged = { state: freshJudge, evidence: [] };
  const totals = { candidate: 0, stable: 0 };
  let at = 1000;
  return spec.rollout.steps.map(({ weight, hold }, i) => {
    const config = judgeConfig(spec, i + 1);
    for (let second = 1; second <= 3600; second += 1) {
      totals.candidate += (perSecond * weight) / 100;
      totals.stable += perSecond * (1 - weight / 100);
      at += 1000;
      now = look(config, now, {
        at: new Date(at), sources: ['pods'], problems: [],
        readings: [{ pod: 'c', epoch: '200', revision: 'cand', total: Math.floor(totals.candidate), bad: 0 }, { pod: 's', epoch: '200', revision: 'stable', total: Math.floor(totals.stable), bad: 0 }],
      }, { candidate: 'cand', stable: 'stable', since: 100 });
      if (second * 1000 >= durationMs(hold) && verdict(config, now) === 'Pass') {
        now = beginStep(now);
        return second;
      }
    }
    return Number.POSITIVE_INFINITY;
  });
}

describe('a healthy candidate', () => {
  it('goes through the sample at 50 requests a second in its hold times', () => {
    const [sample] = parseAllDocuments(readFileSync(new URL('../../../config/samples/breast-cancer/model-deployment.yaml', import.meta.url), 'utf8'));
    const { rollout } = (sample?.toJS() as { spec: { rollout: object } }).spec;
    expect(secondsOf(specOf({ rollout }), 50)).toEqual([12, 8, 8]);
  });
  it('goes through the steps of the end-to-end tests in their hold times', () => {
    const rollout = { steps: [{ weight: 20, hold: '5s' }, { weight: 50, hold: '5s' }], analysis: { minRequests: 20, promotion: { margin: 0.05 } } };
    expect(secondsOf(specOf({ rollout }), 50)).toEqual([5, 5]);
  });
  it('needs no more than minRequests a step by default', () => {
    const steps = [{ weight: 5, hold: '1m' }, { weight: 25, hold: '2m' }, { weight: 50, hold: '2m' }];
    const seconds = secondsOf(specOf({ rollout: { steps, analysis: {} } }), 4);
    // 4 a second: 100 requests take 500 s at 5 %, 100 s at 25 % (held 120 s), 50 s at 50 % (held 120 s).
    expect(seconds).toEqual([500, 120, 120]);
  });
});

it('what may come next is the whole traffic where there is but one step', () => {
  expect(judgeConfig(specOf({ rollout: { strategy: 'BlueGreen' } }), 1).nextShare).toBe(1);
  expect([0, 1, 2].map((step) => judgeConfig(specOf(), step).nextShare)).toEqual([0.05, 0.5, 1]);
});

describe('the upper bound', () => {
  it.each([0.01, 0.05])('stays above a true share of %f at every look in at least 95 %% of canaries', (share) => {
    let state = 11;
    const random = (): number => ((state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0) / 2 ** 32);
    let broken = 0;
    for (let run = 0; run < 300; run += 1) {
      let bad = 0;
      for (let n = 1; n <= 1500; n += 1) {
        if (random() < share) bad += 1;
        if (n % 30 === 0 && upperBound(bad, n, 0.05, 100) < share) {
          broken += 1;
          break;
        }
      }
    }
    // 15 are expected at most; 24 has a probability of 2 % then.
    expect(broken).toBeLessThanOrEqual(24);
  }, 120_000);
});
