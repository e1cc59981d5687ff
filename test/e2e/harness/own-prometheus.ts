import type { Deployment } from '../../../controllers/shared/kube-types.ts';
import type { Kube } from './kube.ts';

/** Of its service account too. */
export const ownPrometheusName = 'own-prometheus';
const name = ownPrometheusName;
const port = 9090;

/** A Prometheus that scrapes the pods of one namespace, in that namespace: while it is down, nobody else's is. */
export interface OwnPrometheus {
  /** As `spec.rollout.analysis.source.prometheus.url` names it. */
  readonly url: string;
  stop(): Promise<void>;
  start(): Promise<void>;
}

type Copied = Deployment & { readonly spec: { readonly template: { readonly spec: Readonly<Record<string, unknown>> } } };

/** A copy of the cluster's. */
export async function ownPrometheus(kube: Kube, namespace: string): Promise<OwnPrometheus> {
  const { spec } = JSON.parse(await kube.kubectl('get', 'deployment', 'prometheus', '-n', 'monitoring', '-o', 'json')) as Copied;
  const { data } = JSON.parse(await kube.kubectl('get', 'configmap', 'prometheus', '-n', 'monitoring', '-o', 'json')) as { data: Readonly<Record<string, string>> };
  const config = (data['prometheus.yml'] ?? '').replace('[{role: pod}]', '[{role: pod, namespaces: {own_namespace: true}}]');
  const labels = { app: name };
  const pod = { ...spec.template.spec, serviceAccountName: name, serviceAccount: name, terminationGracePeriodSeconds: 1, securityContext: { fsGroup: 65532, seccompProfile: { type: 'RuntimeDefault' } }, volumes: [{ name: 'config', configMap: { name } }, { name: 'data', emptyDir: {} }] };
  const metadata = { name, namespace };
  await kube.apply([
    { apiVersion: 'v1', kind: 'ServiceAccount', metadata },
    { apiVersion: 'rbac.authorization.k8s.io/v1', kind: 'Role', metadata, rules: [{ apiGroups: [''], resources: ['pods'], verbs: ['get', 'list', 'watch'] }] },
    { apiVersion: 'rbac.authorization.k8s.io/v1', kind: 'RoleBinding', metadata, roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind: 'Role', name }, subjects: [{ kind: 'ServiceAccount', name, namespace }] },
    { apiVersion: 'v1', kind: 'ConfigMap', metadata, data: { 'prometheus.yml': config } },
    { apiVersion: 'v1', kind: 'Service', metadata, spec: { selector: labels, ports: [{ port, targetPort: port }] } },
    { apiVersion: 'apps/v1', kind: 'Deployment', metadata, spec: { strategy: { type: 'Recreate' }, selector: { matchLabels: labels }, template: { metadata: { labels }, spec: pod } } },
  ]);
  const scale = (replicas: number): Promise<string> => kube.kubectl('scale', `deployment/${name}`, '-n', namespace, `--replicas=${replicas}`);
  const isUp = (): Promise<string> => kube.kubectl('rollout', 'status', `deployment/${name}`, '-n', namespace, '--timeout', '120s');
  await isUp();
  return {
    url: `http://${name}.${namespace}:${port}`,
    async stop() {
      await scale(0);
    },
    async start() {
      await scale(1);
      await isUp();
    },
  };
}
