// What a case may expect of an answer. Each function throws a Violation that says what came instead.
import { unpack } from './binary-form.ts';
import { Violation } from './case.ts';
import type { Answer } from './client.ts';
import { elementsOf, read } from './json-form.ts';
import { schemaProblem, type SchemaName } from './schemas.ts';
import { countOf, isDatatype, type Datatype, type Element } from './tensor.ts';

/** An output as it came. */
export interface Output {
  readonly name: string;
  readonly datatype: Datatype;
  readonly shape: readonly number[];
  readonly elements: readonly Element[];
  readonly binary: boolean;
}

export interface Served {
  readonly id: string | undefined;
  readonly modelName: string;
  readonly modelVersion: string | undefined;
  /** In the order in which they came. */
  readonly outputs: readonly Output[];
}

/** What came, short enough for a line. */
export function shown({ status, headers, text }: Answer): string {
  const body = headers.get('content-type')?.startsWith('application/octet-stream') ? `${text.slice(0, Number(headers.get('inference-header-content-length') ?? 0))}…` : text;
  const line = body.replaceAll(/\s+/g, ' ').trim();
  return `${status} ${line === '' ? '(no body)' : line.length > 160 ? `${line.slice(0, 159)}…` : line}`;
}

export function status(answer: Answer, ...wanted: readonly number[]): void {
  if (!wanted.includes(answer.status)) throw new Violation(shown(answer));
}

/** JSON by the letter: a body with NaN in it is none. A field that is null counts as left out; cases of their own judge that. */
export function json(answer: Answer, schema: SchemaName, text = answer.text): unknown {
  const value = withoutNulls(strictJson(answer, text));
  const problem = schemaProblem(schema, value);
  if (problem !== undefined) throw new Violation(`${shown(answer)}: ${problem}`);
  return value;
}

/** The answer of a path that must be 200, and without a field that is null: what is optional may be missing, and null is no text. */
export function withoutNullFields(answer: Answer): void {
  status(answer, 200);
  const value = strictJson(answer, answer.text);
  const [field] = nullFields(value);
  if (field !== undefined) throw new Violation(`${field} is null`);
}

function nullFields(value: unknown): readonly string[] {
  if (typeof value !== 'object' || value === null) return [];
  if (Array.isArray(value)) return value.flatMap(nullFields);
  return Object.entries(value).flatMap(([key, field]) => (field === null ? [`"${key}"`] : nullFields(field)));
}

/** Elements of arrays stay as they are: a tensor may hold them, rightly or not. */
export function withoutNulls(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(withoutNulls);
  return Object.fromEntries(Object.entries(value).filter(([, field]) => field !== null).map(([key, field]) => [key, withoutNulls(field)]));
}

function strictJson(answer: Answer, text: string): unknown {
  try {
    return read(text);
  } catch (error) {
    throw new Violation(`${shown(answer)}: this is no JSON (${(error as Error).message})`, { cause: error });
  }
}

/** An error, and exactly `{"error": "…"}`. Without statuses: any that HTTP calls an error. */
export function refused(answer: Answer, ...statuses: readonly number[]): void {
  if (statuses.length > 0 ? !statuses.includes(answer.status) : answer.status < 400) throw new Violation(shown(answer));
  const problem = schemaProblem('error', strictJson(answer, answer.text));
  if (problem !== undefined) throw new Violation(`${shown(answer)}: ${problem}`);
}

interface RawOutput {
  readonly name: string;
  readonly datatype: string;
  readonly shape: readonly (number | bigint)[];
  readonly parameters?: { readonly binary_data_size?: number };
  readonly data?: unknown;
}

/** 200 with an answer as the protocol describes it, whose outputs hold as many elements as their shapes say. */
export function served(answer: Answer): Served {
  if (answer.status !== 200) throw new Violation(shown(answer));
  const { header, tail } = split(answer);
  const body = json(answer, 'inferResponse', header) as { id?: string; model_name: string; model_version?: string; outputs: RawOutput[] };
  const { outputs, end } = body.outputs.reduce<{ outputs: Output[]; end: number }>((sofar, raw) => {
    const size = raw.data === undefined ? (raw.parameters?.binary_data_size ?? 0) : 0;
    return { outputs: [...sofar.outputs, outputOf(answer, raw, tail.subarray(sofar.end, sofar.end + size))], end: sofar.end + size };
  }, { outputs: [], end: 0 });
  if (end !== tail.length) throw new Violation(`${shown(answer)}: ${tail.length} bytes follow the JSON, and its outputs account for ${end}`);
  return { id: body.id, modelName: body.model_name, modelVersion: body.model_version, outputs };
}

/** The JSON and the bytes after it, which are there only with the header that says so. */
function split(answer: Answer): { readonly header: string; readonly tail: Uint8Array } {
  const length = answer.headers.get('inference-header-content-length');
  if (length === null) return { header: answer.text, tail: new Uint8Array() };
  const bytes = Number(length);
  if (!Number.isInteger(bytes) || bytes < 0 || bytes > answer.bytes.length) throw new Violation(`inference-header-content-length is ${length} in an answer of ${answer.bytes.length} bytes`);
  return { header: new TextDecoder().decode(answer.bytes.subarray(0, bytes)), tail: answer.bytes.subarray(bytes) };
}

function outputOf(answer: Answer, raw: RawOutput, bytes: Uint8Array): Output {
  const { name, datatype } = raw;
  if (!isDatatype(datatype)) throw new Violation(`${shown(answer)}: output "${name}" is ${datatype}, which this kit cannot read`);
  const shape = raw.shape.map(Number);
  const binary = raw.data === undefined;
  const elements = binary ? unpacked(name, datatype, bytes) : elementsOf(datatype, raw.data);
  if (elements.length !== countOf(shape)) throw new Violation(`output "${name}" has shape [${shape}] and ${elements.length} elements`);
  const bad = elements.indexOf(undefined);
  if (bad >= 0) throw new Violation(`element ${bad} of output "${name}" is no ${datatype}: ${shown(answer)}`);
  return { name, datatype, shape, elements: elements as readonly Element[], binary };
}

function unpacked(name: string, datatype: Datatype, bytes: Uint8Array): readonly Element[] {
  try {
    return unpack(datatype, bytes);
  } catch (error) {
    throw new Violation(`output "${name}": ${(error as Error).message}`, { cause: error });
  }
}

/** The output of this name, which must be there. */
export function output({ outputs }: Served, name: string): Output {
  const found = outputs.find((one) => one.name === name);
  if (found === undefined) throw new Violation(`there is no output "${name}" among ${outputs.map((one) => `"${one.name}"`).join(', ')}`);
  return found;
}

export function outputNames({ outputs }: Served, wanted: readonly string[], ordered: boolean): void {
  const came = outputs.map(({ name }) => name);
  const same = ordered ? came.join('\0') === wanted.join('\0') : [...came].sort().join('\0') === [...wanted].sort().join('\0');
  if (!same) throw new Violation(`the outputs are ${came.map((name) => `"${name}"`).join(', ') || 'none'}`);
}

/** The same elements; of floats, after rounding to their width. */
export function elements({ name, datatype, elements: came }: Output, wanted: readonly Element[]): void {
  const round = datatype === 'FP32' ? (value: Element) => Math.fround(Number(value)) : (value: Element) => value;
  const differs = came.length === wanted.length ? wanted.findIndex((value, i) => !Object.is(round(value), round(came[i] as Element)) && round(value) !== round(came[i] as Element)) : Math.min(came.length, wanted.length);
  if (differs >= 0) throw new Violation(`element ${differs} of output "${name}" is ${String(came[differs])}, expected ${String(wanted[differs])}`);
}
