// The forms in which the servers take rows and give answers. Row-major 32-bit floats in, label and two probabilities out.
import type { Answers } from './models.ts';

export const formNames = ['v2', 'v2-binary', 'bentoml', 'litserve'] as const;
export type FormName = (typeof formNames)[number];

export interface Asked {
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
}

export interface Got {
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
}

export interface Form {
  ask(rows: readonly (readonly number[])[]): Asked;
  /** Throws where the answer has another shape. */
  read(got: Got): Answers;
}

type Rows = readonly (readonly number[])[];

const json = { 'content-type': 'application/json' };
const inferPath = '/v2/models/m/infer';
const headerLength = 'inference-header-content-length';

export const forms: Readonly<Record<FormName, Form>> = {
  v2: {
    ask: (rows) => ({ path: inferPath, headers: json, body: text({ inputs: [{ name: 'X', shape: shapeOf(rows), datatype: 'FP32', data: rows.flat() }] }) }),
    read: ({ body }) => answersOf(outputsOf(parse(body)).map(({ name, data }) => [name, (data as (number | number[])[]).flat()])),
  },
  'v2-binary': { ask: askBinary, read: readBinary },
  bentoml: {
    ask: (rows) => ({ path: '/infer', headers: json, body: text({ X: rows }) }),
    read({ body }) {
      const rows = parse(body) as Rows;
      return { label: rows.map(([label = NaN]) => label), probabilities: rows.map((row) => row.slice(1)) };
    },
  },
  litserve: {
    ask: (rows) => ({ path: '/predict', headers: json, body: text({ inputs: rows }) }),
    read: ({ body }) => parse(body) as Answers,
  },
};

interface Output {
  readonly name: string;
  readonly shape: readonly number[];
  readonly data?: unknown;
  readonly parameters?: { readonly binary_data_size?: number };
}

function askBinary(rows: Rows): Asked {
  const tensor = Buffer.alloc(rows.length * (rows[0]?.length ?? 0) * 4);
  rows.flat().forEach((value, index) => tensor.writeFloatLE(value, index * 4));
  const head = text({ inputs: [{ name: 'X', shape: shapeOf(rows), datatype: 'FP32', parameters: { binary_data_size: tensor.length } }], parameters: { binary_data_output: true } });
  return { path: inferPath, headers: { 'content-type': 'application/octet-stream', [headerLength]: String(head.length) }, body: Buffer.concat([head, tensor]) };
}

function readBinary({ headers, body }: Got): Answers {
  const length = Number(headers[headerLength]);
  if (!(length > 0)) throw new Error(`the answer has no ${headerLength}: it is not binary`);
  const bytes = Buffer.from(body);
  let at = length;
  const found = outputsOf(parse(bytes.subarray(0, length))).map(({ name, parameters }): [string, number[]] => {
    const part = bytes.subarray(at, at + (parameters?.binary_data_size ?? 0));
    at += part.length;
    const width = name === 'label' ? 8 : 4;
    const values = Array.from({ length: part.length / width }, (_, index) => (width === 8 ? Number(part.readBigInt64LE(index * 8)) : part.readFloatLE(index * 4)));
    return [name, values];
  });
  return answersOf(found);
}

function answersOf(outputs: readonly (readonly [string, readonly number[]])[]): Answers {
  const { label, probabilities } = Object.fromEntries(outputs);
  if (label === undefined || probabilities === undefined) throw new Error(`the answer has ${outputs.map(([name]) => name).join(', ')}, not label and probabilities`);
  return { label, probabilities: Array.from({ length: probabilities.length / 2 }, (_, row) => probabilities.slice(row * 2, row * 2 + 2)) };
}

function outputsOf(answer: unknown): readonly Output[] {
  const { outputs } = answer as { readonly outputs?: readonly Output[] };
  if (outputs === undefined) throw new Error('the answer has no outputs');
  return outputs;
}

function shapeOf(rows: Rows): number[] {
  return [rows.length, rows[0]?.length ?? 0];
}

function text(value: unknown): Buffer {
  return Buffer.from(JSON.stringify(value));
}

function parse(body: Uint8Array): unknown {
  return JSON.parse(Buffer.from(body).toString('utf8'));
}
