import { describe, expect, it } from 'vitest';
import { runOf } from '../testing/run-story.ts';
import { buildJob } from './job-objects.ts';

const trainer = { image: 'registry/trainer@sha256:1', storeSecretName: 'trainyard-store' };
const launch = { number: 1, attempt: 1, outputUri: 's3://models/ml/tumour-xgb/01234567/1/', featureStoreUri: 's3://models/ml/_features/', parent: undefined };

interface Pod {
  readonly metadata: { readonly labels: Record<string, string>; readonly annotations?: Record<string, string> };
  readonly spec: Record<string, unknown> & { readonly containers: readonly { readonly env: { name: string; value?: string }[]; readonly volumeMounts: { name: string; mountPath: string }[] }[]; readonly volumes: { name: string }[] };
}

/** Past the CRD, which refuses some of it: what a later rule refuses may be stored already. */
function podWith(kubernetes: object): Pod {
  const run = runOf();
  const spec = { ...run.spec, backend: { ...run.spec.backend, kubernetes: { ...run.spec.backend.kubernetes, ...kubernetes } } };
  return (buildJob({ ...run, spec }, launch, trainer).spec as { template: Pod }).template;
}

const plain = podWith({});

describe('what is laid over the pod', () => {
  it('is added to it', () => {
    const pod = podWith({
      podTemplate: {
        metadata: { labels: { team: 'radiology' }, annotations: { 'sidecar.istio.io/inject': 'false' } },
        spec: {
          serviceAccountName: 'reader',
          priorityClassName: 'low',
          imagePullSecrets: [{ name: 'pull' }],
          affinity: { podAntiAffinity: { a: 1 } },
          volumes: [{ name: 'shm', emptyDir: { medium: 'Memory' } }],
          containers: [{ name: 'trainer', env: [{ name: 'OMP_NUM_THREADS', value: '2' }], volumeMounts: [{ name: 'shm', mountPath: '/dev/shm' }] }],
        },
      },
    });
    expect(pod.metadata).toEqual({ labels: { team: 'radiology', ...plain.metadata.labels }, annotations: { 'sidecar.istio.io/inject': 'false' } });
    expect(pod.spec).toMatchObject({ ...plain.spec, serviceAccountName: 'reader', priorityClassName: 'low', imagePullSecrets: [{ name: 'pull' }], affinity: { podAntiAffinity: { a: 1 } }, containers: expect.anything() as object, volumes: expect.anything() as object });
    expect(pod.spec.volumes).toEqual([...plain.spec.volumes, { name: 'shm', emptyDir: { medium: 'Memory' } }]);
    const [container] = pod.spec.containers;
    const [before] = plain.spec.containers;
    expect(container).toEqual({ ...before, env: [...before!.env, { name: 'OMP_NUM_THREADS', value: '2' }], volumeMounts: [...before!.volumeMounts, { name: 'shm', mountPath: '/dev/shm' }] });
  });

  it('takes nothing of ours away, whatever it says', () => {
    const pod = podWith({
      podTemplate: {
        metadata: { labels: { 'trainyard.dev/training-run': 'other' } },
        spec: {
          restartPolicy: 'Always',
          securityContext: { runAsUser: 0 },
          automountServiceAccountToken: true,
          volumes: [{ name: 'tmp', hostPath: { path: '/' } }],
          containers: [{ name: 'trainer', image: 'mine', command: ['sh'], securityContext: { privileged: true }, env: [{ name: 'TRAINYARD_OUTPUT_URI', value: 's3://mine/' }], volumeMounts: [{ name: 'tmp', mountPath: '/trainyard/run.json' }] }],
        },
      },
    });
    expect(pod).toEqual(plain);
  });

  it('is nothing where nothing is wanted', () => {
    expect(podWith({ podTemplate: {} })).toEqual(plain);
    expect(Object.keys(plain.spec)).not.toContain('affinity');
  });
});

describe('spot', () => {
  const terms = (pod: Pod): { preference: { matchExpressions: { key: string }[] } }[] => (pod.spec['affinity'] as { nodeAffinity: { preferredDuringSchedulingIgnoredDuringExecution: never[] } }).nodeAffinity.preferredDuringSchedulingIgnoredDuringExecution;

  it('accepts the taints of spot nodes beside those that the user accepts', () => {
    const mine = { key: 'gpu', operator: 'Exists' };
    const keys = (podWith({ spot: true, tolerations: [mine] }).spec['tolerations'] as { key: string }[]).map(({ key }) => key);
    expect(keys).toEqual(['gpu', 'trainyard.dev/spot', 'cloud.google.com/gke-spot', 'kubernetes.azure.com/scalesetpriority']);
    expect(podWith({ spot: false, tolerations: [mine] }).spec['tolerations']).toEqual([mine]);
  });
  it('prefers spot nodes and requires none', () => {
    const pod = podWith({ spot: true });
    expect(terms(pod).map(({ preference }) => preference.matchExpressions[0]?.key)).toEqual(['trainyard.dev/spot', 'cloud.google.com/gke-spot', 'kubernetes.azure.com/scalesetpriority', 'eks.amazonaws.com/capacityType', 'karpenter.sh/capacity-type']);
    expect(JSON.stringify(pod.spec['affinity'])).not.toContain('required');
  });
  it('keeps the affinity of the user', () => {
    const required = { nodeSelectorTerms: [{ matchExpressions: [{ key: 'zone', operator: 'Exists' }] }] };
    const term = { weight: 1, preference: { matchExpressions: [{ key: 'disk', operator: 'Exists' }] } };
    const pod = podWith({ spot: true, podTemplate: { spec: { affinity: { podAffinity: { a: 1 }, nodeAffinity: { requiredDuringSchedulingIgnoredDuringExecution: required, preferredDuringSchedulingIgnoredDuringExecution: [term] } } } } });
    expect(pod.spec['affinity']).toMatchObject({ podAffinity: { a: 1 }, nodeAffinity: { requiredDuringSchedulingIgnoredDuringExecution: required } });
    expect(terms(pod)).toHaveLength(6);
    expect(terms(pod).at(-1)).toEqual(term);
  });
});

describe('a queue', () => {
  it('gets a suspended Job with its name on it', () => {
    const job = buildJob(runOf({ spec: { backend: { kubernetes: { queueName: 'research' } } } }), launch, trainer);
    expect(job.metadata.labels).toMatchObject({ 'kueue.x-k8s.io/queue-name': 'research', 'trainyard.dev/training-run': 'tumour-xgb' });
    expect(job.spec).toMatchObject({ suspend: true });
  });
  it('is not asked where none is named', () => {
    const job = buildJob(runOf(), launch, trainer);
    expect(job.metadata.labels).not.toHaveProperty('kueue.x-k8s.io/queue-name');
    expect(job.spec).not.toHaveProperty('suspend');
  });
});
