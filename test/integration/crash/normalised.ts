// The end of a story without what differs between two tellings by right: times, identities, counts of requests.
import { controllerOf } from '../../../operator/runtime/owners.ts';
import type { KubeObject } from '../../../operator/runtime/types.ts';
import type { Told } from './story.ts';

const ours = new Set(['TrainingRun', 'Experiment', 'ModelVersion', 'ModelDeployment']);
const instant = /\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z/g;
/** Members of a status that say what was counted until when; the decisions that came of it stand beside them. */
const counted = new Set(['seconds', 'evidence', 'judge', 'detectionMs', 'propagationMs', 'harmedRequests', 'failedRequests', 'savedRequests', 'candidateRequests']);

/** Words that are the same in every telling. */
export function plainText(text: string, told: Pick<Told, 'namespace' | 'sights'>): string {
  const uids = new Set(told.sights.map(({ object }) => object.metadata.uid ?? ''));
  const named = [...uids].reduce((words, uid) => (uid === '' ? words : words.replaceAll(uid, '<uid>')), text);
  return named
    .replaceAll(told.namespace, '<namespace>')
    .replace(instant, '<time>')
    .replace(/\d+ requests, \d+ failed/g, '<n> requests, <n> failed')
    .replace(/all of the last \d+ requests/g, 'all of the last <n> requests');
}

/** One line per member of each object, so that a difference is as short as it can be. */
export function normalisedEnd(told: Told): string[] {
  return told.end.filter(({ kind }) => kind !== 'Event' && kind !== 'Pod').flatMap((object) => lines(`${object.kind} ${object.metadata.name}`, pick(object))).map((line) => plainText(line, told)).sort();
}

function lines(path: string, value: unknown): string[] {
  if (value === null || typeof value !== 'object') return [`${path}: ${String(value)}`];
  return Object.entries(value).flatMap(([name, member]) => (counted.has(name) ? [] : lines(`${path}.${name}`, member)));
}

function pick(object: KubeObject): object {
  const { metadata, kind } = object;
  const { spec, status } = object as KubeObject & { spec?: object; status?: object };
  const owner = controllerOf(object);
  const base = { labels: metadata.labels, owner: owner === undefined ? 'nobody' : `${owner.kind} ${owner.name}`, finalizers: metadata.finalizers };
  if (ours.has(kind)) return { ...base, generation: metadata.generation, spec, status };
  if (kind === 'VirtualService') return { ...base, spec };
  if (kind === 'Service') return { ...base, selector: (spec as { selector?: object }).selector };
  return base;
}
