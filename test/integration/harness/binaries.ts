import { execFile } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const repository = join(dirname(fileURLToPath(import.meta.url)), '..', '..', '..');
const buildMs = 20 * 60_000; // a cold build of the control plane from Go modules takes about 5 minutes

/** Where a control plane binary lies; built first when it is missing. */
export async function binary(name: 'etcd' | 'kube-apiserver' | 'kube-controller-manager' | 'versitygw'): Promise<string> {
  try {
    const { stdout } = await promisify(execFile)('bash', [join(repository, 'cluster', 'cluster'), 'path', name], { timeout: buildMs });
    return stdout.trim();
  } catch (cause) {
    throw new Error(`the integration tests need ${name}; \`bash cluster/cluster path ${name}\` failed`, { cause });
  }
}

export function repositoryPath(...parts: string[]): string {
  return join(repository, ...parts);
}
