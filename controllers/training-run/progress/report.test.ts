import { describe, expect, it } from 'vitest';
import { parseReport } from './report.ts';

const good = { percent: 62.9, stage: 'Fit', message: 'tree 310 of 500' };

describe('a report', () => {
  it.each<[name: string, sent: unknown, taken: object]>([
    ['is rounded down, so that nothing is done before it is', good, { percent: 62, stage: 'Fit', message: 'tree 310 of 500' }],
    ['may count steps', { ...good, step: 310 }, { percent: 62, stage: 'Fit', message: 'tree 310 of 500', step: 310 }],
    ['may say no more than stage and percent', { percent: 0, stage: 'Ingest' }, { percent: 0, stage: 'Ingest', message: '' }],
    ['may say null for what it does not know', { ...good, message: null, step: null }, { percent: 62, stage: 'Fit', message: '' }],
    ['may name a checkpoint', { ...good, checkpoint: { uri: 's3://models/c', step: 7, time: '2026-01-01T00:00:00Z' } }, { percent: 62, stage: 'Fit', message: 'tree 310 of 500', checkpoint: { uri: 's3://models/c', step: 7, time: '2026-01-01T00:00:00.000Z' } }],
    ['may tell the scores of the folds that are done', { ...good, scores: [0.9, 0.85] }, { percent: 62, stage: 'Fit', message: 'tree 310 of 500', scores: [0.9, 0.85] }],
    ['may say null for them', { ...good, scores: null }, { percent: 62, stage: 'Fit', message: 'tree 310 of 500' }],
    ['may hold members of a later release', { ...good, loss: 0.1 }, { percent: 62, stage: 'Fit', message: 'tree 310 of 500' }],
    ['has its message cut to what a status holds', { ...good, message: '😀'.repeat(600) }, { percent: 62, stage: 'Fit', message: '😀'.repeat(512) }],
  ])('%s', (_name, sent, taken) => {
    expect(parseReport(JSON.stringify(sent))).toEqual(taken);
  });

  it.each<[name: string, text: string, message: string]>([
    ['no JSON', '{percent: 3}', 'not JSON'],
    ['nothing', '', 'not JSON'],
    ['a list', '[]', 'must be a JSON object'],
    ['null', 'null', 'must be a JSON object'],
    ['no percent', '{"stage":"Fit"}', 'percent must be'],
    ['a percent in text', '{"stage":"Fit","percent":"62"}', 'percent must be'],
    ['a percent above 100', '{"stage":"Fit","percent":101}', 'percent must be'],
    ['a percent below 0', '{"stage":"Fit","percent":-1}', 'percent must be'],
    ['a percent too large for a number', '{"stage":"Fit","percent":1e999}', 'percent must be'],
    ['no stage', '{"percent":1}', 'stage must be'],
    ['a stage of several words', '{"percent":1,"stage":"Fit it"}', 'stage must be'],
    ['a stage that is too long', `{"percent":1,"stage":"${'F'.repeat(33)}"}`, 'stage must be'],
    ['a message that is no text', '{"percent":1,"stage":"Fit","message":{}}', 'message must be'],
    ['a score that is no number', '{"percent":1,"stage":"Fit","scores":[null]}', 'scores must be'],
    ['scores that are no list', '{"percent":1,"stage":"Fit","scores":0.9}', 'scores must be'],
    ['a score beyond all numbers', '{"percent":1,"stage":"Fit","scores":[1e999]}', 'scores must be'],
    ['more scores than a status holds', `{"percent":1,"stage":"Fit","scores":[${Array(401).fill(1).join()}]}`, 'scores must be'],
    ['half a step', '{"percent":1,"stage":"Fit","step":0.5}', 'step must be'],
    ['a checkpoint that is nowhere', '{"percent":1,"stage":"Fit","checkpoint":{"step":3,"time":"2026-01-01T00:00:00Z"}}', 'checkpoint must have'],
    ['a step before the first', '{"percent":1,"stage":"Fit","step":-1}', 'step must be'],
  ])('that is %s is refused, with what it should be', (_name, text, message) => {
    expect(() => parseReport(text)).toThrow(expect.objectContaining({ reason: 'Malformed', message: expect.stringContaining(message) as string }));
  });
});
