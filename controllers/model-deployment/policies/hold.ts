import { durationMs, humanDuration } from '../../shared/duration.ts';
import { judgeConfig, type Context, type Status } from '../context.ts';
import { shortfalls } from '../judge/judge.ts';
import { judged, share } from './look.ts';
import { shareText, withCompared } from './shadow.ts';

/** Why the present step goes on, as changes to `status.rollout`; undefined when it is over. */
export function hold(context: Context, status: Status): Partial<NonNullable<Status['rollout']>> | undefined {
  const { rollout } = status;
  const { now, spec, sample } = context;
  const verdict = rollout?.verdict ?? 'Insufficient';
  const leftMs = Date.parse(rollout?.nextAt ?? now.toISOString()) - now.getTime();
  const weight = shareText(status);
  const told = (text: string): string => withCompared(spec, status, text).slice(0, 1024);
  if (spec.paused) return { text: `paused at ${weight}` };
  // The sentence is the same at every look: a countdown would be a write a second that tells nobody anything.
  if (leftMs > 0) return { text: told(`${weight} until ${rollout?.nextAt ?? ''}`) };
  if (context.routeProblem !== undefined) return { text: `${weight}, held: ${context.routeProblem.message}`, heldSince: rollout?.heldSince ?? now.toISOString() };
  if (verdict === 'Pass') return undefined;

  const heldSince = rollout?.heldSince ?? now.toISOString();
  const until = `${spec.rollout.analysis.onHoldDeadline === 'Rollback' ? 'rolls back' : 'goes on holding'} after ${humanDuration(durationMs(spec.rollout.analysis.holdDeadline))}`;
  if (verdict === 'Unavailable' && status.judge?.silentSince !== undefined) {
    const problems = sample?.problems.join('; ') ?? 'no source has answered yet';
    return { heldSince, text: `${weight}, held: no metrics source answers (${problems}); ${until}`.slice(0, 1024) };
  }
  const { state, evidence } = judged(status);
  const [first] = shortfalls(judgeConfig(spec, rollout?.step, rollout?.mirror), state, evidence, share(status));
  return { heldSince, text: told(`${weight}, held: ${first?.text ?? 'waiting for the next look'}; ${until}`) };
}
