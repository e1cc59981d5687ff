import { describe, expect, it } from 'vitest';
import { between, writesIn } from './api-writes.ts';

const line = (labels: Record<string, string>, value: number): string => `apiserver_request_total{${Object.entries(labels).map(([name, text]) => `${name}="${text}"`).join(',')}} ${value}`;
const ours = { code: '200', group: 'trainyard.dev', resource: 'modelversions', scope: 'resource', subresource: 'status', verb: 'APPLY' };

describe('writes counted by the API server', () => {
  it.each([
    ['a status, however it ended', [line(ours, 3), line({ ...ours, code: '409' }, 1)], { status: 4, events: 0, objects: 0 }],
    ['an event', [line({ ...ours, group: 'events.k8s.io', resource: 'events', subresource: '', verb: 'POST' }, 2)], { status: 0, events: 2, objects: 0 }],
    ['a change of an object', [line({ ...ours, subresource: '', verb: 'PATCH' }, 5)], { status: 0, events: 0, objects: 5 }],
    ['nothing of a read', [line({ ...ours, verb: 'LIST' }, 9), line({ ...ours, verb: 'WATCH' }, 9)], { status: 0, events: 0, objects: 0 }],
    ['nothing of a lease', [line({ ...ours, group: 'coordination.k8s.io', resource: 'leases', subresource: '', verb: 'PUT' }, 9)], { status: 0, events: 0, objects: 0 }],
  ])('tell %s', (_name, lines, expected) => expect(writesIn(lines.join('\n'))).toEqual(expected));
  it('are compared before and after', () => expect(between({ status: 1, events: 2, objects: 3 }, { status: 11, events: 12, objects: 13 })).toEqual({ status: 10, events: 10, objects: 10 }));
});
