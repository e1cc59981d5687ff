import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ModelDeployment } from '../../../crds/generated/model-deployment.ts';
import { modelDeploymentResource, trainingRunResource } from '../../../crds/generated/resources.ts';
import type { TrainingRun } from '../../../crds/generated/training-run.ts';
import { installOperator } from '../harness/install.ts';
import { inNamespace } from '../harness/namespace.ts';
import { ended, modelDeployment, podIdentities, readyText, readyVersion, trainingRun, until } from '../harness/objects.ts';

const env = inNamespace('e2e-images');
const { namespace } = env;
let serving = '';
let pods: readonly string[] = [];
const missing = 'trainyard.dev/there-is-no-such-image:dev';

beforeAll(async () => {
  const kube = env.kube();
  await kube.apply([trainingRun(namespace, 'good')]);
  await readyVersion(kube, namespace, (await ended(kube, namespace, 'good')).status?.modelVersionRef?.name ?? '');
  await kube.apply([modelDeployment(namespace, 'tumour-1', { spec: { traffic: {} } })]);
  serving = (await until(kube, namespace, 'first version', ({ status }) => status?.stable !== undefined)).status?.stable?.revision ?? '';
  pods = await podIdentities(kube, namespace, serving);
});

describe('the image of the model server', () => {
  it.each(['sh', 'apt-get', 'dpkg', 'npm', 'cc'])('holds no %s', async (program) => {
    const kube = env.kube();
    await expect(kube.kubectl('exec', '-n', namespace, `deployment/${serving}`, '--', program)).rejects.toThrow(/executable file not found/);
    expect(await kube.kubectl('exec', '-n', namespace, `deployment/${serving}`, '--', 'node', '--version')).toMatch(/^v\d+/);
  });
});

describe('an image that cannot start', () => {
  beforeAll(async () => installOperator(env.kube(), [`images.trainer=${missing}`, `images.modelServer=${missing}`]));
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
    await kube.apply([{ ...modelDeployment(namespace, 'tumour-1', { spec: { traffic: {} } }), metadata: { name: 'late', namespace } }]);
    const text = await kube.waitFor('a message', async () => {
      const found = readyText(await kube.object<ModelDeployment>(modelDeploymentResource, namespace, 'late'));
      return found.includes('ImageCannotStart') ? found : undefined;
    }, 60_000);
    expect(text).toMatch(/^False ImageCannotStart: tumour-1 cannot start: pod late-[0-9a-f]{8}-/);
    expect((await kube.object<ModelDeployment>(modelDeploymentResource, namespace, 'late'))?.status?.stable).toBeUndefined();
  });

  it('starts by itself once the image is mended, and no pod that serves was touched by either change', async () => {
    const kube = env.kube();
    await installOperator(kube);
    await kube.waitFor('the late deployment', async () => (readyText(await kube.object<ModelDeployment>(modelDeploymentResource, namespace, 'late')).startsWith('True Serving') ? true : undefined), 90_000);
    expect(await podIdentities(kube, namespace, serving)).toEqual(pods);
  });
});
