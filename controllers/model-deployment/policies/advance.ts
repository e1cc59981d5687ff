import { changed, healthOf, judgeConfig, unchanged, without, type Change, type Context, type Status } from '../context.ts';
import { durationMs } from '../../shared/duration.ts';
import { holdTest } from './ab-hold.ts';
import { isTesting } from './ab-look.ts';
import { withHistory, withRetiring } from './end-rollout.ts';
import { gateAfter } from './gate.ts';
import { hold } from './hold.ts';
import { answered, stepBegun } from './look.ts';
import { neededPods, waitsForPods } from './needed-pods.ts';
import { ownReplicas } from './own-replicas.ts';
import { plan } from './plan.ts';
import { shareText, waitsAfterShadow, withCompared } from './shadow.ts';
import { waitsForShield } from './shield.ts';
import { unsticky } from './sticky.ts';

/** Takes the rollout one step further when the present one is over: first weight, next weight, promotion. */
export function advance(context: Context, status: Status): Change {
  const { candidate, stable, rollout } = status;
  if (candidate === undefined) return unchanged(status);
  const step = rollout?.step ?? 0;
  // No weight without ready pods, and all of them: the first percent must not meet a half-started revision.
  const wanted = neededPods(context, status);
  // Scaled to zero nobody serves, so there is nothing to judge: only the role changes hands.
  if (step === 0 && ownReplicas(context.spec) === 0) return promote(context, status, stable === undefined ? 'Initial' : 'Promoted');
  if (step === 0 && (healthOf(context, candidate.revision).available < wanted || context.routeProblem !== undefined)) return unchanged(status);
  if (step === 0 && stable === undefined) return promote(context, status, 'Initial');
  const short = waitsForPods(context, status);
  if (rollout?.skipsSteps !== undefined) {
    if (context.spec.paused && rollout.skipsSteps === 'Return') return unchanged(status);
    return short === undefined ? promote(context, status, 'Promoted') : waitForPods(status, short);
  }

  const text = unsticky(context, status);
  if (text !== undefined) return unchanged({ ...status, rollout: { ...rollout, text } });
  if (waitsForShield(context, status)) return unchanged(status);
  const held = step === 0 ? (context.spec.paused ? {} : undefined) : isTesting(context, status) ? holdTest(context, status) : hold(context, status);
  if (held !== undefined) return unchanged({ ...status, rollout: { ...rollout, ...held } });
  return short === undefined ? next(context, status, step) : waitForPods(status, short);
}

/** The hold deadline is about evidence, which has come. */
function waitForPods(status: Status, text: string): Change {
  const { heldSince: _, ...rollout } = status.rollout ?? {};
  return unchanged({ ...status, rollout: { ...rollout, text } });
}

/** The step after `step`, or promotion after the last one; at a gate, waiting for the person who opens it. */
export function next(context: Context, status: Status, step: number): Change {
  const steps = plan(context.spec).length;
  const gate = gateAfter(context, status, step, steps);
  if (gate !== undefined) return wait(context, status, gate);
  return step >= steps ? promote(context, status, 'Promoted') : toStep(context, status, step + 1);
}

function wait({ spec }: Context, status: Status, gate: string): Change {
  // What the step waited for before has come: the hold deadline is about evidence, not about people.
  const { heldSince: _, ...rollout } = status.rollout ?? {};
  const how = waitsAfterShadow(spec) ? 'it has passed and waits for a person: set the annotation trainyard.dev/promote or trainyard.dev/abort to a new value' : `waits for approval of ${gate}: set the annotation trainyard.dev/approve to a new value`;
  const text = withCompared(spec, status, `${shareText(status)}, ${how}`);
  const waiting: Status = { ...status, rollout: { ...rollout, awaiting: gate, text } };
  if (rollout.awaiting === gate) return unchanged(waiting);
  return changed(waiting, { type: 'Normal', reason: 'AwaitingApproval', action: 'Wait', note: `${status.candidate?.version ?? ''} waits for approval of ${gate}` });
}

function toStep(context: Context, status: Status, step: number): Change {
  const steps = plan(context.spec);
  const { weight, hold: holdTime, mirror } = steps[step - 1] ?? { weight: 0, hold: '0s', mirror: 0 };
  const nextAt = new Date(context.now.getTime() + durationMs(holdTime));
  const share = mirror === 0 ? `${weight} %` : `${weight} % and a copy of ${mirror} %`;
  const next: Status = {
    ...status,
    ...stepBegun(judgeConfig(context.spec, step), status),
    rollout: {
      step,
      steps: steps.length,
      progress: `${step}/${steps.length}`,
      weight,
      ...(mirror === 0 ? {} : { mirror }),
      verdict: 'Insufficient',
      ...(status.rollout?.savedRequests === undefined ? {} : { savedRequests: status.rollout.savedRequests }),
      stepStartedAt: context.now.toISOString(),
      nextAt: nextAt.toISOString(),
      ...(status.rollout?.approved === undefined ? {} : { approved: status.rollout.approved }),
      text: `${share} for at least ${holdTime}`,
    },
  };
  const counts = answered(status).step;
  const because = step === 1 ? 'all pods are ready' : `${counts.requests} requests, ${counts.bad} failed`;
  return changed(next, { type: 'Normal', reason: 'StepStarted', action: 'ShiftTraffic', note: `Step ${step} of ${steps.length}: ${status.candidate?.version ?? ''} gets ${share} (${because})` });
}

/** Only the role changes hands: the pods of the candidate are the pods of stable from now on, and none restarts. */
export function promote(context: Context, status: Status, ending: 'Initial' | 'Promoted'): Change {
  const { candidate, stable } = status;
  if (candidate === undefined) return unchanged(status);
  const reason = ending === 'Initial' ? 'first version' : whyPromoted(context, status);
  const ended = without(withHistory(status, context, ending, candidate.version, reason), 'candidate', 'rollout', 'judge');
  const retired = stable === undefined ? ended : withRetiring(ended, context, stable.revision);
  const promoted: Status = { ...retired, stable: candidate };
  return changed(promoted, {
    type: 'Normal',
    reason: ending === 'Initial' ? 'Deployed' : 'Promoted',
    action: 'ShiftTraffic',
    note: ending === 'Initial' ? `${candidate.version} serves all traffic` : `${candidate.version} replaces ${stable?.version ?? ''}: ${reason}`,
  });
}

function whyPromoted(context: Context, status: Status): string {
  const judged = answered(status).candidate;
  const seen = `${judged.requests} requests, ${judged.bad} failed`;
  switch (status.rollout?.skipsSteps) {
    case 'Promote':
      return `a person asked for it at step ${status.rollout.progress ?? ''} (${seen})`;
    case 'Return':
      return 'it was stable a moment ago (rollbackWindow)';
    case 'Rollback':
      return 'a person asked to go back';
    default:
      break;
  }
  if (status.ab?.verdict === 'CandidateBetter') return status.ab.text ?? '';
  const steps = plan(context.spec).length;
  if (steps === 0) return `strategy ${context.spec.rollout.strategy}, nothing was judged`;
  return `passed ${steps} steps with ${seen} (${judgeConfig(context.spec).objectives.map(({ name }) => name).join(', ')} within bounds)`;
}
