import { changed, unchanged, without, type Change, type Context, type Status } from '../context.ts';
import { isBlocked } from './unblock.ts';

/** Spec asks for a revision that neither serves nor is on its way: it becomes the candidate, without traffic yet. */
export function start(context: Context, status: Status): Change {
  const { target, spec, now } = context;
  if (!target.found || status.candidate !== undefined || status.stable?.revision === target.revision) return unchanged(status);
  if (isBlocked(context, status) || spec.paused) return unchanged(status);

  const steps = spec.rollout.steps.length;
  const startedAt = now.toISOString();
  const begun: Status = {
    ...without(status, 'evidence', 'judge'),
    // A revision that was about to retire is simply kept.
    retiring: (status.retiring ?? []).filter((entry) => entry.revision !== target.revision),
    candidate: { version: target.version, digest: target.digest, revision: target.revision, startedAt },
    rollout: { step: 0, steps, progress: `0/${steps}`, weight: 0, text: 'waiting for the pods of the candidate' },
  };
  const from = status.stable?.version;
  return changed(begun, {
    type: 'Normal',
    reason: 'RolloutStarted',
    action: 'CreateRevision',
    note: from === undefined ? `First rollout: ${target.version} as ${target.revision}` : `Rollout from ${from} to ${target.version} as ${target.revision}, ${steps} steps`,
  });
}
