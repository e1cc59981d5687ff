import type { ExperimentSpec, ExperimentStatus } from '../../../crds/generated/experiment.ts';
import type { Logger } from '../../../operator/runtime/log.ts';
import type { Trial } from '../trials.ts';
import { told, type Told } from './question.ts';
import { SuggestError, type Importance, type Suggester } from './suggester.ts';

export type Sensitivity = NonNullable<ExperimentStatus['sensitivity']>;

/** What came of asking which hyperparameters made the difference. */
export interface Studied {
  readonly sensitivity: Sensitivity;
  readonly problem: { readonly reason: SuggestError['reason']; readonly message: string } | undefined;
}

/** As many of a candidate as a status holds, with sixteen candidates. */
const mostParameters = 8;

/** One question for each candidate with a search, by its name; none where no study is wanted. */
export function sensitivityQuestions(spec: ExperimentSpec, trials: readonly Trial[]): ReadonlyMap<string, Told> {
  if (!spec.studies.sensitivity) return new Map();
  return new Map(spec.candidates.flatMap(({ name, search }) => (search === undefined ? [] : [[name, told(spec, name, search, trials)] as const])));
}

/** A study that cannot be made is logged and left out: the winner does not depend on it. */
export async function askSensitivity({ importance }: Pick<Suggester, 'importance'>, logger: Logger, questions: ReadonlyMap<string, Told>): Promise<Studied> {
  const sensitivity: Sensitivity = [];
  for (const [candidate, question] of questions) {
    try {
      const found: readonly Importance[] = await importance(question);
      sensitivity.push(...found.slice(0, mostParameters).map((one) => ({ candidate, ...one })));
    } catch (error) {
      if (!(error instanceof SuggestError)) throw error;
      if (error.reason === 'InvalidSearch') logger.warn({ candidate, problem: error.message }, 'the sensitivity of a search cannot be studied');
      else return { sensitivity: [], problem: { reason: error.reason, message: `sensitivity of candidate ${candidate}: ${error.message}` } };
    }
  }
  return { sensitivity, problem: undefined };
}
