import type { Command } from '../command.ts';
import { setPaused } from './set-paused.ts';

export const pause: Command = {
  words: 'pause',
  takes: 'MODELDEPLOYMENT',
  options: [],
  about: 'Keep the weights as they are and start nothing new',
  more: 'Sets spec.paused. A breach still rolls back. Where Git holds the object, commit spec.paused instead.',
  run: (call) => setPaused(call, true),
};
