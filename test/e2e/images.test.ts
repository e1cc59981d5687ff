import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ModelDeployment } from '../../crds/generated/model-deployment.ts';
import { modelDeploymentResource, trainingRunResource } from '../../crds/generated/resources.ts';
import type { TrainingRun } from '../../crds/generated/training-run.ts';
import { installOperator } from './harness/install.ts';
import { inNamespace } from './harness/namespace.ts';
import { ended, modelDeployment, readyText, readyVersion, trainingRun } from './harness/objects.ts';

const env = inNamespace('e2e-images');
const { namespace } = env;
const missing = 'trainyard.dev/there-is-no-such-image:dev';

describe('an image that cannot start', () => {
  beforeAll(async () => {
    const kube = env.kube();
    await kube.apply([trainingRun(namespace, 'good')]);
    await readyVersion(kube, namespace, (await ended(kube, namespace, 'good')).status?.modelVersionRef?.name ?? '');
    await installOperator(kube, [`images.trainer=${missing}`, `images.modelServer=${missing}`]);
  });
  afterAll(async () => installOperator(env.kube()));

  it('is said in the status of a training run, which waits for it', async () => {
    const kube = env.kube();
    await kube.apply([trainingRun(namespace, 'no-image')]);
    const text = await kube.waitFor('a message', async () => {
      const found = readyText(await kube.object<TrainingRun>(trainingRunResource, namespace, 'no-image'));
      return found.includes('ImageCannotStart') ? found : undefined;
    }, 60_000);
    expect(text).toMatch(/^Unknown ImageCannotStart: pod no-image-1-\w+: \w*Image\w*: /);
    expect(text).toContain(missing);
  });

  it('is said in the status of a deployment, which moves no traffic', async () => {
    const kube = env.kube();
    await kube.apply([modelDeployment(namespace, 'tumour-1', { spec: { traffic: {} } })]);
    const text = await kube.waitFor('a message', async () => {
      const found = readyText(await kube.object<ModelDeployment>(modelDeploymentResource, namespace, 'tumour'));
      return found.includes('ImageCannotStart') ? found : undefined;
    }, 60_000);
    expect(text).toMatch(/^False ImageCannotStart: tumour-1 cannot start: pod tumour-[0-9a-f]{8}-/);
    expect((await kube.object<ModelDeployment>(modelDeploymentResource, namespace, 'tumour'))?.status?.stable).toBeUndefined();
  });

  it('leaves what runs already alone: a new operator restarts no pod', async () => {
    const kube = env.kube();
    const templates = async (): Promise<string> => kube.kubectl('get', 'deployments', '-n', namespace, '-o', 'jsonpath={.items[*].spec.template}');
    const before = await templates();
    await installOperator(kube);
    // The deployment that could not start is not written again either; asking anew needs a new revision.
    await kube.kubectl('annotate', 'md', 'tumour', '-n', namespace, 'example.com/touched=1');
    await new Promise((resolve) => setTimeout(resolve, 3000));
    expect(await templates()).toBe(before);
  });
});
