import { closest, distance } from 'fastest-levenshtein';
import { fields } from '../../crds/generated/fields.ts';

/** Every field of a spec that the kind does not have, each as a sentence. A misspelt name would be dropped, and a default take its place. */
export function unknownFields(kind: string, spec: unknown): string[] {
  const known = new Set(fields[kind]);
  return walk(known, spec, 'spec', 'spec');
}

function walk(known: ReadonlySet<string>, value: unknown, at: string, shown: string): string[] {
  // What holds anything is asked no further; a value of another type than the schema's is the schema's to refuse.
  if (known.has(`${at}*`) || typeof value !== 'object' || value === null) return [];
  if (Array.isArray(value)) return value.flatMap((item, index) => walk(known, item, `${at}[]`, `${shown}[${index}]`));
  const isMap = known.has(`${at}{}`);
  return Object.entries(value).flatMap(([name, one]) => {
    const place = isMap ? `${at}{}` : `${at}.${name}`;
    return known.has(place) ? walk(known, one, place, `${shown}.${name}`) : [`${shown}.${name}: unknown field${meant(known, at, name)}`];
  });
}

function meant(known: ReadonlySet<string>, at: string, name: string): string {
  const names = [...known].filter((path) => path.startsWith(`${at}.`) && /^\w+$/.test(path.slice(at.length + 1))).map((path) => path.slice(at.length + 1));
  if (names.length === 0) return '';
  const near = closest(name, names);
  return distance(name, near) <= 2 ? `; did you mean ${near}?` : `; there are ${names.sort().join(', ')}`;
}
