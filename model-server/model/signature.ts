import { datatypeOf } from '../protocol/datatypes.ts';
import type { TensorSpec } from './manifest.ts';
import type { GraphTensor } from './session.ts';

/** Says how the graph and the manifest differ, or undefined when they agree. */
export function disagreement(
  manifest: { readonly inputs: readonly TensorSpec[]; readonly outputs: readonly TensorSpec[] },
  graph: { readonly inputs: readonly GraphTensor[]; readonly outputs: readonly GraphTensor[] },
): string | undefined {
  return differ('input', manifest.inputs, graph.inputs) ?? differ('output', manifest.outputs, graph.outputs);
}

function differ(kind: string, specs: readonly TensorSpec[], tensors: readonly GraphTensor[]): string | undefined {
  const extra = tensors.find((tensor) => !specs.some((spec) => spec.name === tensor.name));
  if (extra) return `the graph has ${kind} "${extra.name}", the manifest does not`;
  for (const spec of specs) {
    const tensor = tensors.find((candidate) => candidate.name === spec.name);
    if (!tensor) return `the manifest has ${kind} "${spec.name}", the graph does not`;
    // onnxruntime-node: "Non tensor type is temporarily not supported" (onnxruntime#8007), typically a ZipMap.
    if (!tensor.isTensor) return `${kind} "${spec.name}" is no tensor in the graph (export it with zipmap off)`;
    const datatype = datatypeOf(tensor.type);
    if (datatype !== spec.datatype) return `${kind} "${spec.name}" is ${datatype ?? tensor.type} in the graph, ${spec.datatype} in the manifest`;
    if (!shapesAgree(spec.shape, tensor.shape)) {
      return `${kind} "${spec.name}" has shape [${tensor.shape.map(dimension)}] in the graph, [${spec.shape}] in the manifest`;
    }
  }
  return undefined;
}

/** A symbolic dimension of the graph takes any length, so the manifest may be narrower there, never wider. */
function shapesAgree(manifest: readonly number[], graph: readonly (number | string)[]): boolean {
  // Converters may leave the shape of an output out; warm-up then checks what the graph really gives.
  if (graph.length === 0) return true;
  if (manifest.length !== graph.length) return false;
  return graph.every((dim, i) => typeof dim === 'string' || dim === manifest[i]);
}

function dimension(dim: number | string): string {
  return typeof dim === 'string' ? '-1' : String(dim);
}
