import { describe, expect, it } from 'vitest';
import { livenessChecks, measureLoopDelay } from './liveness.ts';

const noDelay = { longest: () => 0 };
const noWatch = { watchAges: () => new Map<string, number>() };

describe('liveness', () => {
  it.each<[name: string, ages: [string, number][], told: string | undefined]>([
    ['no watch', [], undefined],
    ['one that heard something lately', [['pods', 309]], undefined],
    ['one that is stuck', [['pods', 901], ['jobs.batch', 3]], 'nothing heard of pods for 901 s'],
  ])('with %s', (_name, ages, told) => {
    expect(livenessChecks({ metrics: { watchAges: () => new Map(ages) }, loop: noDelay })['watches']?.()?.message).toBe(told);
  });

  it('fails when two probes in a row saw a blocked event loop, not at the first', () => {
    const delays = [0, 11, 0, 11, 12, 0];
    const check = livenessChecks({ metrics: noWatch, loop: { longest: () => delays.shift() ?? 0 } })['event-loop'];
    expect(Array.from({ length: 6 }, () => check?.()?.message)).toEqual([undefined, undefined, undefined, undefined, 'the event loop was blocked for 11.0 s and again for 12.0 s', undefined]);
  });

  it('measures a loop that is really blocked, and forgets it once told', async () => {
    const loop = measureLoopDelay();
    await new Promise((resolve) => setTimeout(resolve, 60));
    const until = performance.now() + 300;
    while (performance.now() < until);
    await new Promise((resolve) => setTimeout(resolve, 60));
    expect(loop.longest()).toBeGreaterThan(0.25);
    await new Promise((resolve) => setTimeout(resolve, 60));
    expect(loop.longest()).toBeLessThan(0.25);
    loop.stop();
  });
});
