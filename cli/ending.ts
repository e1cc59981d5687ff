import type { ModelDeployment } from '../crds/generated/model-deployment.ts';

/** A version that lost a test is as little there as one that was rolled back. */
const givenUp: ReadonlySet<string> = new Set(['RolledBack', 'Aborted', 'Lost', 'NoWinner']);

export type Ending = 'promoted' | 'rolledBack';

/**
 * How the rollout ended; undefined while it is under way.
 * @param seen whether a candidate was seen before: then whatever ended it counts, and not only where it led to.
 */
export function ending({ metadata, spec, status }: ModelDeployment, seen: boolean): Ending | undefined {
  // The operator has not seen what spec asks for now: its status is about something else.
  if (status === undefined || (metadata.generation ?? 0) > (status.observedGeneration ?? 0)) return undefined;
  if (status.candidate !== undefined) return undefined;
  if (isTrue('RolledBack')) return 'rolledBack';
  const last = status.history?.at(-1)?.outcome;
  // Superseded: another version follows at once, or stable was named again, which is an abort.
  if (seen && last !== undefined && givenUp.has(last)) return 'rolledBack';
  if (status.withdrawn !== undefined && isTrue('Stalled')) return 'rolledBack';
  // A rollout that a pause or a schedule keeps from starting is not over.
  const ready = status.conditions?.find(({ type }) => type === 'Ready');
  if (ready?.status !== 'True' || ready.reason === 'Paused' || status.stable?.version !== spec.version) return undefined;
  return seen && last === 'Superseded' ? 'rolledBack' : 'promoted';

  function isTrue(type: string): boolean {
    return status?.conditions?.some((condition) => condition.type === type && condition.status === 'True') === true;
  }
}
