import type { Context, Status } from '../context.ts';
import { hold } from './hold.ts';

/**
 * Why a test goes on, as changes to `status.rollout`; undefined when the candidate has won. Even a winner must have
 * kept its objectives: rewards say nothing about failures.
 */
export function holdTest(context: Context, status: Status): ReturnType<typeof hold> {
  const { ab, rollout } = status;
  if (context.spec.paused || ab?.verdict === 'CandidateBetter') return hold(context, status);
  const silent = status.judge?.silentSince === undefined ? '' : '; no metrics source answers';
  return { text: `${rollout?.weight ?? 0} % until ${rollout?.nextAt ?? ''} at the latest: ${ab?.text ?? 'no rewards yet'}${silent}`.slice(0, 1024) };
}
