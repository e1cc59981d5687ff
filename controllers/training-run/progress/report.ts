import type { Checkpoint } from '../backends/backend.ts';
import { checkpointOf } from '../backends/checkpoint.ts';
import { Refused } from './refusals.ts';

/** What a trainer says of itself. */
export interface Report {
  /** Whole, 0 to 100. */
  readonly percent: number;
  readonly stage: string;
  readonly message: string;
  /** Steps done, such as trees or epochs. */
  readonly step?: number;
  /** Primary metric of the folds that are done, in their order. */
  readonly scores?: readonly number[];
  /** The newest one that it keeps. */
  readonly checkpoint?: Checkpoint;
}

// A stage becomes a name in a status and a word in a column.
const stageName = /^[A-Z][A-Za-z0-9]{0,31}$/;
const longestMessage = 512;
/** As many as a status holds. */
const mostScores = 400;

/**
 * Reads a report, which anybody's container may have written: only what the API server will take is let through, because
 * a status that is refused would hold the run for ever. Members that are not known are ignored. Throws Refused.
 */
export function parseReport(text: string): Report {
  const { percent, stage, message, step, scores, checkpoint: told } = members(text);
  if (typeof percent !== 'number' || !(percent >= 0 && percent <= 100)) throw new Refused('Malformed', 'percent must be a number from 0 to 100');
  if (typeof stage !== 'string' || !stageName.test(stage)) throw new Refused('Malformed', 'stage must be one word in CamelCase, at most 32 characters');
  if (message !== undefined && message !== null && typeof message !== 'string') throw new Refused('Malformed', 'message must be a text');
  if (step !== undefined && step !== null && (!Number.isSafeInteger(step) || (step as number) < 0)) throw new Refused('Malformed', 'step must be a whole number, 0 or more');
  if (scores !== undefined && scores !== null && !isScores(scores)) throw new Refused('Malformed', `scores must be a list of at most ${mostScores} numbers`);
  const checkpoint = checkpointOf(told);
  if (told !== undefined && told !== null && checkpoint === undefined) throw new Refused('Malformed', 'checkpoint must have uri, step (0 or more) and time (RFC 3339)');
  return { percent: Math.floor(percent), stage, message: clipped(message ?? ''), ...(typeof step === 'number' ? { step } : {}), ...(isScores(scores) ? { scores } : {}), ...(checkpoint === undefined ? {} : { checkpoint }) };
}

function isScores(value: unknown): value is readonly number[] {
  return Array.isArray(value) && value.length <= mostScores && value.every((score) => Number.isFinite(score));
}

function members(text: string): Readonly<Record<string, unknown>> {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw new Refused('Malformed', 'the body is not JSON', error);
  }
  if (value === null || typeof value !== 'object' || Array.isArray(value)) throw new Refused('Malformed', 'the body must be a JSON object');
  return value as Record<string, unknown>;
}

/** By characters as the API server counts them: a pair of surrogates is one. */
function clipped(text: string): string {
  return Array.from(text).slice(0, longestMessage).join('');
}
