import type { ModelDeploymentSpec } from '../../../crds/generated/model-deployment.ts';
import type { Status } from '../context.ts';
import type { DisagreementObjective } from '../judge/objective.ts';
import { remembered } from '../judge/remember.ts';
import type { Step } from './plan.ts';

/** The name of the objective in evidence; admission keeps it from users. */
const name = 'disagreement';

/** The trial on copies of requests that comes before every other step; undefined where there is none. */
export function shadowStep({ rollout }: ModelDeploymentSpec): Step | undefined {
  const { strategy, shadow } = rollout;
  if (shadow === undefined || (strategy !== 'Shadow' && strategy !== 'Canary')) return undefined;
  return { weight: 0, hold: shadow.hold, mirror: shadow.percent };
}

/**
 * How often answers may differ; undefined where nobody compares.
 *
 * @param mirror share of the traffic that is copied at the present step.
 */
export function disagreementObjective(spec: ModelDeploymentSpec, mirror: number): DisagreementObjective | undefined {
  const { shadow } = spec.rollout;
  if (shadow === undefined || shadowStep(spec) === undefined) return undefined;
  return { type: 'Disagreement', name, max: shadow.maxDisagreement, minCompared: shadow.minRequests, asked: mirror > 0 };
}

/** What the operator compares at this moment; undefined where no requests are copied for it. */
export function comparison(spec: ModelDeploymentSpec, { candidate, rollout }: Status): { readonly tolerance: number } | undefined {
  const { shadow } = spec.rollout;
  if (shadow === undefined || candidate === undefined || (rollout?.mirror ?? 0) === 0 || shadowStep(spec) === undefined) return undefined;
  return { tolerance: shadow.tolerance };
}

/** A shadowed candidate never gets traffic by itself, unless spec says so beforehand. */
export function waitsAfterShadow({ rollout }: ModelDeploymentSpec): boolean {
  return rollout.strategy === 'Shadow' && rollout.shadow?.onPass !== 'Promote';
}

/** The number in `rollout.steps` of a step of the rollout: a trial before a canary has none. */
export function specStep(spec: ModelDeploymentSpec, step: number): number {
  return spec.rollout.strategy === 'Canary' && spec.rollout.shadow !== undefined ? step - 1 : step;
}

/** The candidate's share in words: `5 %`, or `mirrors 10 %`. */
export function shareText({ rollout }: Status): string {
  const { weight = 0, mirror = 0 } = rollout ?? {};
  return mirror > 0 && weight === 0 ? `mirrors ${mirror} %` : `${weight} %`;
}

/** A sentence about the step, with what was compared in it. */
export function withCompared(spec: ModelDeploymentSpec, status: Status, text: string): string {
  if (comparison(spec, status) === undefined) return text;
  const { state, evidence } = remembered(status);
  const { compared = 0, disagreed = 0 } = evidence.find((item) => item.type === 'Disagreement') ?? {};
  // Counters and answers are read one after the other.
  const of = Math.max(compared, state.answered.step.requests);
  const bound = `at most ${percent(spec.rollout.shadow?.maxDisagreement ?? 0)}`;
  const differ = disagreed === 0 ? `none differs (${bound})` : `${disagreed} ${disagreed === 1 ? 'differs' : 'differ'} (${percent(disagreed / compared)}, ${bound})`;
  return `${text}; ${compared} of ${of} answers compared, ${differ}`.slice(0, 1024);
}

/** Two digits, as many as a person reads. */
function percent(share: number): string {
  return `${Number((100 * share).toPrecision(2))} %`;
}
