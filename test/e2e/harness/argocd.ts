import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'yaml';
import type { KubeObject, ResourceType } from '../../../operator/runtime/types.ts';
import { binary, command, repository, startAddon } from './cluster.ts';
import type { GitRepository } from './git-server.ts';
import type { Kube } from './kube.ts';

export const applications: ResourceType = { group: 'argoproj.io', version: 'v1alpha1', kind: 'Application', plural: 'applications', namespaced: true };
const namespace = 'argocd';
const pollMs = 100;
const removedMs = 120_000;

interface Resource {
  readonly kind: string;
  readonly name: string;
  readonly status?: string;
  readonly health?: { readonly status: string; readonly message?: string };
}

export interface Application extends KubeObject {
  readonly status?: {
    readonly sync?: { readonly status: string; readonly revision?: string };
    readonly health?: { readonly status: string };
    readonly operationState?: { readonly phase: string; readonly message?: string; readonly syncResult?: { readonly revision: string } };
    readonly resources?: readonly Resource[];
    readonly conditions?: readonly { readonly type: string; readonly message: string }[];
  };
}

/** What an application was said to be, one after the other; the same twice in a row counts once. */
export interface Watch {
  /** As `Synced Healthy`. */
  readonly seen: readonly string[];
  stop(): Promise<readonly string[]>;
}

/** An Application that syncs a folder of a repository by itself, prunes, and heals. */
export interface Follower {
  readonly name: string;
  read(): Promise<Application>;
  /** Waits until the commit is what the cluster has been told. */
  synced(commit: string, timeoutMs?: number): Promise<Application>;
  /** Waits for `<sync> <health>`, as in `kubectl get applications`. @throws with what it was last. */
  until(state: string, timeoutMs?: number): Promise<Application>;
  watch(): Watch;
  /** `argocd app actions run`, as by the button of the page. */
  act(action: string, kind: string, resource: string): Promise<void>;
  /** Deletes the Application and with it all that it made, and waits until both are gone. */
  remove(): Promise<void>;
}

export interface ArgoCd {
  follow(name: string, source: GitRepository, path: string, destination: string): Promise<Follower>;
  /** An Application that another one made. */
  follower(name: string): Follower;
  /** Removes Applications that a killed run left, without what they made: their repository is gone. */
  forget(names: readonly string[]): Promise<void>;
  /** `argocd --core …`, the command line without a server. */
  cli(...args: readonly string[]): Promise<string>;
  /** Ends it: it would take its share of the processors from the tests that follow. */
  remove(): Promise<void>;
}

/** A running Argo CD that knows our kinds by argocd/values.yaml. */
export async function argoCd(kube: Kube): Promise<ArgoCd> {
  await startAddon('argocd');
  const values = parse(await readFile(`${repository}argocd/values.yaml`, 'utf8')) as { configs: { cm: Record<string, string> } };
  await kube.kubectl('patch', 'configmap', 'argocd-cm', '-n', namespace, '--type=merge', '-p', JSON.stringify({ data: values.configs.cm }));
  const program = await binary('argocd');
  const folder = await mkdtemp(join(tmpdir(), 'trainyard-argocd-'));
  const kubeconfig = join(folder, 'kubeconfig');
  // Without a server the program takes the namespace of the current context for Argo CD's.
  await command('cp', [kube.addresses.kubeconfig, kubeconfig]);
  const env = { KUBECONFIG: kubeconfig, HOME: folder };
  await command(await binary('kubectl'), ['config', 'set-context', '--current', '--namespace', namespace], { env });
  const cli = (...args: readonly string[]): Promise<string> => command(program, [...args, '--core'], { env });
  const follower = (name: string): Follower => followerOf(kube, name, cli);
  return {
    cli,
    follower,
    async forget(names) {
      for (const name of names) await forget(kube, name);
    },
    async follow(name, { url }, path, destination) {
      await forget(kube, name);
      await kube.apply([
        {
          apiVersion: 'argoproj.io/v1alpha1',
          kind: 'Application',
          metadata: { name, namespace, finalizers: ['resources-finalizer.argocd.argoproj.io'] },
          spec: {
            project: 'default',
            source: { repoURL: url, targetRevision: 'main', path },
            destination: { server: 'https://kubernetes.default.svc', namespace: destination },
            syncPolicy: { automated: { prune: true, selfHeal: true } },
          },
        },
      ]);
      return follower(name);
    },
    async remove() {
      await rm(folder, { recursive: true, force: true });
      // A failed test leaves some, whose finalizers would keep the namespace when their controller is gone.
      for (const { metadata } of (await kube.client.list<Application>(applications, { namespace })).items) await forget(kube, metadata.name);
      await kube.kubectl('delete', 'namespace', namespace, '--ignore-not-found', '--timeout', `${removedMs / 1000}s`);
    },
  };
}

async function forget(kube: Kube, name: string): Promise<void> {
  const left = await kube.object(applications, namespace, name);
  if (left === undefined) return;
  await kube.kubectl('patch', 'application', name, '-n', namespace, '--type=merge', '-p', '{"metadata":{"finalizers":null}}');
  await kube.kubectl('delete', 'application', name, '-n', namespace, '--ignore-not-found');
}

function followerOf(kube: Kube, name: string, cli: ArgoCd['cli']): Follower {
  const find = (): Promise<Application | undefined> => kube.object<Application>(applications, namespace, name);
  async function read(): Promise<Application> {
    const found = await find();
    if (found === undefined) throw new Error(`there is no Application ${name}`);
    return found;
  }
  async function until(what: string, holds: (application: Application) => boolean, timeoutMs: number): Promise<Application> {
    let last: Application | undefined;
    const held = kube.waitFor(`Application ${name} ${what}`, async () => {
      last = await read();
      return holds(last) ? last : undefined;
    }, timeoutMs);
    return held.catch((error: unknown) => {
      const { sync, health, operationState, conditions, resources } = last?.status ?? {};
      throw new Error(`${error instanceof Error ? error.message : String(error)}: ${JSON.stringify({ sync, health, phase: operationState?.phase, message: operationState?.message, conditions, resources })}`, { cause: error });
    });
  }
  return {
    name,
    read,
    synced: (commit, timeoutMs = 60_000) => until(`at ${commit.slice(0, 7)}`, ({ status }) => status?.sync?.revision === commit && status.sync.status === 'Synced' && status.operationState?.phase === 'Succeeded', timeoutMs),
    until: (state, timeoutMs = 90_000) => until(state, (application) => stateOf(application) === state, timeoutMs),
    watch: () => watching(read),
    act: async (action, kind, resource) => {
      await cli('app', 'actions', 'run', name, action, '--kind', kind, '--resource-name', resource);
    },
    async remove() {
      await kube.kubectl('delete', 'application', name, '-n', namespace, '--ignore-not-found', '--timeout', `${removedMs / 1000}s`);
    },
  };
}

export function stateOf({ status }: Application): string {
  return `${status?.sync?.status ?? 'Unknown'} ${status?.health?.status ?? 'Unknown'}`;
}

/** `<status>: <message>` of one of its resources. */
export function healthOf({ status }: Application, kind: string, name: string): string {
  const health = status?.resources?.find((one) => one.kind === kind && one.name === name)?.health;
  return `${health?.status ?? 'none'}: ${health?.message ?? ''}`;
}

function watching(read: () => Promise<Application>): Watch {
  const seen: string[] = [];
  let over = false;
  const look = async (): Promise<void> => {
    const state = stateOf(await read());
    if (seen.at(-1) !== state) seen.push(state);
  };
  const watched = (async () => {
    while (!over) {
      await look();
      await new Promise((resolve) => setTimeout(resolve, pollMs));
    }
    // What the test has waited for may have come after the last look.
    await look();
  })();
  return {
    seen,
    async stop() {
      over = true;
      await watched;
      return seen;
    },
  };
}
