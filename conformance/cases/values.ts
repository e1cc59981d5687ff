// Answers that are known beforehand, from the models in models/.
import { NotApplicable, Violation, type Case } from '../case.ts';
import { partOf, type Context, type Known } from '../context.ts';
import { elements, output, outputNames, refused, served } from '../expect.ts';
import { bodyOf, infer, samples } from '../infer.ts';
import { nest } from '../json-form.ts';
import type { Datatype, Element, Tensor } from '../tensor.ts';

const simpleText = 'models/simple.onnx: Triton\'s add/sub model';
const echoText = 'Protocol: Tensor Data Types; models/echo.onnx';
const concurrent = 16;

function simpleTensors(first: readonly number[], second: readonly number[]): readonly Tensor[] {
  const shape = [first.length / 16, 16];
  return [{ name: 'INPUT0', datatype: 'INT32', shape, elements: first }, { name: 'INPUT1', datatype: 'INT32', shape, elements: second }];
}

const counted = Array.from({ length: 16 }, (_, i) => i);
const ones = counted.map(() => 1);
const sum = (first: readonly number[], second: readonly number[]): readonly number[] => first.map((value, i) => value + (second[i] ?? 0));
const difference = (first: readonly number[], second: readonly number[]): readonly number[] => first.map((value, i) => value - (second[i] ?? 0));

async function addSub(context: Context, first: readonly number[], second: readonly number[]): Promise<void> {
  const reply = served(await infer(context, partOf(context, 'simple'), bodyOf(simpleTensors(first, second))));
  elements(output(reply, 'OUTPUT0'), sum(first, second));
  elements(output(reply, 'OUTPUT1'), difference(first, second));
}

const simpleCases: readonly Case[] = [
  {
    id: 'simple-values', level: 'must', source: simpleText, title: 'OUTPUT0 is the sum, OUTPUT1 the difference',
    run: async (context) => addSub(context, counted, ones),
  },
  {
    id: 'simple-nested', level: 'must', source: `Protocol: Tensor Data; ${simpleText}`, title: 'Nested data give the same sums',
    run: async (context: Context): Promise<void> => {
      const model = partOf(context, 'simple');
      const inputs = simpleTensors(counted, ones).map(({ name, datatype, shape, elements: flat }) => ({ name, datatype, shape: [...shape], data: nest(shape, flat) }));
      elements(output(served(await infer(context, model, { inputs })), 'OUTPUT0'), sum(counted, ones));
    },
  },
  {
    id: 'simple-rows', level: 'must', source: `Protocol: Tensor Data is row-major; ${simpleText}`, title: 'Three rows keep their order',
    run: async (context: Context): Promise<void> => {
      if (partOf(context, 'simple').metadata.inputs.some(({ shape }) => shape[0] !== -1)) throw new NotApplicable('the model takes one row');
      const rows = Array.from({ length: 48 }, (_, i) => i * i);
      await addSub(context, rows, rows.map((_, i) => 48 - i));
    },
  },
  {
    id: 'simple-swapped-inputs', level: 'must', source: `Protocol: Request Input has a name; ${simpleText}`, title: 'Inputs count by their names, not by their order',
    run: async (context: Context): Promise<void> => {
      const reply = served(await infer(context, partOf(context, 'simple'), bodyOf([...simpleTensors(counted, ones)].reverse())));
      elements(output(reply, 'OUTPUT1'), difference(counted, ones));
    },
  },
  {
    id: 'simple-one-output', level: 'must', source: `Protocol: Request Output; ${simpleText}`, title: 'OUTPUT1 alone is the difference',
    run: async (context: Context): Promise<void> => {
      const reply = served(await infer(context, partOf(context, 'simple'), bodyOf(simpleTensors(counted, ones), { outputs: [{ name: 'OUTPUT1' }] })));
      outputNames(reply, ['OUTPUT1'], true);
      elements(output(reply, 'OUTPUT1'), difference(counted, ones));
    },
  },
  {
    id: 'simple-concurrent', level: 'must', source: `Servers differ: batching that mixes answers; ${simpleText}`, title: `${concurrent} requests at once get an answer each, and each its own`,
    run: async (context: Context): Promise<void> => {
      const model = partOf(context, 'simple');
      await Promise.all(Array.from({ length: concurrent }, async (_, i) => {
        const first = counted.map((value) => value * (i + 1));
        const reply = served(await infer(context, model, bodyOf(simpleTensors(first, ones), { id: `at-once-${i}` })));
        if (reply.id !== `at-once-${i}`) throw new Violation(`request at-once-${i} was answered as ${String(reply.id)}`);
        elements(output(reply, 'OUTPUT0'), sum(first, ones));
      }));
    },
  },
];

/** Two elements each, at the ends of the type where JSON can say them exactly. */
export const echoes: Readonly<Record<Exclude<Datatype, 'FP16'>, readonly [Element, Element]>> = {
  BOOL: [true, false],
  UINT8: [0, 255],
  UINT16: [0, 65_535],
  UINT32: [0, 4_294_967_295],
  UINT64: [0n, 9_007_199_254_740_991n],
  INT8: [-128, 127],
  INT16: [-32_768, 32_767],
  INT32: [-2_147_483_648, 2_147_483_647],
  INT64: [-9_007_199_254_740_991n, 9_007_199_254_740_991n],
  FP32: [0.1, -3.4028234663852886e38],
  FP64: [0.1, -1.7976931348623157e308],
  BYTES: ['', 'čaj "茶" \\ 🍵'],
};

/** Neutral tensors for all inputs, these elements for one, and only its output asked for. */
export function echoTensors(model: Known, datatype: string, sent: readonly Element[]): readonly Tensor[] {
  return samples(model).map((tensor) => (tensor.name === `IN_${datatype}` ? { ...tensor, elements: sent } : tensor));
}

const echoCases: readonly Case[] = Object.entries(echoes).map(([datatype, sent]) => ({
  id: `echo-${datatype.toLowerCase()}`, level: 'must', source: echoText, title: `${datatype} elements come back as they were sent`,
  run: async (context: Context): Promise<void> => {
    const model = partOf(context, 'echo');
    const reply = served(await infer(context, model, bodyOf(echoTensors(model, datatype, sent), { outputs: [{ name: `OUT_${datatype}` }] })));
    elements(output(reply, `OUT_${datatype}`), sent);
  },
}));

/** One more than a double can tell from its neighbour. */
const beyond = 9_007_199_254_740_993n;

const preciseCases: readonly Case[] = ['INT64', 'UINT64'].map((datatype) => ({
  id: `echo-${datatype.toLowerCase()}-precise`, level: 'should', source: 'Servers differ: 64-bit integers; models/echo.onnx', title: `${datatype} beyond 2^53 comes back with every digit, or is refused with {"error"}`,
  run: async (context: Context): Promise<void> => {
    const model = partOf(context, 'echo');
    const answer = await infer(context, model, bodyOf(echoTensors(model, datatype, [beyond, 1n]), { outputs: [{ name: `OUT_${datatype}` }] }));
    if (answer.status === 200) elements(output(served(answer), `OUT_${datatype}`), [beyond, 1n]);
    else refused(answer, 400, 422);
  },
}));

const floatCases: readonly Case[] = [
  {
    id: 'nan-is-no-json', level: 'must', source: 'Protocol: answers are JSON; models/divide.onnx', title: 'An output that is NaN or infinite never makes an answer that is no JSON',
    run: async (context: Context): Promise<void> => {
      const answer = await divide(context);
      if (answer.status === 200) readable(answer);
      else refused(answer);
    },
  },
  {
    id: 'nan-not-silent', level: 'should', source: 'Servers differ: NaN in JSON; models/divide.onnx', title: 'An output that is NaN or infinite is an error or a text, never a silent null',
    run: async (context: Context): Promise<void> => {
      const answer = await divide(context);
      if (answer.status === 200) {
        const at = answer.text.search(/\[[^[\]]*\bnull\b/);
        if (at >= 0) throw new Violation(`200, and the data are ${answer.text.slice(at, at + 40)}`);
        readable(answer);
      } else refused(answer);
    },
  },
];

/** 0/0 and 1/0. */
function divide(context: Context): ReturnType<typeof infer> {
  const tensor = (name: string, data: readonly number[]): Tensor => ({ name, datatype: 'FP32', shape: [2, 1], elements: data });
  return infer(context, partOf(context, 'divide'), bodyOf([tensor('A', [0, 1]), tensor('B', [0, 0])]));
}

function readable({ text }: Awaited<ReturnType<typeof infer>>): void {
  try {
    JSON.parse(text);
  } catch (error) {
    throw new Violation(`the answer is no JSON: ${(error as Error).message}`, { cause: error });
  }
}

export const valueCases: readonly Case[] = [...simpleCases, ...echoCases, ...preciseCases, ...floatCases];
