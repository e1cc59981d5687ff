import type { ModelVersion } from '../../crds/generated/model-version.ts';
import { getCondition } from '../../operator/runtime/conditions.ts';
import type { OptionValues } from '../arguments.ts';
import { timeoutMs } from '../arguments.ts';
import { exitCode, Failure } from '../failure.ts';

/** What a person asks for. */
export interface Prediction {
  /** One object, or a folder: then it ends in a slash. */
  readonly input: string;
  /** A folder; ends in a slash. */
  readonly output: string;
  readonly keep: readonly string[];
  readonly onBadRow: 'fail' | 'skip';
  readonly rowsPerPart: number;
  /** Of the graph; with more of them the last bits of a score may be others. */
  readonly threads: number;
}

/** How its pod is to be. */
export interface PodWishes {
  readonly cpu: string;
  readonly memory: string;
  /** Pods after the first one. */
  readonly retries: number;
  /** How long the Job stays after its end; undefined: until somebody deletes it. */
  readonly ttlSeconds: number | undefined;
}

const defaultRowsPerPart = 100_000;
const mostRowsPerPart = 10_000_000;

export function predictionOf(values: OptionValues): Prediction {
  const input = uriOf('--input', values.input);
  const output = uriOf('--output', values.output);
  if (!output.endsWith('/')) throw wrong(`--output ${output} must be a folder: end it in a slash`);
  if (!/(\/|\.csv|\.parquet)$/i.test(input)) throw wrong(`--input ${input} must be a folder, which ends in a slash, or end in .csv or .parquet`);
  if (output.startsWith(input) || input.startsWith(output)) throw wrong('--output must not lie in --input, nor hold it');
  const onBadRow = values['on-bad-row'] ?? 'fail';
  if (onBadRow !== 'fail' && onBadRow !== 'skip') throw wrong(`--on-bad-row ${onBadRow} must be fail or skip`);
  const keep = [...new Set((values.keep ?? '').split(',').filter((name) => name !== ''))];
  return { input, output, keep, onBadRow, rowsPerPart: wholeNumber('--rows-per-part', values['rows-per-part'], defaultRowsPerPart, 1, mostRowsPerPart), threads: threadsOf(cpuOf(values)) };
}

export function podWishesOf(values: OptionValues): PodWishes {
  const { memory = '1Gi', ttl } = values;
  if (!/^[0-9]+(Mi|Gi)$/.test(memory)) throw wrong(`--memory ${memory} is no amount: write such as 512Mi or 2Gi`);
  const ttlMs = ttl === undefined ? undefined : timeoutMs({ timeout: ttl }, '--ttl');
  return { cpu: cpuOf(values), memory, retries: wholeNumber('--retries', values.retries, 6, 0, 100), ttlSeconds: ttlMs === undefined ? undefined : ttlMs / 1000 };
}

function cpuOf({ cpu = '1' }: OptionValues): string {
  if (!/^[0-9]+(\.[0-9]+)?m?$/.test(cpu)) throw wrong(`--cpu ${cpu} is no amount: write such as 2 or 500m`);
  return cpu;
}

/** Whole cores, as the server counts them for its own graph. */
function threadsOf(cpu: string): number {
  return Math.max(1, Math.floor(cpu.endsWith('m') ? Number(cpu.slice(0, -1)) / 1000 : Number(cpu)));
}

/** Throws the sentence that says why this version must not be used; the rules are those of a deployment. */
export function assertUsable({ metadata, spec, status }: ModelVersion): void {
  const refuse = (why: string): Failure => new Failure(`modelversion/${metadata.name} ${why}`);
  const ready = getCondition(status?.conditions, 'Ready');
  if (ready?.status !== 'True') throw refuse(`is not verified${ready === undefined ? ': the operator has not seen it yet' : ` (${ready.reason}: ${ready.message})`}; "kubectl get modelversion ${metadata.name}" shows when it is Ready`);
  if (spec.stage === 'Archived') throw refuse('is Archived: choose another version, or another stage');
  if (spec.approval.state === 'Rejected' || (spec.approval.required && spec.approval.state !== 'Approved')) throw refuse(`is not approved (spec.approval.state is ${spec.approval.state})`);
}

function uriOf(option: string, uri: string | undefined): string {
  if (uri === undefined) throw wrong(`${option} is missing: name where it lies, such as s3://data/customers/`);
  if (!/^s3:\/\/[^/]+\/.*$/.test(uri)) throw wrong(`${option} ${uri} must begin with s3:// and a bucket: pods can reach no files`);
  return uri;
}

function wholeNumber(option: string, text: string | undefined, fallback: number, min: number, max: number): number {
  const value = text === undefined ? fallback : Number(text);
  if (!Number.isInteger(value) || value < min || value > max) throw wrong(`${option} ${text ?? ''} must be a whole number from ${min} to ${max}`);
  return value;
}

function wrong(message: string): Failure {
  return new Failure(message, exitCode.wrongUsage);
}
