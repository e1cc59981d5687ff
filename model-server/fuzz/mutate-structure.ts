import type { Random } from './random.ts';

type Json = Record<string, unknown> | unknown[];

/** Numbers as they may stand in JSON, and cannot be made from a number. */
const LITERALS = ['1e999', '-1e999', '1e400', '9007199254740993', '18446744073709551616', '-9223372036854775809', '1E+2', '1.0', '-0.0', '0.1e1', '1e-400', '3.5e38', `1${'0'.repeat(400)}`, `0.${'3'.repeat(400)}`];
const VALUES: readonly unknown[] = [
  null, true, false, 0, -1, 1, 2, 3, 0.5, 256, 2 ** 31, 2 ** 32, 2 ** 53, 2 ** 60, 1e38, 3.5e38, 1e308, '', 'x', '1', 'NaN', 'true', '\ud800', 'a\0b', '\u2028', 'FP32', 'INT64', 'BYTES', 'BOOL', 'FP16', 'BF16', '__proto__', [], {}, [[]], [null], [1], [[1]], { rows: [] }, { inputs: [] },
];
const NAMES = ['__proto__', 'constructor', 'toString', 'hasOwnProperty', '', 'rows', 'inputs', 'name', 'shape', 'data', 'datatype', 'outputs', 'id', 'parameters', 'a', '0', 'length'];
const DEPTHS = [2, 50, 1_000, 20_000];

/** The text of a body with one to three parts changed, each at a random place of it. */
export function mutateStructure(random: Random, body: Readonly<Record<string, unknown>>): string {
  const root = structuredClone(body) as Record<string, unknown>;
  const literals: string[] = [];
  // What JSON.stringify would never write stands there as a mark first.
  const literal: Literal = (text) => `<literal ${literals.push(text) - 1}>`;
  let changes = 1 + random.below(3);
  while (changes-- > 0) change(random, root, literal);
  return JSON.stringify(root).replaceAll(/"<literal (\d+)>"/g, (_, index: string) => literals[Number(index)] ?? '');
}

/** Text that is to stand in the body as it is. */
type Literal = (text: string) => string;

function change(random: Random, root: Json, literal: Literal): void {
  const places = placesOf(root);
  const { parent, key } = random.pick(places);
  const value = (parent as Record<string, unknown>)[key];
  const set = (next: unknown): void => {
    // Assigning to "__proto__" would change the prototype, and nothing of the text.
    Object.defineProperty(parent, key, { value: next, writable: true, enumerable: true, configurable: true });
  };
  switch (random.below(9)) {
    case 0:
      // A copy: what is inserted may be changed by the next step.
      return set(structuredClone(random.pick(VALUES)));
    case 1:
      return set(literal(random.pick(LITERALS)));
    case 2:
      return remove(parent, key);
    case 3:
      return set([value]);
    case 4:
      return set(nested(random, literal, value));
    case 5:
      return set(structuredClone(random.pick(places).parent));
    case 6:
      return repeat(random, parent, value);
    case 7:
      return rename(random, parent, key, value);
    default:
      return set(alike(random, value));
  }
}

interface Place {
  readonly parent: Json;
  readonly key: string;
}

/** Every member and element, however deep; a replaced part may stand in two places, so depth is bounded. */
function placesOf(root: Json): readonly Place[] {
  const places: Place[] = [];
  const visit = (parent: Json, depth: number): void => {
    for (const key of Object.keys(parent)) {
      places.push({ parent, key });
      const value = (parent as Record<string, unknown>)[key];
      if (typeof value === 'object' && value !== null && depth < 8 && places.length < 500) visit(value as Json, depth + 1);
    }
  };
  visit(root, 0);
  return places.length > 0 ? places : [{ parent: root, key: 'x' }];
}

function remove(parent: Json, key: string): void {
  if (Array.isArray(parent)) parent.splice(Number(key), 1);
  else Reflect.deleteProperty(parent, key);
}

function nested(random: Random, literal: Literal, value: unknown): unknown {
  const depth = random.pick(DEPTHS);
  const inner = JSON.stringify(value) as string | undefined;
  return random.chance(0.5) ? literal(`${'['.repeat(depth)}${inner ?? 'null'}${']'.repeat(depth)}`) : literal(`${'{"a":'.repeat(depth)}${inner ?? 'null'}${'}'.repeat(depth)}`);
}

function repeat(random: Random, parent: Json, value: unknown): void {
  if (!Array.isArray(parent)) return;
  const times = random.pick([1, 2, 10, 1_000]);
  for (let i = 0; i < times; i++) parent.push(structuredClone(value));
}

function rename(random: Random, parent: Json, key: string, value: unknown): void {
  if (Array.isArray(parent)) return;
  if (random.chance(0.7)) remove(parent, key);
  Object.defineProperty(parent, random.chance(0.5) ? random.pick(NAMES) : `${key}x`, { value: structuredClone(value), writable: true, enumerable: true, configurable: true });
}

/** The same kind of value, a little off. */
function alike(random: Random, value: unknown): unknown {
  if (typeof value === 'number') return random.pick([value + 1, value - 1, -value, value * 2, value + 0.5, value * 1e10, String(value)]);
  if (typeof value === 'string') return random.pick([`${value} `, value.toUpperCase(), value.slice(1), value + value, value.repeat(200), `${value}\ud800`]);
  if (typeof value === 'boolean') return random.pick([!value, Number(value), String(value)]);
  if (Array.isArray(value)) return random.pick<unknown>([value.toReversed(), value.slice(1), value.flat(), Object.assign({}, value)]);
  return value === null || value === undefined ? random.pick<unknown>([0, 'null', undefined]) : Object.entries(value);
}
