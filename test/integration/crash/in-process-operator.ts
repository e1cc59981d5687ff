// operator/main.ts without the process: the same wiring, over a client, a clock and a store that die with it.
import { setTimeout as delay } from 'node:timers/promises';
import type { ArtifactStore } from '../../../controllers/shared/artifact-store.ts';
import { group } from '../../../controllers/shared/names.ts';
import { readConfig } from '../../../operator/config.ts';
import { createInbox } from '../../../controllers/training-run/progress/inbox.ts';
import { createControllers } from '../../../operator/controllers.ts';
import { createInformers } from '../../../operator/informers.ts';
import type { ApiClient } from '../../../operator/runtime/client.ts';
import type { Clock } from '../../../operator/runtime/clock.ts';
import { createEventRecorder, type EventRecorder } from '../../../operator/runtime/events.ts';
import type { Informer } from '../../../operator/runtime/informer.ts';
import { createLogger } from '../../../operator/runtime/log.ts';
import { createMetrics } from '../../../operator/runtime/metrics.ts';
import type { KubeObject } from '../../../operator/runtime/types.ts';
import { Life, type Plan } from './life.ts';
import { mortalClient, mortalClock, mortalStore, type Counting } from './mortal.ts';

export interface OperatorOptions {
  readonly client: ApiClient;
  readonly store: ArtifactStore;
  readonly clock: Clock;
  readonly namespace: string;
  readonly plan: Plan;
  readonly counting: Counting;
}

const syncPollMs = 10;

/** Starts an operator with an empty memory. Lines of its log that warn go into the trace of its life. */
export function startInProcess(options: OperatorOptions): Life {
  const life = new Life(options.plan);
  const client = mortalClient(options.client, life, options.counting);
  const clock = mortalClock(options.clock, life);
  const store = mortalStore(options.store, life, options.counting);
  const logger = createLogger({ level: 'warn', destination: { write: (line) => void life.trace.push(line.trim().slice(0, 400)) } });
  const metrics = createMetrics();
  const config = readConfig({ POD_NAME: 'operator-0', POD_NAMESPACE: options.namespace, WATCH_NAMESPACES: options.namespace, LEADER_ELECT: 'false', TRAINER_IMAGE: 'trainer:test', MODEL_SERVER_IMAGE: 'model-server:test' });

  const informers = createInformers({ client, clock, logger, metrics, namespaces: config.watchNamespaces });
  const recorders: EventRecorder[] = [];
  const recorder = (controller: string): EventRecorder => {
    const made = createEventRecorder({ client, clock, logger, metrics, reportingController: `${group}/${controller}`, reportingInstance: config.podName });
    recorders.push(made);
    return made;
  };
  const controllers = createControllers({ config, client, clock, logger, metrics, informers, store, inbox: createInbox(clock), recorder });
  const all = Object.values(informers) as readonly Informer<KubeObject>[];

  // Nothing is awaited here: what hangs in a dead process hangs for good.
  life.atDeath(() => {
    for (const controller of controllers) void controller.stop(0);
    for (const one of recorders) void one.close(0);
    for (const informer of all) void informer.stop();
  });
  const run = async (): Promise<void> => {
    for (const informer of all) informer.start();
    while (!life.dead && !all.every((informer) => informer.hasSynced())) await delay(syncPollMs);
    if (!life.dead) for (const controller of controllers) controller.start();
  };
  void run();
  return life;
}
