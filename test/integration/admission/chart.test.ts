import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { readConfig } from '../../../operator/config.ts';
import { isAlreadyExists } from '../../../operator/runtime/errors.ts';
import type { KubeObject, ResourceType } from '../../../operator/runtime/types.ts';
import { sharedEnv } from '../harness/shared-env.ts';
import { objectsOf, ofKind, render } from './chart.ts';
import { crdPaths } from './crd-paths.ts';
import { kubectl } from './kubectl.ts';
import { asVerdict } from './server.ts';

const env = sharedEnv({ crds: crdPaths });
const namespaceType: ResourceType = { group: '', version: 'v1', kind: 'Namespace', plural: 'namespaces', namespaced: false };
const podType: ResourceType = { group: '', version: 'v1', kind: 'Pod', plural: 'pods', namespaced: true };

interface Role extends KubeObject {
  rules: { apiGroups: string[]; resources: string[]; verbs: string[] }[];
}

interface Deployment extends KubeObject {
  spec: { template: { metadata: object; spec: { containers: { env: { name: string; value?: string }[] }[] } } };
}

beforeAll(async () => {
  for (const name of ['trainyard-system', 'team-a', 'team-b', 'team-c']) {
    try {
      await env.client.create(namespaceType, { apiVersion: 'v1', kind: 'Namespace', metadata: { name } });
    } catch (error) {
      if (!isAlreadyExists(error)) throw error;
    }
  }
});

describe('the chart', () => {
  it.each([undefined, 'namespaced', 'everything', 'minimal'])('with the values %s: the server accepts every object', async (values) => {
    // The kinds of the Prometheus operator are not there, as on most clusters; what they look like is checked by charts/trainyard/tests.
    const objects = objectsOf(await render(values)).filter(({ apiVersion }) => apiVersion !== 'monitoring.coreos.com/v1');
    const text = objects.map((object) => JSON.stringify(object)).join('\n---\n');
    const output = await kubectl(env.kubeconfigPath, ['apply', '--server-side', '--force-conflicts', '--dry-run=server', '--field-manager=helm', '-f', '-'], text);
    expect(output.trim().split('\n')).toHaveLength(objects.length);
  });

  it('carries the CRDs as they are in crds/, and keeps them at uninstall', async () => {
    const rendered = ofKind<KubeObject & { spec: unknown }>(objectsOf(await render()), 'CustomResourceDefinition');
    const sources = crdPaths.map((path) => parse(readFileSync(path, 'utf8')) as KubeObject & { spec: unknown });
    expect(rendered.map(({ metadata, spec }) => [metadata.name, spec]).sort()).toEqual(sources.map(({ metadata, spec }) => [metadata.name, spec]).sort());
    for (const { metadata } of rendered) expect(metadata.annotations).toEqual({ 'helm.sh/resource-policy': 'keep' });
  });

  it('leaves out the CRDs where somebody else installs them', async () => {
    expect(ofKind(objectsOf(await render('minimal')), 'CustomResourceDefinition')).toEqual([]);
  });

  it.each([undefined, 'everything'])('with the values %s: the pods meet the restricted Pod Security Standard', async (values) => {
    const namespace = await env.createNamespace();
    await env.client.patch(namespaceType, { namespace: '', name: namespace }, { metadata: { labels: { 'pod-security.kubernetes.io/enforce': 'restricted' } } });
    const deployments = ofKind<Deployment>(objectsOf(await render(values)), 'Deployment');
    expect(deployments.map(({ metadata }) => metadata.name)).toEqual(['trainyard', 'trainyard-suggest']);
    const pods = deployments.map(({ metadata, spec }) => ({ apiVersion: 'v1', kind: 'Pod', metadata: { name: metadata.name, namespace }, spec: spec.template.spec }));
    for (const pod of pods) expect(await asVerdict(env.client.create<KubeObject>(podType, pod))).toEqual({ accepted: true, message: '' });
    // And the namespace does refuse a pod that does not.
    const loose = { apiVersion: 'v1', kind: 'Pod', metadata: { name: 'loose', namespace }, spec: { containers: [{ name: 'a', image: 'a' }] } };
    expect(await asVerdict(env.client.create<KubeObject>(podType, loose))).toEqual({ accepted: false, message: expect.stringContaining('violates PodSecurity "restricted') });
  });
});

describe('the configuration', () => {
  const valuesSets = [undefined, 'namespaced', 'everything', 'minimal'];

  it.each(valuesSets)('with the values %s: the operator takes the environment that the chart gives it', async (values) => {
    const [deployment] = ofKind<Deployment>(objectsOf(await render(values)), 'Deployment');
    const variables = deployment?.spec.template.spec.containers[0]?.env ?? [];
    // What the pod fills in about itself has no value yet.
    const config = readConfig(Object.fromEntries(variables.map(({ name, value }) => [name, value ?? 'filled-in'])));
    expect(config).toMatchObject({ healthPort: 8081, metricsPort: 8080, leaderElect: true, watchNamespaces: values === 'namespaced' ? ['team-a', 'team-b'] : [], progressPort: 8082 });
    // Off where it is switched off, and where it would need a right outside of the namespaces.
    expect(config.suggestUrl).toBe(values === 'minimal' ? undefined : 'http://trainyard-suggest.trainyard-system.svc:8080');
    expect(config.mlflow).toEqual(values === 'everything' ? { url: 'http://mlflow.mlflow.svc:5000', pagesUrl: 'https://mlflow.example.org' } : undefined);
    expect(config.progressUrl).toBe(values === 'namespaced' || values === 'minimal' ? undefined : 'http://trainyard-progress.trainyard-system.svc:8082/progress');
  });
});

describe('permissions', () => {
  const account = 'system:serviceaccount:trainyard-system:trainyard';

  async function may(verb: string, resource: string, namespace: string, subresource = ''): Promise<boolean> {
    // can-i ends with 1 for "no", which is an answer and no failure.
    const answer = await kubectl(env.kubeconfigPath, ['auth', 'can-i', verb, resource, '--subresource', subresource, '-n', namespace, '--as', account]).catch((error: unknown) => (error as { stdout: string }).stdout);
    return answer.trim() === 'yes';
  }

  it('with watchNamespaces there is no ClusterRole that may write', async () => {
    const roles = ofKind<Role>(objectsOf(await render('namespaced')), 'ClusterRole');
    const verbs = new Set(roles.flatMap((role) => role.rules.flatMap((rule) => rule.verbs)));
    expect([...verbs].filter((verb) => !['get', 'list', 'watch'].includes(verb))).toEqual([]);
  });

  it('no role has a wildcard, and the operator may not read secrets of others', async () => {
    const objects = objectsOf(await render());
    const rules = [...ofKind<Role>(objects, 'ClusterRole'), ...ofKind<Role>(objects, 'Role')].flatMap((role) => role.rules);
    expect(rules.filter((rule) => [...rule.apiGroups, ...rule.resources, ...rule.verbs].includes('*'))).toEqual([]);
    expect(rules.filter((rule) => rule.resources.includes('secrets') && rule.verbs.some((verb) => verb !== 'get'))).toEqual([]);
  });

  it('with watchNamespaces the operator may write there, take its lease at home, and nothing elsewhere', async () => {
    await kubectl(env.kubeconfigPath, ['delete', 'clusterrolebinding', 'trainyard', '--ignore-not-found']);
    const roles = objectsOf(await render('namespaced')).filter((object) => object.kind.startsWith('Role'));
    await kubectl(env.kubeconfigPath, ['apply', '-f', '-'], roles.map((role) => `---\n${JSON.stringify(role)}`).join('\n'));
    expect(await may('patch', 'modeldeployments.trainyard.dev', 'team-a', 'status')).toBe(true);
    expect(await may('create', 'events.events.k8s.io', 'team-b')).toBe(true);
    expect(await may('update', 'leases.coordination.k8s.io', 'trainyard-system')).toBe(true);
    expect(await may('patch', 'modeldeployments.trainyard.dev', 'team-c', 'status')).toBe(false);
    expect(await may('list', 'modeldeployments.trainyard.dev', 'team-c')).toBe(false);
    expect(await may('update', 'leases.coordination.k8s.io', 'team-a')).toBe(false);
    expect(await may('create', 'pods', 'team-a')).toBe(false);
  });
});
