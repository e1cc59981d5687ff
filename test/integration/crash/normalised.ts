// The end of a story without what differs between two tellings by right: times, identities, counts of requests.
import { controllerOf } from '../../../operator/runtime/owners.ts';
import type { KubeObject } from '../../../operator/runtime/types.ts';
import type { Told } from './story.ts';

const ours = new Set(['TrainingRun', 'Experiment', 'ModelVersion', 'ModelDeployment']);
const instant = /\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z/g;
/** Members of a status that say what was counted until when; the decisions that came of it stand beside them. */
const counted = new Set(['evidence', 'judge', 'detectionMs', 'propagationMs', 'harmedRequests', 'candidateRequests']);

/** Words that are the same in every telling. */
export function plainText(text: string, told: Pick<Told, 'namespace' | 'sights'>): string {
  const uids = new Set(told.sights.map(({ object }) => object.metadata.uid ?? ''));
  const named = [...uids].reduce((words, uid) => (uid === '' ? words : words.replaceAll(uid, '<uid>')), text);
  return named
    .replaceAll(told.namespace, '<namespace>')
    .replace(instant, '<time>')
    .replace(/\d+ requests, \d+ failed/g, '<n> requests, <n> failed')
    .replace(/all of the last \d+ requests/, 'all of the last <n> requests');
}

/** One text per object, sorted: easy to compare and to read where two differ. */
export function normalisedEnd(told: Told): string[] {
  return told.end.filter(({ kind }) => kind !== 'Event' && kind !== 'Pod').map((object) => plainText(JSON.stringify(pick(object)), told)).sort();
}

function pick(object: KubeObject): object {
  const { kind, metadata } = object;
  const { spec, status } = object as KubeObject & { spec?: object; status?: object };
  const owner = controllerOf(object);
  const base = { kind, name: metadata.name, labels: sorted(metadata.labels ?? {}), owner: owner === undefined ? 'nobody' : `${owner.kind} ${owner.name}`, finalizers: metadata.finalizers ?? [] };
  if (ours.has(kind)) return { ...base, generation: metadata.generation, spec: sorted(spec), status: sorted(status) };
  if (kind === 'VirtualService') return { ...base, annotations: sorted(metadata.annotations), spec: sorted(spec) };
  if (kind === 'Service') return { ...base, selector: sorted((spec as { selector?: object }).selector) };
  return base;
}

/** By name, without what was only counted. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).filter(([name]) => !counted.has(name)).sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, member]) => [name, sorted(member)]));
}
