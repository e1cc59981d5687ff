// tools/generate/lint-descriptions.ts says what a description must hold; here kubectl shows what the server made of it.
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { loadCrds, storageVersion, type Schema } from '../../../tools/generate/crd.ts';
import { sharedEnv } from '../harness/shared-env.ts';
import { crdPaths } from './crd-paths.ts';
import { kubectl } from './kubectl.ts';

const publishedMs = 60_000;
const env = sharedEnv({ crds: crdPaths });
const explain = (path: string, ...more: string[]): Promise<string> => kubectl(env.kubeconfigPath, ['explain', path, ...more]);
const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** What explain lists: the name and type of a field, and below it what it says about that field. */
function listed(output: string): Map<string, string> {
  const [, fields = ''] = output.split(/^FIELDS:\n/m);
  return new Map(fields.split(/^ {2}(?=\w+\t)/m).slice(1).map((field) => {
    const [head = '', ...text] = field.split('\n');
    return [head.split('\t')[0] ?? '', oneLine(text.join(' '))];
  }));
}

function namesBelow({ properties = {}, items }: Schema): string[] {
  return [...Object.entries(properties).flatMap(([name, one]) => [name, ...namesBelow(one)]), ...(items === undefined ? [] : namesBelow(items))];
}

describe('kubectl explain', () => {
  const kinds = loadCrds().map(({ kind, crd }) => ({ kind, singular: crd.spec.names.singular, schema: storageVersion(crd).schema.openAPIV3Schema }));

  // The server publishes the schemas some moments after it took the CRDs.
  beforeAll(async () => {
    for (const { singular } of kinds) await vi.waitFor(() => explain(singular), { timeout: publishedMs, interval: 200 });
  });

  it.each(kinds)('says what $kind, its parts and each field of its spec are', async ({ singular, schema }) => {
    expect(oneLine(await explain(singular))).toContain(oneLine(schema.description ?? 'a description'));
    for (const part of ['spec', 'status']) {
      const shown = listed(await explain(`${singular}.${part}`));
      const fields = Object.entries(schema.properties?.[part]?.properties ?? {});
      expect([...shown.keys()].sort()).toEqual(fields.map(([name]) => name).sort());
      for (const [name, { description = 'a description' }] of fields) expect(shown.get(name), `${part}.${name}`).toContain(oneLine(description));
    }
    expect([...listed(await explain(singular)).values()].filter((text) => text === '')).toEqual([]);
  });

  it('lists every field below modeldeployment.spec.rollout', async () => {
    const rollout = kinds.find(({ kind }) => kind === 'ModelDeployment')?.schema.properties?.spec?.properties?.rollout ?? {};
    const output = await explain('modeldeployment.spec.rollout', '--recursive');
    const shown = [...output.matchAll(/^\s+([A-Za-z]+)\t</gm)].map(([, name]) => name);
    expect(shown.sort()).toEqual(namesBelow(rollout).sort());
    expect(shown.length).toBeGreaterThan(40);
  });
});
