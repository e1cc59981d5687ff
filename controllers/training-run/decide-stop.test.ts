import { describe, expect, it } from 'vitest';
import { hear } from './progress/heard.ts';
import { result, RunStory } from './testing/run-story.ts';

describe('stop', () => {
  it('ends a run under way for good, and its pod', () => {
    const story = RunStory.running().stop();
    expect([story.condition('Succeeded'), story.condition('Ready'), story.condition('Stalled')]).toEqual(['False Stopped', 'False Stopped', 'True Stopped']);
    expect(story.launches).toEqual([{ phase: 'Absent' }]);
    expect(story.events.map(({ reason }) => reason)).toEqual(['Launched', 'Stopped']);
    expect(story.status.completionTime).toBeDefined();
  });
  it('before the start launches nothing', () => {
    const story = new RunStory({ stop: true }).settle();
    expect([story.condition('Succeeded'), story.launches]).toEqual(['False Stopped', []]);
  });
  it('keeps the scores of the folds that were done', () => {
    const story = RunStory.running();
    story.heard = hear(undefined, { stage: 'Fit', percent: 30, message: 'fold 2 of 5', scores: [0.9, 0.8] }, story.now);
    expect(story.settle().stop().status.foldScores).toEqual([0.9, 0.8]);
  });
  it('of a suspended run ends it too', () => {
    const story = RunStory.running().suspend(true).pod({ phase: 'Ended', ending: { exitCode: 143, preempted: false, platformReason: 'Error', detail: '', lastWords: {} } }).stop();
    expect([story.condition('Succeeded'), story.condition('Suspended')]).toEqual(['False Stopped', 'absent']);
  });
  it('during a backoff takes the next attempt away', () => {
    const story = RunStory.running().exits(70).stop();
    expect(story.condition('Succeeded')).toBe('False Stopped');
    expect(story.status.nextAttemptAt).toBeUndefined();
    expect(story.wait(3600).settle().status.launches).toBe(1);
  });
  it('does not lose a result that was there already', () => {
    const story = RunStory.running();
    story.collected = result;
    story.pod({ phase: 'Ended', ending: { exitCode: 0, preempted: false, platformReason: 'Completed', detail: '', lastWords: {} } });
    expect(story.stop().condition('Succeeded')).toBe('True Succeeded');
  });
  it('after the end changes nothing', () => {
    const story = RunStory.running();
    story.collected = result;
    const before = story.exits(0).status;
    expect(story.stop().status).toEqual(before);
  });
});
