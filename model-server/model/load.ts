import type { Logger } from 'pino';

import type { Arrange } from '../execution/arrange.ts';
import { tellLeftOut } from '../drift/left-out.ts';
import { LoadError, loadError, textOf } from '../errors.ts';
import { fetchVerified, type FetchDeps } from './fetch.ts';
import { parseManifest, type Manifest } from './manifest.ts';
import { compileModel, type Model } from './model.ts';
import { disagreement } from './signature.ts';
import type { Session, Threads } from './session.ts';
import { warmUp } from './warmup.ts';

export interface LoadDeps {
  readonly fetch: Omit<FetchDeps, 'onRetry'>;
  readonly openSession: (bytes: Uint8Array, threads: Threads) => Promise<Session>;
  readonly threads: Threads;
  readonly arrange: Arrange;
  readonly now: () => number;
  readonly log: Logger;
}

/** Takes a model from its URIs to ready; on failure its state says why, and the same error is thrown. */
export async function loadModel(deps: LoadDeps, model: Model, signal: AbortSignal): Promise<void> {
  const { spec } = model;
  const log = deps.log.child({ model: spec.name, version: spec.version, revision: spec.revision });
  const began = deps.now();
  const fetchDeps: FetchDeps = {
    ...deps.fetch,
    onRetry(uri, attempt, cause) {
      log.warn({ uri, attempt, cause }, 'the store could not be reached; trying again');
      model.state = { phase: 'loading', detail: `${uri} could not be read in ${attempt} attempts so far: ${cause}` };
    },
  };
  try {
    const [manifestBytes, graph] = await Promise.all([
      fetchVerified(fetchDeps, spec.manifest, 'ManifestDigestMismatch', signal),
      fetchVerified(fetchDeps, spec.artifact, 'ArtifactDigestMismatch', signal),
    ]);
    model.state = { phase: 'loading', detail: 'it is being opened and warmed up' };
    const manifest = readManifest(model, manifestBytes);
    const fetched = deps.now();
    const opened = await openAndWarm(deps, model, manifest, graph);
    const { session, executor, health, inline } = await deps.arrange(model, manifest, graph, opened);
    const loaded = { ...compileModel(spec, manifest, session), executor, health };
    model.state = { phase: 'ready', loaded };
    const seconds = (deps.now() - began) / 1_000;
    model.metrics.loaded(seconds);
    log.info({ seconds, fetchSeconds: (fetched - began) / 1_000, bytes: graph.length, threads: deps.threads.intraOp, inline }, 'model ready');
    tellLeftOut(log, loaded.features);
  } catch (cause) {
    const error = cause instanceof LoadError ? cause : loadError('ModelLoadFailed', { uri: spec.artifact.uri, cause: textOf(cause) }, cause);
    model.state = { phase: 'failed', error };
    if (!signal.aborted) log.error({ reason: error.reason, err: error }, 'model could not be loaded');
    throw error;
  }
}

function readManifest({ spec }: Model, bytes: Uint8Array): Manifest {
  let manifest: Manifest;
  try {
    manifest = parseManifest(bytes);
  } catch (cause) {
    throw loadError('ModelLoadFailed', { uri: spec.manifest.uri, cause: textOf(cause) }, cause);
  }
  if (manifest.artifactSha256 !== undefined && manifest.artifactSha256 !== spec.artifact.sha256) {
    throw loadError('SignatureMismatch', { uri: spec.artifact.uri, cause: `the manifest was written for an artifact with sha256 ${manifest.artifactSha256}` });
  }
  return manifest;
}

async function openAndWarm(deps: LoadDeps, { spec }: Model, manifest: Manifest, graph: Uint8Array): Promise<Session> {
  const session = await deps.openSession(graph, deps.threads);
  try {
    const differs = disagreement(manifest, session) ?? (await warmUp(session, manifest));
    if (differs !== undefined) throw loadError('SignatureMismatch', { uri: spec.artifact.uri, cause: differs });
  } catch (cause) {
    await session.release();
    throw cause;
  }
  return session;
}
