// The fixtures of health checks and actions, in the layout of Argo CD's own (resource_customizations/).
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { conditions as ofExperiment } from '../controllers/experiment/conditions.ts';
import { conditions as ofModelDeployment } from '../controllers/model-deployment/conditions.ts';
import { conditions as ofModelVersion } from '../controllers/model-version/conditions.ts';
import type { ConditionCatalogue } from '../controllers/shared/condition-catalogue.ts';
import { conditions as ofTrainingRun } from '../controllers/training-run/conditions.ts';
import { runLua } from './testing/lua.ts';

const root = join(import.meta.dirname, 'resource_customizations');
const kinds = readdirSync(root).flatMap((group) => readdirSync(join(root, group)).map((kind) => `${group}/${kind}`)).sort();
const own = (kind: string): string => `trainyard.dev/${kind}`;
const read = (...path: string[]): string => readFileSync(join(root, ...path), 'utf8');
const yaml = <T>(...path: string[]): T => parse(read(...path)) as T;

interface HealthTests {
  readonly tests: readonly { readonly inputPath: string; readonly healthStatus: { readonly status: string; readonly message: string } }[];
}
interface ActionTests {
  readonly discoveryTests: readonly { readonly inputPath: string; readonly result: readonly { readonly name: string; readonly disabled: boolean }[] }[];
  readonly actionTests: readonly { readonly action: string; readonly inputPath: string; readonly expectedOutputPath: string }[];
}

it('there is a folder for every kind', () => expect(kinds).toEqual(['argoproj.io/Application', ...['Experiment', 'ModelDeployment', 'ModelVersion', 'TrainingRun'].map(own)]));

describe.each(kinds)('%s', (kind) => {
  const health = (obj: unknown): unknown => runLua(read(kind, 'health.lua'), obj);
  const { tests } = yaml<HealthTests>(kind, 'health_test.yaml');

  it.each(tests)('$inputPath is $healthStatus.status', ({ inputPath, healthStatus }) => {
    expect(health(yaml(kind, inputPath))).toEqual(healthStatus);
  });
  it('has a case for every file', () => {
    expect(tests.map(({ inputPath }) => inputPath).sort()).toEqual(readdirSync(join(root, kind, 'testdata')).map((file) => `testdata/${file}`).sort());
  });
});

describe.each(kinds.filter((kind) => existsSync(join(root, kind, 'actions'))))('actions of %s', (kind) => {
  const { discoveryTests, actionTests } = yaml<ActionTests>(kind, 'actions', 'action_test.yaml');
  const scripts = readdirSync(join(root, kind, 'actions'), { withFileTypes: true }).filter((entry) => entry.isDirectory() && entry.name !== 'testdata').map(({ name }) => name).sort();

  it.each(discoveryTests)('of $inputPath offers what can be done', ({ inputPath, result }) => {
    const offered = runLua(read(kind, 'actions', 'discovery.lua'), yaml(kind, 'actions', inputPath)) as Record<string, { disabled: boolean }>;
    expect(Object.entries(offered).map(([name, { disabled }]) => [name, disabled]).sort()).toEqual(result.map(({ name, disabled }) => [name, disabled]).sort());
    expect(Object.keys(offered).sort()).toEqual(scripts);
  });
  it.each(actionTests)('$action of $inputPath', ({ action, inputPath, expectedOutputPath }) => {
    expect(runLua(read(kind, 'actions', action, 'action.lua'), yaml(kind, 'actions', inputPath))).toEqual(yaml(kind, 'actions', expectedOutputPath));
  });
  it('has a case for every action', () => expect(actionTests.map(({ action }) => action).sort()).toEqual(scripts));
});

const catalogues: Readonly<Record<string, ConditionCatalogue>> = { Experiment: ofExperiment, ModelDeployment: ofModelDeployment, ModelVersion: ofModelVersion, TrainingRun: ofTrainingRun };

/** Health of an object whose Ready is so; the conditions beside it as the operator writes them. */
function healthOf(kind: string, status: string, reason: string): string {
  const { Stalled, Reconciling, Succeeded, Suspended, Paused } = catalogues[kind] ?? {};
  const also = (type: string, entry: ConditionCatalogue[string] | undefined, value: 'True' | 'False' | 'Unknown', under = reason): object[] =>
    entry?.states[value]?.reasons.includes(under) === true ? [{ type, status: value, reason: under, message: '' }] : [];
  const stalled = status === 'False' && Reconciling?.states.True?.reasons.includes(reason) !== true ? also('Stalled', Stalled, 'True') : [];
  const ended = status === 'Unknown' ? [] : status === 'True' ? also('Succeeded', Succeeded, 'True') : stalled.length > 0 ? also('Succeeded', Succeeded, 'False') : [];
  const held = reason === 'Paused' ? also('Paused', Paused, 'True', 'PausedBySpec') : also('Paused', Paused, 'True');
  const suspended = reason === 'Suspended' ? also('Suspended', Suspended, 'True', 'SuspendedBySpec') : [];
  const conditions = [{ type: 'Ready', status, reason, message: 'because' }, ...stalled, ...ended, ...held, ...suspended];
  return (runLua(read(own(kind), 'health.lua'), { metadata: { generation: 1 }, spec: {}, status: { observedGeneration: 1, conditions } }) as { status: string }).status;
}

describe('every reason that the operator gives has a health', () => {
  const rows = Object.entries(catalogues).flatMap(([kind, { Ready }]) => Object.entries(Ready?.states ?? {}).flatMap(([status, state]) => (state?.reasons ?? []).map((reason) => ({ kind, status, reason }))));
  const found = (kind: string, status: string): Record<string, string> => Object.fromEntries(rows.filter((row) => row.kind === kind && row.status === status).map(({ reason }) => [reason, healthOf(kind, status, reason)]));
  const all = (record: Record<string, string>): string[] => [...new Set(Object.values(record))].sort();

  it.each(['Experiment', 'ModelVersion', 'TrainingRun'])('%s: ready is healthy, and what is under way is progressing', (kind) => {
    expect(all(found(kind, 'True'))).toEqual(['Healthy']);
    expect(all(found(kind, 'Unknown')).filter((one) => one !== 'Progressing')).toEqual([]);
  });
  it('ModelDeployment: a pause is suspended, a rollback degraded', () => {
    expect(found('ModelDeployment', 'True')).toEqual({ Serving: 'Healthy', Paused: 'Suspended', ScaledToZero: 'Healthy' });
    expect(found('ModelDeployment', 'Unknown')).toEqual({ StartingCandidate: 'Progressing', RollingOut: 'Progressing', AwaitingApproval: 'Suspended', Paused: 'Suspended' });
    const { Paused, VersionNotReady, VersionNotFound, VersionNotApproved, Recreating, ...others } = found('ModelDeployment', 'False');
    expect({ Paused, VersionNotApproved }).toEqual({ Paused: 'Suspended', VersionNotApproved: 'Suspended' });
    expect({ VersionNotReady, VersionNotFound, Recreating }).toEqual({ VersionNotReady: 'Progressing', VersionNotFound: 'Progressing', Recreating: 'Progressing' });
    expect(all(others)).toEqual(['Degraded']);
    expect(Object.keys(others)).toContain('RolledBack');
  });
  it('ModelVersion: a store that may answer later is progressing, wrong bytes are degraded', () => {
    expect(found('ModelVersion', 'False')).toEqual({ StoreUnreachable: 'Progressing', StoreForbidden: 'Progressing', ArtifactNotFound: 'Degraded', DigestMismatch: 'Degraded', ManifestMismatch: 'Degraded', ManifestInvalid: 'Degraded', TooLarge: 'Degraded' });
  });
});
