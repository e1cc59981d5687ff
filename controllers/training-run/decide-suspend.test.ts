import { describe, expect, it } from 'vitest';
import { result, RunStory } from './testing/run-story.ts';

describe('suspend', () => {
  it('before the start launches nothing until it is lifted', () => {
    const story = new RunStory({ suspend: true }).settle();
    expect(story.condition('Suspended')).toBe('True SuspendedBySpec');
    expect(story.launches).toEqual([]);
    story.wait(3600).suspend(false);
    expect(story.status).toMatchObject({ launches: 1, attempt: 1, startTime: '2026-01-01T01:00:00.000Z' });
    expect(story.condition('Suspended')).toBe('absent');
  });
  it('while running stops the pod; the same attempt goes on under the next launch number', () => {
    const story = RunStory.running().suspend(true);
    expect(story.launches).toEqual([{ phase: 'Absent' }]);
    expect(story.condition('Ready')).toBe('False Suspended');
    story.suspend(false);
    expect(story.status).toMatchObject({ launches: 2, attempt: 1 });
    expect(story.launches).toEqual([{ phase: 'Absent' }, { phase: 'Starting' }]);
    expect(story.events.map(({ reason }) => reason)).toEqual(['Launched', 'Suspended', 'Resumed']);
  });
  it('again and again uses each launch number once', () => {
    const story = RunStory.running().suspend(true).suspend(false).suspend(true).suspend(false);
    expect(story.status).toMatchObject({ launches: 3, attempt: 1 });
    expect(story.launches.at(-1)).toEqual({ phase: 'Starting' });
  });
  it('while a stopped pod is still ending does not take its end for a failure', () => {
    const story = RunStory.running().suspend(true).pod({ phase: 'Ended', ending: { exitCode: 143, preempted: false, platformReason: 'Error', detail: '', lastWords: {} } }).settle();
    expect(story.condition('Ready')).toBe('False Suspended');
    expect(story.status).toMatchObject({ attempt: 1 });
    expect(story.suspend(false).status).toMatchObject({ launches: 2, attempt: 1 });
  });
  it('during a backoff keeps the count of attempts and the launch number', () => {
    const story = RunStory.running().exits(70).suspend(true);
    expect(story.condition('Ready')).toBe('False Suspended');
    story.wait(3600).settle();
    expect(story.status.launches).toBe(1);
    story.suspend(false);
    expect(story.status).toMatchObject({ launches: 2, attempt: 2 });
  });
  it('after the end changes nothing', () => {
    const story = RunStory.running();
    story.collected = result;
    const before = story.exits(0).status;
    expect(story.suspend(true).status).toEqual(before);
  });
  it('does not lose a result that was there already', () => {
    const story = RunStory.running();
    story.collected = result;
    story.pod({ phase: 'Ended', ending: { exitCode: 0, preempted: false, platformReason: 'Completed', detail: '', lastWords: {} } });
    expect(story.suspend(true).condition('Succeeded')).toBe('True Succeeded');
  });
});

describe('the end of a run', () => {
  it('is kept; its jobs go after ttlAfterFinished', () => {
    const story = RunStory.running({ ttlAfterFinished: '1h' });
    story.collected = result;
    const ended = story.exits(0).status;
    expect(story.last?.wakeAt).toEqual(new Date('2026-01-01T01:00:00Z'));
    story.wait(3599).settle();
    expect(story.launches[0]?.phase).toBe('Ended');
    story.wait(1).settle();
    expect(story.launches).toEqual([{ phase: 'Absent' }]);
    expect(story.status).toEqual(ended);
    expect(story.step().last).toMatchObject({ action: 'none', wakeAt: undefined });
  });
  it('stops a pod that a crash between the record and the stop left running', () => {
    const story = RunStory.running({ activeDeadline: '1m' }).wait(60);
    story.crashes = true;
    story.settle();
    expect(story.condition('Succeeded')).toBe('False DeadlineExceeded');
    expect(story.launches).toEqual([{ phase: 'Absent' }]);
  });
});

describe('registration', () => {
  it('takes the next number when somebody else took the name before the cache heard of it', () => {
    const story = RunStory.running();
    story.versions.set('tumour-1', 'another').set('tumour-2', 'another');
    story.cacheIsEmpty = true;
    story.collected = result;
    story.exits(0);
    expect(story.status.modelVersionRef?.name).toBe('tumour-3');
  });
  it('keeps to the name it noted though higher numbers appear meanwhile', () => {
    const story = RunStory.running();
    story.collected = result;
    story.crashes = true;
    story.pod({ phase: 'Ended', ending: { exitCode: 0, preempted: false, platformReason: 'Completed', detail: '', lastWords: {} } });
    while (story.status.pendingVersion === undefined) story.step();
    story.versions.set('tumour-7', 'another');
    story.settle();
    expect(story.status.modelVersionRef?.name).toBe('tumour-1');
  });
  it('makes exactly one version, and each launch once, when every second decision is lost', () => {
    const story = new RunStory();
    story.crashes = true;
    story.settle();
    story.exits(70).wait(30).settle();
    story.exits(75);
    story.collected = result;
    story.exits(0);
    expect([...story.versions]).toEqual([['tumour-1', result.pointer.sha256]]);
    expect(story.status).toMatchObject({ launches: 3, attempt: 2, preemptions: 1, modelVersionRef: { name: 'tumour-1' } });
    expect(story.condition('Succeeded')).toBe('True Succeeded');
  });
});
