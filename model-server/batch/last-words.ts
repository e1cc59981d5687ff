import { writeFile } from 'node:fs/promises';

import type { Logger } from 'pino';

/** The kubelet keeps 4096 bytes; JSON cut in the middle would be read by nobody. */
const LONGEST_TEXT = 3_000;

export type LastWords =
  | { readonly error: { readonly reason: string; readonly message: string } }
  | { readonly done: { readonly rows: number; readonly skipped: number; readonly parts: number; readonly manifest: string } };

/** Tells through the pod's status how it ended. */
export async function writeLastWords(path: string, words: LastWords, log: Logger): Promise<void> {
  const short = 'error' in words && words.error.message.length > LONGEST_TEXT ? { error: { ...words.error, message: `${words.error.message.slice(0, LONGEST_TEXT)}…` } } : words;
  try {
    await writeFile(path, JSON.stringify(short));
  } catch (cause) {
    // Outside of Kubernetes there is no such file; the exit code and the log still tell.
    log.warn({ err: cause, path }, 'the termination message could not be written');
  }
}
