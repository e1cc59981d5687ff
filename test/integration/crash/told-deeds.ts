// What must hold of everything that was seen, whenever the operator died: nothing is made twice, nothing is made before
// a status named it, no rollout takes a step twice or backwards, and every status keeps the rules.
import type { Experiment } from '../../../crds/generated/experiment.ts';
import type { ModelDeployment } from '../../../crds/generated/model-deployment.ts';
import type { TrainingRun } from '../../../crds/generated/training-run.ts';
import type { VirtualService } from '../../../controllers/shared/kube-types.ts';
import type { WithStatus } from '../../../operator/runtime/kstatus.ts';
import { controllerOf } from '../../../operator/runtime/owners.ts';
import { brokenStatusInvariants } from '../../../operator/runtime/status-invariants.ts';
import type { KubeObject } from '../../../operator/runtime/types.ts';
import { versionOf } from './observatory.ts';
import type { Told } from './story.ts';

const bounded = new Set(['TrainingRun', 'Experiment']);
const watched = new Set(['TrainingRun', 'Experiment', 'ModelVersion', 'ModelDeployment']);

/**
 * Every object that was ever made, in words, with one line for each time. Pods are the cluster's, events are judged
 * elsewhere. What is made for an owner that was deleted a moment ago, before the news came, is the garbage collector's:
 * no controller can know better.
 */
export function made(told: Told): string[] {
  const orphaned = (object: KubeObject): boolean => told.sights.some((sight) => sight.type === 'deleted' && sight.object.metadata.uid === controllerOf(object)?.uid && versionOf(sight.object) < versionOf(object));
  return told.sights.filter(({ type, object }) => type === 'added' && object.kind !== 'Pod' && object.kind !== 'Event' && !orphaned(object)).map(({ object }) => `${object.kind} ${object.metadata.name}`).sort();
}

export function wrongDeeds(told: Told): string[] {
  return [...brokenStatuses(told), ...unannounced(told), ...wrongSteps(told), ...wrongWeights(told)];
}

function brokenStatuses(told: Told): string[] {
  return told.sights.flatMap(({ type, object }) => {
    const { status } = object as WithStatus;
    // Between a change of spec and the next look the status is about the spec before.
    if (type === 'deleted' || !watched.has(object.kind) || status?.conditions === undefined || status.observedGeneration !== object.metadata.generation) return [];
    return brokenStatusInvariants(object as WithStatus, { bounded: bounded.has(object.kind) }).map((rule) => `status of ${object.kind} ${object.metadata.name} at ${object.metadata.resourceVersion ?? ''}: ${rule}`);
  });
}

/** Objects that were made although no status had named them yet. */
function unannounced(told: Told): string[] {
  const wrong: string[] = [];
  for (const { type, object } of told.sights) {
    const owner = controllerOf(object);
    if (type !== 'added') continue;
    const { name } = object.metadata;
    const named = (kind: string, says: (state: KubeObject) => boolean): boolean => told.sights.some((sight) => sight.object.kind === kind && versionOf(sight.object) < versionOf(object) && says(sight.object));
    const launched = (state: KubeObject): boolean => state.metadata.uid === owner?.uid && ((state as TrainingRun).status?.launches ?? 0) >= Number(name.slice(name.lastIndexOf('-') + 1));
    const pending = (state: KubeObject): boolean => (state as TrainingRun | Experiment).status?.pendingVersion?.name === name;
    const rolling = (state: KubeObject): boolean => state.metadata.uid === owner?.uid && [(state as ModelDeployment).status?.candidate, (state as ModelDeployment).status?.stable].some((role) => role?.revision === name);
    const contested = (state: KubeObject): boolean => state.metadata.uid === owner?.uid && (state as Experiment).status?.trials !== undefined;
    const isAnnounced =
      object.kind === 'Job' || (object.kind === 'ConfigMap' && owner !== undefined) ? named('TrainingRun', launched)
      : object.kind === 'ModelVersion' && (object as { spec?: { trainingRunRef?: object } }).spec?.trainingRunRef !== undefined ? named('TrainingRun', pending) || named('Experiment', pending)
      : object.kind === 'Deployment' ? named('ModelDeployment', rolling)
      : object.kind === 'TrainingRun' && owner !== undefined ? named('Experiment', contested)
      : true;
    if (!isAnnounced) wrong.push(`${object.kind} ${name} was made before a status named it`);
  }
  return wrong;
}

/** Of every candidate each step begins once, and they come in order. */
function wrongSteps(told: Told): string[] {
  const wrong: string[] = [];
  const begun = new Map<string, { step: number; at: string | undefined }>();
  for (const { type, object } of told.sights) {
    if (type === 'deleted' || object.kind !== 'ModelDeployment') continue;
    const { candidate, rollout } = (object as ModelDeployment).status ?? {};
    if (candidate === undefined) continue;
    const before = begun.get(candidate.revision);
    const now = { step: rollout?.step ?? 0, at: rollout?.stepStartedAt };
    if (before !== undefined && now.step < before.step) wrong.push(`${candidate.version} went back from step ${before.step} to ${now.step}`);
    if (before !== undefined && now.step > before.step + 1) wrong.push(`${candidate.version} left out a step between ${before.step} and ${now.step}`);
    if (before?.step === now.step && before.at !== now.at) wrong.push(`${candidate.version} took step ${now.step} twice`);
    begun.set(candidate.revision, now);
  }
  return wrong;
}

/** The splits of traffic in their order, each as often as it came anew. */
export function splits(told: Told): string[] {
  const seen: string[] = [];
  for (const { type, object } of told.sights) {
    const split = type === 'deleted' || object.kind !== 'VirtualService' ? undefined : splitOf(object);
    if (split !== undefined && seen.at(-1) !== split) seen.push(split);
  }
  return seen;
}

/** Traffic is what the last status before said. */
function wrongWeights(told: Told): string[] {
  return told.sights.flatMap(({ type, object }) => {
    if (type === 'deleted' || object.kind !== 'VirtualService') return [];
    const split = splitOf(object);
    const said = told.sights.filter((sight) => sight.object.kind === 'ModelDeployment' && versionOf(sight.object) < versionOf(object)).map((sight) => saidSplit(sight.object as ModelDeployment)).at(-1);
    return said === split ? [] : [`traffic was split as ${split} while status said ${said ?? 'nothing'}`];
  });
}

/** Shares of traffic by revision, as Istio is told. */
function splitOf(live: VirtualService | undefined): string {
  const { http = [] } = (live?.spec ?? {}) as { http?: { route: { destination: { host: string }; weight: number }[] }[] };
  return http.flatMap(({ route }) => route.map(({ destination, weight }) => `${destination.host.split('.')[0] ?? ''}=${weight}`)).join(',');
}

/** Shares of traffic by revision, as status says. */
export function saidSplit({ status }: ModelDeployment): string {
  const share = status?.candidate === undefined ? 0 : (status.rollout?.weight ?? 0);
  if (status?.stable === undefined) return '';
  return [`${status.stable.revision}=${100 - share}`, ...(share === 0 ? [] : [`${status.candidate?.revision ?? ''}=${share}`])].join(',');
}
