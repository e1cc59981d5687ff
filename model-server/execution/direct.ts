import type { Session } from '../model/session.ts';
import type { Arrange } from './arrange.ts';

/** Every run at once and whole, in the thread that asks: for a process that has one request at a time. */
export const direct: Arrange = (_model, _manifest, _graph, session: Session) =>
  Promise.resolve({
    session,
    executor: { run: ({ feeds, outputs }) => session.run(feeds, outputs), idle: () => Promise.resolve() },
    inline: true,
    health: () => 'Ready' as const,
  });
