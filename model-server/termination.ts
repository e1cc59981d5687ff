import { writeFile } from 'node:fs/promises';

import type { Logger } from 'pino';

import type { LoadError } from './errors.ts';

/** The kubelet keeps 4096 bytes; JSON cut in the middle would be read by nobody. */
const LONGEST_MESSAGE = 3_000;

/** Tells the operator, through the pod's status, why this process gave up. */
export async function writeTermination(path: string, error: LoadError, log: Logger): Promise<void> {
  const message = error.message.length > LONGEST_MESSAGE ? `${error.message.slice(0, LONGEST_MESSAGE)}…` : error.message;
  try {
    await writeFile(path, JSON.stringify({ error: { reason: error.reason, message } }));
  } catch (cause) {
    // Outside Kubernetes there is no such file; the exit code and the log still tell.
    log.warn({ err: cause, path }, 'the termination message could not be written');
  }
}
