import { pods, podIsReady, type Pod } from '../../../controllers/shared/kube-types.ts';
import { command, repository } from './cluster.ts';
import type { Kube } from './kube.ts';
import { ownService } from './own-service.ts';

const name = 'mlflow';
const port = 5000;
const image = 'test-mlflow';
const readyMs = 180_000; // 5 s of a whole processor, of which it asks for a tenth
const routedMs = 60_000;
const callMs = 30_000;
const probeMs = 2_000;

/** MLflow's tracking server in a namespace, with a store of its own. */
export interface Mlflow {
  /** As pods of the cluster reach it. */
  readonly url: string;
  /**
   * A call from this machine to the pod itself, so also while the Service leads nowhere: below `/api/2.0/mlflow/`, or
   * where the path begins with a slash, from the root. GET, or POST with a body. JSON comes back parsed.
   */
  api<T = Record<string, unknown>>(path: string, body?: object): Promise<T>;
  /** Connections to the Service are refused from now on; the server keeps its data. */
  down(): Promise<void>;
  up(): Promise<void>;
  remove(): Promise<void>;
}

export class MlflowError extends Error {
  override readonly name = 'MlflowError';
  readonly status: number;
  /** MLflow's own, as `RESOURCE_DOES_NOT_EXIST`. */
  readonly code: string | undefined;

  constructor(message: string, status: number, code: string | undefined) {
    super(message);
    this.status = status;
    this.code = code;
  }
}

export async function mlflowIn(kube: Kube, namespace: string): Promise<Mlflow> {
  // Built once; a cluster that has it is not asked to take it again.
  await command('bash', [`${repository}cluster/cluster`, 'images', image], { env: { TRAINYARD_IMAGES: 'test/mlflow/images' } });
  const host = `${name}.${namespace}.svc`;
  await kube.apply(manifests(namespace, host));
  await kube.kubectl('rollout', 'status', `deployment/${name}`, '-n', namespace, '--timeout', `${readyMs / 1000}s`);
  const address = await kube.waitFor('the pod of MLflow', async () => {
    const { items } = await kube.client.list<Pod>(pods, { namespace, labelSelector: `app=${name}` });
    return items.find(podIsReady)?.status?.podIP;
  }, readyMs);
  const service = await kube.kubectl('get', 'service', name, '-n', namespace, '-o', 'jsonpath={.spec.clusterIP}');

  /** No pod has both labels: connections are refused, as where nobody listens. */
  const listening = async (there: boolean): Promise<void> => {
    await kube.kubectl('patch', 'service', name, '-n', namespace, '--type=merge', '-p', JSON.stringify({ spec: { selector: { nobody: there ? null : 'here' } } }));
    await kube.waitFor(there ? 'MLflow to be reached' : 'MLflow to be out of reach', async () => ((await answers(`http://${service}:${port}/health`)) === there ? true : undefined), routedMs);
  };
  await listening(true);

  return {
    url: `http://${host}:${port}`,
    api: (path, body) => call(`http://${address}:${port}${path.startsWith('/') ? '' : '/api/2.0/mlflow/'}${path}`, body),
    down: () => listening(false),
    up: () => listening(true),
    async remove() {
      await kube.kubectl('delete', `deployment/${name}`, `service/${name}`, '-n', namespace, '--ignore-not-found', '--cascade=foreground', '--timeout', '120s');
    },
  };
}

function manifests(namespace: string, host: string): object[] {
  const hosts = [`${host}:${port}`, `${host}.cluster.local:${port}`, `$(POD_IP):${port}`];
  const container = {
    // Without names of its own the server takes the Host of a private address only, and answers 403 to its Service's name.
    // A connection for each request: one that is kept outlives the endpoints of its Service, and `down` would not be down.
    args: ['--allowed-hosts', hosts.join(','), '--uvicorn-opts', '--header connection:close'],
    env: [{ name: 'POD_IP', valueFrom: { fieldRef: { fieldPath: 'status.podIP' } } }],
    // A busy machine is no reason to take a server for dead.
    readinessProbe: { httpGet: { path: '/health', port }, periodSeconds: 1, timeoutSeconds: 10, failureThreshold: 30 },
    resources: { requests: { cpu: '50m', memory: '448Mi' }, limits: { memory: '768Mi' } },
  };
  return ownService({ name, namespace, image, port, folders: { data: '/data' }, container });
}

async function call<T>(url: string, body: object | undefined): Promise<T> {
  const post = body === undefined ? {} : { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
  const answer = await fetch(url, { ...post, signal: AbortSignal.timeout(callMs) });
  const text = await answer.text();
  if (!answer.ok) throw new MlflowError(`${url}: HTTP ${answer.status}: ${text}`, answer.status, codeOf(text));
  return parsed(text) as T;
}

/** An artifact is what it is. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

function codeOf(text: string): string | undefined {
  const value = parsed(text);
  return typeof value === 'object' && value !== null && 'error_code' in value ? String(value.error_code) : undefined;
}

async function answers(url: string): Promise<boolean> {
  return fetch(url, { signal: AbortSignal.timeout(probeMs) }).then(({ ok }) => ok, () => false);
}
