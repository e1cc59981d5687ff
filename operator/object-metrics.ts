// How many objects stand how, counted in the caches at each scrape: alert rules ask for it. Reasons come from the
// catalogues of the kinds, so the number of series is known beforehand, whatever a trainer of one's own may say.
import { Gauge, type Registry } from 'prom-client';
import { conditions as experimentConditions } from '../controllers/experiment/conditions.ts';
import { conditions as modelDeploymentConditions } from '../controllers/model-deployment/conditions.ts';
import { conditions as modelVersionConditions } from '../controllers/model-version/conditions.ts';
import type { ConditionCatalogue } from '../controllers/shared/condition-catalogue.ts';
import { reasons as reasonsOfEveryKind } from '../controllers/shared/reasons.ts';
import { conditions as trainingRunConditions } from '../controllers/training-run/conditions.ts';
import type { Experiment } from '../crds/generated/experiment.ts';
import type { ModelDeployment } from '../crds/generated/model-deployment.ts';
import type { ModelVersion } from '../crds/generated/model-version.ts';
import type { TrainingRun } from '../crds/generated/training-run.ts';
import type { Clock } from './runtime/clock.ts';
import { getCondition, isTrue } from './runtime/conditions.ts';
import type { Informer } from './runtime/informer.ts';
import type { WithStatus } from './runtime/kstatus.ts';

type Cache<T extends WithStatus> = Pick<Informer<T>, 'store' | 'hasSynced'>;
export interface ObjectCaches {
  readonly trainingRuns: Cache<TrainingRun>;
  readonly experiments: Cache<Experiment>;
  readonly modelVersions: Cache<ModelVersion>;
  readonly modelDeployments: Cache<ModelDeployment>;
}

type State = 'Current' | 'InProgress' | 'Failed';
interface Standing {
  readonly state: State;
  readonly reason: string;
}

const catalogues = [
  { kind: 'TrainingRun', cache: 'trainingRuns', conditions: trainingRunConditions },
  { kind: 'Experiment', cache: 'experiments', conditions: experimentConditions },
  { kind: 'ModelVersion', cache: 'modelVersions', conditions: modelVersionConditions },
  { kind: 'ModelDeployment', cache: 'modelDeployments', conditions: modelDeploymentConditions },
] as const satisfies readonly { readonly kind: string; readonly cache: keyof ObjectCaches; readonly conditions: ConditionCatalogue }[];

export function createObjectMetrics(registry: Registry, caches: ObjectCaches, clock: Clock): void {
  const kinds = catalogues.map(({ kind, cache, conditions }) => ({ kind, cache: caches[cache], series: seriesOf(conditions) }));
  new Gauge({
    name: 'trainyard_objects',
    help: 'Objects by kind, by state as kstatus tells it, and by the reason of their condition Ready.',
    labelNames: ['kind', 'state', 'reason'],
    registers: [registry],
    collect() {
      this.reset();
      for (const { kind, cache, series } of kinds) {
        // A cache that is still being filled would look like objects that have just failed, at every start.
        if (!cache.hasSynced()) continue;
        for (const [{ state, reason }, count] of counted(series, cache.store.list())) this.set({ kind, state, reason }, count);
      }
    },
  });
  new Gauge({
    name: 'trainyard_rollout_held_seconds',
    help: 'Seconds since the rollout that is held the longest was first held; 0 while none is.',
    registers: [registry],
    collect() {
      this.set(longestHold(caches.modelDeployments.store.list(), clock.now()));
    },
  });
}

/** Counted in a map of our own: with ten thousand objects each look-up of a series by its labels would be felt. */
function counted(series: readonly Standing[], objects: readonly WithStatus[]): Iterable<readonly [Standing, number]> {
  const keyOf = ({ state, reason }: Standing): string => `${state}/${reason}`;
  const known = new Set(series.map(({ reason }) => reason));
  const counts = new Map(series.map((one) => [keyOf(one), { standing: one, count: 0 }]));
  for (const object of objects) {
    const found = standing(object);
    const named = known.has(found.reason) ? found : { ...found, reason: 'Other' };
    const entry = counts.get(keyOf(named)) ?? { standing: named, count: 0 };
    entry.count += 1;
    counts.set(keyOf(named), entry);
  }
  return [...counts.values()].map(({ standing: of, count }) => [of, count] as const);
}

/** The states of kstatus, whichever spec the status is about: a number for a graph, and no answer about one object. */
function standing({ status }: WithStatus): Standing {
  const conditions = status?.conditions;
  const ready = getCondition(conditions, 'Ready');
  const state = isTrue(conditions, 'Stalled') ? 'Failed' : ready === undefined || isTrue(conditions, 'Reconciling') ? 'InProgress' : 'Current';
  return { state, reason: ready?.reason ?? 'New' };
}

/** Every state with the reasons that the catalogue gives it. Those are at 0 while no object has them. */
function seriesOf(conditions: ConditionCatalogue): readonly Standing[] {
  const reasonsOf = (type: string): readonly string[] => Object.values(conditions[type]?.states ?? {}).flatMap((state) => state.reasons);
  const failed = new Set([...reasonsOf('Stalled'), ...Object.keys(reasonsOfEveryKind), 'Other']);
  const inProgress = new Set([...reasonsOf('Reconciling'), 'New', 'Other']);
  const current = new Set([...reasonsOf('Ready').filter((reason) => !failed.has(reason) && !inProgress.has(reason)), ...(conditions['Ready']?.states.True?.reasons ?? [])]);
  const series = (state: State, reasons: ReadonlySet<string>): Standing[] => [...reasons].map((reason) => ({ state, reason }));
  return [...series('Failed', failed), ...series('InProgress', inProgress), ...series('Current', current)];
}

function longestHold(deployments: readonly ModelDeployment[], now: Date): number {
  const since = deployments.flatMap(({ status }) => (status?.rollout?.heldSince === undefined ? [] : [Date.parse(status.rollout.heldSince)]));
  return since.length === 0 ? 0 : Math.max(0, now.getTime() - Math.min(...since)) / 1000;
}
