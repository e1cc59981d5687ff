// What goes wrong. A candidate is bad from its first request on, whoever rolls it out: a fault is part of the version, as
// a copy of the model that fails for some rows, or of its pods' environment. So there is no moment to choose.

export const scenarioNames = ['total-failure', 'errors-20', 'errors-5', 'latency-x5', 'crash-loop', 'garbage', 'a-a'] as const;
export type ScenarioName = (typeof scenarioNames)[number];

/** Copies of one model which fail for the rows with the greatest mean radius; their share, 0 to 1. */
export const models = { good: 0, total: 1, errors20: 0.2, errors5: 0.05, base: 0.005, baseAgain: 0.005 } as const;
export type ModelName = keyof typeof models;

/** What the environment adds to a server (fault.ts). */
export type Fault = 'none' | 'slow' | 'crash' | 'garbage';

export interface Scenario {
  readonly name: ScenarioName;
  readonly text: string;
  readonly stable: ModelName | 'trained';
  readonly candidate: ModelName;
  readonly fault: Fault;
  /** How a client tells a bad answer of the candidate, besides a status other than 200. */
  readonly bad: 'status' | 'slow' | 'wrong';
  /** A candidate as good as stable: whoever rolls it back is wrong. */
  readonly good: boolean;
}

const made = (name: ScenarioName, text: string, candidate: ModelName, more: Partial<Scenario> = {}): Scenario => ({ name, text, stable: 'trained', candidate, fault: 'none', bad: 'status', good: false, ...more });

export const scenarios: readonly Scenario[] = [
  made('total-failure', 'every request fails', 'total'),
  made('errors-20', '20 % of the requests fail', 'errors20'),
  made('errors-5', '5 % of the requests fail', 'errors5'),
  made('latency-x5', 'every answer takes five times as long', 'good', { fault: 'slow', bad: 'slow' }),
  made('crash-loop', 'the process ends a second after its first request, each time', 'good', { fault: 'crash' }),
  made('garbage', 'every answer is 200 with random scores', 'good', { fault: 'garbage', bad: 'wrong' }),
  made('a-a', 'the candidate is as good as stable: both fail 0.5 % of the requests, the objective is 1 %', 'baseAgain', { stable: 'base', good: true }),
];

export function scenarioOf(name: string): Scenario {
  const found = scenarios.find((scenario) => scenario.name === name);
  if (found === undefined) throw new Error(`no scenario is called "${name}"; there are ${scenarioNames.join(', ')}`);
  return found;
}

/** The same for all engines and both versions. */
export const traffic = {
  requestsPerSecond: 50,
  /** Of the candidate, in percent, from its first request on. */
  weight: 20,
  /** What a prediction takes, asleep, in both versions: as long as a larger model would, so that five times of it stands out from what a busy machine does. */
  workMs: 90,
  slowMs: 450,
  /** The objective of latency; a bucket bound of the server's histogram, so that all engines count by the very same one. */
  slowerThanMs: 400,
  objective: 0.01,
} as const;
