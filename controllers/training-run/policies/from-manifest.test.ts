import { describe, expect, it } from 'vitest';
import type { Manifest } from '../../../crds/generated/manifest.ts';
import { filesOf } from '../../shared/testing/manifest.ts';
import { result, RunStory } from '../testing/run-story.ts';
import { fromManifest } from './from-manifest.ts';

type Column = Manifest['data']['quality'][number];
type Selected = NonNullable<Manifest['features']['selection']>['columns'][number];

const { manifest } = filesOf();
const recordOf = (more: Partial<Manifest> = {}) => fromManifest({ ...manifest, ...more }, 's3://models/ml/tumour-xgb/1/manifest.json');
const column = (name: string, nulls = 0, more: Partial<Column> = {}): Column => ({ column: name, type: 'float', nulls, nullRatio: nulls / 100, distinct: 7, ...more });
const tested = (name: string, selected: boolean): Selected => ({ name, test: 'Pearson', pValue: 0.1, adjustedPValue: 0.2, effect: 0.3, n: 9, selected });
const withQuality = (...quality: Column[]) => recordOf({ data: { ...manifest.data, quality } }).data?.quality;
const withSelection = (...columns: Selected[]) => recordOf({ features: { ...manifest.features, selection: { test: 'Auto', alpha: 0.05, max: 20, columns } } }).features?.selected;

describe('what a run takes over from its manifest', () => {
  it('shows what each column holds, without what is not known of it', () =>
    expect(withQuality(column('radius', 0, { min: 1, max: 3, mean: 2, stdDev: 0.5 }), column('hospital', 0, { type: 'string', min: null, mean: null }))).toEqual([
      { column: 'radius', type: 'float', nulls: 0, distinct: 7, min: 1, max: 3, mean: 2, stdDev: 0.5 },
      { column: 'hospital', type: 'string', nulls: 0, distinct: 7 },
    ]));
  it('shows columns with gaps first, else the order of the table', () =>
    expect(withQuality(column('a'), column('b', 3), column('c'), column('d', 9))?.map((one) => one.column)).toEqual(['d', 'b', 'a', 'c']));
  it('shows 32 columns of a wide table, and names no longer than the schema takes', () => {
    const many = withQuality(...Array.from({ length: 40 }, (_, index) => column(`${'x'.repeat(300)}${index}`)));
    expect(many).toHaveLength(32);
    expect(many?.every((one) => one.column.length === 256)).toBe(true);
  });
  it('names the columns that the selection kept', () => expect(withSelection(tested('a', true), tested('b', false), tested('c', true))).toEqual(['a', 'c']));
  it('says nothing of a selection where there was none', () => expect(recordOf().features).not.toHaveProperty('selected'));
  it('says of a selection that kept nothing that it kept nothing', () => expect(withSelection(tested('a', false))).toEqual([]));
});

describe('what ties between candidates are broken by', () => {
  it('is the latency in milliseconds', () => {
    expect(recordOf({ latency: { singleRowP50Us: 20, singleRowP99Us: 1500 } }).latencyP99Ms).toBe(1.5);
    expect(recordOf({ latency: null })).not.toHaveProperty('latencyP99Ms');
  });
  it('is the greatest difference between groups, of any sensitive column that has one', () => {
    const columns = [{ column: 'age', demographicParityDifference: 0.1, groups: [] }, { column: 'sex', demographicParityDifference: 0.3, groups: [] }, { column: 'region', groups: [] }];
    expect(recordOf({ fairness: columns }).fairness).toBe(0.3);
    expect(recordOf({ fairness: [{ column: 'region', groups: [] }] })).not.toHaveProperty('fairness');
    expect(recordOf({ fairness: null })).not.toHaveProperty('fairness');
  });
});

describe('the predictions for the test rows', () => {
  const sha256 = 'b'.repeat(64);

  it('lie beside the manifest, where it says', () => {
    expect(recordOf({ holdout: { file: 'holdout.json', sha256, rows: 114 } }).holdout).toEqual({ uri: 's3://models/ml/tumour-xgb/1/holdout.json', sha256, rows: 114 });
    expect(recordOf({ holdout: { file: 'rows/test.json', sha256, rows: 0 } }).holdout).toEqual({ uri: 's3://models/ml/tumour-xgb/1/rows/test.json', sha256, rows: 0 });
  });
  it('are told of beside the manifest that was read', () => {
    const story = RunStory.running();
    story.collected = { ...result, pointer: { ...result.pointer, uri: 's3://elsewhere/7/manifest.json' }, manifest: { ...manifest, holdout: { file: 'holdout.json', sha256, rows: 114 } } };
    story.exits(0);
    expect(story.status.holdout).toEqual({ uri: 's3://elsewhere/7/holdout.json', sha256, rows: 114 });
  });
  it('are not spoken of where an own program, or a regression, has none', () => {
    expect(recordOf()).not.toHaveProperty('holdout');
    expect(recordOf({ holdout: null })).not.toHaveProperty('holdout');
  });
});
