import { describe, expect, it } from 'vitest';
import { isBad, seenBy } from './measure.ts';
import type { Answer } from './traffic.ts';

const answer = (parts: Partial<Answer> = {}): Answer => ({ sentAt: 1000, endedAt: 1040, status: 200, version: 'tumour-2', right: true, ...parts });

describe('an answer harms a client', () => {
  it.each([
    ['when it is an error, whoever gave it', 'status', answer({ status: 503, version: '' }), true],
    ['when there was none', 'status', answer({ status: 0, version: '' }), true],
    ['not for its time where errors are asked for', 'status', answer({ endedAt: 2000 }), false],
    ['when the candidate took longer than the objective', 'slow', answer({ endedAt: 1401 }), true],
    ['not when the candidate took just the objective', 'slow', answer({ endedAt: 1400 }), false],
    ['not when stable was slow by itself', 'slow', answer({ endedAt: 1900, version: 'tumour-1' }), false],
    ['when the candidate gave wrong scores', 'wrong', answer({ right: false }), true],
    ['not when stable gave other scores than before', 'wrong', answer({ right: false, version: 'tumour-1' }), false],
    ['by an error too, where scores are asked for', 'wrong', answer({ status: 500 }), true],
  ] as const)('%s', (_name, bad, given, expected) => expect(isBad({ bad }, 'tumour-2', given)).toBe(expected));
});

describe('what clients saw', () => {
  const bad = (endedAt: number): Answer => answer({ status: 500, endedAt });
  it('is the time between the first and the last bad answer, in whatever order they came', () =>
    expect(seenBy([answer(), bad(3000), bad(1500), answer({ endedAt: 9000 }), bad(2000)], { bad: 'status' }, 'tumour-2')).toEqual({ requests: 5, candidateAnswers: 5, harmedRequests: 3, firstBadToLastBadMs: 1500, badAnswers: { '500 tumour-2': 3 } }));
  it('is no time at all for one bad answer', () => expect(seenBy([bad(1500)], { bad: 'status' }, 'tumour-2')).toMatchObject({ harmedRequests: 1, firstBadToLastBadMs: 0 }));
  it('is nothing where nothing was bad', () => expect(seenBy([answer({ version: 'tumour-1' })], { bad: 'status' }, 'tumour-2')).toEqual({ requests: 1, candidateAnswers: 0, harmedRequests: 0, firstBadToLastBadMs: 0, badAnswers: {} }));
});
