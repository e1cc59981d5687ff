import type { Context, Status } from '../context.ts';
import { specStep, waitsAfterShadow } from './shadow.ts';

/** What must be approved before the rollout goes on from `step`; undefined when nothing must. */
export function gateAfter(context: Context, status: Status, step: number, steps: number): string | undefined {
  const { beforeStep = [], beforePromotion } = context.spec.rollout.approval;
  const next = specStep(context.spec, step + 1);
  const atPromotion = beforePromotion || waitsAfterShadow(context.spec) || (context.spec.rollout.strategy === 'ABTest' && context.spec.rollout.abTest.onWinner === 'Wait');
  const gate = step >= steps ? (atPromotion ? 'promotion' : undefined) : beforeStep.includes(next) ? `step-${next}` : undefined;
  return gate === undefined || status.rollout?.approved?.includes(gate) === true ? undefined : gate;
}
