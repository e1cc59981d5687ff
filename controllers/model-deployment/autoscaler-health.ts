import { condition, type HorizontalPodAutoscaler } from '../shared/kube-types.ts';
import type { ScalerHealth } from './context.ts';

/** What an autoscaler says of itself; undefined while it has said nothing, as where none works in the cluster. */
export function autoscalerHealth(autoscaler: HorizontalPodAutoscaler): ScalerHealth | undefined {
  const conditions = autoscaler.status?.conditions;
  const able = condition(conditions, 'AbleToScale');
  const active = condition(conditions, 'ScalingActive');
  const told = able?.status === 'False' ? able : active;
  if (told === undefined) return undefined;
  if (told.status === 'True') return { works: true };
  return { works: false, lacks: told === able ? 'Access' : 'Metrics', since: told.lastTransitionTime ?? '', message: told.message ?? told.reason ?? '' };
}
