import { durationMs } from '../../shared/duration.ts';
import { changed, healthOf, judgeConfig, unchanged, without, type Change, type Context, type Status } from '../context.ts';
import { withHistory, withRetiring } from './end-rollout.ts';
import { hold } from './hold.ts';
import { answered, stepBegun } from './look.ts';

/** Takes the rollout one step further when the present one is over: first weight, next weight, promotion. */
export function advance(context: Context, status: Status): Change {
  const { candidate, stable } = status;
  if (candidate === undefined) return unchanged(status);
  const step = status.rollout?.step ?? 0;
  if (step === 0) {
    // No weight without ready pods, and all of them: the first percent must not meet a half-started revision.
    const wanted = context.spec.server.replicas;
    // Scaled to zero nobody serves, so there is nothing to judge: only the role changes hands.
    if (wanted === 0) return promote(context, status, stable === undefined ? 'Initial' : 'Promoted');
    if (healthOf(context, candidate.revision).available < wanted || context.routeProblem !== undefined) return unchanged(status);
    return stable === undefined ? promote(context, status, 'Initial') : context.spec.paused ? unchanged(status) : toStep(context, status, 1);
  }
  const held = hold(context, status);
  if (held !== undefined) return unchanged({ ...status, rollout: { ...status.rollout, ...held } });
  return step >= context.spec.rollout.steps.length ? promote(context, status, 'Promoted') : toStep(context, status, step + 1);
}

function toStep(context: Context, status: Status, step: number): Change {
  const { steps } = context.spec.rollout;
  const { weight, hold: holdTime } = steps[step - 1] ?? { weight: 0, hold: '0s' };
  const nextAt = new Date(context.now.getTime() + durationMs(holdTime));
  const next: Status = {
    ...status,
    ...stepBegun(judgeConfig(context.spec, step), status),
    rollout: {
      step,
      steps: steps.length,
      progress: `${step}/${steps.length}`,
      weight,
      verdict: 'Insufficient',
      stepStartedAt: context.now.toISOString(),
      nextAt: nextAt.toISOString(),
      text: `${weight} % for at least ${holdTime}`,
    },
  };
  const counts = answered(status).step;
  const because = step === 1 ? 'all pods are ready' : `${counts.requests} requests, ${counts.bad} failed`;
  return changed(next, { type: 'Normal', reason: 'StepStarted', action: 'ShiftTraffic', note: `Step ${step} of ${steps.length}: ${status.candidate?.version ?? ''} gets ${weight} % (${because})` });
}

/** Only the role changes hands: the pods of the candidate are the pods of stable from now on, and none restarts. */
function promote(context: Context, status: Status, ending: 'Initial' | 'Promoted'): Change {
  const { candidate, stable } = status;
  if (candidate === undefined) return unchanged(status);
  const judged = answered(status).candidate;
  const reason = ending === 'Initial' ? 'first version' : `passed ${context.spec.rollout.steps.length} steps with ${judged.requests} requests, ${judged.bad} failed`;
  const ended = without(withHistory(status, context, ending, candidate.version, reason), 'candidate', 'rollout', 'judge');
  const retired = stable === undefined ? ended : withRetiring(ended, context, stable.revision);
  const promoted: Status = { ...retired, stable: candidate };
  const objectives = judgeConfig(context.spec).objectives.map(({ name }) => name).join(', ');
  return changed(promoted, {
    type: 'Normal',
    reason: ending === 'Initial' ? 'Deployed' : 'Promoted',
    action: 'ShiftTraffic',
    note: ending === 'Initial' ? `${candidate.version} serves all traffic` : `${candidate.version} replaces ${stable?.version ?? ''}: ${reason} (${objectives} within bounds)`,
  });
}
