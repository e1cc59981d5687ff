import type { ModelDeploymentSpec } from '../../../crds/generated/model-deployment.ts';
import { shadowStep } from './shadow.ts';

export interface Step {
  /** Share of the candidate in percent. */
  readonly weight: number;
  readonly hold: string;
  /** Share of the traffic that is copied to the candidate. */
  readonly mirror: number;
}

/** The steps of a rollout by its strategy; after the last one the candidate is promoted. */
export function plan(spec: ModelDeploymentSpec): readonly Step[] {
  const { strategy, steps, blueGreen, abTest } = spec.rollout;
  const shadow = shadowStep(spec);
  switch (strategy) {
    case 'Canary':
      return [...(shadow === undefined ? [] : [shadow]), ...steps.map(({ weight, hold }) => ({ weight, hold, mirror: 0 }))];
    case 'BlueGreen':
      return [{ weight: 0, hold: blueGreen.hold, mirror: blueGreen.mirror }];
    case 'Shadow':
      return shadow === undefined ? [] : [shadow];
    case 'ABTest':
      return [{ weight: abTest.split, hold: abTest.maxDuration, mirror: 0 }];
    case 'Recreate':
      return [];
  }
}
