import { checkpointOf } from './checkpoint.ts';
import type { LastWords } from './backend.ts';

/**
 * Reads the termination message of a trainer, which may be anybody's container: only what has the right shape is taken,
 * because it ends up in a status that the API server checks, and a status that is refused would hold the run for ever.
 */
export function readLastWords(message: string | undefined): LastWords {
  const words = members(parse(message));
  const manifest = pointer(words['manifest']);
  const artifact = pointer(words['artifact']);
  const { sizeBytes } = members(words['artifact']);
  const { uri: report } = members(words['report']);
  const checkpoint = checkpointOf(words['checkpoint']);
  const error = errorOf(members(words['error']));
  return {
    ...(manifest === undefined ? {} : { manifest }),
    ...(artifact === undefined || typeof sizeBytes !== 'number' ? {} : { artifact: { ...artifact, sizeBytes } }),
    ...(typeof report === 'string' ? { report: { uri: report } } : {}),
    ...(checkpoint === undefined ? {} : { checkpoint }),
    ...(error === undefined ? {} : { error }),
  };
}

function parse(message: string | undefined): unknown {
  try {
    return JSON.parse(message ?? '');
  } catch {
    // Text of another program, such as a Python traceback: shown as detail, but it promises nothing.
    return undefined;
  }
}

function members(value: unknown): Readonly<Record<string, unknown>> {
  return value !== null && typeof value === 'object' ? (value as Record<string, unknown>) : {};
}

function pointer(value: unknown): { uri: string; sha256: string } | undefined {
  const { uri, sha256 } = members(value);
  return typeof uri === 'string' && typeof sha256 === 'string' ? { uri, sha256 } : undefined;
}

function errorOf({ reason, message }: Readonly<Record<string, unknown>>): LastWords['error'] {
  if (typeof reason !== 'string' || typeof message !== 'string') return undefined;
  return /^[A-Z][A-Za-z0-9]{0,63}$/.test(reason) ? { reason, message } : { reason: 'TrainerFailed', message: `${reason}: ${message}` };
}
