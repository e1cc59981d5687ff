// What holds alike wherever aliases are named: in a version, and in what makes one.
import { change, type Case, type Manifest } from '../cases.ts';

type Row = readonly [name: string, aliases: readonly string[], refusal?: { readonly by: 'schema' | 'rule'; readonly message: string }];

const taken = { by: 'rule', message: 'they say which version they mean already' } as const;
const schema = (message: string) => ({ by: 'schema', message }) as const;
const eight = Array.from({ length: 8 }, (_, i) => `alias-${i}`);

const rows: readonly Row[] = [
  ['aliases are accepted', ['champion', 'candidate-2', 'v3-rc', 'a', 'a'.repeat(63)]],
  ['no aliases are accepted', []],
  ['eight aliases are accepted', eight],
  ['nine aliases are too many', [...eight, 'champion'], schema('8 items')],
  ['an alias stands once', ['champion', 'champion'], schema('Duplicate value')],
  ['latest is no alias', ['champion', 'latest'], taken],
  ['the number of a version is no alias', ['v3'], taken],
  ['an alias is in lower case', ['Champion'], schema('should match')],
  ['an alias begins with a letter', ['3rd'], schema('should match')],
  ['an alias ends with a letter or a digit', ['champion-'], schema('should match')],
  ['an alias is one word', ['the champion'], schema('should match')],
  ['an alias has a character at least', [''], schema('at least 1 char')],
  ['an alias of 64 characters is too long', ['a'.repeat(64)], schema('63')],
];

/** The rows for the aliases at a path of spec. */
export function aliasCases(base: Manifest, path: string): Case[] {
  return rows.map(([name, aliases, refusal]) => ({ name: `${path}: ${name}`, object: change(base, { [path]: aliases }), accepted: refusal === undefined, ...refusal }));
}
