import type { Kube } from '../../test/e2e/harness/kube.ts';
import { answering } from '../../test/e2e/harness/load.ts';
import { argoSubject, asInDocs, tight } from './engines/argo-rollouts.ts';
import { flaggerSubject } from './engines/flagger.ts';
import type { Subject } from './engines/subject.ts';
import { trainyardSubject } from './engines/trainyard.ts';
import { faultEnvironment } from './fault.ts';
import { laneSeconds, minutesOf, type Lane, type Planned } from './plan.ts';
import type { Run } from './result.ts';
import { runOnce } from './run.ts';
import { namespaceOf, openNamespace, type Stage } from './stage.ts';
import type { Setting, SettingName } from './settings.ts';
import { rightScores } from './traffic.ts';

export interface Bench {
  readonly kube: Kube;
  readonly stage: Stage;
  readonly signal: AbortSignal;
  /** `performance.now()` after which no run begins. */
  readonly endsAt: number;
  readonly print: (line: string) => void;
  readonly done: (run: Run) => void;
  readonly failed: (text: string) => void;
}

function subjectOf(kube: Kube, { name }: Setting): Subject {
  const namespace = namespaceOf(name);
  const host = `${name}.bench.example`;
  const makers: Readonly<Record<SettingName, () => Subject>> = {
    'trainyard': () => trainyardSubject(kube, namespace, host, {}),
    'trainyard-quick': () => trainyardSubject(kube, namespace, host, { analysis: { presumedBurst: 1 } }),
    'trainyard-shield': () => trainyardSubject(kube, namespace, host, { rollout: { shield: { mode: 'Auto' } } }),
    'flagger-tight': () => flaggerSubject(kube, namespace, host, '10s'),
    'flagger-default': () => flaggerSubject(kube, namespace, host, '60s'),
    'argo-tight': () => argoSubject(kube, namespace, host, tight),
    'argo-docs': () => argoSubject(kube, namespace, host, asInDocs),
  };
  return makers[name]();
}

/** A subject with what is known of it. */
interface Prepared {
  readonly subject: Subject;
  readonly stable: string;
  readonly scores: readonly number[];
}

/** Runs a lane to its end, or until the time is up. A run that fails is told and left out; the next begins from a fresh stable. */
export async function runLane(bench: Bench, lane: Lane): Promise<void> {
  const { kube, stage, print, signal } = bench;
  const prepared = new Map<SettingName, Prepared>();
  for (const [index, planned] of lane.entries()) {
    signal.throwIfAborted();
    if (performance.now() > bench.endsAt) return bench.failed(`${lane.length - index} runs from ${nameOf(planned)} on were left out: the time was up`);
    const { setting, scenario } = planned;
    const known = prepared.get(setting.name);
    try {
      const ready = known?.stable === scenario.stable ? known : await prepare(bench, planned, known?.subject);
      prepared.set(setting.name, ready);
      const run = await runOnce(planned, ready.subject, { gateway: kube.addresses.gateway, stage, rows: stage.rows, scores: ready.scores, signal });
      // What was measured while everything was being removed is no figure.
      signal.throwIfAborted();
      bench.done(run);
      print(`${nameOf(planned)}: ${textOf(run)}; ${lane.length - index - 1} runs left in its lane, about ${minutesOf(laneSeconds(lane.slice(index + 1)))}`);
      await ready.subject.rest();
    } catch (error) {
      signal.throwIfAborted();
      bench.failed(`${nameOf(planned)}: ${error instanceof Error ? error.message : String(error)}`);
      const subject = prepared.get(setting.name)?.subject ?? known?.subject;
      if (subject !== undefined) prepared.set(setting.name, { subject, stable: 'unknown', scores: [] });
    }
  }
}

async function prepare({ kube, stage }: Bench, { setting, scenario }: Planned, before: Subject | undefined): Promise<Prepared> {
  const subject = before ?? subjectOf(kube, setting);
  if (before === undefined) await openNamespace(kube, subject.namespace, setting.engine === 'trainyard' ? Object.values(stage.versions) : []);
  await subject.prepare({ version: stage.versions[scenario.stable], env: faultEnvironment('none') });
  const { gateway } = kube.addresses;
  const [smallest = {}] = stage.rows.toSorted((one, other) => Number(one['mean_radius']) - Number(other['mean_radius']));
  await answering({ gateway, host: subject.host, row: smallest });
  // A model that fails for some rows fails a request with all of them.
  const scores = scenario.stable === 'trained' ? await rightScores(gateway, subject.host, stage.rows) : [];
  return { subject, stable: scenario.stable, scores };
}

const nameOf = ({ setting, scenario, repetition }: Planned): string => `${setting.name} ${scenario.name} #${repetition}`;

function textOf({ firstBadToLastBadMs, harmedRequests, rolledBack, watchedMs, requests, reason = '' }: Run): string {
  return `${rolledBack ? 'rolled back' : `NOT rolled back within ${Math.round(watchedMs / 1000)} s`}, first bad to last bad ${firstBadToLastBadMs} ms, ${harmedRequests} of ${requests} harmed${reason === '' ? '' : ` (${reason.slice(0, 120)})`}`;
}
