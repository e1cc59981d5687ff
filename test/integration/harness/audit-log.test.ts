import { describe, expect, it } from 'vitest';
import type { AuditEntry } from './audit-log.ts';
import { auditEntries, overlapping, turnsOf } from './audit-log.ts';

const at = (microseconds: string): string => `2026-01-01T00:00:00.${microseconds}Z`;
const line = (auditID: string, stage: string, received: string, reached: string, code?: number): string =>
  JSON.stringify({ auditID, stage, verb: 'patch', user: { username: 'a' }, objectRef: { apiGroup: 'g', resource: 'things', namespace: 'ns', name: 'n' }, requestReceivedTimestamp: at(received), stageTimestamp: at(reached), ...(code === undefined ? {} : { responseStatus: { code } }) });
const start = Date.parse('2026-01-01T00:00:00Z');

describe('the audit log', () => {
  it('joins the stages of a request, in the order in which requests were received', () => {
    const text = [line('2', 'RequestReceived', '000200', '000200'), line('1', 'RequestReceived', '000100', '000100'), line('2', 'ResponseComplete', '000200', '000900', 200), line('1', 'ResponseComplete', '000100', '000950', 409)].join('\n');
    const expected = { user: 'a', verb: 'patch', group: 'g', resource: 'things', subresource: '', namespace: 'ns', name: 'n' };
    const entries = auditEntries(`${text}\n`).map((one) => ({ ...one, receivedMs: Number((one.receivedMs - start).toFixed(3)), endedMs: Number((one.endedMs - start).toFixed(3)) }));
    expect(entries).toEqual([{ ...expected, code: 409, receivedMs: 0.1, endedMs: 0.95 }, { ...expected, code: 200, receivedMs: 0.2, endedMs: 0.9 }]);
  });

  it('takes a request without an answer for one that is still under way, and a half written line for none', () => {
    const [entry, ...others] = auditEntries(`${line('1', 'RequestReceived', '000100', '000100')}\n{"auditID":"2","sta`);
    expect([entry?.endedMs, entry?.code, others]).toEqual([Number.POSITIVE_INFINITY, undefined, []]);
  });
});

describe('turns of writers', () => {
  const entry = (user: string, receivedMs: number, endedMs: number): AuditEntry => ({ user, verb: 'patch', group: '', resource: 'things', subresource: '', namespace: '', name: '', code: 200, receivedMs, endedMs });
  it.each<[string, AuditEntry[], number, string[]]>([
    ['one writer makes one turn', [entry('a', 1, 5), entry('a', 2, 3)], 1, []],
    ['a hand-over makes two', [entry('a', 1, 5), entry('b', 6, 7)], 2, []],
    ['a request of the old one that is still under way overlaps', [entry('a', 1, 7), entry('a', 2, 3), entry('b', 6, 8)], 2, ['b']],
    ['a late request of the old one is a third turn', [entry('a', 1, 2), entry('b', 3, 4), entry('a', 5, 6)], 3, []],
    ['a request of long ago that never ended overlaps whatever follows', [entry('a', 1, Number.POSITIVE_INFINITY), entry('b', 3, 4), entry('c', 5, 6)], 3, ['b', 'c']],
  ])('%s', (_name, entries, count, late) => {
    const turns = turnsOf(entries);
    expect([turns.length, overlapping(turns).map((turn) => turn.user)]).toEqual([count, late]);
  });
});
