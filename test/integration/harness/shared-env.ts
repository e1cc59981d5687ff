import { randomBytes } from 'node:crypto';
import type { KubeConfig } from '@kubernetes/client-node';
import { afterAll, beforeAll, inject } from 'vitest';
import type { ApiClient } from '../../../operator/runtime/client.ts';
import type { KubeObject } from '../../../operator/runtime/types.ts';
import { installCrds } from './crds.ts';
import { adminClient, loadKubeConfig, startTestEnv } from './test-env.ts';
import type { TestEnv, TestEnvOptions } from './test-env.ts';
import { namespaceType } from './types.ts';
import './global-setup.ts';

export interface SharedEnv {
  readonly client: ApiClient;
  readonly kubeConfig: KubeConfig;
  readonly kubeconfigPath: string;
  /** A new namespace: tests share the control plane and nothing else. Returns its name. */
  createNamespace(): Promise<string>;
}

/** The control plane of the run (global-setup.ts). Call it at the top of a test file, with the CRD files it needs. */
export function sharedEnv(options: { readonly crds?: readonly string[] } = {}): SharedEnv {
  const kubeconfigPath = inject('kubeconfigPath');
  const kubeConfig = loadKubeConfig(kubeconfigPath);
  const client = adminClient(kubeConfig);
  beforeAll(() => installCrds(client, options.crds ?? []));
  afterAll(() => client.close());
  return {
    client,
    kubeConfig,
    kubeconfigPath,
    async createNamespace() {
      const name = `test-${randomBytes(5).toString('hex')}`;
      await client.create<KubeObject>(namespaceType, { apiVersion: 'v1', kind: 'Namespace', metadata: { name } });
      return name;
    },
  };
}

/** A control plane of the file's own, for tests that break it or need a controller manager. Call the result inside tests. */
export function privateEnv(options: TestEnvOptions = {}): () => TestEnv {
  const started: TestEnv[] = [];
  beforeAll(async () => void started.push(await startTestEnv(options)));
  afterAll(async () => {
    for (const env of started.splice(0)) await env.stop();
  });
  return () => {
    const [env] = started;
    if (env === undefined) throw new Error('the control plane runs only while tests do');
    return env;
  };
}
