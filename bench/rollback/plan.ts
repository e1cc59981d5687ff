import { scenarioNames, scenarioOf, type Scenario } from './scenarios.ts';
import { expectedSeconds, settingNames, settingOf, type Setting } from './settings.ts';

export interface Planned {
  readonly setting: Setting;
  readonly scenario: Scenario;
  readonly repetition: number;
}

/** What runs one after another; lanes run side by side, each with a namespace, a host and a stable version of its own. */
export type Lane = readonly Planned[];

export interface Wishes {
  /** Of Trainyard's settings. */
  readonly repetitions: number;
  /** Of the peers' settings, which take minutes a run. */
  readonly peerRepetitions: number;
  readonly settings: readonly string[];
  readonly scenarios: readonly string[];
  /** Of the peers; left out: the same. */
  readonly peerScenarios?: readonly string[];
  /** No run begins after this. */
  readonly minutes: number;
}

export function readWishes(env: Readonly<Record<string, string | undefined>> = process.env): Wishes {
  const list = (name: string, all: readonly string[]): readonly string[] => env[name]?.split(',').filter((word) => word !== '') ?? all;
  return {
    repetitions: Number(env['BENCH_REPETITIONS'] ?? 10),
    peerRepetitions: Number(env['BENCH_PEER_REPETITIONS'] ?? 2),
    settings: list('BENCH_SETTINGS', settingNames),
    scenarios: list('BENCH_SCENARIOS', scenarioNames),
    peerScenarios: list('BENCH_PEER_SCENARIOS', list('BENCH_SCENARIOS', scenarioNames)),
    minutes: Number(env['BENCH_MINUTES'] ?? 600),
  };
}

/** Quick settings share a lane, so that about as many streams of requests run at any time; slow ones have one each. */
const together: readonly (readonly string[])[] = [['trainyard'], ['trainyard-quick', 'argo-tight'], ['trainyard-shield'], ['flagger-tight'], ['flagger-default'], ['argo-docs']];

export function planLanes(wishes: Wishes): readonly Lane[] {
  const known = wishes.settings.map(settingOf);
  return together.map((names) => lane(known.filter(({ name }) => names.includes(name)), wishes)).filter((runs) => runs.length > 0);
}

/** Engines take turns. Good candidates come last: they need another stable version, which takes a while to put there. */
function lane(settings: readonly Setting[], wishes: Wishes): Lane {
  return [false, true].flatMap((wantsGood) =>
    Array.from({ length: Math.max(wishes.repetitions, wishes.peerRepetitions) }, (_, index) => index + 1).flatMap((repetition) =>
      settings
        .filter((setting) => repetition <= repetitionsOf(setting, wishes))
        .flatMap((setting) => scenariosOf(setting, wishes).filter(({ good }) => good === wantsGood).map((scenario) => ({ setting, scenario, repetition }))),
    ),
  );
}

function scenariosOf({ engine, only }: Setting, { scenarios, peerScenarios = scenarios }: Wishes): readonly Scenario[] {
  return (engine === 'trainyard' ? scenarios : peerScenarios).map(scenarioOf).filter(({ name }) => only?.includes(name) ?? true);
}

function repetitionsOf({ engine, share }: Setting, { repetitions, peerRepetitions }: Wishes): number {
  return Math.ceil(share * (engine === 'trainyard' ? repetitions : peerRepetitions));
}

export function laneSeconds(runs: Lane): number {
  return runs.reduce((sum, { setting, scenario }) => sum + expectedSeconds(setting, scenario), 0);
}

/** The plan as lines: what runs beside what, how often and how long. */
export function describePlan(lanes: readonly Lane[]): string {
  const setUpSeconds = 150;
  const lines = lanes.map((runs, index) => {
    const counts = new Map<string, number>();
    for (const { setting } of runs) counts.set(setting.name, (counts.get(setting.name) ?? 0) + 1);
    return `lane ${index + 1}: ${[...counts].map(([name, count]) => `${name} ${count} runs`).join(', ')}; about ${minutesOf(laneSeconds(runs))}`;
  });
  return [...lines, `side by side: about ${minutesOf(setUpSeconds + Math.max(0, ...lanes.map(laneSeconds)))} with the set-up`].join('\n');
}

export function minutesOf(seconds: number): string {
  return seconds < 90 ? `${Math.round(seconds)} s` : `${Math.round(seconds / 60)} min`;
}
