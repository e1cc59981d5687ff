import type { Tensor } from '../model/onnxruntime.ts';
import type { Tensors } from '../model/session.ts';
import { hasNonFinite, writeTensor } from './binary.ts';
import { answerHead, OUTPUTS, type ModelLabel, type OutputWriter } from './encode.ts';
import type { Selection } from './select-outputs.ts';

/** JSON, and the bytes of the binary outputs behind it. */
export interface BinaryAnswer {
  readonly body: Buffer;
  /** Bytes of JSON, for the header that says so. */
  readonly headerLength: number;
  /** Whether an output that went as bytes holds NaN or infinity, which bytes can carry and JSON cannot. */
  readonly nonFinite: boolean;
}

export type BinaryAnswerWriter = (id: string, selection: Selection, results: Tensors) => BinaryAnswer;

export function compileBinaryAnswer(model: ModelLabel): BinaryAnswerWriter {
  const head = answerHead(model);
  return (id, { writers, binary = [] }, results) => {
    const tails: Buffer[] = [];
    let nonFinite = false;
    const outputs = writers.map((writer: OutputWriter, i) => {
      const tensor = results[writer.spec.name] as Tensor;
      if (!binary[i]) return writer.write(tensor);
      const bytes = writeTensor(tensor);
      tails.push(bytes);
      nonFinite ||= hasNonFinite(tensor);
      return writer.announce(tensor, bytes.length);
    });
    const json = Buffer.from(`${head}${JSON.stringify(id)}${OUTPUTS}${outputs.join(',')}]}`, 'utf8');
    return { body: Buffer.concat([json, ...tails]), headerLength: json.length, nonFinite };
  };
}
