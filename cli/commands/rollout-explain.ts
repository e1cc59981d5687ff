import { wantsJson } from '../arguments.ts';
import type { Command } from '../command.ts';
import { readDeployment } from '../connect.ts';
import { compare } from '../explanation.ts';
import { exitCode } from '../failure.ts';
import { explanationLines } from '../render/explanation.ts';

export const rolloutExplain: Command = {
  words: 'rollout explain',
  takes: 'MODELDEPLOYMENT',
  options: ['output'],
  about: 'Work out the last decision anew from the counts in status, and compare',
  more: 'Exit code 4 when what status says and what its counts give differ.',
  async run({ name, values, terminal, connect }) {
    const json = wantsJson(values);
    const comparison = compare(await readDeployment(connect(), name));
    terminal.out(json ? JSON.stringify(comparison, undefined, 2) : explanationLines(comparison).join('\n'));
    return comparison.agreement === 'disagree' ? exitCode.disagrees : exitCode.done;
  },
};
