// docs/reference/values.md: the values of the chart, each with the comment that stands above it in values.yaml.
import { isCollection, isMap, isScalar, parseDocument, type Pair, type YAMLMap } from 'yaml';
import { code, pageHeader, table } from './markdown.ts';

export function valuesReference(text: string): string {
  const values = parseDocument(text).contents;
  if (!isMap(values)) throw new Error('values.yaml is not a map');
  // The comment above the first key of a file belongs to the file for the parser, and to that key for us.
  return `${pageHeader('charts/trainyard/values.yaml')}# Values of the Helm chart

${table(['Value', 'Default', 'Meaning'], rowsOf('', values, values.commentBefore ?? ''))}`;
}

function rowsOf(prefix: string, map: YAMLMap, commentOfFirst: string): string[][] {
  return map.items.flatMap((pair, index) => {
    const path = prefix + keyOf(pair);
    const comment = (isScalar(pair.key) ? pair.key.commentBefore : undefined) ?? (index === 0 ? commentOfFirst : '');
    const meaning = comment.split('\n').map((line) => line.trim()).join(' ').trim();
    if (meaning === '') throw new Error(`values.yaml: ${path} has no comment above it`);
    // A block map is a group of values; one in braces is a value of its own.
    const group = isMap(pair.value) && pair.value.flow !== true && !holdsOnlyFlow(pair.value);
    if (!group) return [[code(path), code(shown(pair)), meaning]];
    const inner = pair.value as YAMLMap;
    return [[code(path), '', meaning], ...rowsOf(`${path}.`, inner, inner.commentBefore ?? '')];
  });
}

/** As `resources` is: keys that somebody else defines, so no comments. */
function holdsOnlyFlow(map: YAMLMap): boolean {
  return map.items.every((pair) => isCollection(pair.value) && pair.value.flow === true && isScalar(pair.key) && pair.key.commentBefore === undefined);
}

function keyOf(pair: Pair): string {
  return isScalar(pair.key) ? String(pair.key.value) : '';
}

function shown(pair: Pair): string {
  const value: unknown = isCollection(pair.value) ? pair.value.toJSON() : isScalar(pair.value) ? pair.value.value : null;
  return typeof value === 'string' && value !== '' ? value : JSON.stringify(value);
}
