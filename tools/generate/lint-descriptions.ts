// What `kubectl explain` must say of every field: a sentence; of a number what it counts or its unit; its default, which
// explain shows in no other way; and of a field of the spec that may be left out, and has no default, what happens then.
import type { Schema } from './crd.ts';

/** What is left to say about a field. `isOptionalInput`: users may write it, and need not. */
export function lintDescription(field: Schema, isOptionalInput: boolean): string[] {
  const { description = '' } = field;
  if (!/^[A-Z].*\.$/s.test(description)) return ['the description is not a sentence that starts with a capital letter and ends with a full stop'];
  const problems: string[] = [];
  if (description.length > longest) problems.push(`the description has ${String(description.length)} characters, more than ${String(longest)}: the rest belongs into the guide`);
  if (valuesOf(field).some(isNumber) && !measured.some((form) => form.test(description))) problems.push(`the description says neither what is counted nor the unit: begin with one of ${counted.join(', ')}, or say "in percent", "in milliseconds", "in the unit of …", "0 to 1"`);
  if (valuesOf(field).some(isDuration) && !/\b\d+(ms|s|m|h)\b/.test(description)) problems.push('the description of a duration shows none, such as 30s');
  if (valuesOf(field).some(isQuantity) && !/\b\d+(m|[KMGT]i)\b/.test(description)) problems.push('the description of a quantity shows none, such as 512Mi');
  if (field.default !== undefined && !isEmpty(field.default) && !saysDefault(description, field.default)) problems.push(`explain does not show the default: the description must end with "Default: ${inWords(field.default) ?? '…'}."`);
  if (isOptionalInput && field.default === undefined && !/\b(left out|needed (for|where))\b/i.test(description)) problems.push('there is no default, and the description says neither what it means to leave it out ("Left out: …") nor when it is needed ("Needed for …")');
  return problems;
}

const longest = 400;

/** The field itself, or what a list or map of it holds: explain has no line of its own for these. */
function valuesOf(field: Schema): Schema[] {
  const { items, additionalProperties } = field;
  return [field, ...(items === undefined ? [] : [items]), ...(typeof additionalProperties === 'object' ? [additionalProperties] : [])];
}

function saysDefault(description: string, value: unknown): boolean {
  const words = inWords(value);
  return words === undefined ? / Default: \S.*\.$/.test(description) : description.endsWith(` Default: ${words}.`);
}

/** Of a list or an object the description says what matters, in words of its own. */
function inWords(value: unknown): string | undefined {
  if (typeof value === 'object') return undefined;
  return typeof value === 'string' ? value : JSON.stringify(value);
}

/** Such a default only lets the defaults of the fields inside count. */
function isEmpty(value: unknown): boolean {
  return typeof value === 'object' && value !== null && Object.keys(value).length === 0;
}

function isNumber({ type }: Schema): boolean {
  return type === 'integer' || type === 'number';
}

function isDuration({ type, pattern = '' }: Schema): boolean {
  return type === 'string' && pattern.includes('(ms|s');
}

function isQuantity(field: Schema): boolean {
  return field['x-kubernetes-int-or-string'] === true && field.pattern?.includes('[KMGTPE]i') === true;
}

const counted = [
  'answers', 'attempts', 'categories', 'columns', 'evaluations', 'features', 'folds', 'jobs', 'looks', 'nulls', 'points', 'pods', 'predictions', 'preemptions',
  'repetitions', 'requests', 'rewards', 'rows', 'seconds', 'milliseconds', 'steps', 'trials', 'values', 'windows',
];

/** The forms in which a description says what its number means. */
const measured: readonly RegExp[] = [
  // What is counted comes first, after the case that it is about: "Of a Query: evaluations in a row …", "Least number of test rows …".
  new RegExp(String.raw`^((of an?|for) \w+: )?((greatest|least) )?(number of )?([\w-]+ )?(${counted.join('|')})\b`, 'i'),
  /^How often\b/,
  /\bin (percent|bytes|seconds|milliseconds|standard errors)\b/,
  /\bin the unit of\b/,
  // A share, a probability or a difference of them; the bounds of the field may be narrower.
  /\b[01](\.\d+)? to (1|0\.\d+)\b/,
  // A place in an order.
  /, from 1\b/,
  // Numbers that have no unit.
  /^((greatest|mean) )?(seed|generation|e-value|logarithm|log-likelihood ratio|factor|population stability index)\b/i,
];
