import { healthOf, type Context, type Status } from '../context.ts';
import { ownReplicas } from './own-replicas.ts';
import { plan } from './plan.ts';
import { podsTrouble } from './pods-trouble.ts';

/**
 * Ready pods that the candidate needs for what comes next. Scaled by load, as many as its next share of the traffic
 * takes of stable: one pod before half the load of six would break its latency and be rolled back for nothing.
 */
export function neededPods({ spec, sizes }: Context, { stable, rollout }: Status): number {
  const own = ownReplicas(spec);
  // Recreate ends the pods of stable first: there is nothing left to go by.
  if (spec.autoscaling === undefined || own === 0 || stable === undefined || spec.rollout.strategy === 'Recreate') return own;
  const share = Math.max(shareAt(spec, rollout, 0), shareAt(spec, rollout, 1));
  const needed = Math.ceil(((sizes?.get(stable.revision) ?? own) * share) / 100);
  return Math.max(own, Math.min(needed, spec.autoscaling.maxReplicas));
}

/** Share of all requests in percent that reaches the candidate so many steps from now; copies are work too. */
function shareAt(spec: Context['spec'], rollout: Status['rollout'], ahead: 0 | 1): number {
  const step = (rollout?.step ?? 0) + ahead;
  if (step === 0) return 0;
  const next = rollout?.skipsSteps === undefined ? plan(spec)[step - 1] : undefined;
  return next === undefined ? 100 : Math.max(next.weight, next.mirror);
}

/** Why the step goes on though it has passed: the candidate has too few pods for the next one. */
export function waitsForPods(context: Context, status: Status): string | undefined {
  const { candidate, rollout } = status;
  // A number that spec names is there from the first step on; pods lost since are the judge's.
  if (context.spec.autoscaling === undefined || candidate === undefined) return undefined;
  const health = healthOf(context, candidate.revision);
  const needed = neededPods(context, status);
  if (health.available >= needed) return undefined;
  return `${rollout?.weight ?? 0} %, held: ${candidate.version} has ${health.available} of the ${needed} ready pods that the next share of the traffic takes${podsTrouble(health)}`.slice(0, 1024);
}
