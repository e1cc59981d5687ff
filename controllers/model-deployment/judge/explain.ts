import type { ModelDeploymentSpec, ModelDeploymentStatus } from '../../../crds/generated/model-deployment.ts';
import { judgeConfig } from '../context.ts';
import { computedDisagreement, type DisagreementEvidence } from './disagreement.ts';
import { driftFigures } from './drift.ts';
import { breach, isRatioEvidence, shortfalls, verdict, type Evidence, type Judged, type Verdict } from './judge.ts';
import { isRatio, tests, threshold, type JudgeConfig } from './objective.ts';
import { combined, computed, countedOf, type RatioEvidence } from './ratio.ts';
import { remembered } from './remember.ts';

export interface Explanation {
  readonly verdict: Verdict;
  /** Why, most important first: the breach, or everything that is lacking; empty for a pass. */
  readonly because: readonly string[];
  /** The figures behind it, one line for each rule. */
  readonly figures: readonly string[];
}

/**
 * The verdict, worked out anew from the counts in a status: e-values, bounds and indices that stand there beside them
 * are not trusted but computed again.
 */
export function explain(spec: ModelDeploymentSpec, status: ModelDeploymentStatus): Explanation {
  const config = judgeConfig(spec, status.rollout?.step, status.rollout?.mirror);
  const judged = anew(config, remembered(status));
  const broken = breach(config, judged.state, judged.evidence);
  const share = (status.rollout?.weight ?? 100) / 100;
  const lacking = judged.state.silentSince === undefined ? shortfalls(config, judged.state, judged.evidence, share).map(({ text }) => text) : [`no metrics source has answered since ${judged.state.silentSince}`];
  return { verdict: verdict(config, judged), because: broken === undefined ? lacking : [broken.message], figures: figures(config, judged) };
}

function anew(config: JudgeConfig, { state, evidence }: Judged): Judged {
  return {
    state,
    evidence: evidence.map((item): Evidence => {
      const objective = config.objectives.find(({ name, type }) => name === item.slo && type === item.type);
      if (objective?.type === 'Disagreement' && item.type === 'Disagreement') return computedDisagreement(config, objective, item);
      return !isRatioEvidence(item) || objective === undefined || !isRatio(objective) ? item : computed(config, objective, countedOf(item));
    }),
  };
}

function figures(config: JudgeConfig, { state, evidence }: Judged): readonly string[] {
  const { split, invalid, drift } = state;
  const lines = evidence.map(figuresOf);
  if (invalid !== undefined) lines.push(`invalid outputs: ${invalid.count} in ${invalid.looks} looks, allowed ${config.invalidOutputRatio ?? 0} of ${state.answered.candidate.requests}`);
  if (drift !== undefined) {
    const { psi, lower, eValue } = driftFigures(drift, config.alpha / tests(config));
    lines.push(`prediction drift: index ${psi.toPrecision(4)}, at least ${lower.toPrecision(4)}, allowed ${config.predictionDrift ?? ''}; e-value ${eValue.toPrecision(4)} of ${threshold(config).toPrecision(4)}`);
  }
  return [...lines, `split: ${split.candidate} to ${split.stable}, p ${split.p.toPrecision(3)}${split.mismatch === undefined ? '' : ', mismatch'}`];
}

function figuresOf(item: Evidence): string {
  if (item.type === 'Query') return `${item.slo}: ${item.problem ?? item.value ?? 'no value'}, ${item.outside} in a row outside, ${item.inside} inside`;
  return item.type === 'Disagreement' ? disagreementFigures(item) : ratioFigures(item);
}

function disagreementFigures({ slo, compared, disagreed, upper, absolute, threshold }: DisagreementEvidence): string {
  return `${slo}: ${disagreed} of ${compared} answers differ (at most ${(100 * upper).toFixed(2)} %); e-value ${absolute.toPrecision(4)} of ${threshold.toPrecision(4)}`;
}

function ratioFigures(item: RatioEvidence): string {
  const { slo, candidate, stable, step } = item;
  const upper = `at most ${(100 * item.upper).toFixed(2)} %`;
  return `${slo}: candidate ${candidate.bad} of ${candidate.requests} (${upper}), in this step ${step.bad} of ${step.requests}, stable ${stable.bad} of ${stable.requests}; e-value ${combined(item).toPrecision(4)} of ${item.threshold.toPrecision(4)}`;
}
