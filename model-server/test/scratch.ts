import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Every temporary folder of a test run lies in one, which goes with it. The workers inherit the variable. */
export default function setup(): () => void {
  const folder = mkdtempSync(join(tmpdir(), 'model-server-tests-'));
  process.env['TMPDIR'] = folder;
  return () => rmSync(folder, { recursive: true, force: true });
}
