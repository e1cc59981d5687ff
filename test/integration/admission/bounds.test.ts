// Every bound of every field, made from the schema: the server and the compiled validators must say the same.
import { beforeAll, describe, expect, it } from 'vitest';
import { specCheck } from '../../../controllers/shared/spec-violations.ts';
import { loadCrds, partSchema, type CrdFile, type Schema } from '../../../tools/generate/crd.ts';
import { sharedEnv } from '../harness/shared-env.ts';
import { places, serverPath, withValue } from './bounds/places.ts';
import { probes } from './bounds/violations.ts';
import type { Manifest } from './cases.ts';
import { crdPaths } from './crd-paths.ts';
import { experiment, modelDeployment, modelVersion, trainingRun } from './samples.ts';
import { verdictOf } from './server.ts';
import { schemaVerdict } from './validators.ts';

const env = sharedEnv({ crds: crdPaths });
const check = specCheck();
const samples: readonly Manifest[] = [trainingRun, experiment, modelVersion, modelDeployment];

interface BoundCase {
  readonly name: string;
  readonly path: string;
  readonly object: Manifest;
  readonly valid: boolean;
}

function casesOf({ kind, crd }: CrdFile): BoundCase[] {
  const base = samples.find((object) => object.kind === kind);
  if (base === undefined) throw new Error(`no sample of ${kind}`);
  const root = partSchema(crd, 'spec');
  return places(root).flatMap(({ path, schema }) =>
    probes(schema).map(({ what, value, valid }) => ({
      name: `${serverPath(path)}: ${what} is ${valid ? 'accepted' : 'refused'}`,
      path: serverPath(path),
      object: { ...base, spec: withValue(base.spec, root, path, value) },
      valid,
    })),
  );
}

/** The messages of all CEL rules: a value within its bounds may still break one of them. */
function ruleMessages(schema: Schema): string[] {
  const own = (schema['x-kubernetes-validations'] ?? []).map((rule) => rule.message ?? rule.rule);
  const inner = [...Object.values(schema.properties ?? {}), schema.items, schema.additionalProperties].filter((child): child is Schema => typeof child === 'object');
  return [...own, ...inner.flatMap(ruleMessages)];
}

describe.each(loadCrds().map((file) => ({ kind: file.kind, file })))('$kind', ({ file }) => {
  const messages = ruleMessages(partSchema(file.crd, 'spec'));
  let namespace = '';
  beforeAll(async () => {
    namespace = await env.createNamespace();
  });

  it.each(casesOf(file))('$name', async ({ object, valid, path }) => {
    const verdict = await verdictOf(env.client, namespace, { name: '', object, accepted: valid });
    const byRule = messages.some((message) => verdict.message.includes(message));
    expect(schemaVerdict(object)).toBe(valid);
    // And the operator, asked again in reconcile, agrees with the server on every one of them.
    // Durations beyond 292 years are the one exception: Go cannot hold them.
    const asked = verdict.message.includes("to 'google.protobuf.Duration'") ? [verdict.message] : check(object);
    expect(asked, verdict.message).toEqual(verdict.accepted ? [] : expect.arrayContaining([expect.any(String)]));
    if (valid) {
      expect(verdict.accepted || byRule, verdict.message).toBe(true);
    } else {
      expect(verdict.accepted).toBe(false);
      expect(verdict.message).toContain(path.replace('.key', ''));
    }
  });
});
