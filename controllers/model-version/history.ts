import type { ModelVersion, ModelVersionStatus } from '../../crds/generated/model-version.ts';
import { annotation } from '../shared/names.ts';

export type Entry = NonNullable<ModelVersionStatus['history']>[number];

const limit = 20;
const longestEvidence = 1024;
const stages = new Set<string>(['Development', 'Staging', 'Production', 'Archived']);

export function isStage({ to }: Entry): boolean {
  return stages.has(to);
}

/** Appends what changed since the last look at stage and approval; nothing is ever rewritten. */
export function withHistory(history: readonly Entry[], { metadata, spec }: Pick<ModelVersion, 'metadata' | 'spec'>, now: Date): Entry[] {
  const last = (ofStage: boolean): string | undefined => history.findLast((entry) => isStage(entry) === ofStage)?.to;
  const added: Entry[] = [];
  const time = now.toISOString();
  // Only of the first entry: what is said of a version later was not known when it came.
  const evidence = history.length === 0 ? metadata.annotations?.[annotation.evidence]?.slice(0, longestEvidence) : undefined;
  if (last(true) !== spec.stage) added.push({ time, from: last(true) ?? '', to: spec.stage, ...(evidence === undefined ? {} : { evidence }) });
  const { required, state, by, reason } = spec.approval;
  const decision = required || state !== 'Pending' ? state : undefined;
  if (decision !== undefined && last(false) !== decision) {
    added.push({ time, from: last(false) ?? '', to: decision, ...(by === undefined ? {} : { by }), ...(reason === undefined ? {} : { reason }) });
  }
  return newest([...history, ...added]);
}

// The newest entry of either sort stays, however many of the other came after it: else it would be found, and told, anew.
function newest(history: readonly Entry[]): Entry[] {
  const recent = history.slice(-limit);
  const pinned = [history.findLast(isStage), history.findLast((entry) => !isStage(entry))].filter((entry) => entry !== undefined && !recent.includes(entry)) as Entry[];
  return [...pinned, ...recent.slice(pinned.length)];
}
