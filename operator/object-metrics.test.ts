import { Registry } from 'prom-client';
import { describe, expect, it } from 'vitest';
import type { ModelDeployment } from '../crds/generated/model-deployment.ts';
import type { TrainingRun } from '../crds/generated/training-run.ts';
import { createObjectMetrics, type ObjectCaches } from './object-metrics.ts';
import { createFakeClock } from './runtime/testing/fake-clock.ts';
import type { Condition, KubeObject } from './runtime/types.ts';

const condition = (type: string, status: Condition['status'], reason: string): Condition => ({ type, status, reason, message: '', lastTransitionTime: '2026-01-01T00:00:00Z' });

const cache = <T extends KubeObject>(objects: readonly T[] = [], synced = true) => ({ hasSynced: () => synced, store: { get: () => undefined, list: () => objects, byIndex: () => [] } });

async function scrape(caches: Partial<ObjectCaches>, clock = createFakeClock()): Promise<readonly { readonly metricName?: string; readonly labels: Readonly<Record<string, string | number>>; readonly value: number }[]> {
  const registry = new Registry();
  createObjectMetrics(registry, { trainingRuns: cache(), experiments: cache(), modelVersions: cache(), modelDeployments: cache(), ...caches }, clock);
  return (await registry.getMetricsAsJSON()).flatMap(({ name, values }) => (values as readonly { labels: Record<string, string | number>; value: number }[]).map((one) => ({ ...one, metricName: name })));
}

async function counts(caches: Partial<ObjectCaches>): Promise<Readonly<Record<string, number>>> {
  const series = (await scrape(caches)).filter(({ metricName }) => metricName === 'trainyard_objects');
  return Object.fromEntries(series.map(({ labels, value }) => [`${labels['kind']}/${labels['state']}/${labels['reason']}`, value]));
}

const run = (conditions?: readonly Condition[]): TrainingRun => ({ metadata: { name: 'run' }, ...(conditions === undefined ? {} : { status: { conditions } }) }) as TrainingRun;
const held = (heldSince?: string): ModelDeployment => ({ metadata: { name: 'md' }, status: { rollout: { heldSince } } }) as ModelDeployment;

describe('trainyard_objects', () => {
  it('counts objects by state and by the reason of Ready', async () => {
    const failed = run([condition('Ready', 'False', 'GateFailed'), condition('Stalled', 'True', 'GateFailed')]);
    const waits = run([condition('Ready', 'Unknown', 'StoreUnreachable'), condition('Reconciling', 'True', 'StoreUnreachable')]);
    const done = run([condition('Ready', 'True', 'Succeeded')]);
    const found = await counts({ trainingRuns: cache([failed, failed, waits, done, run()]) });
    expect(Object.fromEntries(Object.entries(found).filter(([, value]) => value > 0))).toEqual({
      'TrainingRun/Failed/GateFailed': 2,
      'TrainingRun/InProgress/StoreUnreachable': 1,
      'TrainingRun/Current/Succeeded': 1,
      'TrainingRun/InProgress/New': 1,
    });
  });

  it('has what alert rules ask for from the first scrape, at 0', async () => {
    expect(await counts({})).toMatchObject({
      'ModelDeployment/Failed/RolledBack': 0,
      'ModelDeployment/InProgress/NoReadyPod': 0,
      'ModelVersion/InProgress/StoreUnreachable': 0,
      'TrainingRun/Failed/GateFailed': 0,
      'TrainingRun/Failed/InvalidSpec': 0,
      'Experiment/Current/NoSignificantWinner': 0,
    });
  });

  it('puts a reason that a trainer of one’s own makes up under Other, so that nobody can add series', async () => {
    const found = await counts({ trainingRuns: cache([run([condition('Ready', 'False', 'TuesdayBlues'), condition('Stalled', 'True', 'TuesdayBlues')])]) });
    expect(found['TrainingRun/Failed/Other']).toBe(1);
    expect(Object.keys(found).filter((name) => name.includes('Tuesday'))).toEqual([]);
  });

  it('says nothing of a kind whose cache is still being filled: that would look like a change when it is full', async () => {
    const found = await counts({ trainingRuns: cache([run()], false) });
    expect(Object.keys(found).filter((name) => name.startsWith('TrainingRun/'))).toEqual([]);
    expect(Object.keys(found).some((name) => name.startsWith('Experiment/'))).toBe(true);
  });
});

describe('trainyard_rollout_held_seconds', () => {
  it('is the age of the oldest hold, and 0 without one', async () => {
    const clock = createFakeClock(new Date('2026-01-01T00:10:00Z'));
    const seconds = async (...deployments: ModelDeployment[]): Promise<number | undefined> => (await scrape({ modelDeployments: cache(deployments) }, clock)).find(({ metricName }) => metricName === 'trainyard_rollout_held_seconds')?.value;
    expect(await seconds(held(), held('2026-01-01T00:08:00Z'), held('2026-01-01T00:05:00Z'))).toBe(300);
    expect(await seconds(held())).toBe(0);
  });
});
