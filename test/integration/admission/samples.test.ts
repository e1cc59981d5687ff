import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseAllDocuments } from 'yaml';
import { repositoryPath } from '../harness/binaries.ts';
import { sharedEnv } from '../harness/shared-env.ts';
import type { Manifest } from './cases.ts';
import { crdPaths } from './crd-paths.ts';
import { kubectl } from './kubectl.ts';
import { schemaVerdict } from './validators.ts';

const env = sharedEnv({ crds: crdPaths });
const folder = repositoryPath('config', 'samples');
const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.yaml'));

describe('config/samples', () => {
  it.each(files)('%s: kubectl creates every object in it, without a warning', async (name) => {
    const namespace = await env.createNamespace();
    const file = join(folder, name);
    const objects = parseAllDocuments(readFileSync(file, 'utf8')).map((document) => document.toJS() as Manifest);
    const output = await kubectl(env.kubeconfigPath, ['-n', namespace, 'create', '--validate=strict', '--warnings-as-errors', '-f', file]);
    expect(output.trim().split('\n')).toHaveLength(objects.length);
    expect(objects.map(schemaVerdict)).toEqual(objects.map(() => true));
  });
});
