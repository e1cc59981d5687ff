import { describe, expect, it } from 'vitest';
import { hear } from './progress/heard.ts';
import { result, RunStory } from './testing/run-story.ts';

function reports(story: RunStory, stage: string, percent: number): RunStory {
  story.heard = hear(story.heard, { stage, percent, message: `${stage} ${percent}` }, story.now);
  return story.settle();
}

describe('the progress of a run', () => {
  it('is written at most every 5 s, and the last word is never lost', () => {
    const story = reports(RunStory.running(), 'Ingest', 0);
    const written: string[] = [];
    for (let second = 1; second <= 20; second += 1) {
      reports(story.wait(1), 'Fit', 10 + second);
      written.push(story.status.progress?.text ?? '');
    }
    expect([...new Set(written)]).toEqual(['Ingest 0%', 'Fit 15%', 'Fit 20%', 'Fit 25%', 'Fit 30%']);
    reports(story.wait(1), 'Fit', 90);
    expect(story.last?.wakeAt).toEqual(new Date(story.now.getTime() + 4000));
    expect(story.wait(4).settle().status.progress?.text).toBe('Fit 90%');
    expect(story.last?.wakeAt).toBeUndefined();
  });

  it('does not put off a deadline that comes first', () => {
    const story = reports(RunStory.running({ activeDeadline: '3s' }), 'Ingest', 0);
    reports(story.wait(1), 'Fit', 50);
    expect(story.last?.wakeAt).toEqual(new Date('2026-01-01T00:00:03.000Z'));
  });

  it('shows at the end what was not written yet, and where it failed', () => {
    const story = reports(RunStory.running({ retryPolicy: { maxAttempts: 1 } }), 'Ingest', 0);
    reports(story.wait(1), 'Fit', 62).exits(1);
    expect(story.condition('Succeeded')).toBe('False TrainerFailed');
    expect(story.status.progress).toMatchObject({ percent: 62, stage: 'Fit', text: 'Fit 62%' });
    expect(story.status.stages?.map(({ name, endTime }) => [name, endTime])).toEqual([['Ingest', '2026-01-01T00:00:01.000Z'], ['Fit', '2026-01-01T00:00:01.000Z']]);
    reports(story.wait(9), 'Fit', 99);
    expect(story.status.progress?.text).toBe('Fit 62%');
  });

  it('is 100 percent of a run with a result, whose manifest then tells the stages', () => {
    const story = reports(RunStory.running(), 'Fit', 62);
    story.collected = result;
    story.exits(0);
    expect(story.status.progress).toMatchObject({ percent: 100, text: '100%' });
    expect(story.status.stages?.map(({ name }) => name)).toEqual(result.manifest.stages.map(({ name }) => name));
  });

  it('begins anew with another launch', () => {
    const story = reports(RunStory.running({ retryPolicy: { backoff: '30s' } }), 'Fit', 62).exits(1);
    expect(story.status.progress?.text).toBe('Fit 62%');
    story.heard = undefined;
    story.wait(30).settle().pod({ phase: 'Running' }).settle();
    expect([story.status.launches, story.status.progress, story.status.stages]).toEqual([2, undefined, undefined]);
    reports(story, 'Ingest', 0);
    expect(story.status.progress?.text).toBe('Ingest 0%');
  });

  it('begins anew after a suspension, and no stage is under way meanwhile', () => {
    const story = reports(RunStory.running(), 'Fit', 62).suspend(true);
    expect(story.status.stages).toMatchObject([{ name: 'Fit', endTime: '2026-01-01T00:00:00.000Z' }]);
    story.heard = undefined;
    expect(story.suspend(false).status.progress).toBeUndefined();
  });
});
