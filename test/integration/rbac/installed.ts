// A control plane that enforces what the chart grants, and the operator as the chart's account.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import { requestsSince } from '../../../tools/rbac/audit-log.ts';
import { userName } from '../../../tools/rbac/grants.ts';
import type { Request } from '../../../tools/rbac/requests.ts';
import type { KubeObject } from '../../../operator/runtime/types.ts';
import { ofKind } from '../admission/chart.ts';
import { kubectl } from '../admission/kubectl.ts';
import { startOperator, type Operator } from '../controllers/fixtures/operator.ts';
import { crds } from '../controllers/fixtures/crd-paths.ts';
import { repositoryPath } from '../harness/binaries.ts';
import { privateEnv } from '../harness/shared-env.ts';
import type { TestEnv } from '../harness/test-env.ts';

/** As in tools/helm-check.sh. */
export const account = { namespace: 'trainyard-system', name: 'trainyard' } as const;

interface Deployment extends KubeObject {
  readonly spec: { readonly template: { readonly spec: { readonly containers: readonly { readonly env: readonly { readonly name: string; readonly value?: string }[] }[] } } };
}

export interface Installed {
  env(): TestEnv;
  makeNamespaces(...names: readonly string[]): Promise<void>;
  /** The account and the roles among the objects of a rendered chart. */
  grant(objects: readonly KubeObject[]): Promise<void>;
  /** The operator with a token of its account and the environment that the chart gives it; ended after the tests. */
  start(objects: readonly KubeObject[]): Promise<Operator>;
  /** What the account has asked for until now. */
  requests(): Promise<Request[]>;
}

/** Call it at the top of a test file. */
export function installed(): Installed {
  const folder = mkdtempSync(join(tmpdir(), 'trainyard-rbac-'));
  const auditLog = join(folder, 'audit.log');
  const env = privateEnv({
    crds,
    // As strict as a server can be about owners: who sets blockOwnerDeletion needs a right to do so.
    flags: ['--enable-admission-plugins=OwnerReferencesPermissionEnforcement', `--audit-policy-file=${repositoryPath('cluster', 'manifests', 'audit-policy.yaml')}`, `--audit-log-path=${auditLog}`],
  });
  const operators: Operator[] = [];
  let began = Number.POSITIVE_INFINITY;
  afterAll(async () => {
    for (const operator of operators) await operator.kill();
    rmSync(folder, { recursive: true, force: true });
  });
  const apply = async (objects: readonly object[]): Promise<void> => {
    await kubectl(env().kubeconfigPath, ['apply', '-f', '-'], objects.map((object) => JSON.stringify(object)).join('\n---\n'));
  };
  return {
    env,
    makeNamespaces: (...names) => apply(names.map((name) => ({ apiVersion: 'v1', kind: 'Namespace', metadata: { name } }))),
    grant: (objects) => apply(objects.filter(({ apiVersion, kind }) => kind === 'ServiceAccount' || apiVersion.startsWith('rbac.authorization.k8s.io/'))),
    async start(objects) {
      began = Math.min(began, Date.now());
      const token = (await kubectl(env().kubeconfigPath, ['create', 'token', account.name, '-n', account.namespace])).trim();
      const config = JSON.parse(readFileSync(env().kubeconfigPath, 'utf8')) as { users: { user: object }[] };
      for (const entry of config.users) entry.user = { token };
      const path = join(folder, 'kubeconfig');
      writeFileSync(path, JSON.stringify(config), { mode: 0o600 });
      const [deployment] = ofKind<Deployment>(objects, 'Deployment');
      const variables = (deployment?.spec.template.spec.containers[0]?.env ?? []).flatMap(({ name, value }) => (value === undefined ? [] : [[name, value] as const]));
      const operator = await startOperator(path, account.namespace, { ...Object.fromEntries(variables), HEALTH_PORT: '0', METRICS_PORT: '0', PROGRESS_PORT: '0' });
      operators.push(operator);
      return operator;
    },
    requests: () => requestsSince(auditLog, began, (user) => user === userName(account)),
  };
}
