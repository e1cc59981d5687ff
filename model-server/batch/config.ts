import { readConfig, type ModelSpec, type S3Config } from '../config.ts';
import { batchError } from './errors.ts';

/** What to do with a row that the model cannot take. */
export type OnBadRow = 'fail' | 'skip';

export interface BatchConfig {
  readonly model: ModelSpec;
  /** One object, or a folder: then it ends in a slash. */
  readonly inputUri: string;
  /** A folder; ends in a slash. */
  readonly outputUri: string;
  /** Columns of the input that are copied to the output. */
  readonly keep: readonly string[];
  readonly onBadRow: OnBadRow;
  readonly rowsPerPart: number;
  /** Of the graph. More of them add up in another order, so they are part of the plan and not taken from the machine. */
  readonly threads: number;
  readonly s3: S3Config;
  readonly terminationLog: string;
  readonly logLevel: string;
}

type Environment = Readonly<Record<string, string | undefined>>;

const DEFAULT_ROWS_PER_PART = 100_000;
/** A part lies in memory until it is written. */
const MOST_ROWS_PER_PART = 10_000_000;
const MOST_THREADS = 256;

/** Model and store are told as to the server; throws a `ConfigInvalid` error that names the variable. */
export function readBatchConfig(env: Environment = process.env): BatchConfig {
  const { models, s3, terminationLog, logLevel } = readConfig(env);
  const [model] = models;
  if (model === undefined || models.length > 1) throw invalid('TRAINYARD_MODELS', `names ${models.length} models; a batch prediction takes one`);
  const inputUri = readUri(env, 'TRAINYARD_INPUT');
  const outputUri = readUri(env, 'TRAINYARD_OUTPUT');
  if (!outputUri.endsWith('/')) throw invalid('TRAINYARD_OUTPUT', 'must be a folder: end it in a slash');
  // What it wrote would be read as input when it starts again.
  if (outputUri.startsWith(inputUri) || inputUri.startsWith(outputUri)) throw invalid('TRAINYARD_OUTPUT', 'must not lie in the input, nor hold it');
  return { model, inputUri, outputUri, keep: readKeep(env), onBadRow: readOnBadRow(env), rowsPerPart: readInteger(env, 'TRAINYARD_ROWS_PER_PART', DEFAULT_ROWS_PER_PART, MOST_ROWS_PER_PART), threads: readInteger(env, 'TRAINYARD_THREADS', 1, MOST_THREADS), s3, terminationLog, logLevel };
}

function readUri(env: Environment, variable: string): string {
  const uri = env[variable];
  if (!uri) throw invalid(variable, 'is not set');
  if (!/^(s3:\/\/[^/]+\/.*|file:\/\/\/.*)$/.test(uri)) throw invalid(variable, 'must begin with s3://bucket/ or file:///');
  return uri;
}

/** A JSON array, because the name of a column may hold any character. */
function readKeep(env: Environment): readonly string[] {
  const text = env['TRAINYARD_KEEP'];
  if (!text) return [];
  let names: unknown;
  try {
    names = JSON.parse(text);
  } catch (cause) {
    throw invalid('TRAINYARD_KEEP', 'is not valid JSON', cause);
  }
  if (!Array.isArray(names) || !names.every((name) => typeof name === 'string' && name !== '')) throw invalid('TRAINYARD_KEEP', 'must be a JSON array of column names');
  return [...new Set(names as string[])];
}

function readOnBadRow(env: Environment): OnBadRow {
  const value = env['TRAINYARD_ON_BAD_ROW'] || 'fail';
  if (value !== 'fail' && value !== 'skip') throw invalid('TRAINYARD_ON_BAD_ROW', 'must be fail or skip');
  return value;
}

function readInteger(env: Environment, variable: string, fallback: number, most: number): number {
  const value = Number(env[variable] || fallback);
  if (!Number.isInteger(value) || value < 1 || value > most) throw invalid(variable, `must be a whole number from 1 to ${most}`);
  return value;
}

function invalid(variable: string, cause: string, thrown?: unknown): Error {
  return batchError('ConfigInvalid', { variable, cause }, thrown);
}
