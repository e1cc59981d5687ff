import gammaln from '@stdlib/math-base-special-gammaln';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';

/** A seeded source of random numbers: the same seed gives the same rollout. */
export interface Random {
  /** In (0, 1), without the ends. */
  uniform(): number;
  poisson(mean: number): number;
  /** Trials up to and with the first success; Infinity where success is impossible. */
  geometric(probability: number): number;
  exponential(mean: number): number;
}

/** The generator's state follows the seed closely at first: these numbers are thrown away. */
const warmUp = 20;
/** From here on rejection is faster than multiplying. */
const largeMean = 12;

export function seededRandom(seed: number): Random {
  const generator = xoroshiro128plus(seed);
  for (let i = 0; i < warmUp; i += 1) generator.next();
  const uniform = (): number => ((generator.next() >>> 0) + 0.5) / 2 ** 32;
  return {
    uniform,
    poisson: (mean) => (mean < largeMean ? poissonByProduct(mean, uniform) : poissonByRejection(mean, uniform)),
    geometric(probability) {
      if (probability <= 0) return Infinity;
      return probability >= 1 ? 1 : Math.ceil(Math.log(uniform()) / Math.log1p(-probability));
    },
    exponential: (mean) => -mean * Math.log(uniform()),
  };
}

function poissonByProduct(mean: number, uniform: () => number): number {
  const limit = Math.exp(-mean);
  let count = 0;
  for (let product = uniform(); product > limit; product *= uniform()) count += 1;
  return count;
}

/** Transformed rejection with squeeze (Hörmann 1993, "The transformed rejection method for generating Poisson random variables", PTRS). */
function poissonByRejection(mean: number, uniform: () => number): number {
  const b = 0.931 + 2.53 * Math.sqrt(mean);
  const a = -0.059 + 0.02483 * b;
  const inverseAlpha = 1.1239 + 1.1328 / (b - 3.4);
  const squeeze = 0.9277 - 3.6224 / (b - 2);
  for (;;) {
    const u = uniform() - 0.5;
    const v = uniform();
    const us = 0.5 - Math.abs(u);
    const count = Math.floor(((2 * a) / us + b) * u + mean + 0.43);
    if (us >= 0.07 && v <= squeeze) return count;
    if (count < 0 || (us < 0.013 && v > us)) continue;
    if (Math.log((v * inverseAlpha) / (a / (us * us) + b)) <= -mean + count * Math.log(mean) - gammaln(count + 1)) return count;
  }
}
