import type { ModelVersionSpec, ModelVersionStatus } from '../../crds/generated/model-version.ts';

type Entry = NonNullable<ModelVersionStatus['history']>[number];

const limit = 20;
const stages = new Set<string>(['Development', 'Staging', 'Production', 'Archived']);

/** Appends what changed since the last look at stage and approval; nothing is ever rewritten. */
export function withHistory(history: readonly Entry[], spec: ModelVersionSpec, now: Date): Entry[] {
  const last = (isStage: boolean): string | undefined => history.findLast((entry) => stages.has(entry.to) === isStage)?.to;
  const added: Entry[] = [];
  const time = now.toISOString();
  if (last(true) !== spec.stage) added.push({ time, from: last(true) ?? '', to: spec.stage });
  const { required, state, by, reason } = spec.approval;
  const decision = required || state !== 'Pending' ? state : undefined;
  if (decision !== undefined && last(false) !== decision) {
    added.push({ time, from: last(false) ?? '', to: decision, ...(by === undefined ? {} : { by }), ...(reason === undefined ? {} : { reason }) });
  }
  return [...history, ...added].slice(-limit);
}
