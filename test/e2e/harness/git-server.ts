import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { command, repository } from './cluster.ts';
import type { Kube } from './kube.ts';
import { ownService } from './own-service.ts';

const run = promisify(execFile);
const name = 'git';
const port = 8080;
const image = 'test-git';
const readyMs = 60_000;

/** Texts by path; undefined removes the file. */
export type Files = Readonly<Record<string, string | undefined>>;

/** A clone of a repository that is served in the cluster; every commit is pushed to its branch main. */
export interface GitRepository {
  /** As pods of the cluster reach it. */
  readonly url: string;
  /** The commit's hash. */
  commit(message: string, files: Files): Promise<string>;
  /** A commit that takes the newest one back. */
  revert(): Promise<string>;
}

export interface GitServer {
  repository(name: string): Promise<GitRepository>;
  remove(): Promise<void>;
}

/** Git over HTTP in a pod of a namespace, with empty repositories of these names. */
export async function gitServerIn(kube: Kube, namespace: string, names: readonly string[]): Promise<GitServer> {
  await command('bash', [`${repository}cluster/cluster`, 'images', image], { env: { TRAINYARD_IMAGES: 'test/argocd/images' } });
  await kube.apply(manifests(namespace, names));
  await kube.kubectl('rollout', 'status', `deployment/${name}`, '-n', namespace, '--timeout', `${readyMs / 1000}s`);
  const address = await kube.kubectl('get', 'service', name, '-n', namespace, '-o', 'jsonpath={.spec.clusterIP}');
  const folder = await mkdtemp(join(tmpdir(), 'trainyard-git-'));
  return {
    async repository(of) {
      const clone = join(folder, of);
      // The pod is ready before every node knows the way to it.
      await kube.waitFor(`the repository ${of}`, () => run('git', ['clone', '--quiet', `http://${address}:${port}/${of}.git`, clone]), readyMs);
      return cloned(clone, `http://${name}.${namespace}.svc:${port}/${of}.git`);
    },
    async remove() {
      await rm(folder, { recursive: true, force: true });
      await kube.kubectl('delete', `deployment/${name}`, `service/${name}`, '-n', namespace, '--ignore-not-found');
    },
  };
}

function cloned(folder: string, url: string): GitRepository {
  const git = (...args: readonly string[]): Promise<string> => command('git', ['-C', folder, '-c', 'user.name=Test', '-c', 'user.email=test@models.example', ...args]);
  const push = async (): Promise<string> => {
    await git('push', '--quiet', 'origin', 'HEAD:main');
    return (await git('rev-parse', 'HEAD')).trim();
  };
  return {
    url,
    async commit(message, files) {
      for (const [path, text] of Object.entries(files)) {
        const file = join(folder, path);
        await mkdir(dirname(file), { recursive: true });
        await (text === undefined ? rm(file, { recursive: true }) : writeFile(file, text));
      }
      await git('add', '--all');
      await git('commit', '--quiet', '--message', message);
      return push();
    },
    async revert() {
      await git('revert', '--no-edit', 'HEAD');
      return push();
    },
  };
}

function manifests(namespace: string, names: readonly string[]): object[] {
  const resources = { requests: { cpu: '10m', memory: '32Mi' }, limits: { memory: '256Mi' } };
  return ownService({ name, namespace, image, port, folders: { repositories: '/srv/git' }, container: { args: names, readinessProbe: { tcpSocket: { port }, periodSeconds: 1 }, resources } });
}
