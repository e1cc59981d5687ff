import { describe, expect, test } from 'vitest';

import { createRecentAnswers, type RecentAnswers } from './recent-answers.ts';

const filled = (count: number, capacity = 4): RecentAnswers => {
  const recent = createRecentAnswers('p1', capacity);
  for (let i = 1; i <= count; i++) recent.add(`id-${i}`, i, i - 1, `label ${i}`);
  return recent;
};
const idsSince = (recent: RecentAnswers, cursor?: string): readonly string[] => recent.since(cursor).answers.map(([id]) => id);

describe('the newest answers', () => {
  test('are told with all that is known of them, the oldest first', () => {
    const recent = filled(1);
    recent.add('number', 3, 2, 0.25);
    recent.addRefused('refused');
    expect(recent.since(undefined)).toEqual({ cursor: 'p1.3', answers: [['id-1', 1, 0, 'label 1'], ['number', 3, 2, 0.25], ['refused', 0, 0, null]] });
  });
  test('are none before the first one', () => {
    expect(filled(0).since(undefined)).toEqual({ cursor: 'p1.0', answers: [] });
  });
  test('push out the oldest ones', () => {
    expect(idsSince(filled(11))).toEqual(['id-8', 'id-9', 'id-10', 'id-11']);
  });
  test('are told once to whoever comes back with the cursor', () => {
    const recent = filled(3);
    const { cursor } = recent.since(undefined);
    expect(idsSince(recent, cursor)).toEqual([]);
    recent.add('id-4', 1, 0, 1);
    expect(idsSince(recent, cursor)).toEqual(['id-4']);
  });
  test('that were pushed out before they were read are lost, and none is told twice', () => {
    const recent = filled(2);
    const { cursor } = recent.since(undefined);
    for (let i = 3; i <= 9; i++) recent.add(`id-${i}`, 1, 0, 1);
    expect(idsSince(recent, cursor)).toEqual(['id-6', 'id-7', 'id-8', 'id-9']);
  });
  test.each([
    ['of the process before', 'p0.3'],
    ['that is empty', ''],
    ['that says nothing', 'p1.'],
    ['that is no number', 'p1.x'],
    ['that is negative', 'p1.-1'],
    ['that is a fraction', 'p1.1.5'],
    ['without an end', 'p1.Infinity'],
  ])('are all told for a cursor %s', (_name, cursor) => {
    expect(idsSince(filled(3), cursor)).toEqual(['id-1', 'id-2', 'id-3']);
  });
  test('are none for a cursor from the future', () => {
    expect(filled(3).since('p1.99')).toEqual({ cursor: 'p1.3', answers: [] });
  });
  test('are told with an id twice when it came twice: whoever pairs them has to know', () => {
    const recent = filled(0);
    recent.add('again', 1, 0, 'a');
    recent.add('again', 1, 0, 'b');
    expect(idsSince(recent)).toEqual(['again', 'again']);
  });
});
