// `node conformance/models/write.ts` writes the models whose answers are known beforehand, from their signatures.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Part } from '../context.ts';
import { signatures } from '../signatures.ts';
import { encode, type Graph } from './onnx.ts';

const identity = (part: Part): Graph['nodes'] => signatures[part].inputs.map(({ name }, i) => ({ op: 'Identity', inputs: [name], outputs: [signatures[part].outputs[i]?.name ?? ''] }));

const nodes: Readonly<Record<Part, Graph['nodes']>> = {
  simple: [{ op: 'Add', inputs: ['INPUT0', 'INPUT1'], outputs: ['OUTPUT0'] }, { op: 'Sub', inputs: ['INPUT0', 'INPUT1'], outputs: ['OUTPUT1'] }],
  echo: identity('echo'),
  half: identity('half'),
  divide: [{ op: 'Div', inputs: ['A', 'B'], outputs: ['QUOTIENT'] }],
};

/** File name → bytes. */
export function models(): ReadonlyMap<string, Uint8Array> {
  return new Map(Object.entries(nodes).map(([part, graph]) => [`${part}.onnx`, encode(part, { ...signatures[part as Part], nodes: graph })]));
}

if (import.meta.main) for (const [name, bytes] of models()) writeFileSync(join(import.meta.dirname, name), bytes);
