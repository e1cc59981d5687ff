import { describe, expect, it } from 'vitest';
import type { Status } from '../context.ts';
import { hear, mostStages, type Heard } from './heard.ts';
import { begun, completed, dueAt, ended, withHeard } from './timeline.ts';

const at = (second: number): Date => new Date(Date.parse('2026-01-01T00:00:00Z') + second * 1000);
const time = (second: number): string => at(second).toISOString();

/** Reports as [second, stage, percent, message]. */
type Told = readonly [second: number, stage: string, percent: number, message?: string];
function heardOf(...told: readonly Told[]): Heard {
  const heard = told.reduce<Heard | undefined>((before, [second, stage, percent, message = '']) => hear(before, { stage, percent, message }, at(second)), undefined);
  if (heard === undefined) throw new Error('nothing was told');
  return heard;
}
const told = (status: Status): unknown => ({ text: status.progress?.text, stages: status.stages?.map(({ name, startTime, endTime }) => `${name} ${startTime?.slice(17, 19) ?? ''}-${endTime?.slice(17, 19) ?? ''}`) });

describe('what was heard becomes a timeline', () => {
  it.each<[name: string, before: Status, told: readonly Told[], text: string, stages: string[]]>([
    ['one stage is under way', {}, [[1, 'Ingest', 0]], 'Ingest 0%', ['Ingest 01-']],
    ['the next stage ends the one before', {}, [[1, 'Ingest', 0], [3, 'Fit', 15], [4, 'Fit', 40]], 'Fit 40%', ['Ingest 01-03', 'Fit 03-']],
    ['percent never goes back', {}, [[1, 'Fit', 40], [2, 'Fit', 30]], 'Fit 40%', ['Fit 01-']],
    ['a stage that is over does not come back', {}, [[1, 'Ingest', 0], [2, 'Fit', 20], [3, 'Ingest', 90]], 'Fit 20%', ['Ingest 01-02', 'Fit 02-']],
    ['after a restart the list in status goes on', { progress: { percent: 20, stage: 'Fit', text: 'Fit 20%', updatedAt: time(2) }, stages: [{ name: 'Ingest', startTime: time(0), endTime: time(1) }, { name: 'Fit', startTime: time(1) }] }, [[5, 'Fit', 10], [7, 'Export', 80]], 'Export 80%', ['Ingest 00-01', 'Fit 01-07', 'Export 07-']],
    ['after a restart percent does not go back', { progress: { percent: 20, stage: 'Fit', text: 'Fit 20%', updatedAt: time(2) }, stages: [{ name: 'Fit', startTime: time(1) }] }, [[5, 'Fit', 10, 'again']], 'Fit 20%', ['Fit 01-']],
    ['after a restart a late report changes nothing', { progress: { percent: 20, stage: 'Fit', text: 'Fit 20%', updatedAt: time(2) }, stages: [{ name: 'Ingest', startTime: time(0), endTime: time(1) }, { name: 'Fit', startTime: time(1) }] }, [[5, 'Ingest', 90]], 'Fit 20%', ['Ingest 00-01', 'Fit 01-']],
  ])('%s', (_name, before, reports, text, stages) => {
    expect(told(withHeard(before, heardOf(...reports), at(9)))).toEqual({ text, stages });
  });

  it('keeps the last message of a stage, and the step', () => {
    const heard = hear(heardOf([1, 'Fit', 10, 'tree 1']), { stage: 'Fit', percent: 11, message: 'tree 2', step: 2 }, at(2));
    expect(withHeard({}, heard, at(3))).toMatchObject({ stages: [{ message: 'tree 2' }], progress: { message: 'tree 2', step: 2, updatedAt: time(3) } });
  });

  it('has the scores of the folds that are done, which later reports need not repeat', () => {
    const first = hear(undefined, { stage: 'Fit', percent: 30, message: 'fold 2', scores: [0.9, 0.8] }, at(1));
    const later = hear(first, { stage: 'Fit', percent: 31, message: 'fold 3 begins' }, at(2));
    expect(withHeard({}, later, at(3)).foldScores).toEqual([0.9, 0.8]);
    const written: Status = { ...withHeard({}, first, at(3)) };
    expect(dueAt(written, hear(first, { stage: 'Fit', percent: 30, message: 'fold 2', scores: [0.9, 0.8, 0.7] }, at(4)))).toEqual(at(8));
    expect(dueAt(written, first)).toBeUndefined();
    expect(begun(written).foldScores).toBeUndefined();
  });

  it('holds no more stages than a status may', () => {
    const many = Array.from({ length: mostStages + 3 }, (_, i): Told => [i, `S${i}`, i]);
    expect(withHeard({}, heardOf(...many), at(30)).stages).toHaveLength(mostStages);
    const full: Status = { stages: many.slice(0, mostStages).map(([second, name]) => ({ name, startTime: time(second) })) };
    expect(withHeard(full, heardOf([40, 'Other', 99]), at(41))).toBe(full);
  });
});

describe('it is written', () => {
  const known: Status = { progress: { percent: 40, stage: 'Fit', message: 'fold 1', text: 'Fit 40%', updatedAt: time(10) }, stages: [{ name: 'Fit', startTime: time(8) }] };
  it.each<[name: string, status: Status, told: readonly Told[], due: Date | undefined]>([
    ['at once when nothing was written before', {}, [[1, 'Ingest', 0]], new Date(5000)],
    ['5 s after the last time', known, [[11, 'Fit', 50, 'fold 2']], at(15)],
    ['5 s after the last time even when a stage ended', known, [[11, 'Export', 80]], at(15)],
    ['when only the message is another', known, [[11, 'Fit', 40, 'fold 2']], at(15)],
    ['never when status says it already', known, [[11, 'Fit', 40, 'fold 1']], undefined],
    ['never for a percent that went back', known, [[11, 'Fit', 30, 'fold 1']], undefined],
    ['never for a stage that is over', { ...known, stages: [{ name: 'Ingest', startTime: time(1), endTime: time(8) }, ...(known.stages ?? [])] }, [[11, 'Ingest', 90]], undefined],
  ])('%s', (_name, status, reports, due) => {
    expect(dueAt(status, heardOf(...reports))).toEqual(due);
  });
  it('never when nothing was heard', () => {
    expect(dueAt(known, undefined)).toBeUndefined();
  });
});

describe('the end', () => {
  const status = withHeard({}, heardOf([1, 'Ingest', 0], [2, 'Fit', 62]), at(3));
  it('of a launch ends its last stage, and keeps how far it came', () => {
    expect(told(ended(status, at(7)))).toEqual({ text: 'Fit 62%', stages: ['Ingest 01-02', 'Fit 02-07'] });
  });
  it('with a result is 100 percent', () => {
    expect(completed(status, at(7)).progress).toEqual({ percent: 100, stage: 'Fit', message: '', text: '100%', updatedAt: time(7) });
  });
  it('is 100 percent though no report arrived', () => {
    expect(completed({ stages: [{ name: 'Publish', startTime: time(1), endTime: time(2) }] }, at(7)).progress).toEqual({ percent: 100, stage: 'Publish', text: '100%', updatedAt: time(7) });
    expect(completed({}, at(7)).progress).toEqual({ percent: 100, stage: '', text: '100%', updatedAt: time(7) });
  });
  it('is forgotten when another launch begins', () => {
    expect(begun({ ...status, launches: 2 })).toEqual({ launches: 2 });
  });
});
