import type { Experiment } from '../../crds/generated/experiment.ts';
import type { TrainingRun } from '../../crds/generated/training-run.ts';
import { hasEnded } from '../shared/has-ended.ts';
import { highestVersion } from '../shared/register-version.ts';
import type { Makers } from './context.ts';
import type { Deps } from './deps.ts';

type Maker = TrainingRun | Experiment;

/** Who registers versions of a model: those at work of which one may become the version that is missing, and when the last one ended. */
export function makersOf(stores: Pick<Deps['stores'], 'trainingRuns' | 'experiments' | 'modelVersions'>, namespace: string, model: string, missing: string): Makers {
  const runs = stores.trainingRuns.list(namespace).filter(({ spec }) => spec.model === model && spec.register.enabled);
  const experiments = stores.experiments.list(namespace).filter(({ spec }) => spec.model === model && spec.winner.register !== 'Never');
  const makers: readonly Maker[] = [...runs, ...experiments];
  const atWork = makers.filter((maker) => !hasEnded(maker) && !maker.spec.suspend);
  // Each takes the number after the highest.
  const next = highestVersion(model, stores.modelVersions.list(namespace)) + 1;
  const names = atWork.some((_maker, i) => missing === `${model}-${next + i}`) ? atWork.map(({ kind, metadata }) => `${kind} ${metadata.name}`).sort() : [];
  const lastEnd = makers.map(({ status }) => status?.completionTime).filter((time) => time !== undefined).sort().at(-1);
  return { atWork: names, ...(lastEnd === undefined ? {} : { lastEnd }) };
}
