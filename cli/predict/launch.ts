import { sleep } from '../../operator/runtime/clock.ts';
import { isAlreadyExists } from '../../operator/runtime/errors.ts';
import type { Connection } from '../connect.ts';
import { Failure } from '../failure.ts';
import { jobs, stateOf, type Job } from './job.ts';

const pauseMs = 250;
const deletionMs = 60_000;

export interface Launched {
  readonly job: Job;
  /** `started`: there was none. `again`: one had failed, and the new one goes on after its parts. `found`: it is there already. */
  readonly how: 'started' | 'again' | 'found';
}

/** Makes the Job, unless it runs or is done. */
export async function launch(connection: Connection, job: Job): Promise<Launched> {
  const { client, namespace } = connection;
  const key = { namespace, name: job.metadata.name };
  const there = await client.get<Job>(jobs, key);
  if (there !== undefined && stateOf(there) !== 'failed') return { job: there, how: 'found' };
  if (there !== undefined) await remove(connection, there);
  try {
    return { job: await client.create<Job>(jobs, job), how: there === undefined ? 'started' : 'again' };
  } catch (error) {
    // Somebody asked for the same at the same moment.
    const theirs = isAlreadyExists(error) ? await client.get<Job>(jobs, key) : undefined;
    if (theirs === undefined) throw error;
    return { job: theirs, how: 'found' };
  }
}

async function remove({ client, clock }: Connection, { metadata }: Job): Promise<void> {
  const key = { namespace: metadata.namespace ?? '', name: metadata.name };
  await client.delete(jobs, key, { propagationPolicy: 'Foreground', ...(metadata.uid === undefined ? {} : { uid: metadata.uid }) });
  const until = clock.monotonicMs() + deletionMs;
  while ((await client.get<Job>(jobs, key)) !== undefined) {
    if (clock.monotonicMs() >= until) throw new Failure(`the failed job/${key.name} is still there ${deletionMs / 1000} s after it was deleted: see what holds it, then try again`);
    await sleep(clock, pauseMs);
  }
}
