import { expect, it } from 'vitest';
import type { KubeCondition } from '../../shared/kube-types.ts';
import { autoscalerHealth } from '../autoscaler-health.ts';
import { deploymentOf, ownedByDeployment } from '../testing/objects.ts';
import { buildAutoscaler } from './autoscaler.ts';

const identity = { deployment: 'web', revision: 'web-12345678', model: 'tumour', version: 'tumour-1' };
const bounds = { least: 2, most: 9, targetCpuPercent: 70, stabilizationSeconds: 300, mayShrink: true };

it('an autoscaler scales the Deployment of its revision, by the server container alone', () => {
  expect(buildAutoscaler(deploymentOf(), identity, bounds)).toMatchObject({
    apiVersion: 'autoscaling/v2',
    kind: 'HorizontalPodAutoscaler',
    metadata: { name: 'web-12345678', namespace: 'ml', labels: { 'trainyard.dev/revision': 'web-12345678', 'trainyard.dev/deployment': 'web' }, ownerReferences: [ownedByDeployment] },
    spec: {
      scaleTargetRef: { apiVersion: 'apps/v1', kind: 'Deployment', name: 'web-12345678' },
      minReplicas: 2,
      maxReplicas: 9,
      metrics: [{ type: 'ContainerResource', containerResource: { name: 'cpu', container: 'server', target: { type: 'Utilization', averageUtilization: 70 } } }],
      behavior: { scaleDown: { stabilizationWindowSeconds: 300, selectPolicy: 'Max' } },
    },
  });
});

it('one that may not shrink takes no pod away', () => {
  expect(buildAutoscaler(deploymentOf(), identity, { ...bounds, mayShrink: false }).spec).toMatchObject({ behavior: { scaleDown: { selectPolicy: 'Disabled' } } });
});

const at = '2026-01-01T00:00:00Z';
const told = (type: string, status: string, message = 'why'): KubeCondition => ({ type, status, reason: 'Reason', message, lastTransitionTime: at });

it.each<[string, KubeCondition[] | undefined, ReturnType<typeof autoscalerHealth>]>([
  ['nothing yet', undefined, undefined],
  ['that it may scale, and no more', [told('AbleToScale', 'True')], undefined],
  ['that it reads its metrics', [told('AbleToScale', 'True'), told('ScalingActive', 'True')], { works: true }],
  ['that it cannot read them', [told('AbleToScale', 'True'), told('ScalingActive', 'False')], { works: false, lacks: 'Metrics', since: at, message: 'why' }],
  ['that it cannot write', [told('AbleToScale', 'False', 'forbidden'), told('ScalingActive', 'True')], { works: false, lacks: 'Access', since: at, message: 'forbidden' }],
])('an autoscaler says %s', (_, conditions, expected) => {
  const autoscaler = buildAutoscaler(deploymentOf(), identity, bounds);
  expect(autoscalerHealth(conditions === undefined ? autoscaler : { ...autoscaler, status: { conditions } })).toEqual(expected);
});
