import type { ModelDeploymentSpec } from '../../../crds/generated/model-deployment.ts';
import { durationMs } from '../../shared/duration.ts';

type Server = ModelDeploymentSpec['server'];

/** What the user wants of the server, beyond what it does by itself. Nothing for a spec that says nothing: then its pods stay as they are. */
export function serverEnv({ batching, execution }: Server): readonly { readonly name: string; readonly value: string }[] {
  const queue = batching && {
    ...(batching.maxRows === undefined ? {} : { BATCH_MAX_ROWS: batching.maxRows }),
    BATCH_MAX_DELAY_MILLIS: durationMs(batching.maxDelay),
    QUEUE_MAX_ROWS: batching.maxQueueRows,
  };
  return Object.entries({ ...queue, ...(execution === 'Auto' ? {} : { EXECUTION: execution }) }).map(([name, value]) => ({ name, value: String(value) }));
}
