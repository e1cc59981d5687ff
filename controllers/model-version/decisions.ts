import type { ModelVersion, ModelVersionStatus } from '../../crds/generated/model-version.ts';
import type { EventIntent } from '../shared/event-intent.ts';
import { isStage, type Entry } from './history.ts';

/** What people decided since the last look: entries of the history that were not there before. */
export function decisions(version: ModelVersion, status: ModelVersionStatus): EventIntent[] {
  // By identity, not by count: a full history drops its oldest entry for every new one.
  const known = new Set(version.status?.history);
  return (status.history ?? []).filter((entry) => !known.has(entry) && !isBeginning(entry)).map((entry) => intent(version, entry));
}

// Every version begins in some stage and, where approval is required, without one: nobody decided that.
function isBeginning({ from, to }: Entry): boolean {
  return from === '' && to !== 'Approved' && to !== 'Rejected';
}

function intent({ spec }: ModelVersion, entry: Entry): EventIntent {
  const { from, to, by, reason } = entry;
  const note = `${from || 'nothing'} → ${to}${by === undefined ? '' : ` by ${by}`}${reason === undefined ? '' : `: ${reason}`}`;
  const numbers = { model: spec.model, version: spec.version, sha256: spec.artifact.sha256, ...(by === undefined ? {} : { by }), ...(reason === undefined ? {} : { reason }) };
  const facts = { from, to, numbers };
  if (isStage(entry)) return { type: 'Normal', reason: 'StageChanged', action: 'Promote', note, facts };
  if (to === 'Approved') return { type: 'Normal', reason: 'Approved', action: 'Approve', note, facts };
  return { type: 'Warning', reason: to === 'Rejected' ? 'Rejected' : 'ApprovalWithdrawn', action: 'Approve', note, facts };
}
