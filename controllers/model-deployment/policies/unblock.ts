import { changed, unchanged, type Change, type Context, type Status } from '../context.ts';

/** A digest stays blocked while spec names it; as soon as spec names another version it may be tried again later. */
export function unblock(context: Context, status: Status): Change {
  const blocked = status.blockedDigests ?? [];
  const { target } = context;
  if (blocked.length === 0 || !target.found || blocked.includes(target.digest)) return unchanged(status);
  return changed({ ...status, blockedDigests: [] });
}

export function isBlocked(context: Context, status: Status): boolean {
  return context.target.found && (status.blockedDigests ?? []).includes(context.target.digest);
}
