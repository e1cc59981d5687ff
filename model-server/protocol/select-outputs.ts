import { requestError } from '../errors.ts';
import type { InferSignature } from './decode.ts';
import type { OutputWriter } from './encode.ts';
import { fieldInvalid, isBoolean, isObject, optional, type Json } from './fields.ts';

/** The outputs of one answer, in its order. */
export interface Selection {
  readonly writers: readonly OutputWriter[];
  readonly outputNames: readonly string[];
  /** For each of them whether it goes as bytes; undefined: none does. */
  readonly binary?: readonly boolean[];
}

/** `parameters.binary_data_output` of the request speaks for all outputs, `parameters.binary_data` of an output for itself. */
export function selectOutputs(signature: InferSignature, body: Json): Selection {
  const asked = optional(body, 'outputs', 'an array', Array.isArray) as readonly unknown[] | undefined;
  const byDefault = isBinary(body, 'binary_data_output') ?? false;
  // An empty list asks for everything, as in Triton.
  if (asked === undefined || asked.length === 0) return checked({ writers: signature.writers, outputNames: signature.outputNames }, signature.writers.map(() => byDefault));
  const entries = asked.map((entry, i) => (isObject(entry) ? entry : fail(fieldInvalid(`outputs[${i}]`, 'an object', entry))));
  const writers = entries.map((entry, i) => findOutput(signature, entry, i));
  const outputNames = writers.map((writer) => writer.spec.name);
  const twice = outputNames.find((name, i) => outputNames.indexOf(name) !== i);
  if (twice !== undefined) throw requestError('OutputTwice', { output: twice });
  return checked({ writers, outputNames }, entries.map((entry) => isBinary(entry, 'binary_data') ?? byDefault));
}

function checked(selection: Selection, binary: readonly boolean[]): Selection {
  for (let i = 0; i < binary.length; i++) {
    const { spec } = selection.writers[i] as OutputWriter;
    if (spec.datatype === 'FP16' && !binary[i]) throw requestError('OutputNeedsBinary', { output: spec.name });
  }
  return binary.includes(true) ? { ...selection, binary } : selection;
}

function findOutput(signature: InferSignature, entry: Json, index: number): OutputWriter {
  const name = entry['name'];
  if (typeof name !== 'string') throw fieldInvalid(`outputs[${index}].name`, 'a text', name);
  const writer = signature.outputs.get(name);
  if (!writer) throw requestError('OutputUnknown', { output: name, outputs: signature.outputNames.join(', ') });
  return writer;
}

function isBinary(of: Json, flag: string): boolean | undefined {
  const parameters = optional(of, 'parameters', 'an object', isObject);
  return parameters === undefined ? undefined : optional(parameters, flag, 'true or false', isBoolean);
}

function fail(error: Error): never {
  throw error;
}
