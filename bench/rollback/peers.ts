// Flagger and Argo Rollouts, built from their Go modules into the cache and run beside the cluster as processes of this
// one, which end with it whatever ends it.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { request } from 'undici';
import type { Kube } from '../../test/e2e/harness/kube.ts';
import { repositoryPath } from '../../test/integration/harness/binaries.ts';
import { defineService, freePorts, waitUntilReady, type Service, type Workspace } from '../../test/integration/harness/processes.ts';
import type { EngineName } from './settings.ts';

const buildMs = 30 * 60_000;
export const mark = 'trainyard.dev/bench=rollback';

export interface Peer {
  readonly engine: EngineName;
  /** Below bench/peers/, with a go.mod that names the program as its tool. */
  readonly folder: string;
  readonly module: string;
  readonly tool: string;
  readonly binary: string;
  /** Of its custom resources, below the module's folder. */
  readonly crds: string;
  readonly arguments: (kubeconfig: string, prometheus: string, ports: readonly number[]) => readonly string[];
  readonly ready: (ports: readonly number[]) => string;
}

export const peers: readonly Peer[] = [
  {
    engine: 'flagger',
    folder: 'flagger',
    module: 'github.com/fluxcd/flagger',
    tool: 'github.com/fluxcd/flagger/cmd/flagger',
    binary: 'flagger',
    crds: 'artifacts/flagger/crd.yaml',
    arguments: (kubeconfig, prometheus, [port]) => ['-kubeconfig', kubeconfig, '-metrics-server', prometheus, '-mesh-provider', 'istio', '-port', String(port), '-log-level', 'info', '-enable-config-tracking=false'],
    ready: ([port]) => `http://127.0.0.1:${port}/healthz`,
  },
  {
    engine: 'argo-rollouts',
    folder: 'argo-rollouts',
    module: 'github.com/argoproj/argo-rollouts',
    tool: 'github.com/argoproj/argo-rollouts/cmd/rollouts-controller',
    binary: 'rollouts-controller',
    crds: 'manifests/crds',
    arguments: (kubeconfig, _prometheus, [metrics, health]) => ['--kubeconfig', kubeconfig, '--leader-elect=false', '--metricsPort', String(metrics), '--healthzPort', String(health), '--loglevel', 'info'],
    ready: ([, health]) => `http://127.0.0.1:${health}/healthz`,
  },
];

const goModOf = ({ folder }: Peer): string => readFileSync(repositoryPath('bench', 'peers', folder, 'go.mod'), 'utf8');

/** As its go.mod requires it, such as v1.36.1. */
export function versionOf(peer: Pick<Peer, 'module'>, goMod: string): string {
  const version = goMod.split('\n').map((line) => line.trim().replace(/^require /, '').split(' ')).find(([module]) => module === peer.module)?.[1];
  if (version === undefined) throw new Error(`go.mod requires no ${peer.module}`);
  return version;
}

export function peerVersion(peer: Peer): string {
  return versionOf(peer, goModOf(peer));
}

/** The variables of the caller may not reach in: the same module must give the same binary. */
const go = (peer: Peer, args: readonly string[]): string =>
  execFileSync('go', [...args], { cwd: repositoryPath('bench', 'peers', peer.folder), encoding: 'utf8', timeout: buildMs, stdio: ['ignore', 'pipe', 'inherit'], env: { ...process.env, CGO_ENABLED: '0', GOWORK: 'off', GOFLAGS: '-mod=readonly' } });

/** Where the built program lies; built first when it is missing, which takes minutes. */
export function peerBinary(peer: Peer, print: (line: string) => void): string {
  const hash = createHash('sha256').update(goModOf(peer)).update(readFileSync(repositoryPath('bench', 'peers', peer.folder, 'go.sum'))).digest('hex').slice(0, 12);
  const cache = process.env['TRAINYARD_CACHE'] ?? join(homedir(), '.cache', 'trainyard');
  const folder = join(cache, `peer-${peer.folder}-${peerVersion(peer)}-${hash}`);
  const path = join(folder, peer.binary);
  if (existsSync(path)) return path;
  print(`building ${peer.folder} ${peerVersion(peer)} from its Go module, some minutes …`);
  mkdirSync(folder, { recursive: true });
  // Only a complete program gets its name.
  const half = join(folder, `.new-${process.pid}`);
  try {
    go(peer, ['build', '-buildvcs=false', '-trimpath', '-ldflags=-s -w', '-o', half, peer.tool]);
    renameSync(half, path);
  } finally {
    rmSync(half, { force: true });
  }
  return path;
}

function crdFiles(peer: Peer): readonly string[] {
  const path = join(go(peer, ['list', '-m', '-f', '{{.Dir}}', peer.module]).trim(), peer.crds);
  if (path.endsWith('.yaml')) return [path];
  return readdirSync(path).filter((name) => name.endsWith('-crd.yaml')).map((name) => join(path, name));
}

/** Puts the peer's custom resources there. A cluster that has them already has a user of them: nothing of it is touched. */
export async function installCrds(kube: Kube, peer: Peer): Promise<void> {
  for (const file of crdFiles(peer)) {
    const there = (await kube.kubectl('get', '-f', file, '--ignore-not-found', '-o', 'name')).trim();
    const ours = (await kube.kubectl('get', 'crd', '-l', mark, '-o', 'name')).split('\n');
    const foreign = there.split('\n').filter((name) => name !== '' && !ours.includes(name));
    if (foreign.length > 0) throw new Error(`this cluster has ${peer.folder} already (${foreign.join(', ')}); run the benchmark on another one`);
    await kube.kubectl('apply', '--server-side', '-f', file);
    await kube.kubectl('label', '-f', file, '--overwrite', mark, `trainyard.dev/bench-peer=${peer.folder}`);
    await kube.kubectl('wait', '-f', file, '--for=condition=Established', '--timeout=60s');
  }
}

export async function removeCrds(kube: Kube, peer: Peer): Promise<void> {
  const ours = (await kube.kubectl('get', 'crd', '-l', `${mark},trainyard.dev/bench-peer=${peer.folder}`, '-o', 'name')).trim().split('\n').filter((name) => name !== '');
  if (ours.length > 0) await kube.kubectl('delete', ...ours, '--ignore-not-found', '--timeout', '120s');
}

export async function startPeer(peer: Peer, binary: string, workspace: Workspace, kube: Kube): Promise<Service> {
  const kubeconfig = join(workspace.directory, 'kubeconfig');
  copyFileSync(kube.addresses.kubeconfig, kubeconfig);
  const ports = await freePorts(2);
  const service = defineService(workspace, peer.folder, binary, peer.arguments(kubeconfig, kube.addresses.prometheus, ports));
  service.start();
  await waitUntilReady(service, peer.folder, async () => {
    const { statusCode, body } = await request(peer.ready(ports), { headersTimeout: 2000 });
    await body.dump();
    if (statusCode !== 200) throw new Error(`HTTP ${statusCode}`);
  }, 60_000);
  return service;
}
