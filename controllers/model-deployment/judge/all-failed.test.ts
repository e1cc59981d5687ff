import { describe, expect, it } from 'vitest';
import { addLook, isTotalFailure, type AllFailed } from './all-failed.ts';

type Look = readonly [requests: number, bad: number, stable: number];
const after = (share: number | undefined, ...looks: readonly Look[]): AllFailed =>
  looks.reduce<AllFailed>((state, [requests, bad, stable]) => addLook(state, { requests, bad }, stable, share), { looks: 0, requests: 0 });

describe('total failure', () => {
  it.each<[name: string, share: number | undefined, looks: readonly Look[], total: boolean]>([
    ['is two looks of the usual requests, all failed', 0.1, [[5, 5, 45], [5, 5, 45]], true],
    ['is not one look, however many', 0.1, [[500, 500, 4500]], false],
    ['is not the burst of one client among little traffic', 0.1, [[12, 12, 4], [9, 9, 3]], false],
    ['is not a candidate that answers anything', 0.1, [[5, 5, 45], [5, 4, 45]], false],
    ['begins anew after a good answer', 0.1, [[5, 5, 45], [5, 4, 45], [5, 5, 45]], false],
    ['may take long where there is little traffic', 0.1, Array.from({ length: 16 }, () => [1, 1, 3.6]), true],
    ['is not proven by few requests where many are usual', 0.1, [[2, 2, 450], [2, 2, 450]], false],
    ['leaves out looks without requests of the candidate', 0.1, [[5, 5, 10], [0, 0, 900], [5, 5, 10]], false],
    ['goes by the requests alone where no share is known', undefined, [[5, 5, 0], [5, 5, 0]], true],
    ['goes by the requests alone while stable gets none', 0.1, [[5, 5, 0], [5, 5, 0]], true],
    ['goes by ten of them', undefined, [[5, 5, 45], [4, 4, 45]], false],
    ['goes by them when the candidate gets all traffic', 1, [[5, 5, 0], [5, 5, 0]], true],
  ])('%s', (_name, share, looks, total) => expect(isTotalFailure(after(share, ...looks))).toBe(total));
});
