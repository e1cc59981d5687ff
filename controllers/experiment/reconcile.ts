import type { Experiment } from '../../crds/generated/experiment.ts';
import type { ModelVersion } from '../../crds/generated/model-version.ts';
import { experimentResource, trainingRunResource } from '../../crds/generated/resources.ts';
import type { TrainingRun } from '../../crds/generated/training-run.ts';
import type { Client } from '../../operator/runtime/client.ts';
import type { Clock } from '../../operator/runtime/clock.ts';
import { getCondition } from '../../operator/runtime/conditions.ts';
import { isAlreadyExists } from '../../operator/runtime/errors.ts';
import type { EventRecorder } from '../../operator/runtime/events.ts';
import type { Logger } from '../../operator/runtime/log.ts';
import { done, waiting, type Outcome } from '../../operator/runtime/outcome.ts';
import type { Store } from '../../operator/runtime/store.ts';
import type { Key } from '../../operator/runtime/types.ts';
import { announce } from '../shared/announce.ts';
import type { ArtifactStore } from '../shared/artifact-store.ts';
import { fieldManager, label } from '../shared/names.ts';
import { record } from '../shared/record.ts';
import { highestVersion, nextName, registerVersion } from '../shared/register-version.ts';
import type { Context, Decision, Status } from './context.ts';
import { decide } from './decide.ts';
import { events } from './events.ts';
import { noHoldouts, readHoldouts } from './comparison/read-holdouts.ts';
import type { Suggester } from './search/suggester.ts';
import { askSensitivity } from './search/sensitivity.ts';
import { askAll, noSuggestions } from './search/suggestions.ts';
import { concluded } from './summaries.ts';
import { buildTrial, type Start } from './trials.ts';

export interface Deps {
  readonly client: Client;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly events: EventRecorder;
  readonly suggester: Suggester;
  readonly store: Pick<ArtifactStore, 'read'>;
  readonly stores: { readonly experiments: Store<Experiment>; readonly trainingRuns: Store<TrainingRun>; readonly modelVersions: Store<ModelVersion> };
}

const lookAgainMs = 100;
const askAgainMs = 5_000;
/** Reasons of Ready that only another look can end. */
const waitsForOthers: readonly string[] = ['SuggestionUnavailable', 'StoreUnreachable', 'StoreForbidden'];

export async function reconcile(deps: Deps, key: Key): Promise<Outcome> {
  const experiment = deps.stores.experiments.get(key);
  // Trials are owned: the garbage collector removes them.
  if (experiment === undefined || experiment.metadata.deletionTimestamp !== undefined) return done();
  const context: Context = {
    experiment,
    runOf: (name) => deps.stores.trainingRuns.get({ namespace: key.namespace, name }),
    suggestions: noSuggestions,
    holdouts: noHoldouts,
    studied: undefined,
    highestVersion: highestVersion(experiment.spec.model, deps.stores.modelVersions.list(key.namespace)),
    now: deps.clock.now(),
  };
  const decision = await decideWithAnswers(deps, context);
  const recorded = await record(deps.client, experimentResource, experiment, decision.status, fieldManager.experiment);
  if (recorded === undefined) return waiting(lookAgainMs);
  announce(deps, events, recorded, decision.events);

  const started: boolean[] = [];
  for (const start of decision.start) started.push(await startTrial(deps, recorded, start));
  for (const { trial, value } of decision.suspend) await deps.client.patch(trainingRunResource, { namespace: key.namespace, name: trial }, { spec: { suspend: value } });
  for (const name of decision.stop) await deps.client.patch(trainingRunResource, { namespace: key.namespace, name }, { spec: { stop: true } });
  if (decision.register !== undefined) await register(deps, recorded, decision.status, decision.register);
  if (started.includes(false)) return waiting(lookAgainMs);
  return nextLook(decision, context.now);
}

/** Asking and reading change nothing: so the status can tell what came of it before anything is done. */
async function decideWithAnswers({ suggester, store, logger }: Deps, context: Context): Promise<Decision> {
  const before = context.experiment.status ?? {};
  let known = context;
  let decision = decide(known, before);
  const again = (more: Partial<Context>): void => {
    known = { ...known, ...more };
    decision = decide(known, before);
  };
  if (decision.ask.size > 0) again({ suggestions: await askAll(suggester, decision.ask) });
  if (decision.read.length > 0) again({ holdouts: await readHoldouts(store, logger, decision.read) });
  if (decision.study.size > 0) again({ studied: await askSensitivity(suggester, logger, decision.study) });
  return decision;
}

function nextLook({ ask, status, wakeAt }: Decision, now: Date): Outcome {
  // A grid turned out smaller than asked for, so others may begin in its place.
  if (ask.size > 0) return waiting(lookAgainMs);
  const waits = [
    ...(waitsForOthers.includes(getCondition(status.conditions, 'Ready')?.reason ?? '') ? [askAgainMs] : []),
    ...(wakeAt === undefined ? [] : [Math.max(0, wakeAt.getTime() - now.getTime())]),
  ];
  return waits.length === 0 ? done() : waiting(Math.min(...waits));
}

/** False: the name exists already. Ours from before a crash, or a namesake: the cache will tell, and the trial then says so. */
async function startTrial(deps: Deps, experiment: Experiment, { slot, parameters }: Start): Promise<boolean> {
  try {
    await deps.client.create(trainingRunResource, buildTrial(experiment, slot, parameters));
    // Told by whoever made it: no status names the trials begun, so a look at an old cache would tell it once more.
    announce(deps, events, experiment, [{ type: 'Normal', reason: 'TrialStarted', action: 'Launch', note: `Candidate ${slot.candidate.name} is tried by ${slot.name}${parameters === undefined ? '' : ` with ${JSON.stringify(parameters)}`}` }]);
    return true;
  } catch (error) {
    if (!isAlreadyExists(error)) throw error;
    return false;
  }
}

async function register(deps: Deps, experiment: Experiment, status: Status, trial: NonNullable<Decision['register']>): Promise<void> {
  const { artifact, manifest } = trial.run?.status ?? {};
  const pending = status.pendingVersion;
  if (pending?.name === undefined || artifact?.uri === undefined || artifact.sha256 === undefined || artifact.sizeBytes === undefined || manifest?.uri === undefined || manifest.sha256 === undefined) return;
  const result = await registerVersion(deps.client, pending.name, {
    namespace: experiment.metadata.namespace ?? '',
    model: experiment.spec.model,
    artifact: { uri: artifact.uri, sha256: artifact.sha256, sizeBytes: artifact.sizeBytes },
    manifest: { uri: manifest.uri, sha256: manifest.sha256 },
    trainingRun: { name: trial.name, uid: trial.run?.metadata.uid ?? '' },
    labels: { [label.experiment]: experiment.metadata.name },
    approvalRequired: experiment.spec.winner.approvalRequired,
    aliases: experiment.spec.winner.aliases ?? [],
  });
  if (result === 'taken') {
    const next: Status = { ...status, pendingVersion: { ...pending, name: nextName(pending.name) } };
    await record(deps.client, experimentResource, experiment, next, fieldManager.experiment);
    return;
  }
  const { pendingVersion: _made, ...rest } = status;
  const finished: Status = concluded({ ...rest, modelVersionRef: { name: pending.name } }, deps.clock.now(), `${status.verdict?.text ?? ''}; registered as ${pending.name}`);
  const written = await record(deps.client, experimentResource, experiment, finished, fieldManager.experiment);
  if (written === undefined) return;
  const facts = { from: trial.name, to: pending.name, numbers: { candidate: trial.candidate, score: trial.score.mean, sha256: artifact.sha256, sizeBytes: artifact.sizeBytes, manifestSha256: manifest.sha256 } };
  announce(deps, events, written, [{ type: 'Normal', reason: 'Registered', action: 'Register', note: `${pending.name} is the winner ${trial.candidate}`, facts }]);
}
