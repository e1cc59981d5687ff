import { expect, it } from 'vitest';
import { outcomeOf } from './outcome.ts';
import { tokenOf, type Verb } from './token.ts';
import { now } from './testing/objects.ts';

it.each<[string, Verb, string, boolean, string]>([
  ['tells who asked and when', 'abort', 'ada', false, 'ada-2026-01-01T12:00:00.000Z'],
  ['is one word', 'abort', 'Ada L, (ops)', false, 'Ada_L___ops_-2026-01-01T12:00:00.000Z'],
  ['promotes one step', 'promote', 'ada', false, 'ada-2026-01-01T12:00:00.000Z'],
  ['promotes whole when that is meant', 'promote', 'ada', true, 'full-ada-2026-01-01T12:00:00.000Z'],
  ['does not promote whole because the user is called so', 'promote', 'fuller', false, 'by-fuller-2026-01-01T12:00:00.000Z'],
])('a token %s', (_, verb, user, full, expected) => {
  expect(tokenOf(verb, user, now, full)).toBe(expected);
});

const events = [
  { reason: 'RolloutApproved', note: 'step-2 of the rollout of tumour-2 was approved (token ada-1)' },
  { reason: 'RequestIgnored', note: 'Nothing done for the annotation trainyard.dev/approve (token ada-12): nothing waits for approval' },
  { reason: 'Aborted', note: 'Aborted the rollout at 5 %: a person asked for it (annotation trainyard.dev/abort, token ada-3)' },
];

it.each([
  ['tells what was done', 'ada-1', { refused: false, note: events[0]!.note }],
  ['tells why nothing was done', 'ada-12', { refused: true, note: events[1]!.note }],
  ['is found beside the name of the annotation', 'ada-3', { refused: false, note: events[2]!.note }],
  ['is not that of a token that only begins alike', 'ada', undefined],
])('an outcome %s', (_, token, expected) => {
  expect(outcomeOf(events, token)).toEqual(expected);
});
