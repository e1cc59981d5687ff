import { describe, expect, it } from 'vitest';
import { result, RunStory, specOf } from '../testing/run-story.ts';
import { gatesUntold } from './gates-told.ts';

const { gates = [] } = specOf({ gates: [{ metric: 'roc_auc', min: 0.95 }, { metric: 'parity_max_abs_error', max: 1e-5 }] });
const parity = { metric: 'parity_max_abs_error', split: 'Test', max: 1e-5, value: 1e-7, passed: true } as const;
const auc = { metric: 'roc_auc', split: 'Test', min: 0.95, value: 0.98, passed: true } as const;

describe('the gates of a manifest', () => {
  it.each<[name: string, told: Parameters<typeof gatesUntold>[1], message: string | undefined]>([
    ['all told and passed', [auc, parity], undefined],
    ['more than were asked for', [auc, parity, { ...auc, metric: 'f1', value: 0 }], undefined],
    ['without the rows that they are on', [{ ...auc, split: null }, parity], undefined],
    ['none', [], 'says nothing of the gate on roc_auc on Test'],
    ['one left out', [auc], 'says nothing of the gate on parity_max_abs_error'],
    ['on other rows', [{ ...auc, split: 'Train' }, parity], 'says nothing of the gate on roc_auc on Test'],
    ['missed, with exit code 0', [{ ...auc, passed: false }, parity], 'the gate on roc_auc on Test was not passed'],
    ['passed without a value', [{ ...auc, value: null }, parity], 'the gate on roc_auc on Test was not passed'],
    ['passed by a bound of its own', [{ ...auc, min: 0.5, value: 0.6 }, parity], 'roc_auc on Test is 0.6 and passed'],
    ['passed above the greatest value', [auc, { ...parity, value: 1 }], 'parity_max_abs_error on Test is 1 and passed'],
  ])('%s', (_name, told, message) => {
    expect(gatesUntold(gates, told)).toEqual(message === undefined ? undefined : expect.stringContaining(message));
  });
  it('are all there, or the run ends without a version', () => {
    const story = RunStory.running({ gates: [{ metric: 'f1', min: 0.9 }], algorithm: { name: 'custom', image: 'own:1' } });
    story.collected = result;
    story.exits(0);
    expect(story.condition('Succeeded')).toBe('False ManifestInvalid');
    expect(story.message()).toContain('says nothing of the gate on f1');
    expect([...story.versions.keys()]).toEqual([]);
  });
});
