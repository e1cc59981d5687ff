import { describe, expect, it } from 'vitest';
import type { Heard } from './progress/heard.ts';
import { RunStory } from './testing/run-story.ts';

const checkpoint = (step: number): { uri: string; step: number; time: string } => ({ uri: 's3://models/c/checkpoint.bin', step, time: `2026-01-01T00:00:${String(step)}.000Z` });
const heard = (step: number): Heard => ({ newest: { stage: 'Fit', percent: 40, message: '', checkpoint: checkpoint(step) }, stages: [{ name: 'Fit', startTime: '2026-01-01T00:00:00Z', message: '' }] });
const terminated = { reason: 'Terminated', message: 'SIGTERM' };

describe('status.checkpoint', () => {
  it('is what the trainer reports, though nothing else is new', () => {
    const story = RunStory.running();
    story.heard = heard(10);
    story.wait(10).settle();
    expect(story.status.checkpoint).toEqual(checkpoint(10));
    story.heard = heard(20);
    story.wait(10).settle();
    expect(story.status.checkpoint).toEqual(checkpoint(20));
  });
  it('is what its last words say, and the next launch begins with it', () => {
    const story = RunStory.running();
    story.heard = heard(10);
    story.wait(10).settle();
    story.heard = undefined;
    story.exits(75, { lastWords: { error: terminated, checkpoint: checkpoint(30) } });
    expect(story.status).toMatchObject({ attempt: 1, preemptions: 1, launches: 2, checkpoint: checkpoint(30) });
    expect(story.status.progress).toBeUndefined();
  });
  it('stays when a launch ends without a word', () => {
    const story = RunStory.running();
    story.heard = heard(10);
    story.wait(10).settle();
    story.exits(137, { platformReason: 'OOMKilled' });
    expect(story.status).toMatchObject({ attempt: 2, checkpoint: checkpoint(10) });
    expect(story.status.preemptions ?? 0).toBe(0);
  });
  it('stays while the run is suspended', () => {
    const story = RunStory.running();
    story.heard = heard(10);
    story.wait(10).settle();
    story.heard = undefined;
    expect(story.suspend(true).suspend(false).status).toMatchObject({ launches: 2, checkpoint: checkpoint(10) });
  });
});
