import { describe, expect, it } from 'vitest';
import { conformance, type ConformanceResult } from './conformance-table.ts';

const one = { id: 'server-live', level: 'must', source: 'Protocol', title: 'It is live', outcome: 'passed' } as const;
const other = { id: 'nan', level: 'should', source: 'Servers differ', title: 'No NaN', outcome: 'failed', why: '200 {"a|b"}' } as const;
const skipped = { id: 'binary', level: 'must', source: 'Extension', title: 'Bytes', outcome: 'skipped', why: 'it is not advertised' } as const;

const result: ConformanceResult = {
  servers: [
    { name: 'Ours', version: '1', at: '2026-01-02T03:04:05.000Z', cases: [one, { ...other, outcome: 'passed' }, skipped] },
    { name: 'Peer', version: '2', at: '2026-01-02T03:05:05.000Z', cases: [one, other, skipped] },
  ],
};

describe('the page about conformance', () => {
  it('counts by level', () => {
    expect(conformance(result)).toContain('| Ours 1 | 1, 0, 1 | 1, 0, 0 |');
    expect(conformance(result)).toContain('| Peer 2 | 1, 0, 1 | 0, 1, 0 |');
  });
  it('has a row for each case and a column for each server', () => {
    expect(conformance(result)).toContain('| `nan` | should | No NaN | Servers differ | yes | **no** |');
    expect(conformance(result)).toContain('| `binary` | must | Bytes | Extension | – | – |');
  });
  it('tells what came instead, and what was left out and why', () => {
    expect(conformance(result)).toContain('### Ours 1\nNo case failed.\n');
    expect(conformance(result)).toContain('| `nan` | should | `200 {"a\\|b"}` |');
    expect(conformance(result)).toContain('Skipped, because it is not advertised: `binary`.');
  });
});
