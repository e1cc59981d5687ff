import { changed, unchanged, type Change, type Context, type Status } from '../context.ts';

/** `trainyard.dev/retry: <token>` lifts the block of a rolled-back digest, once per token. */
export function handleRetry(context: Context, status: Status): Change {
  const token = context.retryToken;
  if (token === undefined || status.lastHandled?.['retry'] === token) return unchanged(status);
  const handled: Status = { ...status, lastHandled: { ...status.lastHandled, retry: token } };
  if ((status.blockedDigests ?? []).length === 0) return changed(handled);
  return changed({ ...handled, blockedDigests: [] }, { type: 'Normal', reason: 'RetryRequested', action: 'Retry', note: `Retry asked for by annotation (token ${token}); blocked digests are allowed again` });
}
