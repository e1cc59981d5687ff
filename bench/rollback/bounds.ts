import { models, type ModelName } from './scenarios.ts';

/** Above which mean radius each copy of the model fails, with one decimal, so that it fails for its share of the rows. */
export function boundsOf(radii: readonly number[]): Readonly<Record<ModelName, number>> {
  const sorted = radii.toSorted((one, other) => other - one);
  const above = (share: number): number => {
    if (share === 0) return 1000;
    const greatestGood = sorted[Math.round(share * sorted.length)];
    return greatestGood === undefined ? 0 : Math.ceil(greatestGood * 10) / 10;
  };
  const bounds = Object.fromEntries(Object.entries(models).map(([name, share]) => [name, above(share)])) as Record<ModelName, number>;
  // Two versions must differ in a byte, though they fail for the same rows.
  return { ...bounds, baseAgain: Number((bounds.baseAgain + 0.1).toFixed(1)) };
}
