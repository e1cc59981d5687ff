import { describe, expect, it } from 'vitest';
import { createLogger } from './log.ts';

function logged(fields: object): Record<string, unknown> {
  const written: string[] = [];
  createLogger({ level: 'info', destination: { write: (line: string) => void written.push(line) } }).child({ controller: 'test' }).info(fields, 'message');
  return JSON.parse(written[0] ?? '{}') as Record<string, unknown>;
}

describe('log', () => {
  it('writes JSON with a level name, an ISO time and the fields of the child', () => {
    const line = logged({ key: 'a' });
    expect(line).toMatchObject({ level: 'info', controller: 'test', key: 'a', msg: 'message' });
    expect(String(line['time'])).toMatch(/^\d{4}-\d\d-\d\dT/);
    expect(Object.keys(line)).not.toContain('hostname');
  });

  it('hides Secrets by kind and credentials by name, wherever they are', () => {
    const line = logged({ object: { kind: 'Secret', metadata: { name: 's' }, data: { a: 'c2VjcmV0' }, stringData: { b: 'secret' } }, list: [{ headers: { Authorization: 'Bearer secret' } }], config: { password: 'secret', data: 'visible' } });
    expect(JSON.stringify(line)).not.toMatch(/secret"|c2VjcmV0|Bearer/);
    expect(line).toMatchObject({ object: { metadata: { name: 's' } }, config: { data: 'visible' } });
  });

  it('writes errors with their causes', () => {
    const line = logged({ err: new Error('outer', { cause: new Error('inner') }) });
    expect(line['err']).toMatchObject({ message: 'outer', cause: { message: 'inner' } });
  });
});
