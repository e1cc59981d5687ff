import { writeFile } from 'node:fs/promises';
import packageJson from '../../package.json' with { type: 'json' };
import { label } from '../../controllers/shared/names.ts';
import type { Experiment } from '../../crds/generated/experiment.ts';
import { experimentResource, trainingRunResource } from '../../crds/generated/resources.ts';
import type { TrainingRun } from '../../crds/generated/training-run.ts';
import { nameOf } from '../arguments.ts';
import type { Command } from '../command.ts';
import { missing } from '../connect.ts';
import { exitCode, Failure } from '../failure.ts';
import { page } from '../report/page.ts';
import { studyOf } from '../report/study.ts';

const kinds = ['experiment', 'experiments', 'exp', 'experiment.trainyard.dev', 'experiments.trainyard.dev'];

export const report: Command = {
  words: 'report',
  takes: 'EXPERIMENT',
  options: ['output'],
  outputs: ['FILE.html'],
  about: 'Write an Experiment as one HTML page: candidates, comparisons, trade-offs, searches, trials',
  more: 'Without --output it is printed. The page opens offline and holds no script. It can be made at any time: while the experiment runs it shows what there is.',
  async run({ name: word, values, terminal, connect }) {
    const file = values.output;
    if (file !== undefined && !/\.html?$/.test(file)) throw new Failure(`--output ${file} is no HTML file: name one that ends in .html, or leave it out to print the page`, exitCode.wrongUsage);
    const name = nameOf(word, kinds);
    const { client, namespace, clock } = connect();
    const experiment = await client.get<Experiment>(experimentResource, { namespace, name });
    if (experiment === undefined) throw missing('Experiment', 'experiments', namespace, name);
    const { items } = await client.list<TrainingRun>(trainingRunResource, { namespace, labelSelector: `${label.experiment}=${name}` });
    const text = page(studyOf(experiment, items, clock.now()), packageJson.version);
    if (file === undefined) {
      terminal.out(text);
      return exitCode.done;
    }
    try {
      await writeFile(file, `${text}\n`);
    } catch (error) {
      throw new Failure(`${file} cannot be written (${(error as Error).message}): name another file by --output`, exitCode.failed, error);
    }
    terminal.err(`${file}: ${Math.ceil(Buffer.byteLength(text) / 1000)} kB`);
    return exitCode.done;
  },
};
