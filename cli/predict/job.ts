import { createHash } from 'node:crypto';
import type { ModelVersion } from '../../crds/generated/model-version.ts';
import type { KubeObject, ResourceType } from '../../operator/runtime/types.ts';
import type { PodWishes, Prediction } from './prediction.ts';
import { restrictedContainer, restrictedPod } from '../../controllers/shared/restricted-pod.ts';

export const jobs: ResourceType = { group: 'batch', version: 'v1', kind: 'Job', plural: 'jobs', namespaced: true };

export interface JobCondition {
  readonly type: string;
  readonly status: string;
  readonly reason?: string;
  readonly message?: string;
}

export interface Job extends KubeObject {
  spec?: Record<string, unknown>;
  status?: { readonly active?: number; readonly conditions?: readonly JobCondition[] };
}

export interface ServerImage {
  readonly image: string;
  /** Secret in the namespace with the credentials of the store, as AWS_* variables. */
  readonly storeSecretName: string;
}

export const containerName = 'predict';
/** A label holds 63 characters, and the name of a Job becomes one. */
const longestName = 63;

/** The same model, input, output and options give the same name, so asking again finds the Job and does not double it. */
export function jobName({ metadata, spec }: ModelVersion, prediction: Prediction): string {
  const asked = JSON.stringify([spec.artifact.sha256, spec.manifest.sha256, prediction.input, prediction.output, prediction.keep, prediction.onBadRow, prediction.rowsPerPart, prediction.threads]);
  const ending = `-predict-${createHash('sha256').update(asked).digest('hex').slice(0, 8)}`;
  return metadata.name.slice(0, longestName - ending.length).replace(/[-.]+$/, '') + ending;
}

/** The model server's image with another command. A pod that is lost, or finds the store away, is followed by another one, which goes on. */
export function buildJob(version: ModelVersion, namespace: string, prediction: Prediction, server: ServerImage, wishes: PodWishes): Job {
  const { metadata, spec } = version;
  const models = [{ name: spec.model, version: metadata.name, revision: 'batch', artifact: { uri: spec.artifact.uri, sha256: spec.artifact.sha256 }, manifest: { uri: spec.manifest.uri, sha256: spec.manifest.sha256 } }];
  const labels = { 'app.kubernetes.io/managed-by': 'kubectl-trainyard', 'app.kubernetes.io/component': 'batch-prediction', 'trainyard.dev/model': spec.model, 'trainyard.dev/version': metadata.name };
  const amounts = { cpu: wishes.cpu, memory: wishes.memory };
  return {
    apiVersion: 'batch/v1',
    kind: 'Job',
    metadata: { name: jobName(version, prediction), namespace, labels, annotations: { 'trainyard.dev/input': prediction.input, 'trainyard.dev/output': prediction.output } },
    spec: {
      backoffLimit: wishes.retries,
      // Two at once would do the same work twice.
      podReplacementPolicy: 'Failed',
      ...(wishes.ttlSeconds === undefined ? {} : { ttlSecondsAfterFinished: wishes.ttlSeconds }),
      podFailurePolicy: {
        rules: [
          // Exit codes of model-server/batch/errors.ts: neither wrong data nor a wrong configuration gets better by itself.
          { action: 'FailJob', onExitCodes: { containerName, operator: 'In', values: [65, 78] } },
          // A drained node is nobody's fault.
          { action: 'Ignore', onPodConditions: [{ type: 'DisruptionTarget', status: 'True' }] },
        ],
      },
      template: {
        // A sidecar would outlive the prediction, and the Job never end.
        metadata: { labels: { ...labels, 'sidecar.istio.io/inject': 'false' } },
        spec: {
          restartPolicy: 'Never',
          ...restrictedPod,
          containers: [
            {
              name: containerName,
              image: server.image,
              imagePullPolicy: 'IfNotPresent',
              command: ['node', '--max-semi-space-size=4', '--heap-growing-percent=30', 'batch/main.ts'],
              env: [
                { name: 'TRAINYARD_MODELS', value: JSON.stringify(models) },
                { name: 'TRAINYARD_INPUT', value: prediction.input },
                { name: 'TRAINYARD_OUTPUT', value: prediction.output },
                { name: 'TRAINYARD_KEEP', value: JSON.stringify(prediction.keep) },
                { name: 'TRAINYARD_ON_BAD_ROW', value: prediction.onBadRow },
                { name: 'TRAINYARD_ROWS_PER_PART', value: String(prediction.rowsPerPart) },
                { name: 'TRAINYARD_THREADS', value: String(prediction.threads) },
              ],
              envFrom: [{ secretRef: { name: server.storeSecretName } }],
              resources: { requests: amounts, limits: amounts },
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

export type JobState = 'running' | 'done' | 'failed';

export function stateOf({ status }: Job): JobState {
  const holds = (type: string): boolean => status?.conditions?.some((one) => one.type === type && one.status === 'True') === true;
  if (holds('Complete')) return 'done';
  return holds('Failed') ? 'failed' : 'running';
}

/** What Kubernetes says of a failed Job. */
export function failureText({ status }: Job): string {
  const failed = status?.conditions?.find(({ type, status: holds }) => type === 'Failed' && holds === 'True');
  return [failed?.reason, failed?.message].filter((part) => part !== undefined && part !== '').join(': ');
}
