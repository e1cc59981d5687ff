import { changed, unchanged, without, type Change, type Context, type Status } from '../context.ts';
import { giveUp } from './give-up.ts';
import { handled, refused, request } from './requests.ts';

/**
 * `trainyard.dev/rollback: <token>` goes back to the version before: it ends a rollout that is under way; afterwards the
 * version that served before stable takes over again, without steps, and the digest of stable is blocked.
 */
export function handleRollback(context: Context, status: Status): Change {
  const token = request(context, status, 'rollback');
  if (token === undefined) return unchanged(status);
  const { candidate, stable } = status;
  const { previous, now } = context;
  if (stable === undefined) return refused(status, 'rollback', token, 'no version serves yet');
  const done = handled(status, 'rollback', token);
  const asked = `a person asked for it (annotation trainyard.dev/rollback, token ${token})`;
  if (candidate !== undefined) return giveUp(context, done, { reason: 'RollbackRequested', message: asked }, 'RolledBack');
  if (previous === undefined) return refused(status, 'rollback', token, `no version served before ${stable.version}`);
  if (!previous.found) return refused(status, 'rollback', token, previous.message);

  const returning: Status = {
    ...without(done, 'evidence', 'judge', 'ab', 'withdrawn'),
    retiring: (status.retiring ?? []).filter((entry) => entry.revision !== previous.revision),
    blockedDigests: [...new Set([...(status.blockedDigests ?? []), stable.digest])].slice(-20),
    candidate: { version: previous.version, digest: previous.digest, revision: previous.revision, startedAt: now.toISOString() },
    rollout: { step: 0, steps: 0, progress: '0/0', weight: 0, skipsSteps: 'Rollback', text: `waiting for the pods of ${previous.version}, to go back to it` },
    lastRollback: { version: stable.version, digest: stable.digest, revision: stable.revision, to: previous.version, time: now.toISOString(), reason: 'RollbackRequested', message: asked, candidateRequests: 0, harmedRequests: 0, propagated: true },
  };
  return changed(returning, { type: 'Warning', reason: 'RollbackRequested', action: 'ShiftTraffic', note: `Going back from ${stable.version} to ${previous.version}: ${asked}` });
}
