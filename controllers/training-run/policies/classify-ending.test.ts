import { describe, expect, it } from 'vitest';
import type { Ending } from '../backends/backend.ts';
import { ending, specOf } from '../testing/run-story.ts';
import { backoffMs } from './backoff.ts';
import { classifyEnding } from './classify-ending.ts';

describe('what an ending means', () => {
  it.each<[name: string, exitCode: number | undefined, more: Partial<Ending>, kind: string, reason: string | undefined]>([
    ['0 is a success', 0, {}, 'succeeded', undefined],
    ['0 is a success even when the platform wanted the machine', 0, { preempted: true }, 'succeeded', undefined],
    ['64 is final', 64, {}, 'final', 'ConfigurationInvalid'],
    ['65 is final', 65, {}, 'final', 'DataInvalid'],
    ['66 is final', 66, {}, 'final', 'GateFailed'],
    ['67 is final', 67, {}, 'final', 'ParityFailed'],
    ['65 is final also on a machine that is taken away', 65, { preempted: true }, 'final', 'DataInvalid'],
    ['70 counts as an attempt', 70, {}, 'failed', 'TrainerFailed'],
    ['75 is a preemption', 75, {}, 'preempted', 'Preempted'],
    ['75 for want of another pod is a preemption', 75, { lastWords: { error: { reason: 'PeerLost', message: 'x' } } }, 'preempted', 'Preempted'],
    ['75 with a cause counts as an attempt', 75, { lastWords: { error: { reason: 'DataUnreachable', message: 'x' } } }, 'failed', 'DataUnreachable'],
    ['70 on a machine that is taken away is a preemption', 70, { preempted: true, platformReason: 'Evicted' }, 'preempted', 'Preempted'],
    ['OOMKilled is named', 137, { platformReason: 'OOMKilled' }, 'failed', 'OutOfMemory'],
    ['139 counts as an attempt', 139, {}, 'failed', 'TrainerFailed'],
    ['no exit code counts as an attempt', undefined, {}, 'failed', 'TrainerFailed'],
  ])('%s', (_name, exitCode, more, kind, reason) => {
    const meaning = classifyEnding(ending(exitCode, more));
    expect(meaning.kind).toBe(kind);
    expect(meaning.kind === 'succeeded' ? undefined : meaning.reason).toBe(reason);
  });
  it.each<[name: string, more: Partial<Ending>, message: string]>([
    ['the trainer\'s own words come first', { detail: 'traceback', lastWords: { error: { reason: 'Internal', message: 'KeyError' } } }, 'KeyError (exit code 70)'],
    ['then what it left behind', { detail: 'traceback' }, 'traceback (exit code 70)'],
    ['then what the platform says', { detail: '', platformReason: 'ContainerCannotRun' }, 'ContainerCannotRun (exit code 70)'],
  ])('%s', (_name, more, message) => {
    expect(classifyEnding(ending(70, more))).toMatchObject({ message });
  });
});

describe('backoff', () => {
  it.each([
    ['30s', 1, 30_000],
    ['30s', 2, 60_000],
    ['30s', 3, 120_000],
    ['30s', 7, 1_800_000],
    ['1h', 1, 1_800_000],
    ['0s', 9, 0],
    ['1s', 5000, 1_800_000],
  ])('of %s after %i failures is %i ms', (backoff, failures, ms) => {
    expect(backoffMs(specOf({ retryPolicy: { backoff } }).retryPolicy, failures)).toBe(ms);
  });
});
