import type { ModelDeployment, ModelDeploymentStatusLastRollback, ModelDeploymentStatusStable } from '../../crds/generated/model-deployment.ts';
import { age, shortDuration } from './duration.ts';
import { evidenceTables } from './evidence.ts';
import { fields } from './table.ts';
import { waitsFor } from './waits-for.ts';

/** Everything that status says of the rollout, as lines. */
export function rolloutStatus(object: ModelDeployment, now: Date): string[] {
  const { metadata, spec, status } = object;
  const { stable, candidate, rollout, evidence = [], lastRollback } = status ?? {};
  const weight = rollout?.weight ?? 0;
  const mirror = rollout?.mirror === undefined ? '' : `, and a copy of ${rollout.mirror} %`;
  const ready = status?.conditions?.find(({ type }) => type === 'Ready');
  return [
    ...fields([
      ['Name', `${metadata.namespace ?? 'default'}/${metadata.name}`],
      ['Asked for', `${spec.version}${spec.paused ? ' (paused)' : ''}`],
      ['Stable', stable === undefined ? 'none' : `${revision(stable)}, ${100 - weight} % of the traffic`],
      ['Candidate', candidate === undefined ? 'none: no rollout is under way' : `${revision(candidate)}, ${weight} % of the traffic${mirror}`],
      ['Step', step(rollout, now)],
      ['Next step', rollout?.nextAt === undefined ? undefined : due(rollout.nextAt, now)],
      ['Held since', rollout?.heldSince === undefined ? undefined : `${rollout.heldSince} (${age(rollout.heldSince, now)} ago)`],
      ['Verdict', candidate === undefined ? undefined : rollout?.verdict],
      ['Shield', rollout?.savedRequests === undefined ? undefined : `stable answered ${rollout.savedRequests} requests that the candidate failed or delayed`],
      ['Waits for', waitsFor(object, now)],
      ['Ready', ready === undefined ? 'Unknown: the operator has written nothing yet' : `${ready.status} (${ready.reason}): ${ready.message}`],
      ['Sources', status?.judge?.readAt === undefined ? undefined : `${status.judge.sources ?? ''}, read ${age(status.judge.readAt, now)} ago`],
    ]),
    ...evidenceTables(spec, evidence),
    ...(lastRollback === undefined ? [] : rollbackLines(lastRollback, now)),
  ];
}

function revision({ version, readyReplicas }: ModelDeploymentStatusStable): string {
  const ready = readyReplicas ?? 0;
  return `${version}, ${ready} ready ${ready === 1 ? 'pod' : 'pods'}`;
}

function step(rollout: NonNullable<ModelDeployment['status']>['rollout'], now: Date): string | undefined {
  if (rollout === undefined) return undefined;
  if (rollout.skipsSteps !== undefined) return `none: it takes over without steps (${rollout.skipsSteps})`;
  if ((rollout.step ?? 0) === 0) return `0 of ${rollout.steps ?? '?'}: before the first`;
  return `${rollout.step ?? 0} of ${rollout.steps ?? '?'}, for ${age(rollout.stepStartedAt, now)}`;
}

function due(at: string, now: Date): string {
  const leftMs = Date.parse(at) - now.getTime();
  return leftMs > 0 ? `in ${shortDuration(leftMs)} at the earliest (${at})` : `was due ${age(at, now)} ago (${at})`;
}

function rollbackLines(last: ModelDeploymentStatusLastRollback, now: Date): string[] {
  const { version = '', to = '', reason = '', message = '', time, candidateRequests = 0, harmedRequests = 0, failedRequests = harmedRequests, detectionMs, propagated, propagationMs } = last;
  return [
    '',
    `Last rollback: from ${version} to ${to}, ${age(time, now)} ago`,
    ...fields([
      ['  Reason', reason],
      ['  Message', message],
      ['  Requests', `the candidate answered ${candidateRequests} and failed ${failedRequests} of them; clients saw ${harmedRequests} failures`],
      ['  Detected', detectionMs === undefined ? undefined : `${detectionMs} ms after the first failure was seen`],
      ['  Traffic', propagated === true ? `stopped${propagationMs === undefined ? '' : ` within ${propagationMs} ms`}` : 'not yet seen to have stopped'],
    ]),
  ];
}
