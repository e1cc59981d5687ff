import type { ExperimentSpec } from '../../../crds/generated/experiment.ts';
import { pairedFolds, type Paired } from './corrected-t.ts';

/**
 * By how much the first one's scores are better, fold by fold, in the direction of the objective. Undefined where the folds of
 * the two cannot be paired: a fold without a score is left out of the list, and nobody knows which one it was.
 */
export function pairedScores({ objective, template }: Pick<ExperimentSpec, 'objective' | 'template'>, a: readonly number[], b: readonly number[]): Paired | undefined {
  const { folds, repeats } = template.crossValidation;
  if (a.length !== folds * repeats || b.length !== folds * repeats) return undefined;
  const sign = objective.direction === 'Maximize' ? 1 : -1;
  return pairedFolds(a.map((score, i) => sign * (score - (b[i] as number))), testToTrain(template));
}

/**
 * Test rows of a fold by its training rows. In the order of time the first fold is trained on one part and the last on all
 * but one, so there it is the mean.
 */
export function testToTrain({ crossValidation: { folds }, data }: Pick<ExperimentSpec['template'], 'crossValidation' | 'data'>): number {
  if (data.split.strategy !== 'Time') return 1 / (folds - 1);
  return Array.from({ length: folds }, (_, i) => 1 / (i + 1)).reduce((sum, one) => sum + one, 0) / folds;
}
