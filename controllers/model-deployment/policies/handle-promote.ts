import { changed, unchanged, type Change, type Context, type Status } from '../context.ts';
import { next } from './advance.ts';
import { plan } from './plan.ts';
import { handled, refused, request } from './requests.ts';
import { specStep } from './shadow.ts';

/**
 * `trainyard.dev/promote: <token>` ends the present step now, its hold, its want of evidence and its gate included; a
 * token that begins with `full` ends the whole rollout in favour of the candidate. A breach still rolls back.
 */
export function handlePromote(context: Context, status: Status): Change {
  const token = request(context, status, 'promote');
  if (token === undefined) return unchanged(status);
  const { candidate, rollout } = status;
  if (candidate === undefined) return refused(status, 'promote', token, 'no rollout is under way');
  const step = rollout?.step ?? 0;
  const done = handled(status, 'promote', token);
  const { awaiting: _, ...going } = rollout ?? {};
  const asked = `a person asked for it (token ${token})`;
  if (token.startsWith('full')) {
    const text = 'takes over as soon as its pods are ready: a person asked for it';
    return changed({ ...done, rollout: { ...going, skipsSteps: 'Promote', text } }, { type: 'Normal', reason: 'PromotionRequested', action: 'ShiftTraffic', note: `${candidate.version} skips the rest of its ${plan(context.spec).length} steps: ${asked}` });
  }
  if (step === 0) return refused(status, 'promote', token, 'the pods of the candidate are not ready; a token that begins with "full" skips all steps');
  // The gate is opened by the same request: whoever ends the step has decided.
  const gates = [`step-${specStep(context.spec, step + 1)}`, 'promotion'];
  const after = next(context, { ...done, rollout: { ...going, approved: [...new Set([...(going.approved ?? []), ...gates])] } }, step);
  return { ...after, events: [{ type: 'Normal', reason: 'PromotionRequested', action: 'ShiftTraffic', note: `${candidate.version} leaves step ${step}: ${asked}` }, ...after.events] };
}
