// A real control plane for tests: etcd and kube-apiserver (and kube-controller-manager where garbage collection or Jobs
// are wanted) on free ports of the loopback interface, without root, in a temporary folder.
import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { KubeConfig } from '@kubernetes/client-node';
import { createClient } from '../../../operator/runtime/client.ts';
import type { ApiClient } from '../../../operator/runtime/client.ts';
import { systemClock } from '../../../operator/runtime/clock.ts';
import { createLogger } from '../../../operator/runtime/log.ts';
import { createMetrics } from '../../../operator/runtime/metrics.ts';
import { readAuditLog, writeAuditPolicy } from './audit-log.ts';
import type { AuditEntry } from './audit-log.ts';
import { binary } from './binaries.ts';
import { installCrds } from './crds.ts';
import { createWorkspace, defineService, freePorts, waitUntilReady } from './processes.ts';
import type { Service, Workspace } from './processes.ts';
import { namespaceType } from './types.ts';

export interface TestEnvOptions {
  /** For garbage collection, Jobs, Deployments, namespace deletion. Off: tests write the status of children themselves. */
  readonly controllerManager?: boolean;
  /** Paths of CRD files, installed and waited for. */
  readonly crds?: readonly string[];
  /** Every changing request is recorded by the server itself: `auditLog()`. */
  readonly auditLog?: boolean;
  /** Names of more users, each with a token of its own and no rights: `kubeconfigOf(name)`. */
  readonly users?: readonly string[];
  /** More flags of the API server. */
  readonly flags?: readonly string[];
}

export interface ApiServer {
  readonly url: string;
  /** On the same port and certificates; resolves when it is ready. */
  start(): Promise<void>;
  /** By SIGTERM: watches are closed. A server that still waits for requests after 3 s is killed. */
  stop(): Promise<void>;
  /** SIGKILL: connections are reset. */
  kill(): Promise<void>;
}

export interface TestEnv {
  /** system:masters. */
  readonly client: ApiClient;
  readonly kubeConfig: KubeConfig;
  readonly kubeconfigPath: string;
  readonly apiserver: ApiServer;
  /** Forgets the history of etcd up to now, as the API server has it done every five minutes. */
  compact(): Promise<void>;
  /** What the server has recorded until now; empty without the option. */
  auditLog(): readonly AuditEntry[];
  /** The path of a kubeconfig of one of the `users`; with `server`, through a proxy. */
  kubeconfigOf(user: string, server?: string): string;
  stop(): Promise<void>;
}

const readyMs = 60_000;
const startAttempts = 3;

export async function startTestEnv(options: TestEnvOptions = {}): Promise<TestEnv> {
  for (let attempt = 1; ; attempt += 1) {
    const workspace = createWorkspace();
    const services: Service[] = [];
    try {
      return await start(options, workspace, services);
    } catch (error) {
      await stopAll(services);
      workspace.remove();
      // The one fault that another try mends: somebody took a port between finding and using it.
      if (attempt >= startAttempts || !/address already in use/.test(String(error))) throw error;
    }
  }
}

async function start(options: TestEnvOptions, workspace: Workspace, services: Service[]): Promise<TestEnv> {
  const at = (...parts: string[]): string => join(workspace.directory, ...parts);
  const [etcdPort = 0, peerPort = 0, apiPort = 0, managerPort = 0] = await freePorts(4);
  const url = `https://127.0.0.1:${apiPort}`;
  const token = randomBytes(16).toString('hex');
  const users = new Map((options.users ?? []).map((name) => [name, randomBytes(16).toString('hex')]));
  const rows = [`${token},admin,admin,system:masters`, ...[...users].map(([name, own]) => `${own},${name},${name}`)];
  writeFileSync(at('tokens.csv'), `${rows.join('\n')}\n`, { mode: 0o600 });
  if (options.auditLog === true) writeAuditPolicy(at('audit-policy.json'));
  writeServiceAccountKeys(at('service-account.pub'), at('service-account.key'));

  const etcd = defineService(workspace, 'etcd', await binary('etcd'), [
    `--data-dir=${at('etcd')}`,
    `--listen-client-urls=http://127.0.0.1:${etcdPort}`,
    `--advertise-client-urls=http://127.0.0.1:${etcdPort}`,
    `--listen-peer-urls=http://127.0.0.1:${peerPort}`,
    `--initial-advertise-peer-urls=http://127.0.0.1:${peerPort}`,
    `--initial-cluster=default=http://127.0.0.1:${peerPort}`,
    '--unsafe-no-fsync',
    '--log-level=warn',
  ]);
  services.push(etcd);
  etcd.start();

  const apiserver = defineService(workspace, 'kube-apiserver', await binary('kube-apiserver'), [
    `--etcd-servers=http://127.0.0.1:${etcdPort}`,
    '--bind-address=127.0.0.1',
    '--advertise-address=127.0.0.1',
    '--endpoint-reconciler-type=none', // it refuses to publish a loopback address
    `--secure-port=${apiPort}`,
    `--cert-dir=${at('certs')}`,
    `--token-auth-file=${at('tokens.csv')}`,
    '--authorization-mode=RBAC',
    '--service-cluster-ip-range=10.0.0.0/24',
    '--service-account-issuer=https://kubernetes.default.svc',
    `--service-account-key-file=${at('service-account.pub')}`,
    `--service-account-signing-key-file=${at('service-account.key')}`,
    // Without a controller manager no namespace has a default service account, and no pod could be created.
    ...(options.controllerManager === true ? [] : ['--disable-admission-plugins=ServiceAccount']),
    ...(options.auditLog === true ? [`--audit-policy-file=${at('audit-policy.json')}`, `--audit-log-path=${at('audit.log')}`] : []),
    ...(options.flags ?? []),
    '--profiling=false',
    '--v=1',
  ]);
  services.push(apiserver);

  const kubeconfigPath = at('kubeconfig');
  const startApiServer = async (): Promise<void> => {
    apiserver.start();
    // The server signs a certificate for itself at its first start and keeps it; the file holds its CA too.
    await waitUntilReady(apiserver, 'kube-apiserver', () => Promise.resolve(writeKubeconfig(kubeconfigPath, url, token, wholeCertificate(at('certs', 'apiserver.crt')))), readyMs);
    const kubeConfig = loadKubeConfig(kubeconfigPath);
    const probe = adminClient(kubeConfig).withPolicy({ attempts: 1, deadlineMs: 2_000 });
    await waitUntilReady(apiserver, 'kube-apiserver', () => isServing(probe), readyMs);
    await probe.close();
  };
  await startApiServer();
  const kubeConfig = loadKubeConfig(kubeconfigPath);
  const client = adminClient(kubeConfig);

  if (options.controllerManager === true) {
    const manager = defineService(workspace, 'kube-controller-manager', await binary('kube-controller-manager'), [
      `--kubeconfig=${kubeconfigPath}`,
      `--service-account-private-key-file=${at('service-account.key')}`,
      '--bind-address=127.0.0.1',
      `--secure-port=${managerPort}`,
      `--cert-dir=${at('certs')}`,
      '--leader-elect=false',
      '--v=1',
    ]);
    services.push(manager);
    manager.start();
  }
  await installCrds(client, options.crds ?? []);

  return {
    client,
    kubeConfig,
    kubeconfigPath,
    compact: () => compact(`http://127.0.0.1:${etcdPort}`),
    apiserver: { url, start: startApiServer, stop: () => apiserver.stop(3_000), kill: () => apiserver.kill() },
    auditLog: () => (options.auditLog === true ? readAuditLog(at('audit.log')) : []),
    kubeconfigOf(user, server = url) {
      const own = users.get(user);
      if (own === undefined) throw new Error(`no user ${user} in the options of this control plane`);
      const path = at(`kubeconfig-${user}-${new URL(server).port}`);
      writeKubeconfig(path, server, own, readFileSync(at('certs', 'apiserver.crt')));
      return path;
    },
    async stop() {
      await client.close();
      await stopAll(services);
      workspace.remove();
    },
  };
}

// etcd's gRPC gateway: https://etcd.io/docs/v3.6/dev-guide/api_grpc_gateway/
async function compact(etcdUrl: string): Promise<void> {
  const ask = async (path: string, body: object): Promise<{ header: { revision: string } }> => {
    const answer = await fetch(`${etcdUrl}${path}`, { method: 'POST', body: JSON.stringify(body), signal: AbortSignal.timeout(10_000) });
    const text = await answer.text();
    // Nothing was written since the last compaction: that is compact already.
    if (!answer.ok && !text.includes('has been compacted')) throw new Error(`etcd ${path}: HTTP ${answer.status}: ${text}`);
    return JSON.parse(text) as { header: { revision: string } };
  };
  const { header } = await ask('/v3/maintenance/status', {});
  await ask('/v3/kv/compaction', { revision: header.revision, physical: true });
}

/** The last started first; by SIGKILL, since nobody will read that etcd again. */
async function stopAll(services: readonly Service[]): Promise<void> {
  for (const service of [...services].reverse()) await service.kill();
}

export function loadKubeConfig(path: string): KubeConfig {
  const kubeConfig = new KubeConfig();
  kubeConfig.loadFromFile(path);
  return kubeConfig;
}

/** A client with metrics and connections of its own; close it. */
export function adminClient(kubeConfig: KubeConfig): ApiClient {
  return createClient({ kubeConfig, clock: systemClock(), logger: createLogger({ level: 'silent' }), metrics: createMetrics() });
}

// RBAC and the default namespace are set up by post-start hooks: /readyz alone is not enough for the first writes.
async function isServing(client: ApiClient): Promise<void> {
  if ((await client.get(namespaceType, { namespace: '', name: 'default' })) === undefined) throw new Error('the namespace default is not there yet');
}

function writeServiceAccountKeys(publicPath: string, privatePath: string): void {
  const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  writeFileSync(publicPath, publicKey.export({ type: 'spki', format: 'pem' }));
  writeFileSync(privatePath, privateKey.export({ type: 'pkcs1', format: 'pem' }), { mode: 0o600 });
}

function writeKubeconfig(path: string, server: string, token: string, ca: Buffer): void {
  const config = {
    apiVersion: 'v1',
    kind: 'Config',
    clusters: [{ name: 'test', cluster: { server, 'certificate-authority-data': ca.toString('base64') } }],
    users: [{ name: 'admin', user: { token } }],
    contexts: [{ name: 'test', context: { cluster: 'test', user: 'admin' } }],
    'current-context': 'test',
  };
  writeFileSync(path, JSON.stringify(config), { mode: 0o600 }); // JSON is YAML
}

/** A certificate and its CA. The server writes the file under its last name, so that it can be met half written. */
function wholeCertificate(path: string): Buffer {
  const bytes = readFileSync(path);
  if (bytes.toString().split('-----END CERTIFICATE-----').length < 3) throw new Error(`${path} is not complete yet`);
  return bytes;
}
