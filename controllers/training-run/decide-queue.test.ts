import { describe, expect, it } from 'vitest';
import { result, RunStory } from './testing/run-story.ts';

const waits = { phase: 'Queued', message: 'Job tumour-xgb-1 waits until Kueue admits it to LocalQueue research' } as const;

describe('a run in a queue', () => {
  it('says that it waits, and starts nothing else meanwhile', () => {
    const story = new RunStory().settle().pod(waits).settle().wait(3600).settle();
    expect(story.condition('Ready')).toBe('Unknown Queued');
    expect(story.message()).toBe(waits.message);
    expect(story.status).toMatchObject({ launches: 1, attempt: 1 });
    expect(story.condition('Suspended')).toBe('absent');
  });
  it('that loses its place and gets another one goes on as the same launch, and counts nothing', () => {
    const story = RunStory.running().pod(waits).settle();
    expect(story.condition('Ready')).toBe('Unknown Queued');
    story.pod({ phase: 'Running' }).settle();
    expect(story.condition('Ready')).toBe('Unknown Running');
    expect(story.status).toMatchObject({ launches: 1, attempt: 1 });
    expect(story.status.preemptions ?? 0).toBe(0);
    story.collected = result;
    story.exits(0);
    expect(story.condition('Succeeded')).toBe('True Succeeded');
    expect(story.events.map(({ reason }) => reason)).toEqual(['Launched']);
  });
  it('forgets how far a pod was that the queue took away', () => {
    const story = RunStory.running();
    story.heard = { newest: { stage: 'Fit', percent: 60, message: '' }, stages: [{ name: 'Fit', startTime: '2026-01-01T00:00:00Z', message: '' }] };
    story.wait(10).settle();
    expect(story.status.progress).toMatchObject({ percent: 60 });
    story.pod(waits).settle();
    expect(story.status.progress).toBeUndefined();
    expect(story.status.stages).toBeUndefined();
  });
  it('that is suspended by its user gives its place up', () => {
    const story = RunStory.running().pod(waits).suspend(true);
    expect(story.launches).toEqual([{ phase: 'Absent' }]);
    expect(story.condition('Ready')).toBe('False Suspended');
    expect(story.suspend(false).status).toMatchObject({ launches: 2, attempt: 1 });
  });
  it('leaves the queue though the operator crashed after its deadline', () => {
    const story = new RunStory({ activeDeadline: '1m' }).settle().pod(waits).settle().wait(60);
    story.crashes = true;
    story.settle();
    expect(story.condition('Succeeded')).toBe('False DeadlineExceeded');
    expect(story.launches).toEqual([{ phase: 'Absent' }]);
  });
  it('ends by its deadline, and leaves the queue', () => {
    const story = new RunStory({ activeDeadline: '1m' }).settle().pod(waits).settle();
    expect(story.last?.wakeAt).toEqual(new Date('2026-01-01T00:01:00Z'));
    story.wait(60).settle();
    expect(story.condition('Succeeded')).toBe('False DeadlineExceeded');
    expect(story.launches).toEqual([{ phase: 'Absent' }]);
  });
});
