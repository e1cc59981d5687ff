import { describe, expect, it } from 'vitest';
import type { Ending } from './backends/backend.ts';
import { result, RunStory } from './testing/run-story.ts';

describe('a run that succeeds', () => {
  it('launches once, waits, and is Running while the pod runs', () => {
    const story = new RunStory().settle();
    expect(story.status).toMatchObject({ launches: 1, attempt: 1, startTime: '2026-01-01T00:00:00.000Z' });
    expect(story.condition('Ready')).toBe('Unknown Starting');
    story.pod({ phase: 'Running' }).settle();
    expect(story.condition('Ready')).toBe('Unknown Running');
    expect(story.events.map(({ reason }) => reason)).toEqual(['Launched']);
  });
  it('reads the result back, registers it as the next version and ends', () => {
    const story = RunStory.running();
    story.versions.set('tumour-1', 'other');
    story.collected = result;
    story.exits(0);
    expect(story.condition('Succeeded')).toBe('True Succeeded');
    expect(story.condition('Ready')).toBe('True Succeeded');
    expect(story.status).toMatchObject({ modelVersionRef: { name: 'tumour-2' }, score: 'roc_auc 0.9800', artifact: result.artifact, manifest: result.pointer, report: { uri: 's3://models/report.html' }, foldScores: [0.96] });
    expect(story.status.pendingVersion).toBeUndefined();
    expect([...story.versions]).toEqual([['tumour-1', 'other'], ['tumour-2', result.pointer.sha256]]);
  });
  it('says whose features it took, if any', () => {
    const reusedFrom = 's3://models/ml/_features/data/steps.json';
    for (const features of [result.manifest.features, { ...result.manifest.features, reusedFrom }]) {
      const story = RunStory.running();
      story.collected = { ...result, manifest: { ...result.manifest, features } };
      story.exits(0);
      const { pipelineVersion } = result.manifest.features;
      expect(story.status.features).toEqual({ pipelineVersion, inputs: 1, outputs: 1, ...('reusedFrom' in features ? { reusedFrom } : {}) });
    }
  });
  it('ends without a version when none is wanted', () => {
    const story = RunStory.running({ register: { enabled: false } });
    story.collected = result;
    story.exits(0);
    expect(story.condition('Succeeded')).toBe('True Succeeded');
    expect([...story.versions.keys()]).toEqual([]);
    expect(story.events.at(-1)).toMatchObject({ reason: 'Succeeded', note: 'tumour: roc_auc 0.9800' });
  });
  it('makes its Job again when it vanished before a pod was seen', () => {
    const story = new RunStory().settle();
    story.launches[0] = { phase: 'Absent' };
    story.settle();
    expect(story.launches).toEqual([{ phase: 'Starting' }]);
    expect(story.status.launches).toBe(1);
  });
});

describe('a run that the trainer would refuse', () => {
  it.each([false, true])('fails before a pod is made, suspended: %s', (suspend) => {
    const story = new RunStory({ algorithm: { name: 'xgboost', parameters: { max_dept: 4 } }, suspend }).settle();
    expect(story.condition('Ready')).toBe('False UnknownParameter');
    expect(story.condition('Stalled')).toBe('True UnknownParameter');
    expect(story.launches).toEqual([]);
    expect(story.status.launches).toBeUndefined();
    expect(story.events.map(({ reason, note }) => `${reason}: ${note}`)).toEqual([expect.stringContaining('Did you mean max_depth?')]);
  });
});

describe('an ending that would come again', () => {
  it.each<[name: string, exitCode: number, error: { reason: string; message: string } | undefined, reason: string, data: string, gates: string]>([
    ['64 bad configuration', 64, undefined, 'ConfigurationInvalid', 'absent', 'absent'],
    ['64 with the trainer\'s own word for it', 64, { reason: 'UnknownParameter', message: 'max_depht?' }, 'UnknownParameter', 'absent', 'absent'],
    ['65 invalid data', 65, { reason: 'MissingColumn', message: 'no column malignant' }, 'MissingColumn', 'False MissingColumn', 'absent'],
    ['66 a missed gate', 66, undefined, 'GateFailed', 'True RulesHold', 'False GateFailed'],
    ['67 a failed parity check', 67, undefined, 'ParityFailed', 'True RulesHold', 'absent'],
  ])('%s ends the run at once', (_name, exitCode, error, reason, data, gates) => {
    const story = RunStory.running().exits(exitCode, error === undefined ? {} : { lastWords: { error } });
    expect(story.condition('Succeeded')).toBe(`False ${reason}`);
    expect(story.condition('Stalled')).toBe(`True ${reason}`);
    expect(story.condition('DataValidated')).toBe(data);
    expect(story.condition('GatesPassed')).toBe(gates);
    story.wait(3600).settle();
    expect(story.status.launches).toBe(1);
  });
  it('a missed gate keeps metrics and gates, and makes no version', () => {
    const story = RunStory.running();
    story.collected = { ...result, manifest: { ...result.manifest, gates: [{ metric: 'roc_auc', split: 'Test', min: 0.99, value: 0.98, passed: false }] } };
    story.exits(66, { lastWords: { manifest: result.pointer } });
    expect(story.status).toMatchObject({ score: 'roc_auc 0.9800', gates: [{ metric: 'roc_auc', min: 0.99, value: 0.98, passed: false }] });
    expect(story.status.metrics).toHaveLength(3);
    expect(story.status.pendingVersion).toBeUndefined();
    expect([...story.versions.keys()]).toEqual([]);
  });
  it('a missed gate waits for the store that holds its metrics', () => {
    const story = RunStory.running();
    story.collected = { found: false, reason: 'StoreUnreachable', message: 'refused', transient: true };
    story.exits(66, { lastWords: { manifest: result.pointer } });
    expect(story.condition('Ready')).toBe('Unknown StoreUnreachable');
    story.collected = result;
    story.wait(2).settle();
    expect(story.condition('Succeeded')).toBe('False GateFailed');
    expect(story.status.metrics).toHaveLength(3);
  });
});

describe('an ending that may not come again', () => {
  it.each<[name: string, exitCode: number | undefined, more: Partial<Ending>, reason: string, message: string]>([
    ['70 an error of the trainer', 70, { lastWords: { error: { reason: 'Internal', message: 'KeyError' } } }, 'Internal', 'KeyError (exit code 70)'],
    ['1 without last words', 1, {}, 'TrainerFailed', 'boom (exit code 1)'],
    ['137 by the kernel\'s OOM killer', 137, { platformReason: 'OOMKilled' }, 'OutOfMemory', 'resources.limits.memory'],
    ['137 by a SIGKILL from elsewhere', 137, { platformReason: 'Error' }, 'TrainerFailed', 'exit code 137'],
    ['75 with a cause of its own', 75, { lastWords: { error: { reason: 'StoreUnreachable', message: 'no route' } } }, 'StoreUnreachable', 'no route'],
    ['an end that nobody saw', undefined, { platformReason: 'Unknown', detail: '' }, 'TrainerFailed', 'Unknown'],
  ])('%s counts as an attempt and is tried again', (_name, exitCode, more, reason, message) => {
    const story = RunStory.running().exits(exitCode, more);
    expect(story.condition('Ready')).toBe(`False ${reason}`);
    expect(story.condition('Succeeded')).toBe(`Unknown ${reason}`);
    expect(story.message()).toContain(`attempt 1 of 3 failed with ${reason}: `);
    expect(story.message()).toContain(message);
    expect(story.status).toMatchObject({ attempt: 2, preemptions: 0, launches: 1, nextAttemptAt: '2026-01-01T00:00:30.000Z' });
  });
  it.each<[name: string, exitCode: number | undefined, more: Partial<Ending>]>([
    ['75 without a cause', 75, {}],
    ['75 after SIGTERM', 75, { lastWords: { error: { reason: 'Terminated', message: 'SIGTERM' } } }],
    ['a DisruptionTarget', 143, { preempted: true, platformReason: 'PreemptionByScheduler' }],
    ['a pod lost with its node', undefined, { preempted: true, platformReason: 'PodLost' }],
  ])('%s counts as a preemption and is tried again at once', (_name, exitCode, more) => {
    const story = RunStory.running().exits(exitCode, more);
    expect(story.status).toMatchObject({ attempt: 1, preemptions: 1, launches: 2 });
    expect(story.condition('Ready')).toBe('Unknown Starting');
    expect(story.events.map(({ reason }) => reason)).toEqual(['Launched', 'Preempted', 'Launched']);
  });
  it('waits twice as long each time, and fails after the last attempt', () => {
    const story = RunStory.running({ retryPolicy: { maxAttempts: 4, backoff: '10s' } });
    const waits: number[] = [];
    for (let attempt = 1; attempt < 4; attempt += 1) {
      story.exits(70);
      waits.push((Date.parse(story.status.nextAttemptAt ?? '') - story.now.getTime()) / 1000);
      story.wait(waits.at(-1)! - 1).settle();
      expect(story.status.launches).toBe(attempt);
      story.wait(1).settle();
      expect(story.status).toMatchObject({ launches: attempt + 1, attempt: attempt + 1 });
    }
    expect(waits).toEqual([10, 20, 40]);
    story.exits(70);
    expect(story.condition('Succeeded')).toBe('False TrainerFailed');
    expect(story.message()).toContain('failed 4 of 4 attempts; the last: boom');
    expect(story.wait(86_000).settle().status.launches).toBe(4);
  });
  it('gives up after more preemptions than allowed', () => {
    const story = RunStory.running({ retryPolicy: { maxPreemptions: 2 } }).exits(75).exits(75).exits(75);
    expect(story.status).toMatchObject({ preemptions: 3, attempt: 1, launches: 3 });
    expect(story.condition('Succeeded')).toBe('False Preempted');
    expect(story.message()).toContain('more than retryPolicy.maxPreemptions 2');
  });
});

describe('activeDeadline', () => {
  const spec = { activeDeadline: '1m', retryPolicy: { backoff: '50s' } };
  it('stops a run that takes longer, and says so', () => {
    const story = RunStory.running(spec);
    expect(story.last?.wakeAt).toEqual(new Date('2026-01-01T00:01:00Z'));
    story.wait(60).settle();
    expect(story.condition('Succeeded')).toBe('False DeadlineExceeded');
    expect(story.launches).toEqual([{ phase: 'Absent' }]);
  });
  it('judges what ended before it was looked at', () => {
    const story = RunStory.running(spec).wait(61);
    story.collected = result;
    expect(story.exits(0).condition('Succeeded')).toBe('True Succeeded');
  });
  it('ends a run that waits for its next attempt, which is never launched', () => {
    const story = RunStory.running(spec).wait(30).exits(70);
    expect(story.last?.wakeAt).toEqual(new Date('2026-01-01T00:01:00Z'));
    story.wait(60).settle();
    expect(story.condition('Succeeded')).toBe('False DeadlineExceeded');
    expect(story.status.nextAttemptAt).toBeUndefined();
    expect(story.status.launches).toBe(1);
  });
});

describe('a pod that does not start', () => {
  it.each(['ImageCannotStart', 'Unschedulable', 'ConfigInvalid'])('%s is said while the run goes on trying', (reason) => {
    const story = new RunStory().settle().pod({ phase: 'Starting', trouble: { reason, message: 'pod x: because' } }).settle();
    expect(story.condition('Ready')).toBe(`Unknown ${reason}`);
    expect(story.message()).toBe('pod x: because');
    expect(story.pod({ phase: 'Running' }).settle().condition('Ready')).toBe('Unknown Running');
    expect(story.status.launches).toBe(1);
  });
});

describe('reading the result back', () => {
  it('waits for a store that does not answer and trains nothing twice', () => {
    const story = RunStory.running();
    story.collected = { found: false, reason: 'StoreUnreachable', message: 'refused', transient: true };
    story.exits(0);
    for (let i = 0; i < 100; i += 1) story.wait(60).settle();
    expect(story.condition('Ready')).toBe('Unknown StoreUnreachable');
    expect(story.last?.wakeAt?.getTime()).toBe(story.now.getTime() + 2000);
    expect(story.status.launches).toBe(1);
    story.collected = result;
    expect(story.settle().condition('Succeeded')).toBe('True Succeeded');
  });
  it.each(['DigestMismatch', 'ArtifactNotFound', 'ManifestInvalid'])('%s ends the run without a version', (reason) => {
    const story = RunStory.running();
    story.collected = { found: false, reason, message: 'because', transient: false };
    story.exits(0);
    expect(story.condition('Succeeded')).toBe(`False ${reason}`);
    expect(story.condition('Stalled')).toBe(`True ${reason}`);
    expect([...story.versions.keys()]).toEqual([]);
  });
});
