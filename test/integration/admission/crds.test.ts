import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import type { Condition, KubeObject } from '../../../operator/runtime/types.ts';
import { crdType } from '../harness/crds.ts';
import { sharedEnv } from '../harness/shared-env.ts';
import { crdPaths } from './crd-paths.ts';
import { kubectl } from './kubectl.ts';

const env = sharedEnv({ crds: crdPaths });

interface CrdObject extends KubeObject {
  status?: { conditions?: Condition[] };
}

const files = crdPaths.flatMap((path) => ['-f', path]);
const names = crdPaths.map((path) => (parse(readFileSync(path, 'utf8')) as KubeObject).metadata.name);

describe('the CRDs', () => {
  // The estimate of CEL costs and the structural rules are part of the server's validation: an accepted CRD passed them.
  it.each(names)('%s is accepted, structural and established', async (name) => {
    const crd = await env.client.get<CrdObject>(crdType, { namespace: '', name });
    const conditions = new Map(crd?.status?.conditions?.map(({ type, status }) => [type, status]));
    expect(conditions.get('NonStructuralSchema') ?? 'False').toBe('False');
    expect(conditions.get('Established')).toBe('True');
    expect(conditions.get('NamesAccepted')).toBe('True');
  });

  it('apply client-side: each fits into the annotation that kubectl keeps', async () => {
    const output = await kubectl(env.kubeconfigPath, ['apply', ...files]);
    for (const name of names) expect(output).toContain(`customresourcedefinition.apiextensions.k8s.io/${name}`);
  });

  it('apply server-side', async () => {
    const output = await kubectl(env.kubeconfigPath, ['apply', '--server-side', '--force-conflicts', ...files]);
    for (const name of names) expect(output).toContain(`${name} serverside-applied`);
  });

  it('replace without a warning', async () => {
    for (const path of crdPaths) await expect(kubectl(env.kubeconfigPath, ['replace', '--warnings-as-errors', '--dry-run=server', '-f', path])).resolves.toContain('replaced');
  });
});
