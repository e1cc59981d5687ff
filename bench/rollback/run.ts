import { loadavg } from 'node:os';
import { setTimeout as delay } from 'node:timers/promises';
import type { Row } from '../../test/e2e/harness/samples.ts';
import { rounded } from '../shared/median.ts';
import { faultEnvironment } from './fault.ts';
import { isBad, seenBy } from './measure.ts';
import type { Planned } from './plan.ts';
import type { Run } from './result.ts';
import { traffic } from './scenarios.ts';
import type { Subject } from './engines/subject.ts';
import type { Stage } from './stage.ts';
import { openLoop } from './traffic.ts';

/** How long it may take until the candidate answers its first request; Flagger's ticks make it minutes. */
const startMs = 300_000;
const restMs = 2_000;
/** After the rollback, to see the last bad answer. */
const tailMs = 4_000;
const pollMs = 200;

export interface Surroundings {
  readonly gateway: string;
  readonly stage: Stage;
  readonly rows: readonly Row[];
  readonly scores: readonly number[];
  readonly signal: AbortSignal;
}

/** One rollout of a candidate under traffic, from stable at rest to stable at rest. */
export async function runOnce(planned: Planned, subject: Subject, around: Surroundings): Promise<Run> {
  const { setting, scenario, repetition } = planned;
  const candidate = { version: around.stage.versions[scenario.candidate], env: faultEnvironment(scenario.fault) };
  const name = candidate.version.metadata.name;
  const load = openLoop({ gateway: around.gateway, host: subject.host, rows: around.rows, scores: around.scores, requestsPerSecond: traffic.requestsPerSecond });
  try {
    await delay(restMs, undefined, { signal: around.signal });
    refuseNoise(load.answers, scenario.good, subject);
    await subject.begin(candidate);
    const watch = (scenario.good ? setting.goodSeconds : setting.watchSeconds) * 1000;
    const began = Date.now();
    let first: number | undefined;
    let rolledBack = false;
    while (!rolledBack) {
      await delay(pollMs, undefined, { signal: around.signal });
      first ??= load.answers.find((answer) => answer.version === name || (!scenario.good && isBad(scenario, name, answer)))?.endedAt;
      // A shield may keep the candidate's every answer from clients: then the rollback is all there is to see.
      rolledBack = await subject.rolledBack();
      if (first === undefined && Date.now() - began > startMs) throw new Error(`no client saw the candidate within ${startMs / 1000} s`);
      if (first !== undefined && Date.now() - first > watch) break;
    }
    const watchedMs = Math.max(0, Date.now() - (first ?? Date.now()));
    if (rolledBack) await delay(tailMs, undefined, { signal: around.signal });
    const reason = rolledBack ? { reason: (await subject.reason()).slice(0, 300) } : {};
    const seen = seenBy(await load.stop(), scenario, name);
    return { engine: setting.engine, setting: setting.name, scenario: scenario.name, repetition, firstBadToLastBadMs: seen.firstBadToLastBadMs, harmedRequests: seen.harmedRequests, rolledBack, watchedMs, requests: seen.requests, candidateAnswers: seen.candidateAnswers, badAnswers: seen.badAnswers, load: rounded(loadavg()[0] ?? 0, 1), ...reason };
  } finally {
    await load.stop();
  }
}

/** A stable that fails by itself would be taken for the candidate. */
function refuseNoise(answers: readonly { readonly status: number }[], mayFail: boolean, { host }: Subject): void {
  const failed = answers.filter(({ status }) => status !== 200).length;
  if (!mayFail && failed > 0) throw new Error(`${failed} of ${answers.length} requests to ${host} failed before there was a candidate`);
  if (answers.length === 0) throw new Error(`nothing was answered by ${host} before there was a candidate`);
}
