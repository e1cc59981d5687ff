// The server estimates what each rule can cost at worst, and refuses a CRD above its budget. How much is left shows when
// every rule is asked many times over: `(rule) && (rule) && …` costs as many times as much.
import { describe, expect, it } from 'vitest';
import { loadCrds, storageVersion, type Crd, type Schema } from '../../../tools/generate/crd.ts';
import { sharedEnv } from '../harness/shared-env.ts';
import { crdPaths } from './crd-paths.ts';
import { kubectl } from './kubectl.ts';

const env = sharedEnv({ crds: crdPaths });
const headroom = 16;
const slowMs = 120_000;

function repeated(crd: Crd, times: number): Crd {
  const copy = structuredClone(crd);
  repeat(storageVersion(copy).schema.openAPIV3Schema, times);
  return copy;
}

function repeat(schema: Schema, times: number): void {
  for (const one of schema['x-kubernetes-validations'] ?? []) one.rule = Array.from({ length: times }, () => `(${one.rule})`).join(' && ');
  const children = [...Object.values(schema.properties ?? {}), schema.items, schema.additionalProperties];
  for (const child of children) if (typeof child === 'object') repeat(child, times);
}

/** Why the server refuses the CRD; nothing is kept. */
async function refusal(crd: Crd): Promise<string> {
  try {
    await kubectl(env.kubeconfigPath, ['replace', '--dry-run=server', '-f', '-'], JSON.stringify(crd));
    return '';
  } catch (error) {
    return (error as { stderr?: string }).stderr ?? String(error);
  }
}

describe('the estimated cost of the rules', () => {
  it.each(loadCrds().map(({ kind, crd }) => ({ kind, crd })))('$kind: every rule could cost sixteen times as much', async ({ crd }) => {
    expect(await refusal(repeated(crd, headroom))).toBe('');
  }, slowMs);

  it('a rule above the budget is refused, so that an accepted CRD says something', async () => {
    const crd = structuredClone(loadCrds()[0]!.crd);
    const { gates } = storageVersion(crd).schema.openAPIV3Schema.properties!['spec']!.properties!;
    gates!['x-kubernetes-validations'] = [{ rule: 'self.all(a, self.all(b, self.all(c, self.all(d, a.metric + b.metric + c.metric != d.metric))))', message: 'dear' }];
    expect(await refusal(crd)).toContain('estimated rule cost exceeds budget');
  }, slowMs);
});
