import { describe, expect, it } from 'vitest';
import { silentSurroundings } from '../../../operator/runtime/testing/silent.ts';
import { StoreError, type ArtifactStore } from '../../shared/artifact-store.ts';
import { sha256Hex } from '../../shared/digest.ts';
import { readHoldouts } from './read-holdouts.ts';

const text = '{"schemaVersion":1,"rows":2,"labels":[0,1],"predicted":[1,1]}';
const { logger } = silentSurroundings();
const pointer = { name: 'families-xgb', uri: 's3://models/holdout.json', sha256: sha256Hex(text) };
const storeOf = (answer: string | StoreError): Pick<ArtifactStore, 'read'> => ({
  read: () => (typeof answer === 'string' ? Promise.resolve({ bytes: Buffer.from(answer), sha256: sha256Hex(answer), sizeBytes: answer.length }) : Promise.reject(answer)),
});

describe('held-out predictions', () => {
  it('are read where the digest is the one of the manifest', async () => {
    expect(await readHoldouts(storeOf(text), logger, [pointer])).toEqual({ byTrial: new Map([['families-xgb', { labels: [0, 1], predicted: [1, 1] }]]), problem: undefined });
  });
  it.each<[name: string, answer: string | StoreError]>([
    ['were changed', `${text} `],
    ['are gone', new StoreError('ArtifactNotFound', 'no such key')],
    ['are too large', new StoreError('TooLarge', 'more than 4 MiB')],
  ])('that %s leave their trial to its folds', async (_name, answer) => {
    expect(await readHoldouts(storeOf(answer), logger, [pointer])).toEqual({ byTrial: new Map([['families-xgb', undefined]]), problem: undefined });
  });
  it('that are malformed leave their trial to its folds', async () => {
    expect((await readHoldouts(storeOf('{}'), logger, [{ ...pointer, sha256: sha256Hex('{}') }])).byTrial).toEqual(new Map([['families-xgb', undefined]]));
  });
  it.each(['StoreUnreachable', 'StoreForbidden'] as const)('are waited for while the store says %s', async (reason) => {
    const { byTrial, problem } = await readHoldouts(storeOf(new StoreError(reason, 'away')), logger, [pointer]);
    expect([byTrial.size, problem]).toEqual([0, { reason, message: 'the held-out predictions of families-xgb: away' }]);
  });
});
