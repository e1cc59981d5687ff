import { KubeConfig } from '@kubernetes/client-node';
import type { ModelDeployment } from '../crds/generated/model-deployment.ts';
import type { ModelVersion } from '../crds/generated/model-version.ts';
import { modelDeploymentResource, modelVersionResource } from '../crds/generated/resources.ts';
import { createClient, type ApiClient, type LogReader } from '../operator/runtime/client.ts';
import { systemClock, type Clock } from '../operator/runtime/clock.ts';
import { createLogger, type Logger } from '../operator/runtime/log.ts';
import { createMetrics, type Metrics } from '../operator/runtime/metrics.ts';
import { nameOf, type OptionValues } from './arguments.ts';
import { Failure } from './failure.ts';

export interface Connection {
  readonly client: ApiClient & LogReader;
  readonly namespace: string;
  /** Of the kubeconfig, for servers that do not tell who one is. */
  readonly kubeconfigUser: string;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly metrics: Metrics;
}

/** A person waits: less patience than the operator has. */
const policy = { deadlineMs: 15_000, attempts: 3 };

export function connect(values: OptionValues): Connection {
  const kubeConfig = load(values);
  const context = kubeConfig.getContextObject(kubeConfig.getCurrentContext());
  const surroundings = { clock: systemClock(), logger: createLogger({ level: 'silent' }), metrics: createMetrics() };
  const namespace = values.namespace ?? context?.namespace;
  return {
    ...surroundings,
    client: createClient({ kubeConfig, ...surroundings, policy }),
    namespace: namespace === undefined || namespace === '' ? 'default' : namespace,
    kubeconfigUser: context?.user ?? 'unknown',
  };
}

function load({ kubeconfig, context }: OptionValues): KubeConfig {
  const kubeConfig = new KubeConfig();
  try {
    if (kubeconfig === undefined) kubeConfig.loadFromDefault();
    else kubeConfig.loadFromFile(kubeconfig);
  } catch (error) {
    throw new Failure(`the kubeconfig ${kubeconfig ?? ''} cannot be read (${(error as Error).message}): name another one by --kubeconfig or KUBECONFIG`, 1, error);
  }
  if (context !== undefined) {
    if (kubeConfig.getContextObject(context) === null) throw new Failure(`the kubeconfig has no context ${context}: "kubectl config get-contexts" lists those it has`);
    kubeConfig.setCurrentContext(context);
  }
  if (kubeConfig.getCurrentCluster() === null) throw new Failure('the kubeconfig names no cluster: name a context by --context, or another file by --kubeconfig');
  return kubeConfig;
}

export const deploymentKinds = ['modeldeployment', 'modeldeployments', 'md', 'modeldeployment.trainyard.dev', 'modeldeployments.trainyard.dev'];

export async function readDeployment({ client, namespace }: Connection, word: string): Promise<ModelDeployment> {
  const name = nameOf(word, deploymentKinds);
  const found = await client.get<ModelDeployment>(modelDeploymentResource, { namespace, name });
  if (found === undefined) throw missing('ModelDeployment', 'modeldeployments', namespace, name);
  return found;
}

export const versionKinds = ['modelversion', 'modelversions', 'mv', 'modelversion.trainyard.dev', 'modelversions.trainyard.dev'];

export async function readVersion({ client, namespace }: Connection, word: string): Promise<ModelVersion> {
  const name = nameOf(word, versionKinds);
  const found = await client.get<ModelVersion>(modelVersionResource, { namespace, name });
  if (found === undefined) throw missing('ModelVersion', 'modelversions', namespace, name);
  return found;
}

export function missing(kind: string, plural: string, namespace: string, name: string): Failure {
  return new Failure(`there is no ${kind} ${name} in the namespace ${namespace}: "kubectl get ${plural} -n ${namespace}" lists those that exist, -n names another namespace`);
}
