import { InferenceSession, type Tensor } from './onnxruntime.ts';

/** What the graph says of one of its inputs or outputs. */
export type GraphTensor =
  | { readonly name: string; readonly isTensor: false }
  | { readonly name: string; readonly isTensor: true; readonly type: string; readonly shape: readonly (number | string)[] };

export type Tensors = Readonly<Record<string, Tensor>>;

/** Runs one graph. Worker threads and batching will be other makers of the same shape. */
export interface Session {
  readonly inputs: readonly GraphTensor[];
  readonly outputs: readonly GraphTensor[];
  run(feeds: Tensors, outputs: readonly string[]): Promise<Tensors>;
  release(): Promise<void>;
}

export interface Threads {
  readonly intraOp: number;
}

/** Opens a graph held in memory; throws onnxruntime's own error when it cannot. */
export async function openSession(bytes: Uint8Array, threads: Threads): Promise<Session> {
  const session = await InferenceSession.create(bytes, {
    executionProviders: ['cpu'],
    // onnxruntime's default is one thread a core of the node, not of the container (onnxruntime#8313, #16304).
    intraOpNumThreads: threads.intraOp,
    interOpNumThreads: 1,
    executionMode: 'sequential',
    graphOptimizationLevel: 'all',
    // Measured on a 30-input forest: with both off a run is no slower and RSS does not grow with the largest batch seen.
    enableCpuMemArena: false,
    enableMemPattern: false,
    // Only what ends the process: a failed run is thrown to us too, and logged as JSON with its request id.
    logSeverityLevel: 4,
  });
  return {
    inputs: session.inputMetadata,
    outputs: session.outputMetadata,
    run: (feeds, outputs) => session.run(feeds, outputs),
    release: () => session.release(),
  };
}
