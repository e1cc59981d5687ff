import { describe, expect, it } from 'vitest';
import type { Experiment } from '../../crds/generated/experiment.ts';
import type { ModelVersion } from '../../crds/generated/model-version.ts';
import type { TrainingRun } from '../../crds/generated/training-run.ts';
import { makersOf } from './makers.ts';
import { versionOf } from './testing/objects.ts';

type Stores = Parameters<typeof makersOf>[0];

const status = (succeeded: string | undefined, completionTime?: string): object => ({ status: { ...(succeeded === undefined ? {} : { conditions: [{ type: 'Succeeded', status: succeeded, reason: 'R', message: '', lastTransitionTime: '2026-01-01T00:00:00Z' }] }), ...(completionTime === undefined ? {} : { completionTime }) } });
const run = (name: string, spec: object = {}, more: object = {}): TrainingRun => ({ kind: 'TrainingRun', metadata: { name, namespace: 'ml' }, spec: { model: 'tumour', register: { enabled: true }, suspend: false, ...spec }, ...more }) as TrainingRun;
const experiment = (name: string, spec: object = {}, more: object = {}): Experiment => ({ kind: 'Experiment', metadata: { name, namespace: 'ml' }, spec: { model: 'tumour', winner: { register: 'IfGatesPass' }, suspend: false, ...spec }, ...more }) as Experiment;
const version = (number: number, model = 'tumour'): ModelVersion => ({ ...versionOf(`${model}-${number}`), spec: { ...versionOf().spec, model, version: number } });

function found(missing: string, runs: readonly TrainingRun[], experiments: readonly Experiment[] = [], versions: readonly ModelVersion[] = []): ReturnType<typeof makersOf> {
  const listed = (items: readonly unknown[]): unknown => ({ list: (namespace: string) => (namespace === 'ml' ? items : []) });
  return makersOf({ trainingRuns: listed(runs), experiments: listed(experiments), modelVersions: listed(versions) } as Stores, 'ml', 'tumour', missing);
}

describe('who may register a version that does not exist', () => {
  it.each<[what: string, atWork: readonly string[], ...Parameters<typeof found>]>([
    ['nobody', [], 'tumour-1', []],
    ['a run that has just begun', ['TrainingRun a'], 'tumour-1', [run('a')]],
    ['a run at work', ['TrainingRun a'], 'tumour-1', [run('a', {}, status('Unknown'))]],
    ['an experiment', ['Experiment e'], 'tumour-1', [], [experiment('e')]],
    ['all that are at work, since nobody knows who ends first', ['Experiment e', 'TrainingRun a', 'TrainingRun b'], 'tumour-2', [run('b'), run('a')], [experiment('e')]],
    ['the number after the highest', ['TrainingRun a'], 'tumour-8', [run('a')], [], [version(2), version(7), version(9, 'other')]],
    ['no run that has ended', [], 'tumour-1', [run('a', {}, status('True')), run('b', {}, status('False'))]],
    ['no run that is suspended', [], 'tumour-1', [run('a', { suspend: true })], [experiment('e', { suspend: true })]],
    ['no run of another model', [], 'tumour-1', [run('a', { model: 'digits' })], [experiment('e', { model: 'digits' })]],
    ['no run that registers nothing, such as a trial', [], 'tumour-1', [run('a', { register: { enabled: false } })], [experiment('e', { winner: { register: 'Never' } })]],
    ['not a number that is two ahead', [], 'tumour-9', [run('a')], [], [version(7)]],
    ['not a number that was passed by', [], 'tumour-3', [run('a')], [], [version(7)]],
    ['no name that is never given', [], 'tumuor-1', [run('a')]],
  ])('%s', (_what, atWork, ...objects) => {
    expect(found(...objects)).toEqual({ atWork });
  });
  it('and when the last one ended', () => {
    const ends = [run('a', {}, status('True', '2026-01-01T00:00:10Z')), run('b', {}, status('False', '2026-01-01T00:00:30Z')), run('c', { register: { enabled: false } }, status('True', '2026-01-01T00:00:50Z'))];
    expect(found('tumour-1', ends, [experiment('e', {}, status('True', '2026-01-01T00:00:20Z'))])).toEqual({ atWork: [], lastEnd: '2026-01-01T00:00:30Z' });
  });
});
