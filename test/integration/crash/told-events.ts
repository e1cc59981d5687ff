// ADR 0003: a decision is recorded, then told, then carried out. An event can be lost with the process that wanted to tell
// it; it can never be told twice, and never before its decision stands in a status.
import type { KubeEvent } from '../../../operator/runtime/events.ts';
import type { Experiment } from '../../../crds/generated/experiment.ts';
import type { ModelDeployment } from '../../../crds/generated/model-deployment.ts';
import type { ModelVersion } from '../../../crds/generated/model-version.ts';
import type { TrainingRun } from '../../../crds/generated/training-run.ts';
import { group } from '../../../controllers/shared/names.ts';
import { isTrue } from '../../../operator/runtime/conditions.ts';
import { plainText } from './normalised.ts';
import { versionOf } from './observatory.ts';
import type { Told } from './story.ts';

interface Regarding {
  readonly metadata: ModelVersion['metadata'];
  readonly status?: TrainingRun['status'] | Experiment['status'] | ModelVersion['status'] | ModelDeployment['status'];
}

const number = (note: string, pattern: RegExp): number => Number(pattern.exec(note)?.[1] ?? Number.NaN);

/** What a status must have said before an event with this reason was made. */
const grounds: Readonly<Record<string, (object: Regarding, note: string) => boolean>> = {
  Launched: ({ status }, note) => ((status as TrainingRun['status'])?.launches ?? 0) >= number(note, /^Launch (\d+)/),
  TrainerFailed: ({ status }) => (status as TrainingRun['status'])?.nextAttemptAt !== undefined,
  Succeeded: ({ status }) => isTrue(status?.conditions, 'Succeeded'),
  Registered: ({ status }) => (status as TrainingRun['status'])?.modelVersionRef !== undefined,
  TrialStarted: ({ status }) => (status as Experiment['status'])?.trials !== undefined,
  WinnerSelected: ({ status }) => (status as Experiment['status'])?.verdict?.winner !== undefined,
  Verified: ({ status }) => isTrue(status?.conditions, 'Ready'),
  StillServed: ({ metadata, status }) => metadata.deletionTimestamp !== undefined && isTrue(status?.conditions, 'DeletionBlocked'),
  RolloutStarted: ({ status }) => (status as ModelDeployment['status'])?.candidate !== undefined,
  Deployed: ({ status }) => (status as ModelDeployment['status'])?.history?.at(-1)?.outcome === 'Initial',
  StepStarted: ({ status }, note) => ((status as ModelDeployment['status'])?.rollout?.step ?? 0) >= number(note, /^Step (\d+)/),
  Promoted: ({ status }) => (status as ModelDeployment['status'])?.history?.at(-1)?.outcome === 'Promoted',
  RolledBack: ({ status }) => (status as ModelDeployment['status'])?.lastRollback !== undefined,
};

export function eventsOf(told: Told): KubeEvent[] {
  // The API server tells things too, for example when it repairs its table of cluster addresses.
  return told.end.filter(({ kind }) => kind === 'Event').map((object) => object as KubeEvent).filter(({ reportingController }) => reportingController.startsWith(`${group}/`));
}

export function sayingOf(event: KubeEvent, told: Told): string {
  return `${event.regarding.kind} ${event.regarding.name}: ${event.reason}: ${plainText(event.note, told)}`;
}

/** Sentences about events that are wrong. `known`: what is told when nobody dies. */
export function wrongEvents(told: Told, known: ReadonlySet<string>): string[] {
  const events = eventsOf(told);
  const counts = new Map<string, number>();
  for (const event of events) counts.set(sayingOf(event, told), (counts.get(sayingOf(event, told)) ?? 0) + (event.series?.count ?? 1));
  const repeated = [...counts].filter(([, count]) => count > 1).map(([saying, count]) => `told ${count} times: ${saying}`);
  const strange = [...counts.keys()].filter((saying) => known.size > 0 && !known.has(saying)).map((saying) => `told, though never otherwise: ${saying}`);
  const groundless = events.filter((event) => !hasGround(told, event)).map((event) => `told before any status said so: ${sayingOf(event, told)}`);
  return [...repeated, ...strange, ...groundless];
}

function hasGround(told: Told, event: KubeEvent): boolean {
  const ground = grounds[event.reason];
  if (ground === undefined) return false;
  const first = told.sights.find(({ object }) => object.kind === 'Event' && object.metadata.name === event.metadata.name);
  const before = versionOf(first?.object ?? event);
  return told.sights.some(({ object }) => object.kind === event.regarding.kind && object.metadata.name === event.regarding.name && versionOf(object) < before && ground(object, event.note));
}
