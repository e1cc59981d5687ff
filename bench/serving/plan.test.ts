import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { repositoryPath } from '../../test/integration/harness/binaries.ts';
import { seeded } from '../operator/seeded.ts';
import { cellsOf, shareOf, shuffled } from './cells.ts';
import { busyPercent, parseCores } from './cores.ts';
import { imageStart } from './image-start.ts';
import { serverNames, servers } from './servers.ts';
import { pinsOf } from './venv.ts';
import { isFull, readWishes } from './wishes.ts';

describe('the plan', () => {
  it('has every loop for every number of rows, the closed one first', () => {
    expect(cellsOf('forest', 3).map(({ rows, loop }) => `${rows} ${loop}`)).toEqual([1, 8, 64].flatMap((rows) => [`${rows} closed`, `${rows} open-50`, `${rows} open-80`]));
    expect(shareOf('open-80')).toBe(0.8);
  });
  it('has the open loop of the slow graph for one row only, and looks longer at 64', () => {
    const cells = cellsOf('mlp', 2);
    expect(cells.map(({ rows, loop }) => `${rows} ${loop}`)).toEqual(['1 closed', '1 open-50', '1 open-80', '8 closed', '64 closed']);
    expect(cells.map(({ seconds }) => seconds)).toEqual([2, 2, 2, 2, 10]);
  });
  it('has another order in each round, and the same ones in each run', () => {
    const orders = (random: () => number): number[][] => [1, 2, 3].map(() => shuffled([1, 2, 3, 4, 5], random));
    const [first, second] = orders(seeded(1));
    expect(first).not.toEqual(second);
    expect([...(first ?? [])].sort()).toEqual([1, 2, 3, 4, 5]);
    expect(orders(seeded(1))[0]).toEqual(first);
  });
});

describe('the wishes', () => {
  it('are a full run without a word', () => expect(isFull(readWishes({}))).toBe(true));
  it.each([{ BENCH_SECONDS: '1' }, { BENCH_REPETITIONS: '1' }, { BENCH_SERVERS: 'kserve' }, { BENCH_MODELS: 'mlp' }])('are a part with %o', (env) => expect(isFull(readWishes(env))).toBe(false));
  it.each<[Record<string, string>, string]>([
    [{ BENCH_SECONDS: '1.5' }, 'BENCH_SECONDS must be a whole number'],
    [{ BENCH_REPETITIONS: '0' }, 'BENCH_REPETITIONS must be'],
    [{ BENCH_SERVERS: 'kserve,triton' }, 'BENCH_SERVERS names "triton"; there are trainyard,'],
  ])('must make sense: %o', (env, message) => expect(() => readWishes(env)).toThrow(message));
});

describe('a server', () => {
  it('is there for each name', () => expect(servers.map(({ name }) => name)).toEqual([...serverNames]));
  it('of ours starts as its image does', () => {
    const { flags, environment } = imageStart(readFileSync(repositoryPath('images', 'model-server', 'Dockerfile'), 'utf8'));
    expect(flags.every((flag) => flag.startsWith('--'))).toBe(true);
    expect(environment).toMatchObject({ NODE_ENV: 'production', HOME: '/app' });
  });
  it('takes its settings from the last stage of its image', () => {
    const dockerfile = 'FROM a\nENV A=wrong\n\nFROM b\nENV B=1 \\\n    C=two\nENTRYPOINT ["node", "--flag=8", "main.ts"]\n';
    expect(imageStart(dockerfile)).toEqual({ flags: ['--flag=8'], environment: { B: '1', C: 'two' } });
    expect(() => imageStart('FROM a\nENTRYPOINT ["sh"]\n')).toThrow('does not start');
  });
  it.each(['fastapi', 'mlserver', 'kserve', 'bentoml', 'litserve'])('of a peer has every package pinned: %s', (peer) => {
    const pins = pinsOf(readFileSync(repositoryPath('bench', 'serving', 'peers', `${peer}.txt`), 'utf8'));
    expect(pins[peer]).toMatch(/^\d+\.\d+\.\d+$/);
    expect([pins['onnxruntime'], pins['numpy']]).toEqual(['1.31.1', '2.4.6']);
  });
  it('of a peer has no loose pin', () => expect(() => pinsOf('numpy>=2\n')).toThrow('"numpy>=2" is no exact pin'));
});

describe('the time of a core', () => {
  const stat = (user: number, idle: number): string => `cpu  9 9 9 9 9 9 9 9 0 0\ncpu0 ${user} 0 10 ${idle} 5 0 0 1 0 0\ncpu1 1 1 1 1 1 1 1 1 0 0\nintr 5\n`;
  it('is busy but for idling and waiting for a disk', () => {
    const [before, after] = [parseCores(stat(100, 100)), parseCores(stat(175, 125))];
    expect(before).toHaveLength(2);
    expect(busyPercent(before[0], after[0])).toBe(75);
  });
  it('must have passed', () => expect(() => busyPercent(parseCores(stat(1, 1))[0], parseCores(stat(1, 1))[0])).toThrow('no time has passed'));
});
