import type { Engine } from './engine.ts';
import { argo, argoDocs, argoTight } from './engines/argo.ts';
import { flagger } from './engines/flagger.ts';
import { trainyard } from './engines/trainyard.ts';
import type { Collection } from './scrapes.ts';
import type { Setting } from './simulate.ts';

/** One point of the grid, and the engines that watch the same rollouts there. */
export interface Point {
  readonly setting: Setting;
  readonly engines: readonly Engine[];
}

export const rates = [2, 10, 100, 1000] as const;
export const bases = [0.001, 0.005, 0.01] as const;
export const bursts = [1, 3, 5, 20] as const;
export const effects = [0.02, 0.05, 0.2, 1] as const;

/** Scrapes as Prometheus does them by default in many clusters, some lost, and each path down once in two hours. */
export const usual: Collection = { prometheus: true, scrapeSeconds: 15, lostScrape: 0.05, lostRead: 0.02, outageEvery: 7200, outageSeconds: 30 };

export function settingOf(requestsPerSecond: number, baseError: number, burst: number, effect: number, collection = usual): Setting {
  return {
    scene: { requestsPerSecond, candidateShare: 0.1, baseError, effect, burst, candidatePods: 2, stablePods: 3, restartSeconds: 1800 },
    collection,
    lookSeconds: 1,
    horizonSeconds: 1800,
  };
}

export function grid(): readonly Point[] {
  const peers = [trainyard(), flagger(1), flagger(5), flagger(10), argo(argoTight), argo(argoDocs)];
  const each = (basesOf: readonly number[], make: (rate: number, base: number, burst: number) => readonly Point[]): Point[] =>
    rates.flatMap((rate) => basesOf.flatMap((base) => bursts.flatMap((burst) => make(rate, base, burst))));
  return [
    // As good as stable: here every rollback is a false one.
    ...each(bases, (rate, base, burst) => [
      { setting: settingOf(rate, base, burst, base), engines: peers },
      { setting: settingOf(rate, base, burst, base, { ...usual, prometheus: false }), engines: [trainyard('trainyard-pods-only')] },
    ]),
    // In between lies 0.5 %, which adds nothing but time.
    ...each([0.001, 0.01], (rate, base, burst) => effects.map((effect) => ({ setting: settingOf(rate, base, burst, effect), engines: peers }))),
  ];
}

/** As the two simulations were made that the design of the judge rests on: everything is read, and every 10 s. */
export function published(): readonly Point[] {
  const perfect: Collection = { prometheus: true, scrapeSeconds: 10, lostScrape: 0, lostRead: 0, outageEvery: Infinity, outageSeconds: 0 };
  const point = (rate: number, base: number, burst: number, effect: number): Point => {
    const { scene, ...rest } = settingOf(rate, base, burst, effect, perfect);
    return { setting: { ...rest, lookSeconds: 10, scene: { ...scene, candidatePods: 1, stablePods: 1, restartSeconds: Infinity } }, engines: [trainyard(), trainyard('trainyard-undeflated', false), flagger(1), flagger(5), flagger(10)] };
  };
  return [
    ...[point(10, 0.002, 1, 0.002), point(10, 0.005, 1, 0.005), point(10, 0.002, 1, 0.02), point(10, 0.002, 1, 0.05), point(10, 0.002, 1, 0.2), point(10, 0.002, 1, 1)],
    ...[point(100, 0.005, 1, 0.005), point(100, 0.005, 1, 0.02), point(2, 0.005, 1, 0.005), point(2, 0.005, 1, 0.05), point(2, 0.005, 1, 0.02)],
    ...[3, 5, 20].flatMap((burst) => [0.005, 0.05, 0.2, 1].map((effect) => point(10, 0.005, burst, effect))),
  ];
}
