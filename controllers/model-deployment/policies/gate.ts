import type { Context, Status } from '../context.ts';

/** What must be approved before the rollout goes on from `step`; undefined when nothing must. */
export function gateAfter(context: Context, status: Status, step: number, steps: number): string | undefined {
  const { beforeStep = [], beforePromotion } = context.spec.rollout.approval;
  const gate = step >= steps ? (beforePromotion ? 'promotion' : undefined) : beforeStep.includes(step + 1) ? `step-${step + 1}` : undefined;
  return gate === undefined || status.rollout?.approved?.includes(gate) === true ? undefined : gate;
}
