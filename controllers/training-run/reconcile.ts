import type { TrainingRun } from '../../crds/generated/training-run.ts';
import { trainingRunResource } from '../../crds/generated/resources.ts';
import { ApiError } from '../../operator/runtime/errors.ts';
import { done, waiting, type Outcome } from '../../operator/runtime/outcome.ts';
import { keyOf, type Key } from '../../operator/runtime/types.ts';
import { announce } from '../shared/announce.ts';
import { fieldManager } from '../shared/names.ts';
import { record } from '../shared/record.ts';
import { highestVersion, nextName, registerVersion } from '../shared/register-version.ts';
import { classifyEnding } from './policies/classify-ending.ts';
import { registered } from './policies/adopt-result.ts';
import { collect } from './collect.ts';
import type { Collected, Context, Decision, Status } from './context.ts';
import { decide } from './decide.ts';
import type { Deps } from './deps.ts';
import { events } from './events.ts';
import { checkpointUri, featureStoreUri, outputUri } from './output-uri.ts';

const lookAgainMs = 100;

export async function reconcile(deps: Deps, key: Key): Promise<Outcome> {
  const run = deps.stores.trainingRuns.get(key);
  // Jobs and ConfigMaps are owned: the garbage collector removes them.
  if (run === undefined || run.metadata.deletionTimestamp !== undefined || run.status?.completionTime !== undefined) deps.inbox.forget(key);
  if (run === undefined || run.metadata.deletionTimestamp !== undefined) return done();
  const context = await observe(deps, run);
  const decision = decide(context, run.status ?? {});
  const recorded = await record(deps.client, trainingRunResource, run, withJob(deps, run, decision.status), fieldManager.trainingRun);
  if (recorded === undefined) return waiting(lookAgainMs);
  announce(deps, events, recorded, decision.events);
  try {
    await act(deps, recorded, context, decision);
  } catch (error) {
    // Most often a quota or a policy that refuses the pod: people look at events first.
    if (error instanceof ApiError) announce(deps, events, recorded, [{ type: 'Warning', reason: 'ApplyFailed', action: 'Launch', note: `the API server refused: ${error.message}` }]);
    throw error;
  }
  return decision.wakeAt === undefined ? done() : waiting(Math.max(0, decision.wakeAt.getTime() - context.now.getTime()));
}

async function observe(deps: Deps, run: TrainingRun): Promise<Context> {
  const launches = run.status?.launches ?? 0;
  const launch = launches === 0 ? ({ phase: 'Absent' } as const) : deps.backend.observe(run, launches);
  if (launch.phase === 'Queued') deps.inbox.forget(keyOf(run));
  const heard = deps.inbox.get({ key: keyOf(run), uid: run.metadata.uid ?? '', launch: launches });
  return { run, launch, collected: await read(deps, run, launch, launches), heard, highestVersion: highestVersion(run.spec.model, deps.stores.modelVersions.list(run.metadata.namespace)), now: deps.clock.now() };
}

/** Reads results only where there are any to read, and only until the run is finished. */
async function read(deps: Deps, run: TrainingRun, launch: Context['launch'], number: number): Promise<Collected | undefined> {
  if (launch.phase !== 'Ended' || run.status?.completionTime !== undefined || run.status?.nextAttemptAt !== undefined) return undefined;
  const { ending } = launch;
  const hasFiles = classifyEnding(ending).kind === 'succeeded' || ending.lastWords.manifest !== undefined;
  return hasFiles ? collect(deps.store, ending.lastWords, outputUri(run, number, deps.defaultOutputUri)) : undefined;
}

function withJob(deps: Deps, run: TrainingRun, status: Status): Status {
  const launches = status.launches ?? 0;
  if (launches === 0) return status;
  const { kind, name, logsHint } = deps.backend.describe(run, launches);
  return { ...status, job: { kind, name }, logsHint };
}

async function act(deps: Deps, run: TrainingRun, context: Context, decision: Decision): Promise<void> {
  const launch = decision.status.launches ?? 0;
  switch (decision.action) {
    case 'none':
      return;
    case 'launch':
      return deps.backend.create(run, { number: launch, attempt: decision.status.attempt ?? 1, outputUri: outputUri(run, launch, deps.defaultOutputUri), featureStoreUri: featureStoreUri(run, deps.defaultOutputUri), checkpointUri: checkpointUri(run, deps.defaultOutputUri), parent: parentOf(context) });
    case 'stop':
      for (let number = 1; number <= launch; number += 1) await deps.backend.stop(run, number);
      return;
    case 'register':
      return register(deps, run, context, decision.status);
  }
}

function parentOf({ run, highestVersion: highest }: Context): string | undefined {
  return highest === 0 ? undefined : `${run.spec.model}-${highest}`;
}

async function register(deps: Deps, run: TrainingRun, context: Context, status: Status): Promise<void> {
  const { collected } = context;
  const pending = status.pendingVersion;
  if (collected?.found !== true || pending?.name === undefined) return;
  const { namespace = '', name, uid = '' } = run.metadata;
  const result = await registerVersion(deps.client, pending.name, {
    namespace,
    model: run.spec.model,
    artifact: collected.artifact,
    manifest: collected.pointer,
    trainingRun: { name, uid },
    labels: run.spec.register.labels ?? {},
    approvalRequired: run.spec.register.approvalRequired,
    aliases: run.spec.register.aliases ?? [],
  });
  if (result === 'taken') {
    const next: Status = { ...status, pendingVersion: { ...pending, name: nextName(pending.name) } };
    await record(deps.client, trainingRunResource, run, next, fieldManager.trainingRun);
    return;
  }
  const finished = await record(deps.client, trainingRunResource, run, registered(status, pending.name, deps.clock.now()), fieldManager.trainingRun);
  if (finished === undefined) return;
  const { sha256, sizeBytes } = collected.artifact;
  const facts = { from: name, to: pending.name, numbers: { score: status.score ?? '', attempt: status.attempt ?? 1, launches: status.launches ?? 1, sha256, sizeBytes, manifestSha256: collected.pointer.sha256 } };
  announce(deps, events, finished, [{ type: 'Normal', reason: 'Registered', action: 'Register', note: `${pending.name}: ${status.score ?? ''}, model file sha256 ${sha256}`, facts }]);
}
