import { describe, expect, it } from 'vitest';
import type { Manifest } from '../../crds/generated/manifest.ts';
import { filesOf } from '../shared/testing/manifest.ts';
import { recordFromManifest } from './record-from-manifest.ts';
import { versionOf } from './testing/version.ts';

const share = { value: 0.5, low: 0.2, high: 0.8, n: 10 };

function recordOf(more: Partial<Manifest>) {
  return recordFromManifest(versionOf(), { ...filesOf().manifest, ...more });
}

describe('fairness', () => {
  it('is absent where the manifest has none', () => {
    expect(recordOf({})).not.toHaveProperty('fairness');
    expect(recordOf({ fairness: null })).not.toHaveProperty('fairness');
  });

  it('is copied with every group, its size and its intervals', () => {
    const group = { name: 'north', n: 10, accuracy: share, selectionRate: share, truePositiveRate: share, falsePositiveRate: share };
    const entry = { column: 'region', demographicParityDifference: 0.25, demographicParityRatio: 0.5, equalizedOddsDifference: 0.125, groups: [group, { ...group, name: 'south' }] };
    expect(recordOf({ fairness: [entry] }).fairness).toEqual([entry]);
  });

  it('leaves out what is not known, and members that the status has no field for', () => {
    const group = { name: 'north', n: 10, accuracy: { ...share, more: 1 }, truePositiveRate: null, mae: null, more: 1 };
    const entry = { column: 'region', demographicParityRatio: null, more: 1, groups: [group] };
    expect(recordOf({ fairness: [entry] }).fairness).toEqual([{ column: 'region', groups: [{ name: 'north', n: 10, accuracy: share }] }]);
  });

  it('of a regression has errors in the unit of the target', () => {
    const entry = { column: 'region', groups: [{ name: 'north', n: 10, mae: 1.5, rmse: 2, meanError: -0.5 }] };
    expect(recordOf({ fairness: [entry] }).fairness).toEqual([entry]);
  });
});

describe('explanation', () => {
  it('is copied with the method and the ten most important columns', () => {
    const topFeatures = Array.from({ length: 12 }, (_, index) => ({ name: `c${String(index)}`, importance: 0.1, meanAbsShap: 12 - index }));
    const explanation = { method: 'SHAP' as const, rows: 40, margin: 'LogOdds', additivity: { maxError: 1e-7, tolerance: 1e-4 }, topFeatures };
    expect(recordOf({ explanation }).explanation).toEqual({ method: 'SHAP', rows: 40, topFeatures: topFeatures.slice(0, 10) });
  });

  it('says why there are no SHAP values', () => {
    const explanation = { method: 'Permutation' as const, message: 'No SHAP values: knn is neither.', rows: 40, topFeatures: [{ name: 'c', importance: 0.1, meanAbsShap: null }] };
    expect(recordOf({ explanation }).explanation).toEqual({ method: 'Permutation', message: 'No SHAP values: knn is neither.', rows: 40, topFeatures: [{ name: 'c', importance: 0.1 }] });
  });

  it('of an older manifest has names and importance only', () => {
    expect(recordOf({ explanation: { topFeatures: [{ name: 'c', importance: 0.1 }] } }).explanation).toEqual({ topFeatures: [{ name: 'c', importance: 0.1 }] });
  });
});
