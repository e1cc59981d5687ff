import { homedir } from 'node:os';
import { join } from 'node:path';

/** Where everything lies that is made once and kept, as in cluster/ and trainer/venv.sh. */
export function cacheFolder(): string {
  return process.env['TRAINYARD_CACHE'] ?? join(process.env['XDG_CACHE_HOME'] ?? join(homedir(), '.cache'), 'trainyard');
}
