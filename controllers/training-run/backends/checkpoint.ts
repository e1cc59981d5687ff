import type { Checkpoint } from './backend.ts';

const longestUri = 1024;

/** Reads what a trainer, which may be anybody's container, tells of a checkpoint; undefined where its shape is wrong. */
export function checkpointOf(value: unknown): Checkpoint | undefined {
  if (value === null || typeof value !== 'object') return undefined;
  const { uri, step, time } = value as Readonly<Record<string, unknown>>;
  if (typeof uri !== 'string' || uri.length > longestUri || !Number.isSafeInteger(step) || (step as number) < 0 || typeof time !== 'string') return undefined;
  const at = new Date(time);
  // Written anew, because the API server takes fewer forms of a time than Date does.
  return Number.isNaN(at.getTime()) ? undefined : { uri, step: step as number, time: at.toISOString() };
}
