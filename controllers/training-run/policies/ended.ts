import type { Ending } from '../backends/backend.ts';
import { failed, retrying, running } from '../summaries.ts';
import { backoffMs } from './backoff.ts';
import { classifyEnding, type Meaning } from './classify-ending.ts';
import { adopt } from './adopt-result.ts';
import { gatesUntold } from './gates-told.ts';
import type { Context, Decision, Status } from '../context.ts';

const lookAgainMs = 2000;

/** The launch ended: a result to take over, a failure to retry, or the end of the run. */
export function ended(context: Context, before: Status): Decision | undefined {
  if (context.launch.phase !== 'Ended') return undefined;
  const { checkpoint } = context.launch.ending.lastWords;
  const status = checkpoint === undefined ? before : { ...before, checkpoint };
  const meaning = classifyEnding(context.launch.ending);
  switch (meaning.kind) {
    case 'succeeded':
      return takeOver(context, status);
    case 'final':
      // Its record is read before the run ends, because nobody reads it afterwards.
      return unread(context, status) ?? giveUp(context, withRecord(context, status), meaning.reason, meaning.message, context.launch.ending);
    case 'failed':
      return again(context, status, meaning, (status.attempt ?? 1) < context.run.spec.retryPolicy.maxAttempts);
    case 'preempted':
      return again(context, status, meaning, (status.preemptions ?? 0) < context.run.spec.retryPolicy.maxPreemptions);
  }
}

function takeOver(context: Context, status: Status): Decision {
  const { collected, now } = context;
  if (collected === undefined || !collected.found) {
    // The trainer is done and the files are there or not: reading them again costs nothing, training again does.
    const problem = collected ?? { reason: 'Collecting', message: 'reading the result back', transient: true };
    return problem.transient ? lookAgain(status, now, problem) : giveUp(context, status, problem.reason, problem.message);
  }
  const untold = gatesUntold(context.run.spec.gates ?? [], collected.manifest.gates);
  return untold === undefined ? adopt(context, status, collected) : giveUp(context, status, 'ManifestInvalid', untold);
}

function unread({ collected, now }: Context, status: Status): Decision | undefined {
  return collected?.found === false && collected.transient ? lookAgain(status, now, collected) : undefined;
}

function lookAgain(status: Status, now: Date, problem: { readonly reason: string; readonly message: string }): Decision {
  return { status: running(status, now, problem.reason, problem.message), events: [], action: 'none', wakeAt: new Date(now.getTime() + lookAgainMs) };
}

// A run that missed a gate has metrics too, and people want to see them.
function withRecord(context: Context, status: Status): Status {
  const { collected } = context;
  if (collected === undefined || !collected.found) return status;
  return { ...status, ...adopt(context, status, collected).status, ...(status.conditions === undefined ? {} : { conditions: status.conditions }) };
}

function giveUp(context: Context, status: Status, reason: string, message: string, ending?: Ending): Decision {
  const { pendingVersion: _none, ...rest } = status;
  const data = ending?.exitCode === 65 ? 'False' : ending?.exitCode === 66 || ending?.exitCode === 67 ? 'True' : undefined;
  const gates = ending?.exitCode === 66 ? 'False' : undefined;
  const facts = { from: context.run.metadata.name, to: '', numbers: { exitCode: ending?.exitCode ?? '', attempt: status.attempt ?? 1, ...gateNumbers(status) } };
  return {
    status: failed(rest, context.now, reason, message, { data, gates }),
    events: [{ type: 'Warning', reason, action: 'Fail', note: message, facts }],
    action: 'none',
    wakeAt: undefined,
  };
}

function gateNumbers({ gates = [] }: Status): Record<string, number> {
  return Object.fromEntries(gates.flatMap(({ metric, split, value, min, max }) => Object.entries({ value, min, max }).flatMap(([name, number]) => (number === undefined ? [] : [[`${metric}.${split ?? 'Test'}.${name}`, number]]))));
}

function again(context: Context, status: Status, meaning: Exclude<Meaning, { kind: 'succeeded' }>, allowed: boolean): Decision {
  const { now, run } = context;
  const preempted = meaning.kind === 'preempted';
  const preemptions = (status.preemptions ?? 0) + (preempted ? 1 : 0);
  const attempt = status.attempt ?? 1;
  const { maxAttempts, maxPreemptions } = run.spec.retryPolicy;
  if (!allowed) {
    const limit = preempted ? `preempted ${preemptions} times, more than retryPolicy.maxPreemptions ${maxPreemptions}` : `failed ${attempt} of ${maxAttempts} attempts`;
    return giveUp(context, { ...status, preemptions }, meaning.reason, `${limit}; the last: ${meaning.message}`);
  }
  const next = new Date(now.getTime() + (preempted ? 0 : backoffMs(run.spec.retryPolicy, attempt)));
  const text = preempted ? `preempted (${preemptions} of at most ${maxPreemptions}): ${meaning.message}` : `attempt ${attempt} of ${maxAttempts} failed with ${meaning.reason}: ${meaning.message}; next attempt at ${next.toISOString()}`;
  return {
    status: retrying({ ...status, preemptions, attempt: attempt + (preempted ? 0 : 1), nextAttemptAt: next.toISOString() }, now, meaning.reason, text),
    events: [{ type: 'Warning', reason: meaning.reason, action: 'Retry', note: text }],
    action: 'none',
    wakeAt: next,
  };
}
