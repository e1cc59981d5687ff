import { restrictedContainer, restrictedPod } from '../../../controllers/shared/restricted-pod.ts';

interface Program {
  readonly name: string;
  readonly namespace: string;
  /** Of trainyard.dev, built for the tests. */
  readonly image: string;
  readonly port: number;
  /** Folders that it may write, by the name of the volume; they go with the pod. */
  readonly folders: Readonly<Record<string, string>>;
  /** What else its container needs. */
  readonly container: object;
}

/** A program beside Trainyard: one pod that meets the restricted Pod Security Standard, behind a Service of its name. */
export function ownService({ name, namespace, image, port, folders, container }: Program): object[] {
  const labels = { app: name };
  const metadata = { name, namespace };
  const volumes = Object.entries({ ...folders, tmp: '/tmp' });
  const whole = {
    name,
    image: `trainyard.dev/${image}:dev`,
    imagePullPolicy: 'IfNotPresent',
    ports: [{ containerPort: port }],
    securityContext: restrictedContainer,
    volumeMounts: volumes.map(([volume, mountPath]) => ({ name: volume, mountPath })),
    ...container,
  };
  const spec = { ...restrictedPod, terminationGracePeriodSeconds: 1, containers: [whole], volumes: volumes.map(([volume]) => ({ name: volume, emptyDir: {} })) };
  return [
    { apiVersion: 'v1', kind: 'Service', metadata, spec: { selector: labels, ports: [{ name: 'http', port, targetPort: port }] } },
    { apiVersion: 'apps/v1', kind: 'Deployment', metadata, spec: { replicas: 1, strategy: { type: 'Recreate' }, selector: { matchLabels: labels }, template: { metadata: { labels }, spec } } },
  ];
}
