import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { fileURLToPath } from 'node:url';

const run = promisify(execFile);

export const repository = fileURLToPath(new URL('../../..', import.meta.url));
const tool = `${repository}cluster/cluster`;
const maxOutput = 64 * 1024 * 1024;

/** Where the parts of the running cluster answer, as seen from this machine. */
export interface ClusterAddresses {
  readonly kubeconfig: string;
  readonly gateway: string;
  readonly prometheus: string;
  /** Undefined where this machine cannot read it: a cluster of somebody else's. */
  readonly auditLog: string | undefined;
  readonly s3: { readonly endpoint: string; readonly endpointInCluster: string; readonly accessKey: string; readonly secretKey: string };
}

export async function clusterAddresses(): Promise<ClusterAddresses> {
  const { stdout } = await run('bash', [tool, 'env'], { maxBuffer: maxOutput });
  const variables = new Map([...stdout.matchAll(/^export ([A-Z0-9_]+)=(.*)$/gm)].map(([, name = '', value = '']) => [name, value.replace(/^(['"])(.*)\1$/, '$2')]));
  const need = (name: string): string => {
    const value = variables.get(name);
    if (value === undefined || value === '') throw new Error(`cluster/cluster env does not tell ${name}; is the cluster up? (make cluster-up)`);
    return value;
  };
  return {
    kubeconfig: need('KUBECONFIG'),
    gateway: need('TRAINYARD_GATEWAY_URL'),
    prometheus: need('TRAINYARD_PROMETHEUS_URL'),
    auditLog: variables.get('TRAINYARD_AUDIT_LOG') || undefined,
    s3: { endpoint: need('TRAINYARD_S3_ENDPOINT'), endpointInCluster: need('TRAINYARD_S3_ENDPOINT_IN_CLUSTER'), accessKey: need('TRAINYARD_S3_ACCESS_KEY'), secretKey: need('TRAINYARD_S3_SECRET_KEY') },
  };
}

export async function binary(name: 'kubectl' | 'helm' | 'argocd'): Promise<string> {
  const { stdout } = await run('bash', [tool, 'path', name], { maxBuffer: maxOutput });
  return stdout.trim();
}

/** Whether the cluster was made for the tests, and is gone after them: there they may remove what others would miss. */
export function isOurs({ auditLog }: ClusterAddresses): boolean {
  return auditLog !== undefined;
}

/** Starts what the cluster runs on demand only; the first time it is built, which takes minutes. */
export async function startAddon(name: 'metrics-server' | 'argocd'): Promise<void> {
  await command('bash', [tool, 'addon', name]);
}

/** Runs a command to its end; the error of one that fails carries what it printed. */
export async function command(file: string, args: readonly string[], options: { readonly env?: NodeJS.ProcessEnv; readonly input?: string } = {}): Promise<string> {
  const child = run(file, [...args], { maxBuffer: maxOutput, env: { ...process.env, ...options.env }, cwd: repository });
  if (options.input !== undefined) child.child.stdin?.end(options.input);
  try {
    return (await child).stdout;
  } catch (error) {
    const { stderr = '', stdout = '' } = error as { stderr?: string; stdout?: string };
    throw new Error(`${file} ${args.join(' ')} failed:\n${stderr.trim() || stdout.trim()}`, { cause: error });
  }
}
