import { changed, unchanged, without, type Change, type Context, type Status } from '../context.ts';
import { handled, refused, request } from './requests.ts';

/** `trainyard.dev/retry: <token>` lifts the block of a rolled-back digest, and lets a withdrawn version be tested again, once per token. */
export function handleRetry(context: Context, status: Status): Change {
  const token = request(context, status, 'retry');
  if (token === undefined) return unchanged(status);
  if ((status.blockedDigests ?? []).length === 0 && status.withdrawn === undefined) return refused(status, 'retry', token, 'no digest is blocked');
  return changed({ ...without(handled(status, 'retry', token), 'withdrawn'), blockedDigests: [] }, { type: 'Normal', reason: 'RetryRequested', action: 'Retry', note: `Retry asked for by annotation (token ${token}); blocked digests are allowed again` });
}
