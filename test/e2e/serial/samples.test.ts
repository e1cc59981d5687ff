// Every manifest of config/samples as it stands, applied to the cluster: the operator takes it and sets to work.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { parseAllDocuments } from 'yaml';
import { experimentResource, modelDeploymentResource, trainingRunResource } from '../../../crds/generated/resources.ts';
import { getCondition } from '../../../operator/runtime/conditions.ts';
import type { WithStatus } from '../../../operator/runtime/kstatus.ts';
import type { KubeObject, ResourceType } from '../../../operator/runtime/types.ts';
import { repository } from '../harness/cluster.ts';
import { Fatal } from '../harness/kube.ts';
import { registerModels } from '../harness/models.ts';
import { inNamespace } from '../harness/namespace.ts';

const env = inNamespace('e2e-samples');
const { namespace } = env;
const root = join(repository, 'config', 'samples');
const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.yaml')).sort();
const resources: Readonly<Record<string, ResourceType>> = { TrainingRun: trainingRunResource, Experiment: experimentResource, ModelDeployment: modelDeploymentResource };

/** Reasons of Ready while the operator does what it was asked. A node that is full for the moment is no fault of a sample. */
const atWork = ['Starting', 'Running', 'Unschedulable', 'Competing', 'StartingCandidate', 'Progressing'];

/** Waits until the operator has begun; a person must not have to act. */
async function begun({ kind, metadata: { name } }: KubeObject): Promise<string> {
  const type = resources[kind ?? ''];
  if (type === undefined) throw new Error(`a sample has the kind ${kind ?? ''}`);
  return env.kube().waitFor(`${kind ?? ''} ${name} to begin`, async () => {
    const object = await env.kube().object<KubeObject & WithStatus>(type, namespace, name);
    const stalled = getCondition(object?.status?.conditions, 'Stalled');
    if (stalled !== undefined) throw new Fatal(`${kind ?? ''} ${name} is Stalled: ${stalled.reason}: ${stalled.message}`);
    const ready = getCondition(object?.status?.conditions, 'Ready');
    return atWork.find((reason) => reason === ready?.reason && object?.status?.observedGeneration === object?.metadata.generation);
  // Longer than a version has to arrive: one that never comes is Stalled by then, and says so.
  }, 45_000);
}

// The versions that samples name, for those that deploy what other samples train.
beforeAll(() => registerModels(env.kube(), namespace, { 'tumour-1': 'trained', 'tumour-2': 'good', 'tumour-3': 'alsoGood' }));

describe('config/samples', () => {
  it('are found', () => expect(files.length).toBeGreaterThan(10));

  it.each(files)('%s is taken', async (file) => {
    const kube = env.kube();
    const objects = parseAllDocuments(readFileSync(join(root, file), 'utf8')).map((document) => document.toJS() as KubeObject);
    await kube.kubectl('apply', '-n', namespace, '-f', join(root, file));
    try {
      const reasons = await Promise.all(objects.map(begun));
      console.info(`${file}: ${objects.map(({ kind, metadata }, i) => `${kind ?? ''} ${metadata.name} ${reasons[i] ?? ''}`).join(', ')}`);
    } finally {
      await kube.kubectl('delete', '-n', namespace, '-f', join(root, file), '--timeout', '60s');
    }
  });
});
