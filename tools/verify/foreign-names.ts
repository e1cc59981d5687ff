// Nothing of the machine that a file was written on may enter the repository: no path of it, and no package mirror that
// only it knows. The mirrors are read from this machine's own configuration, so that no name of one stands here.
import { execFile } from 'node:child_process';
import { homedir } from 'node:os';
import { promisify } from 'node:util';
import { repositoryRoot } from '../generate/crd.ts';
import { repositoryFiles } from './files.ts';

const run = promisify(execFile);
const deadlineMs = 30_000;

/** Hosts that everybody uses. */
const publicHosts = ['registry.npmjs.org', 'pypi.org', 'files.pythonhosted.org', 'proxy.golang.org', 'sum.golang.org', 'deb.debian.org', 'security.debian.org', 'github.com', 'localhost'];

/** `path:line: what stands there`, for each find. */
export async function foreignNames(): Promise<string[]> {
  const names = [...machinePaths(), ...(await mirrorHosts())];
  return repositoryFiles().flatMap(({ path, text }) =>
    text.split('\n').flatMap((line, index) => names.filter((name) => holds(line, name)).map((name) => `${path}:${String(index + 1)}: ${name}`)),
  );
}

/** As a word of its own: `/root` is a path of the machine, `/rootfs` and `$folder/root/…` are none. */
export function holds(line: string, name: string): boolean {
  for (let at = line.indexOf(name); at >= 0; at = line.indexOf(name, at + 1)) {
    const before = line.charAt(at - 1);
    const after = line.charAt(at + name.length);
    if (!/[\w.}$)/-]/.test(before) && !/[\w-]/.test(after)) return true;
  }
  return false;
}

/** The root folder of root is a name in every container image, so it counts only with something of a developer below it. */
function machinePaths(): string[] {
  const home = homedir();
  const below = ['.cache/trainyard', '.npmrc.', 'go/pkg', 'work', 'src', 'projects'].map((folder) => `${home}/${folder}`);
  const root = repositoryRoot.replace(/\/$/, '');
  return [root, root.slice(0, root.lastIndexOf('/')), ...(home === '/root' ? below : [home])].filter((path) => path.length > 1);
}

async function mirrorHosts(): Promise<string[]> {
  const configured = await Promise.all([
    output('npm', ['config', 'get', 'registry']),
    output('python3', ['-m', 'pip', 'config', 'list']),
    output('go', ['env', 'GOPROXY', 'GOSUMDB']),
    output('apt-get', ['indextargets', '--format', '$(REPO_URI)']),
  ]);
  const proxies = ['GOPROXY', 'PIP_INDEX_URL', 'HTTPS_PROXY', 'HTTP_PROXY', 'https_proxy', 'http_proxy'].map((name) => process.env[name] ?? '');
  const hosts = [...configured, ...proxies].flatMap((text) => [...text.matchAll(/https?:\/\/(?:[^@/\s'"]*@)?([^/:\s'",]+)/g)].map((match) => match[1] ?? ''));
  return [...new Set(hosts)].filter((host) => host !== '' && !publicHosts.includes(host) && !/^(127|10|192\.168)\./.test(host));
}

/** What a program prints, or nothing where it is not installed. */
async function output(file: string, args: readonly string[]): Promise<string> {
  try {
    return (await run(file, args, { timeout: deadlineMs, maxBuffer: 16 * 1024 * 1024 })).stdout;
  } catch {
    return ''; // a machine without this package manager has no mirror for it
  }
}
