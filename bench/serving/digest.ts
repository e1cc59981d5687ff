import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';

/** 64 hex digits. */
export function sha256File(path: string): string {
  return createHash('sha256').update(readFileSync(path)).digest('hex');
}
