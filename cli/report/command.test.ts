import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { parse } from '../arguments.ts';
import { report } from '../commands/report.ts';
import type { Connection } from '../connect.ts';
import { Failure } from '../failure.ts';
import { run as runCommand } from '../run.ts';
import { ended, now } from './testing/example.ts';
import { elementsOf } from './testing/well-formed.ts';

const folder = mkdtempSync(join(tmpdir(), 'trainyard-report-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** What the command asked the API server for, printed, and ended with. */
async function told(...args: readonly string[]): Promise<{ asked: readonly unknown[]; out: string; err: string; code: number }> {
  const asked: unknown[] = [];
  let [out, err] = ['', ''];
  const { of, runs } = ended(3);
  const client = {
    get: (type: { kind: string }, key: { name: string }) => (asked.push([type.kind, key]), Promise.resolve(key.name === 'families' ? of : undefined)),
    list: (type: { kind: string }, options: object) => (asked.push([type.kind, options]), Promise.resolve({ items: runs, resourceVersion: '1' })),
  };
  const connection = { client, namespace: 'ml', clock: { now: () => now } } as unknown as Connection;
  const terminal = { out: (text: string) => void (out += text), err: (text: string) => void (err += text), isTty: false };
  try {
    return { code: await runCommand([report], parse(args), { terminal, connect: () => connection }), asked, out, err };
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    return { code: error.exitCode, asked, out, err: error.message };
  }
}

describe('report', () => {
  it('prints the page of an experiment and of the trials with its label', async () => {
    const { asked, out, code } = await told('report', 'exp/families');
    expect(code).toBe(0);
    expect(asked).toEqual([['Experiment', { namespace: 'ml', name: 'families' }], ['TrainingRun', { namespace: 'ml', labelSelector: 'trainyard.dev/experiment=families' }]]);
    expect(elementsOf(out)[0]?.name).toBe('html');
  });
  it('writes it to a file, and says so beside the output', async () => {
    const file = join(folder, 'report.html');
    const { out, err, code } = await told('report', 'families', '--output', file);
    expect([out, code]).toEqual(['', 0]);
    expect(err).toMatch(/report\.html: \d+ kB$/);
    expect(readFileSync(file, 'utf8')).toBe(`${(await told('report', 'families')).out}\n`);
  });
  it.each<[string, readonly string[], number, string]>([
    ['an experiment that does not exist', ['nobody'], 1, 'there is no Experiment nobody in the namespace ml'],
    ['a name of another kind', ['md/families'], 2, '"md/families" names no experiment'],
    ['a name that is missing', [], 2, '"report" needs the name of an Experiment'],
    ['a format, which it has but one of', ['families', '-o', 'json'], 2, '--output json is no HTML file'],
    ['a folder that does not exist', ['families', '-o', '/nowhere/at/all.html'], 1, '/nowhere/at/all.html cannot be written'],
  ])('refuses %s', async (_, args, code, message) => {
    const found = await told('report', ...args);
    expect(found.err).toContain(message);
    expect(found.code).toBe(code);
    expect(found.out).toBe('');
  });
  it('names in its help what it takes', async () => {
    expect((await told('report', '--help')).out).toContain('kubectl trainyard report EXPERIMENT [options]');
  });
});
