import { modelDeploymentResource } from '../../crds/generated/resources.ts';
import type { ModelDeployment } from '../../crds/generated/model-deployment.ts';
import { setCondition } from '../../operator/runtime/conditions.ts';
import { ApiError, isConflict } from '../../operator/runtime/errors.ts';
import { done, retry, waiting, type Outcome } from '../../operator/runtime/outcome.ts';
import { keyOf, type Key } from '../../operator/runtime/types.ts';
import { announce } from '../shared/announce.ts';
import { fieldManager } from '../shared/names.ts';
import { record } from '../shared/record.ts';
import { act } from './act.ts';
import type { Status } from './context.ts';
import { decide, type Decision } from './decide.ts';
import type { Deps } from './deps.ts';
import { events } from './events.ts';
import { observe, sampleTarget, type Observed } from './observe.ts';
import { releaseFilters } from './filters.ts';

const lookAgainMs = 100;

export async function reconcile(deps: Deps, key: Key): Promise<Outcome> {
  const live = deps.stores.modelDeployments.get(key);
  if (live?.metadata.deletionTimestamp !== undefined) return release(deps, live);
  const observed = observe(deps, key);
  if (observed === undefined) {
    deps.sampler.watch(key, undefined);
    return done();
  }
  const decision = decide(observed.context, observed.deployment.status ?? {});
  const recorded = await record(deps.client, modelDeploymentResource, observed.deployment, decision.status, fieldManager.modelDeployment);
  if (recorded === undefined) return waiting(lookAgainMs);
  deps.sampler.watch(key, sampleTarget(deps, recorded, decision.watched));
  try {
    const routed = await act(deps, recorded, decision, observed.proxies);
    if (routed.foreignEdit) await reportForeignEdit(deps, recorded);
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    await reportFailure(deps, recorded, decision, error);
    return retry(error);
  } finally {
    announce(deps, events, recorded, decision.events);
  }
  return outcome(observed, decision);
}

async function release(deps: Deps, deployment: ModelDeployment): Promise<Outcome> {
  deps.sampler.watch(keyOf(deployment), undefined);
  try {
    await releaseFilters(deps, deployment);
    return done();
  } catch (error) {
    if (isConflict(error)) return waiting(lookAgainMs);
    throw error;
  }
}

async function reportForeignEdit(deps: Deps, deployment: ModelDeployment): Promise<void> {
  const status: Status = { ...deployment.status, foreignEdits: (deployment.status?.foreignEdits ?? 0) + 1 };
  await record(deps.client, modelDeploymentResource, deployment, status, fieldManager.modelDeployment);
  const note = `VirtualService ${deployment.metadata.name} was changed by somebody else and put back; change the ModelDeployment instead`;
  const facts = { from: 'Foreign', to: deployment.status?.stable?.version ?? '', numbers: { foreignEdits: status.foreignEdits ?? 0, candidateWeight: deployment.status?.rollout?.weight ?? 0 } };
  announce(deps, events, deployment, [{ type: 'Warning', reason: 'ForeignEditReverted', action: 'ShiftTraffic', note, facts }]);
}

async function reportFailure(deps: Deps, deployment: ModelDeployment, decision: Decision, error: ApiError): Promise<void> {
  const now = deps.clock.now();
  const message = `the API server refused: ${error.message}`.slice(0, 4096);
  let conditions = setCondition(decision.status.conditions, { type: 'Ready', status: 'False', reason: 'ApplyFailed', message }, now);
  conditions = setCondition(conditions.filter(({ type }) => type !== 'Stalled'), { type: 'Reconciling', status: 'True', reason: 'ApplyFailed', message }, now);
  const status: Status = { ...decision.status, conditions };
  await record(deps.client, modelDeploymentResource, deployment, status, fieldManager.modelDeployment);
}

function outcome(observed: Observed, decision: Decision): Outcome {
  const times = [decision.wakeAt, observed.settlesAt].filter((time) => time !== undefined).map((time) => time.getTime());
  if (times.length === 0) return done();
  return waiting(Math.max(0, Math.min(...times) - observed.context.now.getTime()));
}
