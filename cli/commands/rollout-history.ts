import { wantsJson } from '../arguments.ts';
import type { Command } from '../command.ts';
import { readDeployment } from '../connect.ts';
import { exitCode } from '../failure.ts';
import { rolloutHistory as lines } from '../render/rollout-history.ts';

export const rolloutHistory: Command = {
  words: 'rollout history',
  takes: 'MODELDEPLOYMENT',
  options: ['output'],
  about: 'Show how the last rollouts ended, oldest first',
  async run({ name, values, terminal, connect }) {
    const json = wantsJson(values);
    const connection = connect();
    const history = (await readDeployment(connection, name)).status?.history ?? [];
    terminal.out(json ? JSON.stringify(history, undefined, 2) : lines(history, connection.clock.now()).join('\n'));
    return exitCode.done;
  },
};
