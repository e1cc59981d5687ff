import { KubeConfig } from '@kubernetes/client-node';
import { createClient, type ApiClient } from '../../../operator/runtime/client.ts';
import { systemClock } from '../../../operator/runtime/clock.ts';
import { createLogger } from '../../../operator/runtime/log.ts';
import { createMetrics } from '../../../operator/runtime/metrics.ts';
import type { KubeObject, ResourceType } from '../../../operator/runtime/types.ts';
import { binary, clusterAddresses, command, type ClusterAddresses } from './cluster.ts';

/** What no waiting can mend: ends a `waitFor` at once. */
export class Fatal extends Error {
  override readonly name = 'Fatal';
}

/** A person at a terminal, and a client for what is tedious to read from a terminal. */
export interface Kube {
  readonly addresses: ClusterAddresses;
  readonly client: ApiClient;
  kubectl(...args: readonly string[]): Promise<string>;
  helm(...args: readonly string[]): Promise<string>;
  /** `kubectl apply -f -` of YAML or objects. */
  apply(manifest: string | readonly object[], namespace?: string): Promise<string>;
  /** Asks every 100 ms until `read` gives a value; fails with what it saw last. */
  waitFor<T>(what: string, read: () => Promise<T | undefined>, timeoutMs: number): Promise<T>;
  object<T extends KubeObject>(type: ResourceType, namespace: string, name: string): Promise<T | undefined>;
  close(): Promise<void>;
}

export async function connect(): Promise<Kube> {
  const addresses = await clusterAddresses();
  const [kubectlPath, helmPath] = await Promise.all([binary('kubectl'), binary('helm')]);
  const kubeConfig = new KubeConfig();
  kubeConfig.loadFromFile(addresses.kubeconfig);
  const client = createClient({ kubeConfig, clock: systemClock(), logger: createLogger({ level: 'error' }), metrics: createMetrics() });
  const env = { KUBECONFIG: addresses.kubeconfig };
  const kube: Kube = {
    addresses,
    client,
    kubectl: (...args) => command(kubectlPath, args, { env }),
    helm: (...args) => command(helmPath, args, { env }),
    apply(manifest, namespace) {
      const input = typeof manifest === 'string' ? manifest : manifest.map((object) => JSON.stringify(object)).join('\n---\n');
      return command(kubectlPath, ['apply', ...(namespace === undefined ? [] : ['-n', namespace]), '-f', '-'], { env, input });
    },
    async waitFor(what, read, timeoutMs) {
      const started = performance.now();
      let last: unknown;
      while (performance.now() - started < timeoutMs) {
        try {
          const value = await read();
          if (value !== undefined) return value;
        } catch (error) {
          if (error instanceof Fatal) throw error;
          last = error;
        }
        await new Promise((resolve) => setTimeout(resolve, 100));
      }
      throw new Error(`${what}: not within ${timeoutMs / 1000} s`, { cause: last });
    },
    object: (type, namespace, name) => client.get(type, { namespace, name }),
    close: () => client.close(),
  };
  return kube;
}
