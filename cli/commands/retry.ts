import type { Command } from '../command.ts';
import { ask } from './ask.ts';

export const retry: Command = {
  words: 'retry',
  takes: 'MODELDEPLOYMENT',
  options: ['no-wait', 'timeout'],
  about: 'Allow a version again that was rolled back',
  more: 'Lifts all blocked digests; the rollout of the version that spec.version names begins anew.',
  run: (call) => ask(call, 'retry'),
};
