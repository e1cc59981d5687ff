import { StoreError } from '../shared/artifact-store.ts';
import { ManifestError } from '../shared/verified-manifest.ts';
import { MlflowError } from './rest/rest.ts';

export interface Problem {
  readonly reason: 'MlflowUnreachable' | 'MlflowRefused' | 'StoreUnreachable';
  readonly message: string;
}

/** Why a copy could not be made; anything else is thrown on. */
export function problemOf(error: unknown): Problem {
  if (error instanceof MlflowError) return { reason: error.reason, message: error.message.slice(0, 1024) };
  if (error instanceof StoreError || error instanceof ManifestError) return { reason: 'StoreUnreachable', message: error.message.slice(0, 1024) };
  throw error;
}

/** What ends by itself is tried again soon; what was refused, when somebody may have changed something in MLflow. */
export function againMs({ reason }: Problem): number {
  return reason === 'MlflowRefused' ? 120_000 : 5_000;
}
