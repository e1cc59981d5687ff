import type { Command } from '../command.ts';
import { setPaused } from './set-paused.ts';

export const resume: Command = {
  words: 'resume',
  takes: 'MODELDEPLOYMENT',
  options: [],
  about: 'Let a paused rollout go on',
  more: 'Clears spec.paused. Where Git holds the object, commit spec.paused instead.',
  run: (call) => setPaused(call, false),
};
