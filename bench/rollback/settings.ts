import type { Scenario, ScenarioName } from './scenarios.ts';

export type EngineName = 'trainyard' | 'flagger' | 'argo-rollouts';

export const settingNames = ['trainyard', 'trainyard-quick', 'trainyard-shield', 'flagger-tight', 'flagger-default', 'argo-tight', 'argo-docs'] as const;
export type SettingName = (typeof settingNames)[number];

export interface Setting {
  readonly name: SettingName;
  readonly engine: EngineName;
  readonly text: string;
  /** Of the repetitions asked for: some settings take long. */
  readonly share: number;
  /** Left out: all. */
  readonly only?: readonly ScenarioName[];
  /** How long a candidate that is not rolled back is watched, in seconds from its first answer. */
  readonly watchSeconds: number;
  /** The same for a good candidate. */
  readonly goodSeconds: number;
  /** What a run takes besides the watch: until the first answer, and back to rest. For the estimate only. */
  readonly aroundSeconds: number;
  /** What a rollback is expected to take, for the estimate only. */
  readonly rollbackSeconds: number;
}

export const settings: readonly Setting[] = [
  { name: 'trainyard', engine: 'trainyard', share: 1, text: 'without the shield, else as it comes, with guardrail predictionDrift 0.2', watchSeconds: 60, goodSeconds: 60, aroundSeconds: 13, rollbackSeconds: 12 },
  { name: 'trainyard-quick', engine: 'trainyard', share: 0.5, text: 'the same with presumedBurst 1, for failures that do not come in bursts', watchSeconds: 60, goodSeconds: 60, aroundSeconds: 13, rollbackSeconds: 5 },
  { name: 'trainyard-shield', engine: 'trainyard', share: 1, text: 'as it comes, so with the shield, and with the guardrail', watchSeconds: 60, goodSeconds: 60, aroundSeconds: 13, rollbackSeconds: 12 },
  { name: 'flagger-tight', engine: 'flagger', share: 1, text: 'interval 10s, its least; threshold 1', watchSeconds: 120, goodSeconds: 60, aroundSeconds: 60, rollbackSeconds: 20 },
  { name: 'flagger-default', engine: 'flagger', share: 0.5, text: 'interval 60s, threshold 1: what it takes without a word', watchSeconds: 200, goodSeconds: 190, aroundSeconds: 150, rollbackSeconds: 120 },
  { name: 'argo-tight', engine: 'argo-rollouts', share: 1, text: 'a measurement every 5 s over the last 10 s, failureLimit 0', watchSeconds: 120, goodSeconds: 60, aroundSeconds: 25, rollbackSeconds: 10 },
  { name: 'argo-docs', engine: 'argo-rollouts', share: 0.5, text: 'the example of its documentation: every 5 minutes, 95 %, failureLimit 3', watchSeconds: 960, goodSeconds: 960, aroundSeconds: 30, rollbackSeconds: 900, only: ['total-failure'] },
];

export function settingOf(name: string): Setting {
  const found = settings.find((setting) => setting.name === name);
  if (found === undefined) throw new Error(`no setting is called "${name}"; there are ${settingNames.join(', ')}`);
  return found;
}

/** A rollback that does not come is known only after the watch. */
export function expectedSeconds(setting: Setting, scenario: Scenario): number {
  const neverRolledBack = scenario.name === 'garbage' && setting.engine !== 'trainyard';
  const late = scenario.name === 'crash-loop' && setting.engine === 'flagger';
  const inside = scenario.good ? setting.goodSeconds : neverRolledBack || late ? setting.watchSeconds : setting.rollbackSeconds;
  return setting.aroundSeconds + inside;
}

