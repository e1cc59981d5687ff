import { EventEmitter } from 'node:events';
import { describe, expect, it } from 'vitest';
import type { ExitCode } from './shutdown.ts';
import { runToExit } from './shutdown.ts';
import { silentSurroundings } from './testing/silent.ts';

function setUp(run: (terminate: AbortSignal) => Promise<ExitCode>) {
  const emitter = new EventEmitter();
  const codes: number[] = [];
  const host = { on: (event: string, listener: (argument: unknown) => void) => emitter.on(event, listener), exit: (code: number) => void codes.push(code) };
  return { emitter, codes, ended: runToExit({ host, logger: silentSurroundings().logger, run }) };
}

const untilTold = (terminate: AbortSignal): Promise<ExitCode> => new Promise((resolve) => terminate.addEventListener('abort', () => resolve(0)));
const hanging = (): Promise<ExitCode> => new Promise(() => undefined);

describe('exit', () => {
  it.each(['SIGTERM', 'SIGINT'])('is 0 after %s and an orderly end', async (signal) => {
    const { emitter, codes, ended } = setUp(untilTold);
    emitter.emit(signal);
    await ended;
    expect(codes).toEqual([0]);
  });

  it('is 1 when the run says so or throws', async () => {
    const lost = setUp(() => Promise.resolve(1 as const));
    const broken = setUp(() => Promise.reject(new Error('port in use')));
    await Promise.all([lost.ended, broken.ended]);
    expect([lost.codes, broken.codes]).toEqual([[1], [1]]);
  });

  it.each(['unhandledRejection', 'uncaughtException'])('is 1 at once on %s', (event) => {
    const { emitter, codes } = setUp(hanging);
    emitter.emit(event, new Error('bug'));
    expect(codes).toEqual([1]);
  });

  it('does not wait for draining when the signal comes twice', () => {
    const { emitter, codes } = setUp(hanging);
    emitter.emit('SIGTERM');
    expect(codes).toEqual([]);
    emitter.emit('SIGTERM');
    expect(codes).toEqual([1]);
  });
});
