import { changed, unchanged, without, type Change, type Context, type Status } from '../context.ts';
import { isWithdrawn } from './ab-end.ts';
import { plan } from './plan.ts';
import { wantedReplicas } from './replicas.ts';
import { servedUntil } from './returning.ts';
import { isBlocked } from './unblock.ts';

/** Spec asks for a revision that neither serves nor is on its way: it becomes the candidate, without traffic yet. */
export function start(context: Context, status: Status): Change {
  const { target, spec, now } = context;
  if (!target.found || status.candidate !== undefined || status.stable?.revision === target.revision) return unchanged(status);
  if (isBlocked(context, status) || isWithdrawn(context, status) || spec.paused || sleeps(context, status)) return unchanged(status);

  const back = servedUntil(context, status, target.version);
  const steps = back === undefined ? plan(spec).length : 0;
  const startedAt = now.toISOString();
  const begun: Status = {
    ...without(status, 'evidence', 'judge', 'ab', 'withdrawn'),
    // A revision that was about to retire is simply kept.
    retiring: (status.retiring ?? []).filter((entry) => entry.revision !== target.revision),
    candidate: { version: target.version, digest: target.digest, revision: target.revision, startedAt },
    rollout: { step: 0, steps, progress: `0/${steps}`, weight: 0, text: 'waiting for the pods of the candidate', ...(back === undefined ? {} : { skipsSteps: 'Return' }) },
  };
  const from = status.stable?.version;
  const how = back === undefined ? `${spec.rollout.strategy}, ${steps} steps` : `without steps: ${back}`;
  return changed(begun, {
    type: 'Normal',
    reason: 'RolloutStarted',
    action: 'CreateRevision',
    note: from === undefined ? `First rollout: ${target.version} as ${target.revision}` : `Rollout from ${from} to ${target.version} as ${target.revision}, ${how}`,
  });
}

/** Switched off by the schedule there is no traffic to judge a candidate by: the rollout starts when there is. */
export function sleeps(context: Context, status: Status): boolean {
  return status.stable !== undefined && context.spec.server.replicas > 0 && wantedReplicas(context) === 0;
}
