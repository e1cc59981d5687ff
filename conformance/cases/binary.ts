// The binary tensor extension, where the server advertises it.
import { join, pack } from '../binary-form.ts';
import { NotApplicable, Violation, type Case } from '../case.ts';
import type { Answer } from '../client.ts';
import { firstOutput, partOf, subjectOf, type Context, type Known } from '../context.ts';
import { elements, output, refused, served, shown, status } from '../expect.ts';
import { binaryBodyOf, bodyOf, infer, inferBinary, samples, type Body } from '../infer.ts';
import type { Element, Tensor } from '../tensor.ts';
import { echoes, echoTensors } from './values.ts';

const source = 'Binary tensor extension';

type Run = (context: Context, model: Known, tensors: readonly Tensor[]) => Promise<void>;

function advertised({ extensions, forceBinary }: Context): void {
  if (!forceBinary && !extensions.includes('binary_tensor_data')) throw new NotApplicable('the server does not advertise binary_tensor_data');
}

function must(id: string, title: string, run: Run): Case {
  return {
    id: `binary-${id}`, level: 'must', source, title,
    run: async (context: Context): Promise<void> => {
      advertised(context);
      const model = subjectOf(context);
      await run(context, model, samples(model));
    },
  };
}

/** The answer in which these outputs, and no others, are binary; they hold what the JSON answer holds. */
async function check(context: Context, model: Known, answer: Answer, isBinary: (name: string) => boolean): Promise<void> {
  const reply = served(answer);
  for (const { name, binary } of reply.outputs) {
    if (binary !== isBinary(name)) throw new Violation(`output "${name}" came as ${binary ? 'bytes' : 'JSON'}: ${shown(answer)}`);
  }
  const type = answer.headers.get('content-type') ?? '';
  if (reply.outputs.some(({ binary }) => binary) && !type.startsWith('application/octet-stream')) throw new Violation(`content-type ${type === '' ? 'is missing' : type} of an answer with binary tensors`);
  if (model.metadata.inputs.some(({ datatype }) => datatype === 'FP16') || model.metadata.outputs.some(({ datatype }) => datatype === 'FP16')) return;
  const plain = served(await infer(context, model, bodyOf(samples(model))));
  for (const one of reply.outputs) elements(one, output(plain, one.name).elements);
}

const none = (): boolean => false;
const all = (): boolean => true;

function two({ metadata }: Known): readonly [string, string] {
  const [first, second] = metadata.outputs;
  if (first === undefined || second === undefined) throw new NotApplicable('the model has one output');
  return [first.name, second.name];
}

const flags: readonly Case[] = [
  must('in', 'Binary inputs, outputs as JSON', async (context, model, tensors) => check(context, model, await inferBinary(context, model, binaryBodyOf(tensors)), none)),
  must('out', 'binary_data of an output: that output is binary', async (context, model, tensors) => {
    const { name } = firstOutput(model);
    const more = { outputs: [{ name, parameters: { binary_data: true } }] };
    await check(context, model, await infer(context, model, bodyOf(tensors, more)), all);
  }),
  must('out-all', 'binary_data_output of the request: every output is binary', async (context, model, tensors) =>
    check(context, model, await infer(context, model, bodyOf(tensors, { parameters: { binary_data_output: true } })), all)),
  must('in-out', 'Binary inputs and binary outputs', async (context, model, tensors) =>
    check(context, model, await inferBinary(context, model, binaryBodyOf(tensors, { parameters: { binary_data_output: true } })), all)),
  must('in-mixed', 'One input binary, the others JSON', async (context, model, tensors) => {
    if (tensors.length < 2) throw new NotApplicable('the model has one input');
    await check(context, model, await inferBinary(context, model, binaryBodyOf(tensors, {}, (_, i) => i === 0)), none);
  }),
  must('in-mixed-last', 'The last input binary, the others JSON', async (context, model, tensors) => {
    if (tensors.length < 2) throw new NotApplicable('the model has one input');
    await check(context, model, await inferBinary(context, model, binaryBodyOf(tensors, {}, (_, i) => i === tensors.length - 1)), none);
  }),
  must('out-mixed', 'One output binary, another JSON', async (context, model, tensors) => {
    const [first, second] = two(model);
    const more = { outputs: [{ name: first, parameters: { binary_data: true } }, { name: second, parameters: { binary_data: false } }] };
    await check(context, model, await infer(context, model, bodyOf(tensors, more)), (name) => name === first);
  }),
  must('precedence-false', 'binary_data false of an output overrides binary_data_output true', async (context, model, tensors) => {
    const [first, second] = two(model);
    const more = { parameters: { binary_data_output: true }, outputs: [{ name: first, parameters: { binary_data: false } }, { name: second }] };
    await check(context, model, await infer(context, model, bodyOf(tensors, more)), (name) => name === second);
  }),
  must('precedence-true', 'binary_data true of an output overrides binary_data_output false', async (context, model, tensors) => {
    const { name } = firstOutput(model);
    const more = { parameters: { binary_data_output: false }, outputs: [{ name, parameters: { binary_data: true } }] };
    await check(context, model, await infer(context, model, bodyOf(tensors, more)), all);
  }),
  must('id', 'An id comes back with binary tensors too', async (context, model, tensors) => {
    const { id } = served(await inferBinary(context, model, binaryBodyOf(tensors, { id: 'binary-7', parameters: { binary_data_output: true } })));
    if (id !== 'binary-7') throw new Violation(`id is ${id === undefined ? 'missing' : `"${id}"`}`);
  }),
  must('no-content-type', 'A binary request without content type is served, as tritonclient sends it', async (context, model, tensors) =>
    check(context, model, await inferBinary(context, model, binaryBodyOf(tensors), { contentType: undefined }), none)),
];

/** A binary body that is wrong in its first input's size, or in the bytes themselves. */
function wrongSize(tensors: readonly Tensor[], more: number): { readonly json: string; readonly tail: Uint8Array } {
  const { json, tail } = binaryBodyOf(tensors);
  const size = pack((tensors[0] as Tensor).datatype, (tensors[0] as Tensor).elements).length;
  return { json: json.replace(`"binary_data_size":${size}`, `"binary_data_size":${size + more}`), tail: more > 0 ? join([tail, new Uint8Array(more)]) : tail.subarray(0, more) };
}

type SendWrong = (context: Context, model: Known, tensors: readonly Tensor[]) => Promise<Answer>;

/** An error in the protocol's form is a must, status 400 a should. */
function refusal(id: string, what: string, send: SendWrong): readonly Case[] {
  const strict = must(`${id}-status`, `${what}: status 400`, async (context, model, tensors) => status(await send(context, model, tensors), 400));
  return [must(id, `${what}: an HTTP error with exactly {"error": "…"}`, async (context, model, tensors) => refused(await send(context, model, tensors))), { ...strict, level: 'should' }];
}

const refusals: readonly Case[] = [
  ...refusal('size-small', 'binary_data_size below what the shape needs', async (context, model, tensors) => inferBinary(context, model, wrongSize(tensors, -1))),
  ...refusal('size-large', 'binary_data_size above what the shape needs', async (context, model, tensors) => inferBinary(context, model, wrongSize(tensors, 4))),
  ...refusal('size-negative', 'A negative binary_data_size', async (context, model, tensors) => {
    const { json, tail } = binaryBodyOf(tensors);
    return inferBinary(context, model, { json: json.replace('"binary_data_size":', '"binary_data_size":-'), tail });
  }),
  ...refusal('body-short', 'Fewer bytes than the inputs say', async (context, model, tensors) => {
    const { json, tail } = binaryBodyOf(tensors);
    return inferBinary(context, model, { json, tail: tail.subarray(0, -1) });
  }),
  ...refusal('body-long', 'More bytes than the inputs say', async (context, model, tensors) => {
    const { json, tail } = binaryBodyOf(tensors);
    return inferBinary(context, model, { json, tail: join([tail, new Uint8Array(3)]) });
  }),
  ...refusal('no-header', 'binary_data_size without a header that says where the JSON ends', async (context, model, tensors) => infer(context, model, binaryBodyOf(tensors).json)),
  ...refusal('header-beyond', 'A header length beyond the body', async (context, model, tensors) => {
    const body = binaryBodyOf(tensors);
    return inferBinary(context, model, body, { headerLength: String(body.json.length + body.tail.length + 10) });
  }),
  ...refusal('header-short', 'A header length that cuts the JSON', async (context, model, tensors) => {
    const body = binaryBodyOf(tensors);
    return inferBinary(context, model, body, { headerLength: String(body.json.length - 1) });
  }),
  ...refusal('header-negative', 'A negative header length', async (context, model, tensors) => inferBinary(context, model, binaryBodyOf(tensors), { headerLength: '-5' })),
  ...refusal('header-text', 'A header length that is no number', async (context, model, tensors) => inferBinary(context, model, binaryBodyOf(tensors), { headerLength: 'x' })),
  ...refusal('bytes-beyond', 'A BYTES element longer than its tensor', async (context) => {
    const model = partOf(context, 'echo');
    const { json, tail } = binaryBodyOf(echoTensors(model, 'BYTES', ['ab', 'cd']), {}, ({ datatype }) => datatype === 'BYTES');
    const longer = Uint8Array.from(tail);
    longer[6] = 200; // the length of the second element, after 4 + 2 bytes of the first
    return inferBinary(context, model, { json, tail: longer });
  }),
];

/** What JSON cannot say, besides what it can. */
const exact: Readonly<Record<string, readonly [Element, Element]>> = {
  ...echoes,
  INT64: [-9_223_372_036_854_775_808n, 9_223_372_036_854_775_807n],
  UINT64: [0n, 18_446_744_073_709_551_615n],
  FP32: [NaN, -Infinity],
  FP64: [NaN, Infinity],
};

const values: readonly Case[] = [
  ...Object.entries(exact).map(([datatype, sent]): Case => ({
    id: `binary-echo-${datatype.toLowerCase()}`, level: 'must', source: `${source}; models/echo.onnx`, title: `${datatype} elements come back as they were sent, bit by bit`,
    run: async (context: Context): Promise<void> => {
      advertised(context);
      const model = partOf(context, 'echo');
      await echoed(context, model, echoTensors(model, datatype, sent), `OUT_${datatype}`, sent);
    },
  })),
  {
    id: 'binary-echo-fp16', level: 'must', source: `${source}; models/half.onnx`, title: 'FP16 elements come back as they were sent',
    run: async (context: Context): Promise<void> => {
      advertised(context);
      const model = partOf(context, 'half');
      await echoed(context, model, [{ ...halfTensor, name: 'IN' }], 'OUT', halfTensor.elements);
    },
  },
  {
    id: 'binary-raw', level: 'should', source: `${source}: raw request; models/half.onnx`, title: 'Header length 0: the whole body is the one input',
    run: async (context: Context): Promise<void> => {
      advertised(context);
      const model = partOf(context, 'half');
      const headers = { 'inference-header-content-length': '0', 'content-type': 'application/octet-stream' };
      const reply = served(await infer(context, model, pack('FP16', halfTensor.elements), headers));
      elements(output(reply, 'OUT'), halfTensor.elements);
    },
  },
  {
    id: 'binary-fp16-json', level: 'should', source: 'Servers differ: FP16 in JSON; models/half.onnx', title: 'An FP16 output that is asked for as JSON: 400 with {"error"}',
    run: async (context: Context): Promise<void> => {
      advertised(context);
      refused(await inferBinary(context, partOf(context, 'half'), binaryBodyOf([halfTensor], { outputs: [{ name: 'OUT', parameters: { binary_data: false } }] })), 400);
    },
  },
  {
    id: 'binary-unadvertised', level: 'should', source: 'Clients differ: tritonclient sends binary tensors unasked', title: 'A server that does not advertise binary tensors refuses them with {"error"} and a 4xx, or serves them',
    run: async (context: Context): Promise<void> => {
      if (context.extensions.includes('binary_tensor_data')) throw new NotApplicable('the server advertises binary_tensor_data');
      const model = subjectOf(context);
      const answer = await inferBinary(context, model, binaryBodyOf(samples(model)));
      if (answer.status === 200) served(answer);
      else refused(answer, 400, 415, 422, 501);
    },
  },
];

const halfTensor: Tensor = { name: 'IN', datatype: 'FP16', shape: [1, 2], elements: [0.5, -65_504] };

async function echoed(context: Context, model: Known, tensors: readonly Tensor[], name: string, sent: readonly Element[]): Promise<void> {
  const more: Body = { outputs: [{ name, parameters: { binary_data: true } }] };
  elements(output(served(await inferBinary(context, model, binaryBodyOf(tensors, more))), name), sent);
}

export const binaryCases: readonly Case[] = [...flags, ...values, ...refusals];
