import { durationMs } from '../shared/duration.ts';
import type { Change, Context, Status } from './context.ts';
import { endTest } from './policies/ab-end.ts';
import { takeRewards } from './policies/ab-look.ts';
import { advance } from './policies/advance.ts';
import { arrivalEndsAt } from './policies/arrival.ts';
import { autoscalers, loadSettlesAt, type Bounds } from './policies/autoscale.ts';
import { handleAbort } from './policies/handle-abort.ts';
import { handleApprove } from './policies/handle-approve.ts';
import { handlePromote } from './policies/handle-promote.ts';
import { handleRetry } from './policies/handle-retry.ts';
import { handleRollback } from './policies/handle-rollback.ts';
import { takeSample, watchedRevision } from './policies/look.ts';
import { replicas } from './policies/replicas.ts';
import { retire, retiresAt } from './policies/retire.ts';
import { holdDeadlineAt, progressDeadlineAt, rollback } from './policies/rollback.ts';
import { scalingOverdueAt, warnOfScaling } from './policies/scaling-active.ts';
import { scheduleChangesAt } from './policies/schedule.ts';
import { setupEndsAt, shieldedBy, waitsForShield } from './policies/shield.ts';
import { start } from './policies/start.ts';
import { unsticky } from './policies/sticky.ts';
import { supersede } from './policies/supersede.ts';
import { traffic, type Traffic } from './policies/traffic.ts';
import { unblock } from './policies/unblock.ts';
import { withFacts } from './rollout-facts.ts';
import { summarize } from './summarize.ts';
import type { EventIntent } from '../shared/event-intent.ts';

export interface Decision {
  readonly status: Status;
  readonly events: readonly EventIntent[];
  /** Undefined while nothing serves. */
  readonly traffic: Traffic | undefined;
  /** Pods of each revision, or those that one with an autoscaler begins with; a revision that is not named keeps what it has. */
  readonly replicas: ReadonlyMap<string, number>;
  /** Revisions that an autoscaler scales; no other one may have one. */
  readonly autoscalers: ReadonlyMap<string, Bounds>;
  /** Revisions whose objects must exist; every other revision of this deployment is deleted. */
  readonly revisions: readonly string[];
  /** The revision whose counters must be sampled, if any. */
  readonly watched: string | undefined;
  /** When to look again though nothing changed. */
  readonly wakeAt: Date | undefined;
}

/** In this order: what people asked for, what the evidence says, what is due, what is over; what is only told comes last. */
const policies: readonly ((context: Context, status: Status) => Change)[] = [handleRetry, unblock, supersede, takeSample, rollback, handleAbort, handleRollback, takeRewards, start, handlePromote, handleApprove, endTest, advance, retire, warnOfScaling];

/** From one snapshot and the last status to the next status. Pure: no I/O, no clock of its own. */
export function decide(context: Context, before: Status): Decision {
  const events: EventIntent[] = [];
  let status = before;
  for (const policy of policies) {
    const change = policy(context, status);
    events.push(...withFacts(status, change));
    status = change.status;
  }
  const summarized = summarize(context, status);
  return { status: summarized, events, traffic: traffic(context.spec, summarized, shieldedBy(context)), replicas: replicas(context, summarized), autoscalers: autoscalers(context, summarized), revisions: liveRevisions(summarized), watched: watchedRevision(summarized), wakeAt: wakeAt(context, summarized) };
}

export function liveRevisions(status: Status): readonly string[] {
  const names = [status.stable?.revision, status.candidate?.revision, ...(status.retiring ?? []).map((entry) => entry.revision)];
  return [...new Set(names.filter((name) => name !== undefined))];
}

function waitsForProxies(context: Context, status: Status): boolean {
  return status.candidate !== undefined && context.sticky?.on === true && unsticky(context, status) !== undefined;
}

function wakeAt(context: Context, status: Status): Date | undefined {
  const times = [
    progressDeadlineAt(context, status),
    holdDeadlineAt(context, status),
    status.rollout?.nextAt === undefined || context.spec.paused ? undefined : Date.parse(status.rollout.nextAt),
    ...(status.retiring ?? []).map((entry) => retiresAt(context, entry)),
    scheduleChangesAt(context.spec, context.now)?.getTime(),
    loadSettlesAt(context, status),
    scalingOverdueAt(context, status),
    arrivalEndsAt(context, status),
    ...(context.shield?.on === true || context.sticky?.on === true ? [setupEndsAt(status)] : []),
    waitsForShield(context, status) || waitsForProxies(context, status) ? context.now.getTime() + durationMs('500ms') : undefined,
    // A gateway may come without our being told (it may live in a namespace that is not watched).
    context.routeProblem === undefined ? undefined : context.now.getTime() + durationMs('10s'),
  ].filter((time) => time !== undefined && time > context.now.getTime());
  return times.length === 0 ? undefined : new Date(Math.min(...(times as number[])));
}
