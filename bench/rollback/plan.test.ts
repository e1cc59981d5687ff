import { describe, expect, it } from 'vitest';
import { boundsOf } from './bounds.ts';
import { peers, versionOf } from './peers.ts';
import { describePlan, laneSeconds, planLanes, readWishes } from './plan.ts';
import { scenarioNames } from './scenarios.ts';

const settingsOf = (lanes: ReturnType<typeof planLanes>): string[][] => lanes.map((lane) => [...new Set(lane.map(({ setting }) => setting.name))]);

describe('the plan', () => {
  it('runs ten times ours, and the peers side by side with it', () => {
    const lanes = planLanes(readWishes({}));
    expect(settingsOf(lanes)).toEqual([['trainyard'], ['trainyard-quick', 'argo-tight'], ['trainyard-shield'], ['flagger-tight'], ['flagger-default'], ['argo-docs']]);
    expect(lanes[0]).toHaveLength(10 * scenarioNames.length);
    expect(lanes[5]!.map(({ scenario }) => scenario.name)).toEqual(['total-failure']);
  });
  it('lets engines of a lane take turns, and ends with the good candidates', () => {
    const [lane] = planLanes(readWishes({ BENCH_SETTINGS: 'trainyard-quick,argo-tight', BENCH_SCENARIOS: 'a-a,total-failure', BENCH_REPETITIONS: '2', BENCH_PEER_REPETITIONS: '2' }));
    expect(lane!.map(({ setting, scenario, repetition }) => `${setting.name} ${scenario.name} ${repetition}`)).toEqual([
      'trainyard-quick total-failure 1', 'argo-tight total-failure 1', 'argo-tight total-failure 2', 'trainyard-quick a-a 1', 'argo-tight a-a 1', 'argo-tight a-a 2',
    ]);
  });
  it('leaves out lanes without a run', () => expect(settingsOf(planLanes(readWishes({ BENCH_SETTINGS: 'argo-docs', BENCH_SCENARIOS: 'garbage' })))).toEqual([]));
  it('refuses what it does not know', () => {
    expect(() => planLanes(readWishes({ BENCH_SETTINGS: 'spinnaker' }))).toThrow('no setting is called "spinnaker"; there are trainyard, trainyard-quick');
    expect(() => planLanes(readWishes({ BENCH_SCENARIOS: 'fire' }))).toThrow('no scenario is called "fire"; there are total-failure');
  });
  it('takes as long as its longest lane', () => {
    const lanes = planLanes(readWishes({ BENCH_SETTINGS: 'trainyard,flagger-tight', BENCH_SCENARIOS: 'total-failure', BENCH_REPETITIONS: '10', BENCH_PEER_REPETITIONS: '1' }));
    expect(lanes.map(laneSeconds)).toEqual([250, 80]);
    expect(describePlan(lanes)).toBe('lane 1: trainyard 10 runs; about 4 min\nlane 2: flagger-tight 1 runs; about 80 s\nside by side: about 7 min with the set-up');
  });
});

describe('the copies of the model', () => {
  const radii = Array.from({ length: 1000 }, (_, index) => index / 10 + 0.05);
  const bounds = boundsOf(radii);
  it.each([
    ['good', 0],
    ['total', 1000],
    ['errors20', 200],
    ['errors5', 50],
    ['base', 5],
  ] as const)('fail for their share of the rows: %s', (name, expected) => expect(radii.filter((radius) => radius > bounds[name])).toHaveLength(expected));
  it('differ where they are to be alike', () => expect(bounds.baseAgain).toBe(Number((bounds.base + 0.1).toFixed(1))));
});

describe('a peer', () => {
  it.each([
    ['in a block', 'require (\n\tgithub.com/a/b v1.0.0 // indirect\n\tgithub.com/fluxcd/flagger v1.36.1 // indirect\n)\n', 'v1.36.1'],
    ['in a line', 'require github.com/fluxcd/flagger v2.0.0\n', 'v2.0.0'],
  ])('has the version that its go.mod requires %s', (_name, goMod, expected) => expect(versionOf(peers[0]!, goMod)).toBe(expected));
  it('must be required', () => expect(() => versionOf(peers[0]!, 'module x\n')).toThrow('go.mod requires no github.com/fluxcd/flagger'));
});
