import type { ModelDeploymentSpec } from '../../../crds/generated/model-deployment.ts';

export interface Step {
  /** Share of the candidate in percent. */
  readonly weight: number;
  readonly hold: string;
  /** Share of the traffic that is copied to the candidate. */
  readonly mirror: number;
}

/** The steps of a rollout by its strategy; after the last one the candidate is promoted. */
export function plan(spec: ModelDeploymentSpec): readonly Step[] {
  const { strategy, steps, blueGreen } = spec.rollout;
  switch (strategy) {
    case 'Canary':
      return steps.map(({ weight, hold }) => ({ weight, hold, mirror: 0 }));
    case 'BlueGreen':
      return [{ weight: 0, hold: blueGreen.hold, mirror: blueGreen.mirror }];
    case 'Recreate':
      return [];
  }
}
