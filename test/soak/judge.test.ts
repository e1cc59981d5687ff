import { describe, expect, it } from 'vitest';
import { judge, type Ending, type Reading } from './judge.ts';

const reading: Reading = { openFiles: 30, heapMb: 40, externalMb: 4, rssMb: 150, queueDepth: 0, activeWorkers: 0, cachedObjects: {}, series: 700, panics: 0 };
const ending = (end: Partial<Reading>, more: Partial<Ending> = {}): Ending => ({ begin: reading, end: { ...reading, ...end }, orphans: [], unboundedSeries: [], ...more });

describe('the end of a soak', () => {
  it.each([
    ['is as the beginning', ending({})],
    ['has fewer files open', ending({ openFiles: 29 })],
    ['has a heap that grew a little', ending({ heapMb: 49.9 })],
    ['has a large heap that grew by less than a tenth', { ...ending({ heapMb: 219 }), begin: { ...reading, heapMb: 200 } }],
    ['has memory that the allocator keeps', ending({ rssMb: 250 })],
  ])('is well when it %s', (_name, given) => expect(judge(given)).toEqual([]));

  it.each([
    ['a file stays open', ending({ openFiles: 31 }), '31 open files'],
    ['the heap grew', ending({ heapMb: 50.1 }), '50.1 MB of heap'],
    ['a key waits', ending({ queueDepth: 1 }), '1 keys wait'],
    ['a worker works', ending({ activeWorkers: 1 }), '1 workers'],
    ['the cache holds an object', ending({ cachedObjects: { pods: 2 } }), '2 pods'],
    ['a reconciliation threw', ending({ panics: 1 }), '1 reconciliations'],
    ['an object is left', ending({}, { orphans: ['Service/a/b'] }), 'Service/a/b'],
    ['a metric names an object', ending({}, { unboundedSeries: ['x{name="a"}'] }), 'x{name="a"}'],
  ])('fails when %s', (_name, given, expected) => {
    expect(judge(given)).toHaveLength(1);
    expect(judge(given)[0]).toContain(expected);
  });
});
