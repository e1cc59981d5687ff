import { changed, unchanged, without, type Change, type Context, type Status } from '../context.ts';

/** A digest stays blocked, and a revision withdrawn, while spec names it; as soon as spec names another version it may be tried again later. */
export function unblock(context: Context, before: Status): Change {
  const forgets = before.withdrawn !== undefined && context.target.found && context.target.revision !== before.withdrawn.revision;
  const status: Status = forgets ? without(before, 'withdrawn') : before;
  const blocked = status.blockedDigests ?? [];
  const { target } = context;
  if (blocked.length === 0 || !target.found || blocked.includes(target.digest)) return unchanged(status);
  return changed({ ...status, blockedDigests: [] });
}

export function isBlocked(context: Context, status: Status): boolean {
  const { target } = context;
  if (!target.found || !(status.blockedDigests ?? []).includes(target.digest) || target.revision === status.stable?.revision) return false;
  // The model was fine and its server settings were not: other settings are another try.
  const settingsOnly = status.lastRollback?.digest === status.stable?.digest;
  return !settingsOnly || target.revision === status.lastRollback?.revision;
}
