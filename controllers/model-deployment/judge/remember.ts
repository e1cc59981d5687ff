import type { ModelDeploymentStatus } from '../../../crds/generated/model-deployment.ts';
import { none, type Delta } from './counters.ts';
import { driftFigures } from './drift.ts';
import { noDispersion } from './dispersion.ts';
import type { DisagreementEvidence } from './disagreement.ts';
import { freshJudge, type Evidence, type Judged, type JudgeState } from './judge.ts';
import { tests, type JudgeConfig } from './objective.ts';
import type { RatioEvidence } from './ratio.ts';
import { noSpaced } from './spaced.ts';

type Remembered = Pick<ModelDeploymentStatus, 'judge' | 'evidence'>;
type EvidenceStatus = NonNullable<ModelDeploymentStatus['evidence']>[number];
type JudgeStatus = NonNullable<ModelDeploymentStatus['judge']>;

/** What a status remembers of the judge. Nothing else is kept anywhere: a restart changes no decision. */
export function remembered({ judge, evidence }: Remembered): Judged {
  return { state: judge === undefined ? freshJudge : stateOf(judge), evidence: (evidence ?? []).map(evidenceOf) };
}

function stateOf(judge: JudgeStatus): JudgeState {
  const { allFailed, answered, counters, split, invalid, drift } = judge;
  return defined({
    ...judge,
    allFailed: { ...freshJudge.allFailed, ...allFailed },
    answered: { candidate: counts(answered?.candidate), stable: counts(answered?.stable), step: counts(answered?.step) },
    counters: counters ?? [],
    invalid: invalid && { count: invalid.count ?? 0, looks: invalid.looks ?? 0 },
    drift: drift && defined({ candidate: drift.candidate ?? {}, stable: drift.stable ?? {}, logE: drift.logE ?? 0, since: drift.since, until: drift.until }),
    split: { ...splitCounts(split), ...(split?.mismatch === undefined ? {} : { mismatch: splitCounts(split.mismatch) }) },
  });
}

function evidenceOf(entry: EvidenceStatus): Evidence {
  if (entry.type === 'Query') {
    const { slo, evaluatedAt = '', value, problem, unavailable, outside = 0, inside = 0 } = entry;
    return defined({ slo, type: 'Query', evaluatedAt, value, problem, unavailable, outside, inside });
  }
  if (entry.type === 'Disagreement') return disagreementOf(entry);
  const { slo, type = 'ErrorRatio', bucket, since = '', relative, absolute = 0, spacedRelative, spacedAbsolute = 1, threshold = Number.POSITIVE_INFINITY, upper = 1, difference, dispersion = 1, badWindows = 0, logE = [], window, spacedLooks, allSlow } = entry;
  return defined({
    slo, type, bucket, since, candidate: counts(entry.candidate), stable: counts(entry.stable), step: counts(entry.step),
    relative, absolute, spacedRelative, spacedAbsolute, threshold, upper, difference, dispersion, badWindows, logE, window: { ...noDispersion, ...window }, spacedLooks: { ...noSpaced, ...spacedLooks },
    allSlow: allSlow && { ...allSlow, stable: counts(allSlow.stable) },
  } satisfies RatioEvidence);
}

function disagreementOf(entry: EvidenceStatus): DisagreementEvidence {
  const { slo, since = '', compared = 0, disagreed = 0, badWindows = 0, counter, problem, absolute = 0, threshold = Number.POSITIVE_INFINITY, upper = 1, dispersion = 1, window } = entry;
  return defined({
    slo, type: 'Disagreement', since, compared, disagreed, badWindows,
    counter: { epoch: counter?.epoch ?? '', compared: counter?.compared ?? 0, disagreed: counter?.disagreed ?? 0 },
    problem, absolute, threshold, upper, dispersion, window: { ...noDispersion, ...window },
  });
}

/** The status of a judge, with what people need besides to recompute the verdict. */
export function toStatus(config: JudgeConfig, { state, evidence }: Judged): Remembered {
  const { drift } = state;
  const figures = drift === undefined ? undefined : driftFigures(drift, config.alpha / tests(config));
  return {
    judge: copied({ ...state, ...(figures === undefined ? {} : { drift: { ...drift, psi: figures.psi, lower: figures.lower } }) }) as JudgeStatus,
    evidence: evidence.map((item) => {
      const bound = config.objectives.find(({ name }) => name === item.slo)?.max;
      return copied({ ...item, source: state.sources, ...(item.type === 'Query' ? {} : { bound }) }) as EvidenceStatus;
    }),
  };
}

function counts(delta: Partial<Delta> | undefined): Delta {
  return { ...none, ...delta };
}

function splitCounts(split: JudgeStatus['split']): { candidate: number; stable: number; p: number } {
  return { candidate: split?.candidate ?? 0, stable: split?.stable ?? 0, p: split?.p ?? 1 };
}

/** As it comes back from the API server: what is undefined is absent, and nothing is shared with what it was made of. */
function copied(value: object): unknown {
  return JSON.parse(JSON.stringify(value));
}

function defined<T extends object>(value: T): T {
  return Object.fromEntries(Object.entries(value).filter(([, member]) => member !== undefined)) as T;
}
