import { changed, unchanged, type Change, type Context, type Status } from '../context.ts';
import { handled, refused, request } from './requests.ts';

/** `trainyard.dev/approve: <token>` opens the gate that the rollout waits at. It is no approval in advance. */
export function handleApprove(context: Context, status: Status): Change {
  const token = request(context, status, 'approve');
  if (token === undefined) return unchanged(status);
  const { awaiting, ...rollout } = status.rollout ?? {};
  if (awaiting === undefined) return refused(status, 'approve', token, 'nothing waits for approval');
  const approved: Status = { ...handled(status, 'approve', token), rollout: { ...rollout, approved: [...(rollout.approved ?? []), awaiting] } };
  return changed(approved, { type: 'Normal', reason: 'RolloutApproved', action: 'Approve', note: `${awaiting} of the rollout of ${status.candidate?.version ?? ''} was approved (token ${token})` });
}
