import type { Command } from '../command.ts';
import { ask } from './ask.ts';

export const abort: Command = {
  words: 'abort',
  takes: 'MODELDEPLOYMENT',
  options: ['no-wait', 'timeout'],
  about: 'End the rollout now, and send all traffic to stable',
  more: 'The digest of the candidate is blocked: "retry" allows it again.',
  run: (call) => ask(call, 'abort'),
};
