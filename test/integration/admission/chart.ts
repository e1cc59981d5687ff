import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { parseAllDocuments } from 'yaml';
import type { KubeObject } from '../../../operator/runtime/types.ts';
import { repositoryPath } from '../harness/binaries.ts';
import { tool } from './kubectl.ts';

const run = promisify(execFile);
const deadlineMs = 60_000;

/** What the chart gives with a set of values: `namespaced`, `everything` or `minimal` of charts/trainyard/ci, or its own. */
export async function render(values?: string): Promise<string> {
  const file = values === undefined ? [] : [repositoryPath('charts', 'trainyard', 'ci', `${values}-values.yaml`)];
  const env = { ...process.env, HELM: await tool('helm') };
  const { stdout } = await run('bash', [repositoryPath('tools', 'helm-check.sh'), 'render', ...file], { timeout: deadlineMs, maxBuffer: 16 * 1024 * 1024, env });
  return stdout;
}

export function objectsOf(text: string): KubeObject[] {
  return parseAllDocuments(text)
    .map((document) => document.toJS() as KubeObject | null)
    .filter((object) => object !== null);
}

export function ofKind<T extends KubeObject>(objects: readonly KubeObject[], kind: string): T[] {
  return objects.filter((object): object is T => object.kind === kind);
}
