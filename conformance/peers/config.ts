// The environment of the run against peers.
import { homedir } from 'node:os';
import { join } from 'node:path';

/** Virtual environments of Python live here, one a peer and version. */
export function cacheFolder(env: NodeJS.ProcessEnv = process.env): string {
  return env['TRAINYARD_CACHE'] ?? join(env['XDG_CACHE_HOME'] ?? join(homedir(), '.cache'), 'trainyard');
}

export function environment(env: NodeJS.ProcessEnv = process.env): NodeJS.ProcessEnv {
  return env;
}
