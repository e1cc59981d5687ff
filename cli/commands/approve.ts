import type { Command } from '../command.ts';
import { ask } from './ask.ts';

export const approve: Command = {
  words: 'approve',
  takes: 'MODELDEPLOYMENT',
  options: ['no-wait', 'timeout'],
  about: 'Open the gate that the rollout waits at',
  more: 'It is no approval in advance: when nothing waits, nothing is done.',
  run: (call) => ask(call, 'approve'),
};
