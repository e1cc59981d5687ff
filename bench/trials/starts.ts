import { setTimeout as delay } from 'node:timers/promises';
import { trainingRunResource } from '../../crds/generated/resources.ts';
import type { TrainingRun } from '../../crds/generated/training-run.ts';
import type { Kube } from '../../test/e2e/harness/kube.ts';

const pollMs = 50;

/** When the trainer began its work, by its own clock, which is this machine's; in milliseconds since 1970. */
export function workBegan({ metadata, status }: TrainingRun): number {
  const [first] = status?.stages ?? [];
  const began = Date.parse(first?.startTime ?? '');
  if (!Number.isFinite(began)) throw new Error(`TrainingRun ${metadata.name} tells of no stage`);
  return began;
}

export interface TrialWatch {
  /** Seconds from when each trial was there to the first work of its trainer. Call it when all have ended. */
  stop(): Promise<readonly number[]>;
}

/** Looks for new trials every 50 ms: their creationTimestamp has whole seconds only. */
export function watchTrials(kube: Kube, namespace: string, experiment: string): TrialWatch {
  const seen = new Map<string, number>();
  const list = async (): Promise<readonly TrainingRun[]> => (await kube.client.list<TrainingRun>(trainingRunResource, { namespace, labelSelector: `trainyard.dev/experiment=${experiment}` })).items;
  const stopping = new AbortController();
  const watching = (async () => {
    while (!stopping.signal.aborted) {
      for (const { metadata } of await list()) if (!seen.has(metadata.name)) seen.set(metadata.name, Date.now());
      await delay(pollMs);
    }
  })();
  return {
    async stop() {
      stopping.abort();
      await watching;
      return (await list()).map((run) => (workBegan(run) - (seen.get(run.metadata.name) ?? NaN)) / 1000);
    },
  };
}
