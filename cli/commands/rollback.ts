import type { Command } from '../command.ts';
import { ask } from './ask.ts';

export const rollback: Command = {
  words: 'rollback',
  takes: 'MODELDEPLOYMENT',
  options: ['no-wait', 'timeout'],
  about: 'Go back to the version that served before',
  more: 'Ends a rollout that is under way. When none is, the version before stable takes over without steps, and the digest of stable is blocked.',
  run: (call) => ask(call, 'rollback'),
};
