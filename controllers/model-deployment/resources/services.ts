import type { ModelDeployment } from '../../../crds/generated/model-deployment.ts';
import { ownerReference } from '../../../operator/runtime/owners.ts';
import type { KubeObject } from '../../../operator/runtime/types.ts';
import { label, managedByValue } from '../../shared/names.ts';
import { revisionLabels, type RevisionIdentity } from './labels.ts';

export interface Service extends KubeObject {
  spec: { selector: Record<string, string>; ports: { name: string; port: number; targetPort: string; appProtocol: string }[] };
}

const ports = [{ name: 'http', port: 80, targetPort: 'http', appProtocol: 'http' }];
export const servicePort = 80;

/** The address of one revision; the weights of the VirtualService name it. */
export function buildRevisionService(owner: ModelDeployment, identity: RevisionIdentity): Service {
  return {
    apiVersion: 'v1',
    kind: 'Service',
    metadata: { name: identity.revision, namespace: owner.metadata.namespace ?? '', labels: revisionLabels(identity), ownerReferences: [ownerReference(owner)] },
    spec: { selector: { [label.revision]: identity.revision }, ports },
  };
}

/** The address of the deployment itself. Clients outside the mesh know no weights, so they get stable. */
export function buildFrontService(owner: ModelDeployment, stableRevision: string): Service {
  const labels = { [label.managedBy]: managedByValue, [label.deployment]: owner.metadata.name, [label.model]: owner.spec.model };
  return {
    apiVersion: 'v1',
    kind: 'Service',
    metadata: { name: owner.metadata.name, namespace: owner.metadata.namespace ?? '', labels, ownerReferences: [ownerReference(owner)] },
    spec: { selector: { [label.revision]: stableRevision }, ports },
  };
}

/** Name of the address that the candidate's share of the traffic goes to while it is shielded. */
export function candidateService(deployment: string): string {
  return `${deployment}-candidate`;
}

/** An address of the candidate's pods that proxies with a shield replace (router/shield-filter.ts); others simply use it. */
export function buildCandidateService(owner: ModelDeployment, candidate: string): Service {
  const labels = { [label.managedBy]: managedByValue, [label.deployment]: owner.metadata.name, [label.model]: owner.spec.model };
  return {
    apiVersion: 'v1',
    kind: 'Service',
    metadata: { name: candidateService(owner.metadata.name), namespace: owner.metadata.namespace ?? '', labels, ownerReferences: [ownerReference(owner)] },
    spec: { selector: { [label.revision]: candidate }, ports },
  };
}

export interface PodDisruptionBudget extends KubeObject {
  spec: { maxUnavailable: number; selector: { matchLabels: Record<string, string> } };
}

/** A node drain takes one pod of a revision at a time. */
export function buildDisruptionBudget(owner: ModelDeployment, identity: RevisionIdentity): PodDisruptionBudget {
  return {
    apiVersion: 'policy/v1',
    kind: 'PodDisruptionBudget',
    metadata: { name: identity.revision, namespace: owner.metadata.namespace ?? '', labels: revisionLabels(identity), ownerReferences: [ownerReference(owner)] },
    spec: { maxUnavailable: 1, selector: { matchLabels: { [label.revision]: identity.revision } } },
  };
}
