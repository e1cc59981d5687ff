import { healthOf, type Context, type Status } from '../context.ts';
import { neededPods } from './needed-pods.ts';
import { ownReplicas } from './own-replicas.ts';
import { scheduledReplicas } from './schedule.ts';

/**
 * Pods that each live revision must have; of one that is scaled by its load (autoscale.ts), what it begins with and has
 * at least. A retiring revision is not named: it keeps what it has.
 */
export function replicas(context: Context, status: Status): ReadonlyMap<string, number> {
  const { spec } = context;
  const { stable, candidate } = status;
  if (spec.rollout.strategy === 'Recreate' && (stable !== undefined || candidate !== undefined)) return oneAfterTheOther(context, status);
  const ofStable = candidate === undefined ? wantedReplicas(context) : ownReplicas(spec);
  return new Map([
    ...(stable === undefined ? [] : [[stable.revision, ofStable] as const]),
    ...(candidate === undefined ? [] : [[candidate.revision, neededPods(context, status)] as const]),
  ]);
}

/** What spec and schedule ask for at this moment when no rollout is under way. */
export function wantedReplicas(context: Context): number {
  return scheduledReplicas(context.spec, context.now) ?? ownReplicas(context.spec);
}

/** The pods of the next revision are asked for when the last one of the revision before is gone. */
function oneAfterTheOther(context: Context, status: Status): ReadonlyMap<string, number> {
  const { stable, candidate, retiring = [] } = status;
  const heir = candidate ?? stable;
  const others = [stable, ...retiring].flatMap((entry) => (entry === undefined || entry.revision === heir?.revision ? [] : [entry.revision]));
  const inTheWay = others.some((revision) => healthOf(context, revision).total > 0);
  const wanted = candidate === undefined ? wantedReplicas(context) : ownReplicas(context.spec);
  return new Map([...others.map((revision): [string, number] => [revision, 0]), ...(heir === undefined ? [] : [[heir.revision, inTheWay ? 0 : wanted] as [string, number]])]);
}
