import { createReadStream } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { basename, dirname, extname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { parseRequest, type Request } from './requests.ts';

/** Requests of the users that `isMeant` names, since a moment; fails when the log does not reach back that far. */
export async function requestsSince(auditLog: string, since: number, isMeant: (user: string) => boolean): Promise<Request[]> {
  const found: Request[] = [];
  let oldest = Number.POSITIVE_INFINITY;
  for (const file of await filesOf(auditLog)) {
    for await (const line of createInterface({ input: createReadStream(file), crlfDelay: Number.POSITIVE_INFINITY })) {
      // The line that is just being written has no end yet.
      if (!line.endsWith('}')) continue;
      const request = parseRequest(line);
      oldest = Math.min(oldest, request.at);
      if (request.at >= since && isMeant(request.user)) found.push(request);
    }
  }
  if (oldest > since) throw new Error(`${auditLog} begins at ${new Date(oldest).toISOString()}: what was asked since ${new Date(since).toISOString()} is not all in it any more`);
  return found;
}

/** The log and what the API server cut off it: `audit-<time>.log` beside `audit.log`. */
async function filesOf(auditLog: string): Promise<string[]> {
  const [folder, extension] = [dirname(auditLog), extname(auditLog)];
  const stem = basename(auditLog, extension);
  const names = (await readdir(folder)).filter((name) => name === basename(auditLog) || (name.startsWith(`${stem}-`) && name.endsWith(extension)));
  return names.sort().map((name) => join(folder, name));
}
