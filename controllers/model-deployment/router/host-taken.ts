import type { ModelDeployment } from '../../../crds/generated/model-deployment.ts';
import type { Context } from '../context.ts';

/**
 * Two routes for one host at one gateway: Istio answers by one of them, and says nothing. So the deployment that was
 * made first keeps the host; below another path there is room.
 * @param others deployments, of any namespace, that name the host.
 */
export function hostTaken(deployment: ModelDeployment, others: (host: string) => readonly ModelDeployment[]): Context['routeProblem'] {
  const { hosts = [], gateways = [] } = deployment.spec.traffic;
  for (const host of hosts) {
    const elder = others(host).find((other) => other.metadata.deletionTimestamp === undefined && isElder(other, deployment) && covers(other, deployment) && (other.spec.traffic.gateways ?? []).some((name) => gateways.includes(name)));
    if (elder !== undefined) return { reason: 'HostTaken', message: `host ${host} belongs to ModelDeployment ${nameOf(elder)}, which was made first; name another host, gateway or path` };
  }
  return undefined;
}

function nameOf({ metadata }: ModelDeployment): string {
  return `${metadata.namespace ?? ''}/${metadata.name}`;
}

/** Creation is told in whole seconds; between twins the name decides. */
function isElder(other: ModelDeployment, one: ModelDeployment): boolean {
  const age = (deployment: ModelDeployment): string => `${deployment.metadata.creationTimestamp ?? ''} ${nameOf(deployment)}`;
  return age(other) < age(one);
}

function covers(other: ModelDeployment, one: ModelDeployment): boolean {
  const folder = ({ spec }: ModelDeployment): string => (spec.traffic.path.endsWith('/') ? spec.traffic.path : `${spec.traffic.path}/`);
  return folder(one).startsWith(folder(other));
}
