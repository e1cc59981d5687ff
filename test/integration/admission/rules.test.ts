import { beforeAll, describe, expect, it } from 'vitest';
import { sharedEnv } from '../harness/shared-env.ts';
import type { Case } from './cases.ts';
import { crdPaths } from './crd-paths.ts';
import { named } from './cases.ts';
import { verdictOf } from './server.ts';
import { experimentCases, experimentUpdates } from './tables/experiment.ts';
import { modelDeploymentCases, modelDeploymentUpdates } from './tables/model-deployment.ts';
import { modelVersionCases, modelVersionUpdates } from './tables/model-version.ts';
import { trainingRunCases, trainingRunUpdates } from './tables/training-run.ts';
import { schemaVerdict } from './validators.ts';

const env = sharedEnv({ crds: crdPaths });

const tables: readonly { readonly kind: string; readonly creates: readonly Case[]; readonly updates: readonly Case[] }[] = [
  { kind: 'TrainingRun', creates: trainingRunCases, updates: trainingRunUpdates },
  { kind: 'Experiment', creates: experimentCases, updates: experimentUpdates },
  { kind: 'ModelVersion', creates: modelVersionCases, updates: modelVersionUpdates },
  { kind: 'ModelDeployment', creates: modelDeploymentCases, updates: modelDeploymentUpdates },
];

describe.each(tables)('$kind', ({ creates, updates }) => {
  let namespace = '';
  beforeAll(async () => {
    namespace = await env.createNamespace();
  });

  it.each(creates)('create: $name', async (one) => {
    const verdict = await verdictOf(env.client, namespace, one);
    expect(verdict).toEqual({ accepted: one.accepted, message: expect.stringContaining(one.message ?? '') });
    // The compiled schema knows neither rules nor what is unique by a key, and everything else as the server does.
    expect(schemaVerdict(one.object)).toBe(one.accepted || one.by === 'rule');
  });

  it.each(updates)('update: $name', async (one) => {
    const verdict = await verdictOf(env.client, namespace, { ...one, object: named(one.object, 'updated'), ...(one.old && { old: named(one.old, 'updated') }) });
    expect(verdict).toEqual({ accepted: one.accepted, message: expect.stringContaining(one.message ?? '') });
    expect(schemaVerdict(one.object)).toBe(true);
  });
});
