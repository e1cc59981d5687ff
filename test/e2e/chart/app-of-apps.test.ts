// argocd/applications as it stands in the repository: Argo CD installs the platform by the chart, and then what an environment asks for.
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parse, stringify } from 'yaml';
import type { KubeObject } from '../../../operator/runtime/types.ts';
import { argoCd, type ArgoCd } from '../harness/argocd.ts';
import { clusterAddresses, isOurs, repository } from '../harness/cluster.ts';
import { gitServerIn, type GitServer } from '../harness/git-server.ts';
import { droppedAreGone, ensureNamespace, ensureStoreSecret, installOperator, removeNamespace, systemNamespace } from '../harness/install.ts';
import { inNamespace } from '../harness/namespace.ts';

const ours = isOurs(await clusterAddresses());
const env = inNamespace('e2e-apps');
const { namespace } = env;
/** Where config/environments/dev puts its objects. */
const environment = 'ml-dev';
const longMs = 600_000;
let argo: ArgoCd;
let git: GitServer;

/** Every file below a folder of this checkout, by its path in the repository. */
function filesBelow(folder: string): Readonly<Record<string, string>> {
  const names = readdirSync(join(repository, folder), { recursive: true, encoding: 'utf8' }).map((name) => join(folder, name));
  return Object.fromEntries(names.filter((name) => statSync(join(repository, name)).isFile()).map((name) => [name, readFileSync(join(repository, name), 'utf8')]));
}

/** With the addresses of the test's repositories instead of the examples'. */
function addressed(text: string, urls: { readonly platform: string; readonly models: string }): string {
  return text.replaceAll('https://git.example/platform.git', urls.platform).replaceAll('https://git.example/models.git', urls.models);
}

beforeAll(async () => {
  if (!ours) return;
  const kube = env.kube();
  await removeNamespace(kube, environment);
  await droppedAreGone(kube);
  await kube.helm('uninstall', 'trainyard', '-n', systemNamespace, '--wait', '--ignore-not-found');
  await ensureNamespace(kube, environment);
  await ensureStoreSecret(kube, environment);
  [argo, git] = await Promise.all([argoCd(kube), gitServerIn(kube, namespace, ['platform', 'models'])]);
}, longMs);

afterAll(async () => {
  if (!ours) return;
  const kube = env.kube();
  await argo.remove();
  await git.remove();
  await installOperator(kube);
  await removeNamespace(kube, environment);
}, longMs);

describe.skipIf(!ours)('the app of apps', () => {
  it('installs the platform first, then an environment, which trains and serves its model', { timeout: longMs }, async () => {
    const kube = env.kube();
    const [platform, models] = [await git.repository('platform'), await git.repository('models')];
    const urls = { platform: platform.url, models: models.url };
    await models.commit('three environments', filesBelow('config/environments'));
    // Staging and production name versions that were made elsewhere.
    const children = Object.entries(filesBelow('argocd/applications/children')).filter(([path]) => /\/(platform|models-dev)\.yaml$/.test(path)).map(([path, text]) => [path, addressed(text, urls)]);
    await platform.commit('platform and models', { ...filesBelow('charts/trainyard'), ...(Object.fromEntries(children) as Record<string, string>) });

    const root = parse(addressed(readFileSync(`${repository}argocd/applications/root.yaml`, 'utf8'), urls)) as KubeObject;
    await argo.forget([root.metadata.name, 'trainyard-platform', 'models-dev']);
    await kube.apply(stringify(root, { version: '1.1' }));
    await argo.follower('trainyard-platform').until('Synced Healthy', 240_000);
    await argo.follower('models-dev').until('Synced Healthy', 240_000);
    await argo.follower(root.metadata.name).until('Synced Healthy', 60_000);
    expect(await kube.kubectl('get', 'modeldeployment', 'tumour', '-n', environment, '-o', 'jsonpath={.status.stable.version}')).toBe('tumour-1');
    // Made by Argo CD from the chart, not by what was installed before.
    expect(await kube.kubectl('get', 'deployment', 'trainyard', '-n', systemNamespace, '-o', 'jsonpath={.metadata.annotations.argocd\\.argoproj\\.io/tracking-id}')).toMatch(/^trainyard-platform:/);

    // First what the environment asked for, then the platform, the other way round; the registered version outlives both, as the CRDs do.
    await argo.follower(root.metadata.name).remove();
    expect(await kube.kubectl('get', 'applications', '-n', 'argocd', '-o', 'name')).toBe('');
    expect((await kube.kubectl('get', 'modeldeployments,modelversions,trainingruns,jobs,pods,virtualservices', '-n', environment, '-o', 'name')).trim()).toBe('modelversion.trainyard.dev/tumour-1');
    expect(await kube.kubectl('get', 'deployments', '-n', systemNamespace, '-o', 'name')).toBe('');
  });
});
