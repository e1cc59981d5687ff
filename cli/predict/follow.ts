import { sleep } from '../../operator/runtime/clock.ts';
import { ApiError } from '../../operator/runtime/errors.ts';
import type { Terminal } from '../command.ts';
import type { Connection } from '../connect.ts';
import { exitCode, Failure, type ExitCode } from '../failure.ts';
import { containerName, failureText, jobs, stateOf, type Job } from './job.ts';
import { lastWordsOf, newestPod, pods, progressOf, waitsFor, type Pod } from './pod-words.ts';

const pauseMs = 1_000;
/** Lines of a log that surely hold the newest progress. */
const tailLines = 20;

/** Shows how far the Job is until it has ended. */
export async function follow(connection: Connection, terminal: Terminal, name: string, longestMs: number | undefined): Promise<ExitCode> {
  const { client, clock, namespace } = connection;
  const started = clock.monotonicMs();
  let shown = '';
  for (;;) {
    const job = await client.get<Job>(jobs, { namespace, name });
    if (job === undefined) throw new Failure(`job/${name} was deleted: what is finished of it stays, and the same command goes on after it`);
    const pod = newestPod((await client.list<Pod>(pods, { namespace, labelSelector: `batch.kubernetes.io/job-name=${name}` })).items);
    const state = stateOf(job);
    if (state !== 'running') return ended(terminal, job, pod);
    const text = await progressText(connection, pod);
    if (text !== undefined && text !== shown) terminal.out(`${name}: ${text}`);
    shown = text ?? shown;
    if (longestMs !== undefined && clock.monotonicMs() - started >= longestMs) throw new Failure(`job/${name} is not over after ${longestMs / 1000} s: it goes on; the same command with --wait follows it again`);
    await sleep(clock, pauseMs);
  }
}

/** Tells how it ended. */
export function ended(terminal: Terminal, job: Job, pod: Pod | undefined): ExitCode {
  const { name } = job.metadata;
  const words = lastWordsOf(pod);
  if (stateOf(job) === 'done') {
    const { rows, skipped, parts, manifest } = words?.done ?? {};
    const bad = skipped === undefined || skipped === 0 ? '' : `, ${skipped} bad rows skipped`;
    terminal.out(rows === undefined ? `${name}: done; ${job.metadata.annotations?.['trainyard.dev/output'] ?? ''}_manifest.json says what was predicted` : `${name}: done: ${rows} predictions in ${parts ?? 0} parts${bad}; ${manifest ?? ''}`);
    return exitCode.done;
  }
  const why = words?.error === undefined ? failureText(job) : `${words.error.reason}: ${words.error.message}`;
  throw new Failure(`job/${name} failed: ${why}; once that is mended the same command goes on after the parts that are finished`);
}

async function progressText({ client }: Connection, pod: Pod | undefined): Promise<string | undefined> {
  if (pod === undefined) return 'waits for its pod';
  const waits = waitsFor(pod);
  if (waits !== undefined) return `the pod waits: ${waits}`;
  const progress = progressOf(await logOf(client, pod));
  if (progress === undefined) return undefined;
  const { percent, rows, parts, rowsPerSecond } = progress;
  return `${percent.toFixed(1)} %, ${rows} predictions in ${parts} parts, ${rowsPerSecond} rows/s`;
}

/** '' while there is none, or where this person may not read it: the end is told all the same. */
async function logOf(client: Connection['client'], { metadata }: Pod): Promise<string> {
  try {
    return await client.readLog({ namespace: metadata.namespace ?? '', name: metadata.name }, { container: containerName, tailLines });
  } catch (error) {
    if (error instanceof ApiError && [400, 403, 404].includes(error.status)) return '';
    throw error;
  }
}
