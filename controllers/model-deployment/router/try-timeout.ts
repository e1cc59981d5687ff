import type { ModelDeploymentSpec } from '../../../crds/generated/model-deployment.ts';
import { durationMs } from '../../shared/duration.ts';

/** Milliseconds that a shielded candidate has to answer. Unless somebody chose otherwise, stable gets as many. */
export function tryTimeoutMs({ traffic, rollout }: ModelDeploymentSpec): number {
  const { tryTimeout } = rollout.shield;
  return tryTimeout === undefined ? durationMs(traffic.timeout) / 2 : durationMs(tryTimeout);
}
