import { getCondition } from '../../../operator/runtime/conditions.ts';
import type { Condition } from '../../../operator/runtime/types.ts';
import { changed, unchanged, type Change, type Context, type ScalerHealth, type Status } from '../context.ts';
import { autoscalers, sizeOf } from './autoscale.ts';

/** A pod that has just started has no metrics, and no autoscaler is at fault for that. */
const patienceMs = 120_000;
const longest = 512;

type Failing = ScalerHealth & { readonly works: false };

/** What the condition ScalingActive says; undefined where nobody asked for an autoscaler. Nothing else depends on it. */
export function scalingCondition(context: Context, status: Status): readonly [status: Condition['status'], reason: string, message: string] | undefined {
  const { autoscaling } = context.spec;
  if (autoscaling === undefined) return undefined;
  const scaled = roles(context, status);
  if (scaled[0] === undefined) return ['False', 'NothingToScale', 'no revision shall have pods now'];
  const failed = scaled.map((role) => ({ ...role, health: overdue(context, role.revision) })).find(({ health }) => health !== undefined);
  if (failed?.health !== undefined) return ['False', failed.health.lacks === 'Metrics' ? 'NoMetrics' : 'CannotScale', `${failed.version} stays at ${sizeOf(context, failed.revision)} pods: ${failed.health.message}`.slice(0, longest)];
  const [{ revision, version }] = scaled as [{ revision: string; version: string }];
  if (context.scalers?.get(revision)?.works !== true) return ['Unknown', 'AwaitingMetrics', `the autoscaler of ${version} has not read its metrics yet`];
  return ['True', 'Autoscaling', `${autoscaling.minReplicas} to ${autoscaling.maxReplicas} pods a revision, by ${autoscaling.targetCPU} % of their CPU request`];
}

/** People hear of it once when pods cannot be scaled any more. */
export function warnOfScaling(context: Context, status: Status): Change {
  const now = scalingCondition(context, status);
  const before = getCondition(status.conditions, 'ScalingActive');
  if (now === undefined || (now[1] !== 'NoMetrics' && now[1] !== 'CannotScale') || now[1] === before?.reason) return unchanged(status);
  return changed(status, { type: 'Warning', reason: now[1], action: 'Scale', note: now[2] });
}

/** When an autoscaler that reads no metrics yet is taken for one that cannot. */
export function scalingOverdueAt(context: Context, status: Status): number | undefined {
  const times = roles(context, status).flatMap(({ revision }) => {
    const health = context.scalers?.get(revision);
    return health?.works === false ? [Date.parse(health.since) + patienceMs] : [];
  });
  const coming = times.filter((time) => time > context.now.getTime());
  return coming.length === 0 ? undefined : Math.min(...coming);
}

/** Those that are scaled, the one that serves first. */
function roles(context: Context, status: Status): readonly { readonly revision: string; readonly version: string }[] {
  const bounds = autoscalers(context, status);
  return [status.stable, status.candidate].filter((role) => role !== undefined && bounds.has(role.revision)) as { revision: string; version: string }[];
}

function overdue({ scalers, now }: Context, revision: string): Failing | undefined {
  const health = scalers?.get(revision);
  return health?.works === false && now.getTime() - Date.parse(health.since) >= patienceMs ? health : undefined;
}
