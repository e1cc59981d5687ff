// Tells one story in a namespace of its own, with an operator that dies where the plan says and is started anew.
import { setTimeout as delay } from 'node:timers/promises';
import type { ArtifactStore } from '../../../controllers/shared/artifact-store.ts';
import type { HttpStore } from '../../../controllers/shared/testing/http-store.ts';
import type { ApiClient } from '../../../operator/runtime/client.ts';
import type { Clock } from '../../../operator/runtime/clock.ts';
import { services } from '../../../controllers/shared/kube-types.ts';
import { keyOf, type KubeObject } from '../../../operator/runtime/types.ts';
import { playCluster, type TrainerEnd } from './cluster.ts';
import type { Life } from './life.ts';
import type { Counting } from './mortal.ts';
import type { Observatory, Sight, View } from './observatory.ts';

export interface Story {
  readonly name: string;
  /** How the trainer of a Job ends. */
  readonly trainerOf?: (job: string, files: HttpStore) => TrainerEnd;
  /** Versions whose servers answer every request with an error. */
  readonly failing?: readonly string[];
  /** What is there before the operator begins. */
  readonly prepare: (scene: Scene) => Promise<void>;
  /** What people do meanwhile. Ends when everything has come to rest. */
  readonly play: (scene: Scene) => Promise<void>;
  /** Starts with an operator that is not in danger; `scene.danger()` begins it. */
  readonly safeBeginning?: boolean;
  /** Lists and watches of the caches count as points too. */
  readonly countsInformers?: boolean;
  /** Operations that must be among the points, so that a story cannot quietly become shorter than it is meant to be. */
  readonly mustReach: readonly string[];
}

export interface Scene {
  readonly namespace: string;
  readonly client: ApiClient;
  readonly view: View;
  readonly files: HttpStore;
  danger(): void;
}

export interface Stage {
  readonly client: ApiClient;
  readonly observatory: Observatory;
  readonly store: ArtifactStore;
  readonly files: HttpStore;
  readonly clock: Clock;
  createNamespace(): Promise<string>;
  freeAddress(): string;
}

/** What was seen of a story. */
export interface Told {
  readonly namespace: string;
  readonly sights: readonly Sight[];
  readonly view: View;
  readonly end: readonly KubeObject[];
  readonly lives: readonly Life[];
}

const restMs = 250;

export interface Place {
  readonly namespace: string;
  readonly counting: Counting;
}

/** Begins a life of an operator; `number` counts them from 1. */
export type Begin = (number: number, place: Place) => Life;

/** Throws when the story does not come to its end. */
export async function tell(stage: Stage, story: Story, begin: Begin): Promise<Told> {
  const namespace = await stage.createNamespace();
  const view = stage.observatory.open(namespace);
  const lives: Life[] = [];
  let dangerous = story.safeBeginning !== true;
  let over = false;
  const scene: Scene = { namespace, client: stage.client, view, files: stage.files, danger: () => void (dangerous = true) };
  const counting: Counting = { calls: () => dangerous, informers: () => story.countsInformers === true };
  const endCluster = playCluster({
    ...stage,
    view,
    trainerOf: (job) => story.trainerOf?.(job, stage.files) ?? { exitCode: 0, lastWords: {} },
    failing: (version) => story.failing?.includes(version) === true,
    asked: (answer) => void lives.at(-1)?.reach({ name: 'read pod counters', writes: false, counts: dangerous }, answer),
  });
  const start = (): Life => {
    const life = begin(lives.length + 1, { namespace, counting });
    lives.push(life);
    return life;
  };
  const revive = async (): Promise<void> => {
    for (let life = start(); ; life = start()) {
      await life.ended;
      if (over) return;
      // A process that is gone sends nothing more, and its successor takes a second to come.
      await life.settled();
    }
  };
  try {
    await story.prepare(scene);
    void revive();
    await story.play(scene);
    await rest(view, lives);
    return { namespace, sights: view.sights, view, end: view.all(), lives };
  } finally {
    over = true;
    lives.at(-1)?.die();
    endCluster();
    stage.observatory.close(namespace);
    // There are only 254 cluster addresses.
    await lives.at(-1)?.settled();
    await Promise.all(view.all().filter(({ kind }) => kind === 'Service').map((service) => stage.client.delete(services, keyOf(service))));
  }
}

/** Until nothing was seen and nothing was asked for a while, by an operator that is alive. */
async function rest(view: View, lives: readonly Life[]): Promise<void> {
  for (;;) {
    const life = lives.at(-1);
    const idleMs = performance.now() - Math.max(view.lastSightMs, life?.lastActivityMs ?? Infinity);
    if (life?.dead === false && !life.busy && idleMs >= restMs) return;
    await delay(20);
  }
}
