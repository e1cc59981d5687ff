import type { ModelDeployment } from '../../../crds/generated/model-deployment.ts';
import type { ModelVersion } from '../../../crds/generated/model-version.ts';
import type { Gateway } from '../../shared/kube-types.ts';
import { specOf, type SpecParts } from './rollout.ts';

/** Objects as read from the server, for the builders. */
export function deploymentOf(spec: SpecParts = {}): ModelDeployment {
  return { apiVersion: 'trainyard.dev/v1alpha1', kind: 'ModelDeployment', metadata: { name: 'web', namespace: 'ml', uid: 'uid-1' }, spec: specOf(spec) };
}

export const ownedByDeployment = { apiVersion: 'trainyard.dev/v1alpha1', kind: 'ModelDeployment', name: 'web', uid: 'uid-1', controller: true, blockOwnerDeletion: true };

export function versionOf(name = 'tumour-1'): ModelVersion {
  return {
    apiVersion: 'trainyard.dev/v1alpha1',
    kind: 'ModelVersion',
    metadata: { name, namespace: 'ml' },
    spec: { model: 'tumour', version: 1, artifact: { uri: 's3://models/a.onnx', sha256: 'a'.repeat(64), sizeBytes: 9, format: 'ONNX' }, manifest: { uri: 's3://models/a.json', sha256: 'b'.repeat(64) }, stage: 'Development', approval: { required: false, state: 'Pending' } },
  };
}

export function gatewayOf(name: string, ...hosts: readonly string[]): Gateway {
  return { apiVersion: 'networking.istio.io/v1', kind: 'Gateway', metadata: { namespace: 'istio', name }, spec: { selector: { istio: 'gateway' }, servers: [{ hosts: [...hosts] }] } };
}
