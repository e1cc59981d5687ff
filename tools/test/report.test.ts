import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readReport } from './report.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'report-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function reportOf(xml: string): Promise<ReturnType<typeof readReport>> {
  const file = join(folder, 'report.xml');
  await writeFile(file, xml);
  return readReport(file);
}

describe('the report of a suite', () => {
  it('counts what passed, failed and was skipped', async () => {
    const counts = await reportOf(`<testsuites>
      <testcase classname="a.test.ts" name="one" time="0.1"></testcase>
      <testcase classname="a.test.ts" name="two" time="0.1"/>
      <testcase classname="a.test.ts" name="three" time="0.1"><skipped/></testcase>
      <testcase classname="a.test.ts" name="four" time="0.1"><error message="gone">gone</error></testcase>
    </testsuites>`);
    expect(counts).toMatchObject({ passed: 2, failed: 1, skipped: 1 });
  });

  it('says which case failed, and how, in plain text', async () => {
    const counts = await reportOf('<testcase classname="a.test.ts" name="x &gt; y &quot;z&quot;" time="1"><failure message="m" type="E">\nError: 1 &lt; 2\n ❯ a.test.ts:3:4\n</failure></testcase>');
    expect(counts?.failures).toEqual(['a.test.ts > x > y "z"\n    Error: 1 < 2\n     ❯ a.test.ts:3:4']);
  });

  it('is none when the runner wrote none', async () => {
    expect(await readReport(join(folder, 'none.xml'))).toBeUndefined();
  });
});
