import { getCondition, isTrue } from '../../operator/runtime/conditions.ts';
import type { Tone } from './parts.ts';
import type { Study } from './study.ts';

/** How far the experiment is. */
export interface Standing {
  readonly word: string;
  readonly tone: Tone;
  /** A sentence about it. */
  readonly text: string;
  readonly over: boolean;
}

export function standingOf({ experiment: { spec, status }, trials }: Pick<Study, 'experiment' | 'trials'>): Standing {
  const succeeded = getCondition(status?.conditions, 'Succeeded');
  const said = status?.verdict?.text ?? succeeded?.message ?? '';
  if (succeeded?.status === 'True') return { word: status?.verdict?.reason === 'NoSignificantWinner' ? 'No winner' : 'Succeeded', tone: 'good', text: said, over: true };
  if (succeeded?.status === 'False') return { word: 'Failed', tone: 'bad', text: `${succeeded.reason}: ${said}`, over: true };
  const total = status?.trials?.total;
  const ended = trials.filter(({ state }) => state !== 'Running').length;
  const soFar = `${ended} of ${total ?? 'its'} trials ${ended === 1 && total !== undefined ? 'has' : 'have'} ended, and this page shows what there is so far`;
  const found = status?.verdict?.text === undefined ? '' : `. So far: ${status.verdict.text}`;
  if (status === undefined) return { word: 'Not begun', tone: 'plain', text: 'The operator has written nothing about it yet', over: false };
  if (spec.suspend) return { word: 'Suspended', tone: 'plain', text: `No trial runs while spec.suspend is true: ${soFar}${found}`, over: false };
  if (isTrue(status.conditions, 'TrialsCompleted')) return { word: 'Being judged', tone: 'plain', text: `The trials have ended: ${succeeded?.message ?? 'the winner is being named'}${found}`, over: false };
  const held = succeeded === undefined || succeeded.reason === 'Competing' ? '' : `. It waits: ${succeeded.reason}: ${succeeded.message}`;
  return { word: 'Still running', tone: 'plain', text: `The experiment still runs: ${soFar}${held}`, over: false };
}
