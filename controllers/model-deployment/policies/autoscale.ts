import { durationMs } from '../../shared/duration.ts';
import type { Context, Status } from '../context.ts';
import { ownReplicas } from './own-replicas.ts';
import { replicas } from './replicas.ts';

/** Between which numbers of pods an autoscaler may choose, and by what. */
export interface Bounds {
  readonly least: number;
  readonly most: number;
  /** Of the CPU request. */
  readonly targetCpuPercent: number;
  readonly stabilizationSeconds: number;
  /** False: pods are added only. */
  readonly mayShrink: boolean;
}

/** What autoscalers know of the load is about a minute old: metrics-server reads every 15 s, and of the seconds before. */
const knownLateMs = 60_000;

/**
 * Bounds of each revision that is scaled by its load; every other one has no autoscaler. Retiring revisions have none:
 * they keep what they have until they are deleted. None that shall have no pods has one either: an autoscaler does
 * nothing for a Deployment at 0, and would be in the way of taking it there.
 */
export function autoscalers(context: Context, status: Status): ReadonlyMap<string, Bounds> {
  const { autoscaling } = context.spec;
  if (autoscaling === undefined) return new Map();
  const wanted = replicas(context, status);
  const shared = { targetCpuPercent: autoscaling.targetCPU, stabilizationSeconds: Math.ceil(durationMs(autoscaling.scaleDownStabilization) / 1000) };
  const settled = context.now.getTime() >= (loadSettlesAt(context, status) ?? 0);
  const entries = [status.stable, status.candidate].flatMap((role): [string, Bounds][] => {
    const least = role === undefined ? 0 : (wanted.get(role.revision) ?? 0);
    if (role === undefined || least === 0) return [];
    // A rollback gives stable all the traffic back at once: with less of it stable must not shrink meanwhile.
    const mayShrink = role === status.candidate || (status.candidate === undefined && settled);
    return [[role.revision, { least, most: Math.max(autoscaling.maxReplicas, least), mayShrink, ...shared }]];
  });
  return new Map(entries);
}

/**
 * When an autoscaler of stable knows of the share of the traffic that the last rollout left it, for as long as it looks
 * back: before, it would take pods away by a load that is over. Undefined when there was no rollout, or where nothing is
 * scaled by load.
 */
export function loadSettlesAt({ spec }: Context, { history }: Status): number | undefined {
  const ended = history?.at(-1)?.time;
  if (spec.autoscaling === undefined || ended === undefined) return undefined;
  return Date.parse(ended) + Math.max(durationMs(spec.autoscaling.scaleDownStabilization), knownLateMs);
}

/** Pods that a revision is asked to have now, for people. */
export function sizeOf(context: Context, revision: string): number {
  return context.sizes?.get(revision) ?? ownReplicas(context.spec);
}
