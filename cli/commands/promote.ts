import type { Command } from '../command.ts';
import { ask } from './ask.ts';

export const promote: Command = {
  words: 'promote',
  takes: 'MODELDEPLOYMENT',
  options: ['full', 'no-wait', 'timeout'],
  about: 'End the present step in favour of the candidate',
  more: 'Its hold time, its want of evidence and its gate are skipped. With --full the candidate takes over without the steps that are left. A breach still rolls back.',
  run: (call) => ask(call, 'promote'),
};
