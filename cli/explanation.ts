import { explain } from '../controllers/model-deployment/judge/explain.ts';
import type { ModelDeployment, ModelDeploymentStatusEvidenceEntry } from '../crds/generated/model-deployment.ts';
import { eValue } from './render/evidence.ts';

export interface Told {
  readonly verdict: string;
  readonly because: readonly string[];
  readonly figures: readonly string[];
}

export interface Comparison {
  /** What the numbers are about. */
  readonly decision: string;
  readonly said: Told;
  readonly recomputed: Told;
  /** `nothing`: the last decision did not come from numbers that status still holds. */
  readonly agreement: 'agree' | 'disagree' | 'nothing';
  /** Where they differ, one sentence each. */
  readonly differences: readonly string[];
}

/** Reasons of a rollback that were read off the counters. */
const fromCounters: readonly string[] = ['SloBreached', 'TotalFailure', 'Disagreement', 'InvalidOutputs', 'PredictionDrift'];

/** The last decision as status tells it, beside what the numbers in status give when they are worked out anew. */
export function compare({ spec, status = {} }: ModelDeployment): Comparison {
  const again = explain(spec, status);
  const { decision, verdict, because, comparable } = saidIn(status);
  const said: Told = { verdict, because, figures: (status.evidence ?? []).flatMap(saidFigures) };
  const recomputed: Told = comparable ? again : { ...again, verdict: 'none', because: [] };
  if (!comparable) return { decision, said, recomputed, agreement: 'nothing', differences: [] };

  const differences = [
    ...(said.verdict === again.verdict ? [] : [`the verdict is ${again.verdict} by the counts, and status says ${said.verdict}`]),
    ...said.figures.filter((line) => !again.figures.includes(line)).map((line) => `the counts do not give "${line}"`),
  ];
  return { decision, said, recomputed, agreement: differences.length === 0 ? 'agree' : 'disagree', differences };
}

interface Said {
  readonly decision: string;
  readonly verdict: string;
  readonly because: readonly string[];
  readonly comparable: boolean;
}

function saidIn({ candidate, rollout, lastRollback, history = [], judge }: NonNullable<ModelDeployment['status']>): Said {
  if (candidate !== undefined) {
    const decision = `the verdict on ${candidate.version} at step ${rollout?.progress ?? '0'}`;
    return { decision, verdict: rollout?.verdict ?? 'none', because: rollout?.text === undefined ? [] : [rollout.text], comparable: rollout?.verdict !== undefined };
  }
  const last = history.at(-1);
  if (last === undefined) return { decision: 'nothing was decided yet', verdict: 'none', because: [], comparable: false };
  const decision = `${last.outcome} of ${last.to}`;
  const because = [last.outcome === 'RolledBack' ? (lastRollback?.message ?? last.reason ?? '') : (last.reason ?? '')];
  // At a promotion the counters of the judge are dropped: what is left tells how, and no longer why.
  const byNumbers = last.outcome === 'RolledBack' && judge !== undefined && fromCounters.includes(last.reason ?? '');
  return { decision, verdict: byNumbers ? 'Breach' : 'none', because, comparable: byNumbers };
}

/** In the words of explain(), so that equal figures are equal lines. */
function saidFigures(entry: ModelDeploymentStatusEvidenceEntry): string[] {
  const { slo, type, candidate, stable, step, upper = 1, threshold } = entry;
  if (type === 'Query') return [];
  const eValues = `e-value ${(eValue(entry) ?? 0).toPrecision(4)} of ${(threshold ?? Number.POSITIVE_INFINITY).toPrecision(4)}`;
  if (type === 'Disagreement') return [`${slo}: ${entry.disagreed ?? 0} of ${entry.compared ?? 0} answers differ (at most ${(100 * upper).toFixed(2)} %); ${eValues}`];
  const of = ({ bad = 0, requests = 0 }: { bad?: number; requests?: number } = {}): string => `${bad} of ${requests}`;
  return [`${slo}: candidate ${of(candidate)} (at most ${(100 * upper).toFixed(2)} %), in this step ${of(step)}, stable ${of(stable)}; ${eValues}`];
}
