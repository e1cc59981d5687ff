import type { ModelDeployment } from '../../../crds/generated/model-deployment.ts';
import type { ModelVersion } from '../../../crds/generated/model-version.ts';
import { ownerReference } from '../../../operator/runtime/owners.ts';
import { label } from '../../shared/names.ts';
import type { Deployment } from '../../shared/kube-types.ts';
import { serverEnv } from './server-env.ts';
import { revisionLabels, type RevisionIdentity } from './labels.ts';
import { restrictedContainer, restrictedPod } from '../../shared/restricted-pod.ts';

export const apiPort = 8080;
export const metricsPort = 8081;
const drainSeconds = 5;
export const serverContainer = 'server';

export interface ServerImage {
  readonly image: string;
  /** Secret in the namespace with the credentials of the model store, as AWS_* variables. */
  readonly storeSecretName: string;
}

/** The pods of one revision. Pure: the same revision gives the same pod template, whatever role it plays. */
export function buildWorkload(owner: ModelDeployment, identity: RevisionIdentity, version: ModelVersion, server: ServerImage, replicas: number): Deployment {
  const { resources, env } = owner.spec.server;
  const { artifact, manifest } = version.spec;
  const models = [
    {
      name: identity.model,
      version: identity.version,
      revision: identity.revision,
      artifact: { uri: artifact.uri, sha256: artifact.sha256 },
      manifest: { uri: manifest.uri, sha256: manifest.sha256 },
    },
  ];
  return {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name: identity.revision, namespace: owner.metadata.namespace ?? '', labels: revisionLabels(identity), ownerReferences: [ownerReference(owner)] },
    spec: {
      replicas,
      selector: { matchLabels: { [label.revision]: identity.revision } },
      // A pod is replaced only after its successor is ready: serving never shrinks.
      strategy: { type: 'RollingUpdate', rollingUpdate: { maxUnavailable: 0, maxSurge: 1 } },
      template: {
        metadata: {
          labels: revisionLabels(identity),
          annotations: { 'prometheus.io/scrape': 'true', 'prometheus.io/port': String(metricsPort), 'prometheus.io/path': '/metrics' },
        },
        spec: {
          ...restrictedPod,
          containers: [
            {
              name: serverContainer,
              image: server.image,
              imagePullPolicy: 'IfNotPresent',
              ports: [
                { name: 'http', containerPort: apiPort },
                { name: 'metrics', containerPort: metricsPort },
              ],
              // What the user names comes last and wins, except for the identity of the model.
              env: [{ name: 'DRAIN_SECONDS', value: String(drainSeconds) }, ...serverEnv(owner.spec.server), ...(env ?? []), { name: 'TRAINYARD_MODELS', value: JSON.stringify(models) }],
              envFrom: [{ secretRef: { name: server.storeSecretName } }],
              resources,
              startupProbe: { httpGet: { path: '/v2/health/ready', port: 'http' }, periodSeconds: 1, failureThreshold: 300 },
              readinessProbe: { httpGet: { path: '/v2/health/ready', port: 'http' }, periodSeconds: 1, failureThreshold: 2, timeoutSeconds: 2 },
              livenessProbe: { httpGet: { path: '/v2/health/live', port: 'http' }, periodSeconds: 10, failureThreshold: 3, timeoutSeconds: 5 },
              securityContext: restrictedContainer,
              volumeMounts: [{ name: 'tmp', mountPath: '/tmp' }],
              terminationMessagePolicy: 'File',
            },
          ],
          volumes: [{ name: 'tmp', emptyDir: {} }],
        },
      },
    },
  };
}
