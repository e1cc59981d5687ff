import { pods, podIsReady, type Deployment, type Pod } from '../../../controllers/shared/kube-types.ts';
import { ensureNamespace } from './install.ts';
import type { Kube } from './kube.ts';

const shared = 'istio-ingressgateway';
const name = 'own-gateway';
const port = 8080;

/** Two Envoys behind a Gateway of their own: whatever a test does to them, nobody else's requests come through them. */
export interface OwnGateway {
  /** As `spec.traffic.gateways` names it. */
  readonly gateway: string;
  /** Where each of the two pods listens. */
  addresses(): Promise<readonly string[]>;
  /** Replaces every pod. */
  restart(): Promise<void>;
}

export async function ownGateway(kube: Kube, namespace: string): Promise<OwnGateway> {
  await ensureNamespace(kube, namespace);
  const { spec } = JSON.parse(await kube.kubectl('get', 'deployment', shared, '-n', 'istio-system', '-o', 'json')) as Deployment & { spec: { template: { spec: { containers: readonly { image: string }[] } } } };
  const { data } = JSON.parse(await kube.kubectl('get', 'configmap', `${shared}-bootstrap`, '-n', 'istio-system', '-o', 'json')) as { data: Readonly<Record<string, string>> };
  const bootstrap = (data['bootstrap.yaml'] ?? '').replace(/^( +)NAMESPACE: .*$/m, `$1NAMESPACE: ${namespace}`).replace(/^( +)LABELS: .*$/m, `$1LABELS: {istio: ${name}}`);
  const variable = (variableName: string, fieldPath: string): object => ({ name: variableName, valueFrom: { fieldRef: { fieldPath } } });
  const container = {
    name: 'istio-proxy',
    image: spec.template.spec.containers[0]?.image ?? '',
    imagePullPolicy: 'IfNotPresent',
    args: ['--config-path', '/etc/envoy/bootstrap.yaml', '--service-cluster', `${name}.${namespace}`, '--service-node', `router~$(POD_IP)~$(POD_NAME).${namespace}~${namespace}.svc.cluster.local`, '--concurrency', '1', '--log-level', 'warning'],
    env: [variable('POD_IP', 'status.podIP'), variable('POD_NAME', 'metadata.name')],
    // A busy machine is no reason to take a proxy for dead.
    readinessProbe: { httpGet: { path: '/healthz/ready', port: 15021 }, periodSeconds: 1, timeoutSeconds: 10, failureThreshold: 30 },
    securityContext: { allowPrivilegeEscalation: false, runAsNonRoot: true, runAsUser: 65532, capabilities: { drop: ['ALL'] }, seccompProfile: { type: 'RuntimeDefault' } },
    volumeMounts: [{ name: 'bootstrap', mountPath: '/etc/envoy', readOnly: true }],
  };
  const labels = { istio: name };
  await kube.apply([
    { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name, namespace }, data: { 'bootstrap.yaml': bootstrap } },
    // istiod has Envoy listen on the target port of the Service's port that the Gateway names.
    { apiVersion: 'v1', kind: 'Service', metadata: { name, namespace, labels }, spec: { selector: labels, ports: [{ name: 'http2', port: 80, targetPort: port }] } },
    { apiVersion: 'networking.istio.io/v1', kind: 'Gateway', metadata: { name, namespace }, spec: { selector: labels, servers: [{ port: { number: 80, name: 'http', protocol: 'HTTP' }, hosts: ['*'] }] } },
    {
      apiVersion: 'apps/v1',
      kind: 'Deployment',
      metadata: { name, namespace },
      spec: { replicas: 2, selector: { matchLabels: labels }, template: { metadata: { labels: { ...labels, 'sidecar.istio.io/inject': 'false' } }, spec: { terminationGracePeriodSeconds: 1, automountServiceAccountToken: false, containers: [container], volumes: [{ name: 'bootstrap', configMap: { name } }] } } },
    },
  ]);
  const isUp = (): Promise<string> => kube.kubectl('rollout', 'status', `deployment/${name}`, '-n', namespace, '--timeout', '120s');
  await isUp();
  return {
    gateway: `${namespace}/${name}`,
    addresses: () =>
      kube.waitFor('two ready pods of the gateway', async () => {
        const { items } = await kube.client.list<Pod>(pods, { namespace, labelSelector: `istio=${name}` });
        const up = items.filter(podIsReady).map(({ status }) => `http://${status?.podIP ?? ''}:${port}`);
        return up.length === 2 ? up : undefined;
      }, 60_000),
    async restart() {
      await kube.kubectl('rollout', 'restart', `deployment/${name}`, '-n', namespace);
      await isUp();
    },
  };
}
