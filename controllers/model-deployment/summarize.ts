import { removeCondition, setCondition } from '../../operator/runtime/conditions.ts';
import type { Condition } from '../../operator/runtime/types.ts';
import { durationMs } from '../shared/duration.ts';
import { healthOf, type Context, type Status } from './context.ts';
import { makersText, mayArrive } from './policies/arrival.ts';
import { sizeOf } from './policies/autoscale.ts';
import { podsTrouble } from './policies/pods-trouble.ts';
import { wantedReplicas } from './policies/replicas.ts';
import { scalingCondition } from './policies/scaling-active.ts';
import { shieldedCondition } from './policies/shield.ts';
import { scheduleProblem } from './policies/schedule.ts';
import { isWithdrawn, withdrawnText } from './policies/ab-end.ts';
import { sleeps } from './policies/start.ts';
import { stickyCondition } from './policies/sticky.ts';
import { isBlocked } from './policies/unblock.ts';

interface Summary {
  readonly ready: 'True' | 'False' | 'Unknown';
  readonly reason: string;
  readonly message: string;
  /** Work is under way, or a user must act; never both. */
  readonly state: 'reconciling' | 'stalled' | 'settled';
}

/** The one place that turns a deployment's status into conditions. */
export function summarize(context: Context, status: Status): Status {
  const summary = summaryOf(context, status);
  const { now } = context;
  const set = (list: readonly Condition[], type: string, value: Condition['status'], reason: string, message: string): Condition[] => setCondition(list, { type, status: value, reason, message }, now);

  let conditions: Condition[] = set(status.conditions ?? [], 'Ready', summary.ready, summary.reason, summary.message);
  conditions = summary.state === 'reconciling' ? set(conditions, 'Reconciling', 'True', summary.reason, summary.message) : removeCondition(conditions, 'Reconciling');
  conditions = summary.state === 'stalled' ? set(conditions, 'Stalled', 'True', summary.reason, summary.message) : removeCondition(conditions, 'Stalled');

  const { target, spec } = context;
  conditions = target.found
    ? set(conditions, 'VersionResolved', 'True', 'Found', `${spec.version} is ready and belongs to ${spec.model}`)
    : set(conditions, 'VersionResolved', 'False', target.reason, target.message);

  const serving = healthOf(context, status.stable?.revision);
  conditions = serving.ready > 0
    ? set(conditions, 'Available', 'True', 'PodsReady', `${serving.ready} of ${askedOfStable(context, status)} pods of ${status.stable?.version ?? ''} are ready`)
    : set(conditions, 'Available', 'False', status.stable === undefined ? 'NothingDeployed' : 'NoReadyPod', status.stable === undefined ? 'no version serves yet' : `no pod of ${status.stable.version} is ready`);

  const weight = status.rollout?.weight ?? 0;
  conditions = set(conditions, 'TrafficShifted', weight > 0 ? 'True' : 'False', weight > 0 ? (spec.rollout.strategy === 'ABTest' ? 'ABTest' : 'Canary') : 'AllToStable', weight > 0 ? `${status.candidate?.version ?? ''} gets ${weight} %` : status.stable === undefined ? 'no version serves yet, so no traffic is routed' : `all traffic goes to ${status.stable.version}`);

  const last = status.lastRollback;
  conditions = isBlocked(context, status) && last !== undefined
    ? set(conditions, 'RolledBack', 'True', last.reason ?? 'RolledBack', rolledBackText(status))
    : removeCondition(conditions, 'RolledBack');
  conditions = set(conditions, 'Shielded', ...shieldedCondition(context, status));
  conditions = set(conditions, 'Sticky', ...stickyCondition(context, status));
  const scaling = scalingCondition(context, status);
  conditions = scaling === undefined ? removeCondition(conditions, 'ScalingActive') : set(conditions, 'ScalingActive', ...scaling);
  const paused = pause(context, status);
  conditions = paused === undefined ? removeCondition(conditions, 'Paused') : set(conditions, 'Paused', 'True', paused.reason, paused.message);

  const withHealth: Status = { ...status, conditions: conditions, replicas: serving.ready };
  if (withHealth.stable !== undefined) {
    withHealth.stable = { ...withHealth.stable, readyReplicas: serving.ready };
    withHealth.selector = `trainyard.dev/revision=${withHealth.stable.revision}`;
  }
  if (withHealth.candidate !== undefined) withHealth.candidate = { ...withHealth.candidate, readyReplicas: healthOf(context, withHealth.candidate.revision).ready };
  return withHealth;
}

function askedOfStable(context: Context, { stable, candidate }: Status): number {
  if (context.spec.autoscaling !== undefined && stable !== undefined) return sizeOf(context, stable.revision);
  return candidate === undefined ? wantedReplicas(context) : context.spec.server.replicas;
}

function summaryOf(context: Context, status: Status): Summary {
  const { target, spec, routeProblem } = context;
  const serves = status.stable === undefined ? 'nothing serves yet' : `${status.stable.version} goes on serving`;
  if (!target.found) {
    // A version that is still being verified comes by itself, or one that is not there yet; everything else needs a person.
    const state = target.reason === 'VersionNotReady' || mayArrive(context, status) ? 'reconciling' : 'stalled';
    return { ready: 'False', reason: target.reason, message: `${target.message}${makersText(context)}; ${serves}`, state };
  }
  const schedule = scheduleProblem(spec);
  if (schedule !== undefined) return { ready: 'False', reason: 'InvalidSchedule', message: schedule, state: 'stalled' };
  if (routeProblem !== undefined) return { ready: 'False', reason: routeProblem.reason, message: routeProblem.message, state: 'stalled' };
  if (isBlocked(context, status)) return { ready: 'False', reason: 'RolledBack', message: rolledBackText(status), state: 'stalled' };
  if (isWithdrawn(context, status)) return { ready: 'False', reason: status.withdrawn?.outcome ?? 'NoWinner', message: withdrawnText(status), state: 'stalled' };
  if (status.candidate !== undefined) return rollingOut(context, status);
  const { stable } = status;
  if (stable === undefined) return { ready: 'False', reason: 'Paused', message: 'spec.paused is true and nothing was deployed before', state: 'stalled' };
  if (sleeps(context, status)) return { ready: 'True', reason: 'ScaledToZero', message: stable.revision === target.revision ? `the schedule says 0: ${stable.version} has no pods` : `the schedule says 0: the rollout to ${spec.version} starts when ${stable.version} has pods again`, state: 'settled' };
  if (stable.revision !== target.revision) return { ready: 'True', reason: 'Paused', message: `${stable.version} serves; spec.paused keeps ${spec.version} from starting`, state: 'settled' };
  const health = healthOf(context, stable.revision);
  if (spec.server.replicas === 0) return { ready: 'True', reason: 'ScaledToZero', message: `spec.server.replicas is 0: ${stable.version} has no pods`, state: 'settled' };
  if (health.ready === 0) return { ready: 'False', reason: health.trouble?.reason ?? 'NoReadyPod', message: `no pod of ${stable.version} is ready${podsTrouble(health)}`, state: 'reconciling' };
  return { ready: 'True', reason: 'Serving', message: `${stable.version} serves all traffic from ${health.ready} ready ${health.ready === 1 ? 'pod' : 'pods'}`, state: 'settled' };
}

function rollingOut(context: Context, status: Status): Summary {
  const { candidate, stable, rollout } = status;
  const health = healthOf(context, candidate?.revision);
  const { trouble } = health;
  const version = candidate?.version ?? '';
  if ((rollout?.step ?? 0) === 0) {
    if (stable === undefined && progressIsOver(context, status)) {
      return { ready: 'False', reason: 'ProgressDeadlineExceeded', message: `${version} did not become ready within ${context.spec.rollout.progressDeadline}${podsTrouble(health)}; nothing serves yet`, state: 'stalled' };
    }
    if (trouble !== undefined) return { ready: 'False', reason: trouble.reason, message: `${version} cannot start: ${trouble.message}${stable === undefined ? '' : `; ${stable.version} goes on serving`}`, state: 'reconciling' };
    const { sticky } = context;
    if (sticky?.on === false && sticky.asked && stable !== undefined && rollout?.skipsSteps === undefined) return { ready: 'False', reason: sticky.reason, message: `${sticky.message}; ${stable.version} goes on serving`, state: 'stalled' };
    if (rollout?.awaiting !== undefined) return { ready: 'Unknown', reason: 'AwaitingApproval', message: rollout.text ?? '', state: 'reconciling' };
    if (context.spec.rollout.strategy === 'Recreate' && stable !== undefined) return { ready: 'False', reason: 'Recreating', message: `strategy Recreate: nothing serves until the pods of ${version} are ready; those of ${stable.version} are ended first`, state: 'reconciling' };
    return { ready: 'Unknown', reason: 'StartingCandidate', message: `waiting for the pods of ${version}${podsTrouble(health)}`, state: 'reconciling' };
  }
  const reason = rollout?.awaiting !== undefined ? 'AwaitingApproval' : context.spec.paused ? 'Paused' : 'RollingOut';
  return { ready: 'Unknown', reason, message: `${version} at step ${rollout?.progress ?? ''}: ${rollout?.text ?? ''}`, state: 'reconciling' };
}

function pause(context: Context, status: Status): { readonly reason: string; readonly message: string } | undefined {
  const { rollout } = status;
  if (context.spec.paused) return { reason: 'PausedBySpec', message: 'spec.paused is true: nothing new is started and weights stay as they are' };
  return rollout?.awaiting === undefined ? undefined : { reason: 'AwaitingApproval', message: rollout.text ?? '' };
}

function progressIsOver(context: Context, status: Status): boolean {
  return context.now.getTime() - Date.parse(status.candidate?.startedAt ?? context.now.toISOString()) >= durationMs(context.spec.rollout.progressDeadline);
}

function rolledBackText(status: Status): string {
  const last = status.lastRollback;
  if (last === undefined) return 'rolled back';
  return `rolled back to ${last.to ?? ''}: ${last.message ?? last.reason ?? ''}. Name another version, or set the annotation trainyard.dev/retry to a new value`;
}
