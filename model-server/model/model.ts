import type { ModelSpec } from '../config.ts';
import { createFeatureCounters, type FeatureCounters } from '../drift/feature-counters.ts';
import { requestError, type LoadError } from '../errors.ts';
import type { Health } from '../execution/threads.ts';
import type { Executor } from '../execution/work.ts';
import type { ModelMetrics } from '../metrics.ts';
import type { InferSignature } from '../protocol/decode.ts';
import { compileComparable, type ComparableValue } from '../protocol/comparable.ts';
import { compileAnswer, compileOutput, type AnswerWriter } from '../protocol/encode.ts';
import { compileBinaryAnswer, type BinaryAnswerWriter } from '../protocol/encode-binary.ts';
import { compileBins, type PredictionBin } from '../protocol/prediction-bins.ts';
import { compilePredictions, type PredictionWriter } from '../protocol/predictions.ts';
import { compileColumns, type Columns } from '../protocol/rows.ts';
import type { Manifest } from './manifest.ts';
import type { Session } from './session.ts';

/** What can be prepared before the first request. */
export interface CompiledModel {
  readonly session: Session;
  readonly manifest: Manifest;
  readonly signature: InferSignature;
  readonly answer: AnswerWriter;
  readonly binaryAnswer: BinaryAnswerWriter;
  readonly columns?: Columns;
  readonly predictions?: PredictionWriter;
  readonly bin?: PredictionBin;
  readonly comparable?: ComparableValue;
  /** Absent where the manifest has no baseline. */
  readonly features?: FeatureCounters;
}

/** A graph that answers. */
export interface LoadedModel extends CompiledModel {
  readonly executor: Executor;
  readonly health: () => Health;
}

export type ModelState =
  | { readonly phase: 'loading'; readonly detail: string }
  | { readonly phase: 'ready'; readonly loaded: LoadedModel }
  | { readonly phase: 'failed'; readonly error: LoadError }
  | { readonly phase: 'unloaded' };

/** One entry of TRAINYARD_MODELS through its life. */
export interface Model {
  readonly spec: ModelSpec;
  readonly metrics: ModelMetrics;
  state: ModelState;
  /** Answers so far. */
  answers: number;
}

export function createModel(spec: ModelSpec, metrics: ModelMetrics): Model {
  return { spec, metrics, state: { phase: 'loading', detail: 'it is being fetched' }, answers: 0 };
}

export function compileModel(spec: ModelSpec, manifest: Manifest, session: Session): CompiledModel {
  const writers = manifest.outputs.map((output) => compileOutput(spec, output));
  const columns = compileColumns(manifest.inputs);
  const predictions = compilePredictions(spec, manifest);
  const bin = compileBins(manifest);
  const comparable = compileComparable(manifest);
  const features = createFeatureCounters(manifest);
  return {
    session,
    manifest,
    signature: {
      inputs: new Map(manifest.inputs.map((input) => [input.name, input])),
      outputs: new Map(writers.map((writer) => [writer.spec.name, writer])),
      writers,
      outputNames: manifest.outputs.map((output) => output.name),
    },
    answer: compileAnswer(spec),
    binaryAnswer: compileBinaryAnswer(spec),
    ...(columns ? { columns } : {}),
    ...(predictions ? { predictions } : {}),
    ...(bin ? { bin } : {}),
    ...(comparable ? { comparable } : {}),
    ...(features ? { features } : {}),
  };
}

/** The loaded model, or the 503 that says why there is none yet. */
export function loadedOrThrow(model: Model): LoadedModel {
  if (model.state.phase === 'ready') return model.state.loaded;
  throw requestError('ModelNotReady', { model: model.spec.name, cause: whyNotReady(model.state) });
}

export function whyNotReady(state: Exclude<ModelState, { phase: 'ready' }>): string {
  if (state.phase === 'unloaded') return 'it was unloaded';
  return state.phase === 'loading' ? state.detail : `${state.error.reason}: ${state.error.message}`;
}
