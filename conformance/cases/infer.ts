// Valid requests in JSON, to any model.
import { NotApplicable, Violation, type Case } from '../case.ts';
import { firstOutput, jsonSubjectOf, type Context, type Known } from '../context.ts';
import { outputNames, output, served, withoutNullFields, type Served } from '../expect.ts';
import { bodyOf, infer, samples, type Body } from '../infer.ts';
import { nest, write } from '../json-form.ts';
import { fits } from '../tensor.ts';

const requestText = 'Protocol: Inference Request JSON Object';
const responseText = 'Protocol: Inference Response JSON Object';
const dataText = 'Protocol: Tensor Data';

/** The default body limit of more than one HTTP framework is 1 MiB, which a batch of images exceeds. */
const largeBytes = 2 * 1024 * 1024;

async function ask(context: Context, more: Body = {}, headers?: Readonly<Record<string, string>>): Promise<Served> {
  const subject = jsonSubjectOf(context);
  return served(await infer(context, subject, bodyOf(samples(subject), more), headers));
}

function checkOutputs({ metadata }: Known, reply: Served): void {
  outputNames(reply, metadata.outputs.map(({ name }) => name), false);
  for (const promised of metadata.outputs) {
    const came = output(reply, promised.name);
    if (came.datatype !== promised.datatype) throw new Violation(`output "${came.name}" is ${came.datatype}, and ${promised.datatype} in the metadata`);
    if (!fits(promised.shape, came.shape)) throw new Violation(`output "${came.name}" has shape [${came.shape}], and [${promised.shape}] in the metadata`);
  }
}

export const inferCases: readonly Case[] = [
  {
    id: 'infer', level: 'must', source: responseText, title: 'A valid request is 200 with every output, in the datatype and shape of the metadata',
    run: async (context) => checkOutputs(jsonSubjectOf(context), await ask(context)),
  },
  {
    id: 'infer-model-name', level: 'must', source: responseText, title: 'model_name in the answer is the name of the model',
    run: async (context: Context): Promise<void> => {
      const { modelName } = await ask(context);
      if (modelName !== context.subject.name) throw new Violation(`model_name is "${modelName}"`);
    },
  },
  {
    id: 'infer-nulls', level: 'must', source: responseText, title: 'No field of the answer is null: an optional one is left out',
    run: async (context: Context): Promise<void> => {
      const subject = jsonSubjectOf(context);
      withoutNullFields(await infer(context, subject, bodyOf(samples(subject))));
    },
  },
  {
    id: 'infer-nested', level: 'must', source: dataText, title: 'Data as nested arrays are taken like flat ones',
    run: async (context: Context): Promise<void> => {
      const subject = jsonSubjectOf(context);
      const tensors = samples(subject);
      if (tensors.every(({ shape }) => shape.length < 2)) throw new NotApplicable('no input of the model has two dimensions');
      const flat = bodyOf(tensors);
      const nested = { inputs: tensors.map(({ name, datatype, shape, elements }) => ({ name, datatype, shape: [...shape], data: nest(shape, elements) })) };
      const [one, other] = [served(await infer(context, subject, flat)), served(await infer(context, subject, nested))];
      if (write(plain(one)) !== write(plain(other))) throw new Violation('the answers to flat and to nested data differ');
    },
  },
  {
    id: 'infer-rows', level: 'must', source: 'Protocol: Model Metadata, variable-size dimensions', title: 'Where the first dimension is -1, three rows are served like one',
    run: async (context: Context): Promise<void> => {
      const subject = jsonSubjectOf(context);
      if (!subject.metadata.inputs.every(({ shape }) => shape[0] === -1)) throw new NotApplicable('the first dimension of an input is fixed');
      checkOutputs(subject, served(await infer(context, subject, bodyOf(samples(subject, 3)))));
    },
  },
  {
    id: 'infer-id', level: 'must', source: requestText, title: 'An id comes back as it was sent',
    run: async (context: Context): Promise<void> => {
      const { id } = await ask(context, { id: 'conformance-7' });
      if (id !== 'conformance-7') throw new Violation(`id is ${id === undefined ? 'missing' : `"${id}"`}`);
    },
  },
  {
    id: 'infer-id-given', level: 'should', source: 'Servers differ: no id given (an answer without one is a 500 behind KServe)', title: 'A request without an id is answered with one',
    run: async (context: Context): Promise<void> => {
      if (((await ask(context)).id ?? '') === '') throw new Violation('the answer has no id');
    },
  },
  {
    id: 'infer-output', level: 'must', source: requestText, title: 'Only the output that is asked for comes',
    run: async (context: Context): Promise<void> => {
      const subject = jsonSubjectOf(context);
      if (subject.metadata.outputs.length < 2) throw new NotApplicable('the model has one output');
      const last = subject.metadata.outputs.at(-1)?.name ?? '';
      outputNames(await ask(context, { outputs: [{ name: last }] }), [last], true);
    },
  },
  {
    id: 'infer-output-order', level: 'should', source: requestText, title: 'Outputs come in the order in which they are asked for',
    run: async (context: Context): Promise<void> => {
      const subject = jsonSubjectOf(context);
      if (subject.metadata.outputs.length < 2) throw new NotApplicable('the model has one output');
      const backwards = subject.metadata.outputs.map(({ name }) => name).reverse();
      outputNames(await ask(context, { outputs: backwards.map((name) => ({ name })) }), backwards, true);
    },
  },
  {
    id: 'infer-parameters', level: 'should', source: 'Protocol: Parameters', title: 'Parameters of request, input and output that mean nothing to the server do no harm',
    run: async (context: Context): Promise<void> => {
      const subject = jsonSubjectOf(context);
      const parameters = { conformance_text: 'x', conformance_number: 1, conformance_flag: true };
      const { inputs } = bodyOf(samples(subject)) as { inputs: Body[] };
      const body = { parameters, inputs: inputs.map((input) => ({ ...input, parameters })), outputs: [{ name: firstOutput(subject).name, parameters }] };
      served(await infer(context, subject, body));
    },
  },
  {
    id: 'infer-no-content-type', level: 'should', source: 'Clients differ: tritonclient sends no content type', title: 'A request without content type is read as JSON',
    run: async (context: Context): Promise<void> => {
      await ask(context, {}, {});
    },
  },
  {
    id: 'infer-form-content-type', level: 'should', source: 'Clients differ: curl sends application/x-www-form-urlencoded', title: 'A request with the content type of a form is read as JSON',
    run: async (context: Context): Promise<void> => {
      await ask(context, {}, { 'content-type': 'application/x-www-form-urlencoded' });
    },
  },
  {
    id: 'infer-large-body', level: 'should', source: 'Servers differ: size of the body', title: 'A body of 2 MiB is served',
    run: async (context: Context): Promise<void> => {
      const subject = jsonSubjectOf(context);
      served(await infer(context, subject, write(bodyOf(samples(subject))) + ' '.repeat(largeBytes)));
    },
  },
];

function plain({ outputs }: Served): readonly { readonly [key: string]: string | readonly number[] | Served['outputs'][number]['elements'] }[] {
  return outputs.map(({ name, shape, elements }) => ({ name, shape, elements }));
}
