import type { ConditionCatalogue } from '../condition-catalogue.ts';

/** `Ready=True Serving` for every condition that the catalogue allows. */
export function documented(catalogue: ConditionCatalogue): readonly string[] {
  return Object.entries(catalogue).flatMap(([type, { states }]) => Object.entries(states).flatMap(([status, { reasons }]) => reasons.map((reason) => `${type}=${status} ${reason}`)));
}

/** What was seen and is not in the catalogue. */
export function undocumented(seen: Iterable<string>, catalogue: ConditionCatalogue): string[] {
  const known = new Set(documented(catalogue));
  return [...seen].filter((one) => !known.has(one)).sort();
}

/** What is in the catalogue and was not seen. */
export function unseen(seen: ReadonlySet<string>, catalogue: ConditionCatalogue): string[] {
  return documented(catalogue).filter((one) => !seen.has(one)).sort();
}
