import type { TrainingRun } from '../../../crds/generated/training-run.ts';
import { ownerReference } from '../../../operator/runtime/owners.ts';
import type { KubeObject } from '../../../operator/runtime/types.ts';
import type { Job } from '../../shared/kube-types.ts';
import { label, managedByValue } from '../../shared/names.ts';
import { audience } from '../progress/bearer.ts';
import type { Launch } from './backend.ts';
import { gangEnv, gangOfJob, gangOfPod } from './gang-objects.ts';
import { withOverlay } from './pod-overlay.ts';
import { restrictedContainer, restrictedPod } from '../../shared/restricted-pod.ts';

export interface TrainerImage {
  readonly image: string;
  /** Secret in the namespace with the credentials of the model store, as AWS_* variables. */
  readonly storeSecretName: string;
  /** Where the trainer reports progress to; undefined: nowhere. */
  readonly progressUrl?: string | undefined;
}

export interface ConfigMap extends KubeObject {
  immutable: boolean;
  data: Record<string, string>;
}

export const containerName = 'trainer';

/** All that Kueue needs: https://kueue.sigs.k8s.io/docs/tasks/run/jobs/ */
export const queueLabel = 'kueue.x-k8s.io/queue-name';

/** The kubelet renews the file long before. */
const tokenSeconds = 3600;

/** Deterministic, so that a launch can never be made twice. */
export function jobName(run: TrainingRun, launch: number): string {
  return `${run.metadata.name}-${launch}`;
}

export function labels(run: TrainingRun): Record<string, string> {
  const experiment = run.metadata.labels?.[label.experiment];
  return { [label.managedBy]: managedByValue, [label.run]: run.metadata.name, [label.model]: run.spec.model, ...(experiment === undefined ? {} : { [label.experiment]: experiment }) };
}

/** A run may bring its own program; the contract is the same. */
function imageOf(run: TrainingRun, trainer: TrainerImage): string {
  return run.spec.algorithm.image ?? trainer.image;
}

/** What the trainer is told: the spec with every default filled in, and where the files go. */
export function buildConfigMap(run: TrainingRun, launch: Launch, trainer: TrainerImage): ConfigMap {
  const { name, namespace = '', uid } = run.metadata;
  const order = { namespace, name, uid, attempt: launch.attempt, spec: run.spec, outputUri: launch.outputUri, featureStoreUri: launch.featureStoreUri, image: { reference: imageOf(run, trainer) }, ...(launch.checkpointUri === undefined ? {} : { checkpoint: { uri: launch.checkpointUri } }), ...(launch.parent === undefined ? {} : { parent: launch.parent }) };
  return {
    apiVersion: 'v1',
    kind: 'ConfigMap',
    metadata: { name: jobName(run, launch.number), namespace, labels: labels(run), ownerReferences: [ownerReference(run)] },
    immutable: true,
    data: { 'run.json': JSON.stringify(order, null, 2) },
  };
}

/**
 * The volume of a source that the pod mounts; of a ConfigMap its one key. A ConfigMap that is not there is mounted as
 * nothing and the trainer says so: a pod that waits for it would wait forever, and its status would not say why.
 */
function dataVolume(uri: string): Record<string, unknown> | undefined {
  const [, scheme, name = '', key = ''] = /^(pvc|configmap):\/\/([^/]+)\/(.*)$/.exec(uri) ?? [];
  if (scheme === 'pvc') return { persistentVolumeClaim: { claimName: name, readOnly: true } };
  if (scheme === 'configmap') return { configMap: { name, items: [{ key, path: key }], optional: true } };
  return undefined;
}

/** One pod, or one gang of pods, and one try. `backoffLimit: 0`, because only the operator knows which failures count. */
export function buildJob(run: TrainingRun, launch: Launch, trainer: TrainerImage): Job {
  const { namespace = '' } = run.metadata;
  const name = jobName(run, launch.number);
  const { resources, queueName } = run.spec.backend.kubernetes;
  const dataSecret = run.spec.data.source.secretRef?.name;
  const data = dataVolume(run.spec.data.source.uri);
  return {
    apiVersion: 'batch/v1',
    kind: 'Job',
    metadata: { name, namespace, labels: { ...labels(run), ...(queueName === undefined ? {} : { [queueLabel]: queueName }) }, ownerReferences: [ownerReference(run)] },
    spec: {
      backoffLimit: 0,
      ...gangOfJob(run),
      podReplacementPolicy: 'Failed',
      // Kueue's webhook would do it too; a pod that starts before Kueue is asked takes room that the queue did not give.
      ...(queueName === undefined ? {} : { suspend: true }),
      template: withOverlay({
        metadata: { labels: labels(run) },
        spec: {
          restartPolicy: 'Never',
          ...gangOfPod(run, name),
          ...restrictedPod,
          containers: [
            {
              name: containerName,
              image: imageOf(run, trainer),
              imagePullPolicy: 'IfNotPresent',
              env: [
                { name: 'TRAINYARD_RUN', value: '/trainyard/run.json' },
                { name: 'TRAINYARD_ATTEMPT', value: String(launch.attempt) },
                { name: 'TRAINYARD_OUTPUT_URI', value: launch.outputUri },
                ...gangEnv(run, name),
                ...(trainer.progressUrl === undefined ? [] : [{ name: 'TRAINYARD_PROGRESS_URL', value: `${trainer.progressUrl}?run=${namespace}/${run.metadata.name}` }]),
              ],
              envFrom: [{ secretRef: { name: trainer.storeSecretName } }],
              resources,
              securityContext: restrictedContainer,
              volumeMounts: [
                { name: 'run', mountPath: '/trainyard/run.json', subPath: 'run.json', readOnly: true },
                { name: 'tmp', mountPath: '/tmp' },
                ...(data === undefined ? [] : [{ name: 'data', mountPath: '/trainyard/data', readOnly: true }]),
                ...(dataSecret === undefined ? [] : [{ name: 'data-secret', mountPath: '/trainyard/data-secret', readOnly: true }]),
                ...(trainer.progressUrl === undefined ? [] : [{ name: 'token', mountPath: '/trainyard/token', readOnly: true }]),
              ],
            },
          ],
          volumes: [
            { name: 'run', configMap: { name } },
            { name: 'tmp', emptyDir: {} },
            ...(data === undefined ? [] : [{ name: 'data', ...data }]),
            ...(dataSecret === undefined ? [] : [{ name: 'data-secret', secret: { secretName: dataSecret } }]),
            // For this audience alone: the API server itself takes it for nobody's.
            ...(trainer.progressUrl === undefined ? [] : [{ name: 'token', projected: { sources: [{ serviceAccountToken: { path: 'token', audience, expirationSeconds: tokenSeconds } }] } }]),
          ],
        },
      }, run.spec.backend.kubernetes),
    },
  };
}
