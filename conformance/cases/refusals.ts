// Requests that are wrong: told so, in the form that the protocol has for it, and not with an error of the server.
import { NotApplicable, type Case } from '../case.ts';
import { firstOutput, jsonSubjectOf, partOf, type Context, type Known } from '../context.ts';
import { refused, status } from '../expect.ts';
import { bodyOf, infer, samples, type Body } from '../infer.ts';
import { nest, write, type Json } from '../json-form.ts';
import { countOf, type Tensor } from '../tensor.ts';

interface Refusal {
  readonly id: string;
  readonly what: string;
  readonly source: string;
  /** The protocol's text makes the request invalid: then an error in the protocol's form is a must, and status 400 a should. */
  readonly invalid: boolean;
  readonly model?: (context: Context) => Known;
  readonly body: (tensors: readonly Tensor[], model: Known) => Body | string | Uint8Array;
}

const requestText = 'Protocol: Inference Request JSON Object';
const inputText = 'Protocol: Request Input';
const dataText = 'Protocol: Tensor Data';

/** Below 2^53 each, and 2^64 together: a product in 64 bits is 0. */
const overflowing = [16, 1_152_921_504_606_846_976n];
const deep = 100_000;

const refusals: readonly Refusal[] = [
  { id: 'body-empty', what: 'An empty body', source: requestText, invalid: true, body: () => '' },
  { id: 'body-bad-json', what: 'A body that is no JSON', source: requestText, invalid: true, body: (tensors) => write(bodyOf(tensors)).slice(0, -1) },
  { id: 'body-array', what: 'A body that is an array', source: requestText, invalid: true, body: () => '[]' },
  { id: 'body-not-utf8', what: 'A body that is no UTF-8', source: 'Servers differ: bad body', invalid: false, body: (tensors) => notUtf8(write({ id: 'x', ...bodyOf(tensors) })) },
  { id: 'id-number', what: 'An id that is a number', source: requestText, invalid: false, body: (tensors) => bodyOf(tensors, { id: 7 }) },
  { id: 'parameters-array', what: 'Parameters that are an array', source: 'Protocol: Parameters', invalid: false, body: (tensors) => bodyOf(tensors, { parameters: ['x'] }) },
  { id: 'inputs-missing', what: 'A body without inputs', source: requestText, invalid: true, body: () => ({ id: 'x' }) },
  { id: 'inputs-object', what: 'Inputs that are an object', source: requestText, invalid: true, body: (tensors) => ({ inputs: bodyOf(tensors.slice(0, 1)) }) },
  { id: 'input-missing', what: 'A request without one of the inputs', source: 'Protocol: Model Metadata, the inputs required by the model', invalid: true, body: (tensors) => bodyOf(tensors.slice(1)) },
  { id: 'input-unknown', what: 'An input that the model has not', source: 'Servers differ: unknown input', invalid: false, body: (tensors) => bodyOf([...tensors, { ...one(tensors), name: 'no_such_input' }]) },
  { id: 'input-twice', what: 'An input given twice', source: 'Servers differ: input twice', invalid: false, body: (tensors) => bodyOf([...tensors, one(tensors)]) },
  ...['name', 'shape', 'datatype', 'data'].map((field): Refusal => ({ id: `input-without-${field}`, what: `An input without ${field}`, source: inputText, invalid: true, body: (tensors) => altered(tensors, { [field]: undefined }) })),
  { id: 'datatype-unknown', what: 'A datatype that there is not', source: 'Protocol: Tensor Data Types', invalid: true, body: (tensors) => altered(tensors, { datatype: 'INT31' }) },
  { id: 'datatype-lower-case', what: 'A datatype in lower case', source: 'Protocol: all strings are case-sensitive', invalid: true, body: (tensors) => altered(tensors, { datatype: one(tensors).datatype.toLowerCase() }) },
  { id: 'datatype-wrong', what: 'A datatype that the model does not take', source: 'Servers differ: wrong datatype', invalid: false, body: (tensors) => altered(tensors, { datatype: one(tensors).datatype === 'FP64' ? 'FP32' : 'FP64' }) },
  { id: 'elements-too-few', what: 'One element less than the shape says', source: dataText, invalid: true, body: (tensors) => altered(tensors, { data: one(tensors).elements.slice(1) }) },
  { id: 'elements-too-many', what: 'One element more than the shape says', source: dataText, invalid: true, body: (tensors) => altered(tensors, { data: [...one(tensors).elements, ...one(tensors).elements.slice(0, 1)] }) },
  { id: 'elements-ragged', what: 'Nested data whose rows differ in length', source: 'Servers differ: element count and shape', invalid: false, body: (tensors) => altered(tensors, { data: ragged(tensors) }) },
  { id: 'shape-negative', what: 'A negative dimension', source: `${inputText}, dimensions are unsigned`, invalid: true, body: (tensors) => altered(tensors, { shape: one(tensors).shape.map((dim) => -dim) }) },
  { id: 'shape-fraction', what: 'A dimension that is a fraction', source: `${inputText}, dimensions are integers`, invalid: true, body: (tensors) => altered(tensors, { shape: one(tensors).shape.map((dim, i) => (i === 0 ? dim + 0.5 : dim)) }) },
  { id: 'shape-overflow', what: 'A shape whose product overflows 64 bits (2^4 × 2^60)', source: `${dataText}; Servers differ: overflow`, invalid: true, body: (tensors) => altered(tensors, { shape: overflowing, data: [] }) },
  { id: 'shape-too-large', what: 'A dimension of 2^64', source: `${inputText}, dimensions have 64 bits`, invalid: true, body: (tensors) => altered(tensors, { shape: [18_446_744_073_709_551_616n] }) },
  { id: 'shape-rank', what: 'A shape with a dimension too many', source: 'Servers differ: shape against metadata', invalid: false, body: (tensors) => altered(tensors, { shape: [...one(tensors).shape, 1] }) },
  { id: 'shape-wrong', what: 'A shape that the metadata exclude', source: 'Servers differ: shape against metadata', invalid: false, body: (tensors, model) => wrongShape(tensors, model) },
  { id: 'output-unknown', what: 'An output that the model has not', source: requestText, invalid: true, body: (tensors) => bodyOf(tensors, { outputs: [{ name: 'no_such_output' }] }) },
  { id: 'output-twice', what: 'An output asked for twice', source: 'Servers differ: duplicate output names', invalid: false, body: (tensors, model) => bodyOf(tensors, { outputs: [{ name: firstOutput(model).name }, { name: firstOutput(model).name }] }) },
  { id: 'element-text', what: 'A text for a number', source: 'Servers differ: coercion', invalid: false, body: (tensors) => alteredNumber(tensors, () => 'x') },
  { id: 'element-overflow', what: 'A number that its datatype cannot hold', source: 'Servers differ: coercion', invalid: false, body: (tensors) => alteredNumber(tensors, tooLarge) },
  { id: 'element-object', what: 'An object for an element', source: dataText, invalid: true, body: (tensors) => altered(tensors, { data: one(tensors).elements.map(() => ({})) }) },
  { id: 'nesting-deep', what: `Data nested ${deep.toLocaleString('en')} deep`, source: 'Servers differ: nesting', invalid: false, body: (tensors) => write(altered(tensors, { data: ['deep'] })).replace('["deep"]', '['.repeat(deep) + ']'.repeat(deep)) },
  { id: 'fp16-input', what: 'FP16 data in JSON', source: 'Servers differ: FP16 in JSON; models/half.onnx', invalid: false, model: (context) => partOf(context, 'half'), body: (tensors) => bodyOf(tensors) },
];

export const refusalCases: readonly Case[] = refusals.flatMap(({ id, what, source, invalid, model = jsonSubjectOf, body }): Case[] => {
  const send = async (context: Context): ReturnType<typeof infer> => {
    const asked = model(context);
    return infer(context, asked, body(samples(asked), asked));
  };
  const strict: Case = { id: invalid ? `${id}-status` : id, level: 'should', source, title: invalid ? `${what}: status 400` : `${what}: 400 with {"error"}`, run: async (context) => (invalid ? status(await send(context), 400) : refused(await send(context), 400)) };
  if (!invalid) return [strict];
  return [{ id, level: 'must', source, title: `${what}: an HTTP error with exactly {"error": "…"}`, run: async (context) => refused(await send(context)) }, strict];
});

function one([first]: readonly Tensor[]): Tensor {
  if (first === undefined) throw new NotApplicable('the model has no inputs');
  return first;
}

/** A valid body but for these fields of its first input. */
function altered(tensors: readonly Tensor[], fields: Body): Body {
  const [first, ...rest] = (bodyOf(tensors) as { inputs: Body[] }).inputs;
  return { inputs: [{ ...first, ...fields }, ...rest] };
}

/** A valid body but for the first element of its first input of numbers. */
function alteredNumber(tensors: readonly Tensor[], value: (tensor: Tensor) => Json): Body {
  const at = tensors.findIndex(({ datatype }) => datatype !== 'BYTES' && datatype !== 'BOOL');
  const tensor = tensors[at];
  if (tensor === undefined) throw new NotApplicable('no input of the model holds numbers');
  const { inputs } = bodyOf(tensors) as { inputs: Body[] };
  return { inputs: inputs.map((input, i) => (i === at ? { ...input, data: [value(tensor), ...tensor.elements.slice(1)] } : input)) };
}

function tooLarge({ datatype }: Tensor): Json {
  if (datatype === 'FP64') throw new NotApplicable('every JSON number fits FP64');
  if (datatype.startsWith('FP')) return 1e300;
  return 1n << BigInt(datatype.replace(/\D+/, ''));
}

function ragged(tensors: readonly Tensor[]): Json {
  const { shape, elements } = one(tensors);
  if (shape.length < 2 || countOf(shape.slice(1)) < 2) throw new NotApplicable('the first input of the model has no rows that could differ');
  const [first, ...rest] = nest(shape, elements) as readonly (readonly Json[])[];
  return [first?.slice(1) ?? [], ...rest];
}

function wrongShape(tensors: readonly Tensor[], { metadata }: Known): Body {
  const at = metadata.inputs[0]?.shape.findLastIndex((dim) => dim > 0) ?? -1;
  if (at < 0) throw new NotApplicable('the first input of the model takes any shape of its rank');
  const { shape, elements } = one(tensors);
  const larger = shape.map((dim, i) => (i === at ? dim + 1 : dim));
  return altered(tensors, { shape: larger, data: Array.from({ length: countOf(larger) }, (_, i) => elements[i % elements.length] ?? 0) });
}

/** A byte that no UTF-8 text has, within the id. */
function notUtf8(text: string): Uint8Array {
  const bytes = new TextEncoder().encode(text);
  bytes[text.indexOf('"x"') + 1] = 0xff;
  return bytes;
}
