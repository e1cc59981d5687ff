import { loadError } from './errors.ts';
import type { ExecutionSettings } from './execution/arrange.ts';
import type { Execution } from './execution/choose.ts';
import { readTracing, type TracingSettings } from './tracing/settings.ts';

/** A stored object and the digest its bytes must have. */
export interface ArtifactRef {
  readonly uri: string;
  /** 64 lower-case hex digits. */
  readonly sha256: string;
}

export interface ModelSpec {
  readonly name: string;
  readonly version: string;
  readonly revision: string;
  readonly artifact: ArtifactRef;
  readonly manifest: ArtifactRef;
}

/** Whether models are loaded and unloaded by request (V2's model repository extension), or only with the process. */
export type ModelControl = 'None' | 'Explicit';

export interface S3Config {
  readonly region: string;
  readonly endpoint?: string;
  /** Absent: the SDK's default chain (IRSA, instance profile). */
  readonly credentials?: { readonly accessKeyId: string; readonly secretAccessKey: string };
}

export interface Config {
  readonly models: readonly ModelSpec[];
  readonly port: number;
  readonly metricsPort: number;
  readonly s3: S3Config;
  readonly drainSeconds: number;
  readonly terminationLog: string;
  readonly bodyLimitBytes: number;
  readonly logLevel: string;
  readonly execution: ExecutionSettings;
  readonly control: ModelControl;
  /** Absent: no traces. */
  readonly tracing?: TracingSettings;
}

type Environment = Readonly<Record<string, string | undefined>>;

const LOG_LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'];
const EXECUTIONS: readonly Execution[] = ['Auto', 'Inline', 'Worker'];
const CONTROLS: readonly ModelControl[] = ['None', 'Explicit'];
const MIB = 1024 * 1024;

/** Reads and checks the whole environment; throws a `ConfigInvalid` LoadError that names the variable. */
export function readConfig(env: Environment = process.env): Config {
  const tracing = readTracing(env);
  return {
    models: readModels(env),
    port: readInteger(env, 'PORT', 8080, 0, 65_535),
    metricsPort: readInteger(env, 'METRICS_PORT', 8081, 0, 65_535),
    s3: readS3(env),
    drainSeconds: readInteger(env, 'DRAIN_SECONDS', 5, 0, 3_600),
    terminationLog: readTerminationLog(env),
    bodyLimitBytes: readInteger(env, 'BODY_LIMIT_BYTES', 64 * MIB, 1, 1024 * MIB),
    logLevel: readOneOf(env, 'LOG_LEVEL', LOG_LEVELS, 'info'),
    execution: {
      mode: readOneOf(env, 'EXECUTION', EXECUTIONS, 'Auto'),
      workers: readInteger(env, 'WORKERS', 1, 1, 64),
      limits: {
        ...(env['BATCH_MAX_ROWS'] ? { maxRows: readInteger(env, 'BATCH_MAX_ROWS', 1, 1, 65_536) } : {}),
        maxDelayMillis: readInteger(env, 'BATCH_MAX_DELAY_MILLIS', 0, 0, 1_000),
        maxQueueRows: readInteger(env, 'QUEUE_MAX_ROWS', 4_096, 1, 10_000_000),
      },
    },
    control: readOneOf(env, 'MODEL_CONTROL', CONTROLS, 'None'),
    ...(tracing ? { tracing } : {}),
  };
}

/** Needed before the rest is known to be valid: a bad configuration is told there too. */
export function readTerminationLog(env: Environment = process.env): string {
  return env['TERMINATION_LOG'] || '/dev/termination-log';
}

/**
 * Since 1.29 onnxruntime on Linux reports names and hashes of the models it loads to its maker, unless this is set
 * before its library loads (microsoft/onnxruntime#27379). What people serve stays with them.
 */
export function silenceOnnxruntime(env: NodeJS.ProcessEnv = process.env): void {
  env['ORT_DISABLE_TELEMETRY'] ??= '1';
}

function readModels(env: Environment): ModelSpec[] {
  const text = env['TRAINYARD_MODELS'];
  if (!text) throw invalid('TRAINYARD_MODELS', 'is not set; expected a JSON array of models');
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch (cause) {
    throw invalid('TRAINYARD_MODELS', `is not valid JSON: ${(cause as Error).message}`, cause);
  }
  if (!Array.isArray(parsed) || parsed.length === 0) throw invalid('TRAINYARD_MODELS', 'must be a JSON array of at least one model');
  const models = parsed.map(readModel);
  const twice = models.find((model, i) => models.findIndex((other) => other.name === model.name && other.version === model.version) !== i);
  if (twice) throw invalid('TRAINYARD_MODELS', `names model "${twice.name}" version "${twice.version}" twice`);
  return models;
}

function readModel(entry: unknown, index: number): ModelSpec {
  const at = `[${index}]`;
  return {
    name: readString(entry, 'name', at),
    version: readString(entry, 'version', at),
    revision: readString(entry, 'revision', at),
    artifact: readArtifact(entry, 'artifact', at),
    manifest: readArtifact(entry, 'manifest', at),
  };
}

function readArtifact(entry: unknown, field: string, at: string): ArtifactRef {
  const value: unknown = property(entry, field);
  const here = `${at}.${field}`;
  const uri = readString(value, 'uri', here);
  if (!/^(s3:\/\/[^/]+\/.+|https?:\/\/.+|file:\/\/\/.+)$/.test(uri)) {
    throw invalid('TRAINYARD_MODELS', `${here}.uri must begin with s3://bucket/, http://, https:// or file:///`);
  }
  const sha256 = /^(?:sha256:)?([0-9a-f]{64})$/i.exec(readString(value, 'sha256', here))?.[1];
  if (!sha256) throw invalid('TRAINYARD_MODELS', `${here}.sha256 must be 64 hex digits`);
  return { uri, sha256: sha256.toLowerCase() };
}

function readString(entry: unknown, field: string, at: string): string {
  const value: unknown = property(entry, field);
  // Names end up in response headers and Prometheus labels.
  if (typeof value !== 'string' || !/^[\x20-\x7e]+$/.test(value)) {
    throw invalid('TRAINYARD_MODELS', `${at}.${field} must be a text of printable ASCII characters`);
  }
  return value;
}

function property(entry: unknown, field: string): unknown {
  return typeof entry === 'object' && entry !== null ? (entry as Record<string, unknown>)[field] : undefined;
}

function readS3(env: Environment): S3Config {
  const accessKeyId = env['AWS_ACCESS_KEY_ID'];
  const secretAccessKey = env['AWS_SECRET_ACCESS_KEY'];
  if (!accessKeyId !== !secretAccessKey) {
    throw invalid(accessKeyId ? 'AWS_SECRET_ACCESS_KEY' : 'AWS_ACCESS_KEY_ID', 'is not set, but its other half is');
  }
  const endpoint = env['AWS_ENDPOINT_URL'];
  return {
    region: env['AWS_REGION'] || 'us-east-1',
    ...(endpoint ? { endpoint } : {}),
    ...(accessKeyId && secretAccessKey ? { credentials: { accessKeyId, secretAccessKey } } : {}),
  };
}

function readOneOf<T extends string>(env: Environment, variable: string, values: readonly T[], fallback: T): T {
  const text = env[variable] || fallback;
  const value = values.find((known) => known === text);
  if (value === undefined) throw invalid(variable, `must be one of ${values.join(', ')}`);
  return value;
}

function readInteger(env: Environment, variable: string, fallback: number, min: number, max: number): number {
  const text = env[variable];
  if (!text) return fallback;
  const value = Number(text);
  if (!Number.isInteger(value) || value < min || value > max) throw invalid(variable, `must be a whole number from ${min} to ${max}`);
  return value;
}

function invalid(variable: string, cause: string, thrown?: unknown): Error {
  return loadError('ConfigInvalid', { variable, cause }, thrown);
}
