// What all tellings of a file share: the control plane, the watches that see everything, and a store.
import { afterAll, beforeAll, expect } from 'vitest';
import { createArtifactStore, type ArtifactStore } from '../../../controllers/shared/artifact-store.ts';
import { startHttpStore, type HttpStore } from '../../../controllers/shared/testing/http-store.ts';
import type { Clock } from '../../../operator/runtime/clock.ts';
import { crds } from '../controllers/fixtures/crd-paths.ts';
import { sharedEnv, type SharedEnv } from '../harness/shared-env.ts';
import { dieEverywhere } from './every-point.ts';
import { fastClock } from './mortal.ts';
import { Observatory } from './observatory.ts';
import type { Stage, Story } from './story.ts';

/** How much faster hold times and intervals pass. */
const speed = 5;

/** Call it at the top of a test file. `network`: pods get addresses 127.<network>.x.y, so that files can run at the same time. */
export function openStage(network: number): { readonly env: SharedEnv; readonly stage: () => Stage } {
  const env = sharedEnv({ crds });
  const observatory = new Observatory(env.client);
  const store: ArtifactStore = createArtifactStore({ endpoint: undefined, region: 'us-east-1', deadlineMs: 30_000 });
  const clock: Clock = fastClock(speed);
  let files: HttpStore | undefined;
  let addresses = 0;
  beforeAll(async () => {
    files = await startHttpStore();
    await observatory.start();
  });
  afterAll(async () => {
    await observatory.stop();
    await files?.close();
  });
  const freeAddress = (): string => {
    addresses += 1;
    return `127.${network}.${Math.floor(addresses / 250)}.${(addresses % 250) + 1}`;
  };
  return { env, stage: () => ({ client: env.client, observatory, store, files: files!, clock, createNamespace: env.createNamespace, freeAddress }) };
}

/** The whole proof for one story. */
export async function expectConvergence(stage: Stage, story: Story): Promise<void> {
  const startedMs = performance.now();
  const { deaths, points, missed, lives, problems } = await dieEverywhere(stage, story);
  const seconds = ((performance.now() - startedMs) / 1000).toFixed(1);
  console.log(`${story.name}: ${deaths.length} deaths at ${points} points (${missed.length} came by only once${missed.length === 0 ? '' : `: ${missed.join(', ')}`}), and ${lives} lives of one write each, in ${seconds} s`);
  expect(problems.join('\n\n')).toBe('');
  const spared = story.mustReach.flatMap((operation) => ['before', 'after'].map((moment) => `${moment} ${operation} #1`)).filter((death) => !deaths.includes(death));
  expect(spared).toEqual([]);
}
