import { pods, podIsReady, type Deployment, type Pod } from '../../../controllers/shared/kube-types.ts';
import type { Kube } from './kube.ts';

const gateway = 'istio-ingressgateway';

// The sidecar listens on the ports of all Services, so this one must be none of theirs.
const relayPort = 18_181;

/** Takes requests from outside of the pod to where only the sidecar's own pod can speak to. */
const relay = `
const { createServer, request } = require('node:http');
createServer((incoming, answer) => {
  const outgoing = request({ host: '127.0.0.1', port: 80, method: incoming.method, path: incoming.url, headers: incoming.headers }, (got) => {
    answer.writeHead(got.statusCode, got.headers);
    got.pipe(answer);
  });
  outgoing.on('error', (error) => { answer.writeHead(599); answer.end(String(error)); });
  incoming.pipe(outgoing);
}).listen(${relayPort});
`;

/**
 * A client in the mesh: a pod with a stock Envoy as its sidecar. istiod sees a proxy of mode NONE, which listens on
 * 127.0.0.1 by itself instead of having the kernel send connections to it
 * (https://istio.io/latest/docs/reference/config/networking/sidecar/, captureMode NONE); the pod speaks to 127.0.0.1:80.
 *
 * @returns the address at which this machine reaches the client's relay; what is sent there goes through the sidecar.
 */
export async function meshClient(kube: Kube, namespace: string): Promise<string> {
  const name = 'mesh-client';
  const { spec } = JSON.parse(await kube.kubectl('get', 'deployment', gateway, '-n', 'istio-system', '-o', 'json')) as Deployment & { spec: { template: { spec: { containers: readonly { image: string }[] } } } };
  const image = spec.template.spec.containers[0]?.image ?? '';
  const { data } = JSON.parse(await kube.kubectl('get', 'configmap', `${gateway}-bootstrap`, '-n', 'istio-system', '-o', 'json')) as { data: Readonly<Record<string, string>> };
  const bootstrap = (data['bootstrap.yaml'] ?? '')
    .replace(/^( +)NAMESPACE: .*$/m, `$1NAMESPACE: ${namespace}\n$1INTERCEPTION_MODE: NONE`)
    .replace(/^( +)LABELS: .*$/m, `$1LABELS: {app: ${name}}`);
  const security = { allowPrivilegeEscalation: false, runAsNonRoot: true, runAsUser: 65532, capabilities: { drop: ['ALL'] }, seccompProfile: { type: 'RuntimeDefault' } };
  const variable = (variableName: string, fieldPath: string): object => ({ name: variableName, valueFrom: { fieldRef: { fieldPath } } });
  await kube.apply([
    { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name, namespace }, data: { 'bootstrap.yaml': bootstrap } },
    {
      apiVersion: 'v1',
      kind: 'Pod',
      metadata: { name, namespace, labels: { app: name } },
      spec: {
        terminationGracePeriodSeconds: 1,
        automountServiceAccountToken: false,
        // The sidecar listens on the Services' own ports, 80 among them.
        securityContext: { sysctls: [{ name: 'net.ipv4.ip_unprivileged_port_start', value: '0' }] },
        volumes: [{ name: 'bootstrap', configMap: { name } }],
        containers: [
          {
            name: 'istio-proxy',
            image,
            imagePullPolicy: 'IfNotPresent',
            args: ['--config-path', '/etc/envoy/bootstrap.yaml', '--service-cluster', `${name}.${namespace}`, '--service-node', `sidecar~$(POD_IP)~$(POD_NAME).${namespace}~${namespace}.svc.cluster.local`, '--concurrency', '1', '--log-level', 'warning'],
            env: [variable('POD_IP', 'status.podIP'), variable('POD_NAME', 'metadata.name')],
            readinessProbe: { httpGet: { path: '/healthz/ready', port: 15021 }, periodSeconds: 1 },
            securityContext: security,
            volumeMounts: [{ name: 'bootstrap', mountPath: '/etc/envoy', readOnly: true }],
          },
          { name: 'client', image: 'trainyard.dev/operator:dev', imagePullPolicy: 'IfNotPresent', command: ['node', '-e', relay], securityContext: security, readinessProbe: { tcpSocket: { port: relayPort }, periodSeconds: 1 } },
        ],
      },
    },
  ]);
  const address = await kube.waitFor('the client in the mesh', async () => {
    const pod = await kube.object<Pod>(pods, namespace, name);
    return pod !== undefined && podIsReady(pod) ? pod.status?.podIP : undefined;
  }, 60_000);
  return `http://${address}:${relayPort}`;
}
