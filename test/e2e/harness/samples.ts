import { GetObjectCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import type { Kube } from './kube.ts';
import { storeSecret } from './install.ts';

export type Row = Readonly<Record<string, number | string | null>>;

export function s3Client(kube: Kube): S3Client {
  const { endpoint, accessKey, secretKey } = kube.addresses.s3;
  return new S3Client({ endpoint, region: 'us-east-1', forcePathStyle: true, credentials: { accessKeyId: accessKey, secretAccessKey: secretKey } });
}

export async function putObject(kube: Kube, bucket: string, key: string, body: string | Uint8Array): Promise<void> {
  const client = s3Client(kube);
  try {
    await client.send(new PutObjectCommand({ Bucket: bucket, Key: key, Body: body }));
  } finally {
    client.destroy();
  }
}

export async function readObject(kube: Kube, bucket: string, key: string): Promise<string> {
  const client = s3Client(kube);
  try {
    const { Body } = await client.send(new GetObjectCommand({ Bucket: bucket, Key: key }));
    return (await Body?.transformToString()) ?? '';
  } finally {
    client.destroy();
  }
}

/** The rows of the uploaded table without the columns that a model must not see. */
export async function featureRows(kube: Kube, key: string, without: readonly string[]): Promise<readonly Row[]> {
  const [header = '', ...lines] = (await readObject(kube, 'data', key)).trim().split(/\r?\n/);
  const names = header.split(',');
  return lines.map((line) => Object.fromEntries(line.split(',').map((value, i) => [names[i] ?? '', Number(value)] as const).filter(([name]) => !without.includes(name))));
}

/** Runs one command of the trainer image as a Job and returns what it printed. */
export async function trainerJob(kube: Kube, namespace: string, name: string, args: readonly string[]): Promise<string> {
  await kube.kubectl('delete', 'job', name, '-n', namespace, '--ignore-not-found');
  const container = {
    name: 'trainer',
    image: 'trainyard.dev/trainer:dev',
    imagePullPolicy: 'IfNotPresent',
    command: ['python', '-m', ...args],
    envFrom: [{ secretRef: { name: storeSecret } }],
    securityContext: { allowPrivilegeEscalation: false, readOnlyRootFilesystem: true, capabilities: { drop: ['ALL'] } },
    volumeMounts: [{ name: 'tmp', mountPath: '/tmp' }],
  };
  const pod = { restartPolicy: 'Never', automountServiceAccountToken: false, securityContext: { runAsNonRoot: true, seccompProfile: { type: 'RuntimeDefault' } }, containers: [container], volumes: [{ name: 'tmp', emptyDir: {} }] };
  await kube.apply([{ apiVersion: 'batch/v1', kind: 'Job', metadata: { name, namespace }, spec: { backoffLimit: 0, template: { spec: pod } } }]);
  await kube.kubectl('wait', '-n', namespace, `job/${name}`, '--for=condition=complete', '--timeout=120s').catch(async (error: unknown) => {
    throw new Error(`job ${name} did not complete:\n${await kube.kubectl('logs', '-n', namespace, `job/${name}`)}`, { cause: error });
  });
  return kube.kubectl('logs', '-n', namespace, `job/${name}`);
}

export async function uploadBreastCancer(kube: Kube, namespace: string): Promise<void> {
  await trainerJob(kube, namespace, 'upload-breast-cancer', ['trainyard_trainer.samples', 'breast-cancer', 's3://data/tumour.csv']);
}
