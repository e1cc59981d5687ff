import { describe, expect, it } from 'vitest';
import type { ModelDeployment, ModelDeploymentStatus } from '../crds/generated/model-deployment.ts';
import { ending, type Ending } from './ending.ts';
import { ago, candidate, deployment, stable } from './testing/objects.ts';

type Outcome = NonNullable<ModelDeploymentStatus['history']>[number]['outcome'];
const ended = (outcome: Outcome): Pick<ModelDeploymentStatus, 'history'> => ({ history: [{ from: 'tumour-1', to: 'tumour-2', outcome, time: ago(1) }] });
const condition = (type: string, reason: string): NonNullable<ModelDeploymentStatus['conditions']>[number] => ({ type, status: 'True', reason, message: '', lastTransitionTime: ago(1) });
const serving = { conditions: [condition('Ready', 'Serving')] };
const isNew = { ...stable, version: 'tumour-2' };

describe('the end of a rollout', () => {
  it.each<[string, ModelDeployment, boolean, Ending | undefined]>([
    ['is not there before the operator has seen the object', { ...deployment(), metadata: { name: 'tumour', generation: 1 }, status: {} }, false, undefined],
    ['is not there while a candidate is', deployment({ stable, candidate, ...serving }), true, undefined],
    ['is a promotion when what spec names serves', deployment({ stable: isNew, ...serving, ...ended('Promoted') }), true, 'promoted'],
    ['is a promotion for who comes after an old rollback that was settled', deployment({ stable: isNew, ...serving, ...ended('RolledBack') }), false, 'promoted'],
    ['is not there while status is about an older spec', { ...deployment({ stable: isNew, ...serving }), metadata: { name: 'tumour', generation: 3 } }, true, undefined],
    ['is a rollback when the digest is blocked', deployment({ stable, conditions: [condition('RolledBack', 'SloBreached')] }), false, 'rolledBack'],
    ['is a rollback when a candidate was seen and given up', deployment({ stable: isNew, ...serving, ...ended('Aborted') }), true, 'rolledBack'],
    ['is one too when a test was lost', deployment({ stable: isNew, ...serving, ...ended('Lost') }), true, 'rolledBack'],
    ['is one too when a test had no winner', deployment({ stable: isNew, ...serving, ...ended('NoWinner') }), true, 'rolledBack'],
    ['is there for who comes after a test that was lost', deployment({ stable, withdrawn: { outcome: 'Lost' }, conditions: [condition('Stalled', 'Lost')] }), false, 'rolledBack'],
    ['is not there while a version that lost a test rolls out by another strategy', deployment({ stable, withdrawn: { outcome: 'Lost' } }), false, undefined],
    ['is a rollback when stable was named again', deployment({ stable: isNew, ...serving, ...ended('Superseded') }), true, 'rolledBack'],
    ['is not there between two candidates', deployment({ stable, ...serving, ...ended('Superseded') }), true, undefined],
    ['is not there while a pause keeps it from starting', deployment({ stable, conditions: [condition('Ready', 'Paused')] }, { paused: true }), false, undefined],
    ['is not there while no pod of the promoted version is ready', deployment({ stable: isNew, conditions: [{ ...condition('Ready', 'NoReadyPod'), status: 'False' }], ...ended('Promoted') }), true, undefined],
  ])('%s', (_, object, seen, expected) => {
    expect(ending(object, seen)).toBe(expected);
  });
});
