import type { ModelDeploymentSpec, ModelDeploymentStatus } from '../../../crds/generated/model-deployment.ts';
import { armOf, compare, type Comparison } from './compare.ts';
import type { Rewards } from './rewards.ts';

type Test = ModelDeploymentSpec['rollout']['abTest'];
type AbStatus = NonNullable<ModelDeploymentStatus['ab']>;
export type Verdict = NonNullable<AbStatus['verdict']>;
type Figures = Pick<AbStatus, 'candidate' | 'stable' | 'alpha' | 'difference' | 'lower' | 'upper' | 'welchT' | 'welchP' | 'verdict' | 'text'>;

/** A version under test and what was told of it. */
export interface Tested {
  readonly version: string;
  readonly revision: string;
  readonly rewards: Rewards;
}

/** All that people see of a test, from the rewards alone. @param over the test has had its time. */
export function judgeTest(test: Test, candidate: Tested, stable: Tested, over: boolean): Figures {
  const compared = compare(candidate.rewards, stable.rewards, test.alpha);
  const enough = Math.min(candidate.rewards.count, stable.rewards.count) >= test.minSamples;
  const verdict = enough && compared !== undefined ? sideOf(test, compared, over) : over ? 'NoSignificantWinner' : 'NoDifferenceYet';
  return {
    candidate: armStatus(candidate),
    stable: armStatus(stable),
    alpha: test.alpha,
    ...(compared === undefined ? {} : { difference: compared.difference, lower: compared.lower, upper: compared.upper }),
    ...(compared?.welch === undefined ? {} : { welchT: compared.welch.t, welchP: compared.welch.p }),
    verdict,
    text: textOf(test, verdict, candidate, stable, enough ? compared : undefined),
  };
}

function sideOf({ direction }: Test, { lower, upper }: Comparison, over: boolean): Verdict {
  const [worse, better] = direction === 'Maximize' ? [upper < 0, lower > 0] : [lower > 0, upper < 0];
  if (better) return 'CandidateBetter';
  if (worse) return 'StableBetter';
  return over ? 'NoSignificantWinner' : 'NoDifferenceYet';
}

function armStatus({ revision, rewards }: Tested): NonNullable<AbStatus['candidate']> {
  const arm = armOf(rewards);
  return { revision, samples: rewards.count, sum: rewards.sum, sumSquares: rewards.sumSquares, ...(arm === undefined ? {} : { mean: arm.mean, stdDev: Math.sqrt(arm.variance) }) };
}

function textOf({ minSamples, alpha, direction, maxDuration }: Test, verdict: Verdict, candidate: Tested, stable: Tested, compared: Comparison | undefined): string {
  const counts = `${candidate.rewards.count} rewards of ${candidate.version}, ${stable.rewards.count} of ${stable.version}`;
  const numbers = compared === undefined ? `${counts}; ${minSamples} of each are needed` : `mean reward ${mean(candidate)} of ${candidate.version} against ${mean(stable)} of ${stable.version}, difference ${short(compared.difference)} between ${short(compared.lower)} and ${short(compared.upper)} with confidence ${short(100 * (1 - alpha))} % (${counts})`;
  const wanted = direction === 'Maximize' ? 'more' : 'less';
  switch (verdict) {
    case 'CandidateBetter':
      return `${candidate.version} is better (${wanted} is wanted): ${numbers}`;
    case 'StableBetter':
      return `${stable.version} is better (${wanted} is wanted): ${numbers}`;
    case 'NoSignificantWinner':
      return `no winner within ${maxDuration}: ${numbers}`;
    case 'NoDifferenceYet':
      return compared === undefined ? numbers : `no difference is proven yet: ${numbers}`;
  }
}

function mean({ rewards }: Tested): string {
  return short(rewards.sum / Math.max(1, rewards.count));
}

function short(value: number): string {
  return String(Number(value.toPrecision(4)));
}
