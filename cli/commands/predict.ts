import { timeoutMs } from '../arguments.ts';
import type { Command } from '../command.ts';
import { readVersion } from '../connect.ts';
import { exitCode, Failure } from '../failure.ts';
import { ended, follow } from '../predict/follow.ts';
import { buildJob, stateOf } from '../predict/job.ts';
import { launch, type Launched } from '../predict/launch.ts';
import { newestPod, pods, type Pod } from '../predict/pod-words.ts';
import { assertUsable, podWishesOf, predictionOf } from '../predict/prediction.ts';
import { findServer } from '../predict/server-image.ts';

const told: Readonly<Record<Launched['how'], string>> = {
  started: 'started',
  again: 'started again after a failure; it goes on after the parts that are finished',
  found: 'runs already',
};

export const predict: Command = {
  words: 'predict',
  takes: 'MODELVERSION',
  options: ['input', 'output', 'keep', 'on-bad-row', 'rows-per-part', 'wait', 'timeout', 'image', 'secret', 'cpu', 'memory', 'retries', 'ttl'],
  outputs: ['s3://BUCKET/FOLDER/'],
  about: 'Predict all rows of CSV or Parquet files, by a Job',
  more: 'The same command again finds the same Job: it follows or reports it, and after a failure goes on where it ended.\n--output is the folder for the predictions, as Parquet. --timeout bounds --wait.',
  async run({ name, values, terminal, connect }) {
    const prediction = predictionOf(values);
    const wishes = podWishesOf(values);
    const longestMs = timeoutMs(values);
    if (longestMs !== undefined && values.wait !== true) throw new Failure('--timeout bounds a wait: add --wait', exitCode.wrongUsage);
    const connection = connect();
    const { client, namespace } = connection;
    const version = await readVersion(connection, name);
    assertUsable(version);
    const { job, how } = await launch(connection, buildJob(version, namespace, prediction, await findServer(connection, values), wishes));
    if (stateOf(job) !== 'running') {
      const found = await client.list<Pod>(pods, { namespace, labelSelector: `batch.kubernetes.io/job-name=${job.metadata.name}` });
      return ended(terminal, job, newestPod(found.items));
    }
    terminal.out(`job/${job.metadata.name}: ${told[how]}`);
    if (values.wait === true) return follow(connection, terminal, job.metadata.name, longestMs);
    terminal.err(`The same command with --wait follows it; "kubectl logs -n ${namespace} job/${job.metadata.name}" shows its log.`);
    return exitCode.done;
  },
};
