// Objects as the API server gives them, for golden tests.
import type { ModelDeployment, ModelDeploymentSpec, ModelDeploymentStatus } from '../../crds/generated/model-deployment.ts';
import type { ModelVersion } from '../../crds/generated/model-version.ts';
import { validateModelDeploymentSpec } from '../../crds/generated/validate.js';

export const now = new Date('2026-01-01T12:00:00Z');

/** So many seconds before `now`; after it when negative. */
export function ago(seconds: number): string {
  return new Date(now.getTime() - 1000 * seconds).toISOString();
}

export function specOf(more: object = {}): ModelDeploymentSpec {
  const spec: unknown = structuredClone({ model: 'tumour', version: 'tumour-2', rollout: { steps: [{ weight: 5 }, { weight: 50 }], analysis: { slos: [{ name: 'errors', type: 'ErrorRatio', max: 0.01 }] } }, ...more });
  if (!validateModelDeploymentSpec(spec)) throw new Error(JSON.stringify(validateModelDeploymentSpec.errors));
  return spec;
}

export function deployment(status: ModelDeploymentStatus = {}, spec: object = {}): ModelDeployment {
  return { apiVersion: 'trainyard.dev/v1alpha1', kind: 'ModelDeployment', metadata: { namespace: 'ml', name: 'tumour', generation: 2 }, spec: specOf(spec), status: { observedGeneration: 2, ...status } };
}

export const stable = { version: 'tumour-1', digest: 'a'.repeat(64), revision: 'tumour-aaaaaaaa', readyReplicas: 2 };
export const candidate = { version: 'tumour-2', digest: 'b'.repeat(64), revision: 'tumour-bbbbbbbb', readyReplicas: 2 };

/** The example of docs/guide/rollouts.md, whose numbers the judge has worked out. */
export const broken: ModelDeploymentStatus = {
  stable,
  evidence: [{
    slo: 'errors', type: 'ErrorRatio', bound: 0.01, since: ago(40),
    candidate: { requests: 20, bad: 4 }, stable: { requests: 380, bad: 0 }, step: { requests: 20, bad: 4 },
    relative: 1404.977, absolute: 288.047, spacedRelative: 5.987, spacedAbsolute: 3.237, threshold: 100, dispersion: 1.21, badWindows: 2, upper: 0.5401,
    logE: [1.52309, 2.57743, 4.01321, 5.70847, 7.72409, 9.31161, 10.6946],
    window: { bad: 0, n: 60, mean: 0.5, m2: 15, withBad: 30 },
    spacedLooks: { quiet: 3, bad: 1, logBets: [0.6831, 1.23837, 1.77495, 2.37955, 3.02529, 3.69387], logE: [0.38077, 0.64436, 1.0033, 1.42712, 1.93102, 2.3279, 2.67365] },
  }],
  judge: { readAt: ago(1), sources: 'pods', answered: { candidate: { requests: 20, bad: 4 }, stable: { requests: 380, bad: 0 }, step: { requests: 20, bad: 4 } } },
};

export const rollingOut: ModelDeploymentStatus = {
  ...broken,
  candidate,
  rollout: { step: 1, steps: 2, progress: '1/2', weight: 5, verdict: 'Insufficient', stepStartedAt: ago(45), nextAt: ago(-15), text: '5 % until 2026-01-01T12:00:15.000Z' },
  conditions: [{ type: 'Ready', status: 'Unknown', reason: 'RollingOut', message: 'tumour-2 at step 1/2: 5 %', lastTransitionTime: ago(60) }],
};

export function version(name: string, more: Partial<ModelVersion> = {}): ModelVersion {
  return {
    apiVersion: 'trainyard.dev/v1alpha1',
    kind: 'ModelVersion',
    metadata: { namespace: 'ml', name, creationTimestamp: ago(7200) },
    spec: { model: 'tumour', version: Number(name.split('-').at(-1)), artifact: { uri: 's3://models/m.onnx', sha256: 'c'.repeat(64), sizeBytes: 9, format: 'ONNX' }, manifest: { uri: 's3://models/m.json', sha256: 'd'.repeat(64) }, stage: 'Production', approval: { required: false, state: 'Pending' } },
    ...more,
  };
}
