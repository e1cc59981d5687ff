import { healthOf, type Context, type Status } from '../context.ts';
import { scheduledReplicas } from './schedule.ts';

/** Pods that each live revision must have. A retiring revision is not named: it keeps what it has. */
export function replicas(context: Context, status: Status): ReadonlyMap<string, number> {
  const { spec } = context;
  const { stable, candidate } = status;
  if (spec.rollout.strategy === 'Recreate' && (stable !== undefined || candidate !== undefined)) return oneAfterTheOther(context, status);
  const wanted = candidate === undefined ? wantedReplicas(context) : spec.server.replicas;
  return new Map([stable, candidate].filter((role) => role !== undefined).map(({ revision }) => [revision, wanted]));
}

/** What spec and schedule ask for at this moment when no rollout is under way. */
export function wantedReplicas(context: Context): number {
  return scheduledReplicas(context.spec, context.now) ?? context.spec.server.replicas;
}

/** The pods of the next revision are asked for when the last one of the revision before is gone. */
function oneAfterTheOther(context: Context, status: Status): ReadonlyMap<string, number> {
  const { stable, candidate, retiring = [] } = status;
  const heir = candidate ?? stable;
  const others = [stable, ...retiring].flatMap((entry) => (entry === undefined || entry.revision === heir?.revision ? [] : [entry.revision]));
  const inTheWay = others.some((revision) => healthOf(context, revision).total > 0);
  const wanted = candidate === undefined ? wantedReplicas(context) : context.spec.server.replicas;
  return new Map([...others.map((revision): [string, number] => [revision, 0]), ...(heir === undefined ? [] : [[heir.revision, inTheWay ? 0 : wanted] as [string, number]])]);
}
