// The example of several environments: each is one that an API server takes, and a version is the same bytes in all of them.
import { beforeAll, describe, expect, it } from 'vitest';
import { parseAllDocuments } from 'yaml';
import type { ModelDeployment } from '../../../crds/generated/model-deployment.ts';
import type { ModelVersion } from '../../../crds/generated/model-version.ts';
import { isAlreadyExists } from '../../../operator/runtime/errors.ts';
import type { KubeObject, ResourceType } from '../../../operator/runtime/types.ts';
import { repositoryPath } from '../harness/binaries.ts';
import { sharedEnv } from '../harness/shared-env.ts';
import { crdPaths } from './crd-paths.ts';
import { kubectl } from './kubectl.ts';

const env = sharedEnv({ crds: crdPaths });
const namespaceType: ResourceType = { group: '', version: 'v1', kind: 'Namespace', plural: 'namespaces', namespaced: false };
const names = ['dev', 'staging', 'prod'];
const texts = new Map<string, string>();

beforeAll(async () => {
  for (const name of names) {
    texts.set(name, await kubectl(env.kubeconfigPath, ['kustomize', repositoryPath('config', 'environments', name)]));
    try {
      await env.client.create(namespaceType, { apiVersion: 'v1', kind: 'Namespace', metadata: { name: `ml-${name}` } });
    } catch (error) {
      if (!isAlreadyExists(error)) throw error;
    }
  }
});

const objects = <T extends KubeObject>(name: string, kind: string): T[] => parseAllDocuments(texts.get(name) ?? '').map((document) => document.toJS() as T).filter((object) => object.kind === kind);
const deployment = (name: string): ModelDeployment | undefined => objects<ModelDeployment>(name, 'ModelDeployment')[0];
const versions = (name: string): ModelVersion[] => objects<ModelVersion>(name, 'ModelVersion');

describe.each(names)('the environment %s', (name) => {
  it('is taken by the API server, into its own namespace', async () => {
    const output = await kubectl(env.kubeconfigPath, ['apply', '--server-side', '--dry-run=server', '--field-manager=argocd', '-f', '-'], texts.get(name));
    expect(output.trim().split('\n').length).toBeGreaterThan(1);
    for (const { metadata } of parseAllDocuments(texts.get(name) ?? '').map((document) => document.toJS() as KubeObject)) expect(metadata.namespace).toBe(`ml-${name}`);
  });
  it('has a host of its own', () => {
    const hosts = names.map((one) => deployment(one)?.spec.traffic.hosts?.[0]);
    expect(new Set(hosts).size).toBe(names.length);
  });
});

it.each(['staging', 'prod'])('%s deploys a version that lies beside it', (name) => {
  expect(versions(name).map(({ metadata }) => metadata.name)).toContain(deployment(name)?.spec.version);
});

it('a version is the same bytes in staging and in production', () => {
  const bytes = (name: string): unknown => versions(name).map(({ metadata, spec: { artifact, manifest } }) => ({ name: metadata.name, artifact, manifest }));
  expect(bytes('prod')).toEqual(bytes('staging'));
});

it('only production asks for approval, which Git does not give', () => {
  expect(names.map((name) => versions(name).map(({ spec }) => spec.approval))).toEqual([[], [{ required: false }], [{ required: true }]]);
});
