import { judgeConfig, unchanged, type Change, type Context, type Status } from '../context.ts';
import { freshJudge, look, verdict, type Evidence, type JudgeState } from '../judge/judge.ts';

/** Takes the newest sample into the evidence, while the candidate gets traffic or its last requests are awaited. */
export function takeSample(context: Context, status: Status): Change {
  const { sample, spec } = context;
  const revision = watchedRevision(status);
  if (sample === undefined || revision === undefined || status.stable === undefined) return unchanged(status);
  if (status.judge?.readAt !== undefined && sample.sources.length > 0 && Date.parse(status.judge.readAt) >= sample.at.getTime()) return unchanged(status);

  const config = judgeConfig(spec);
  const since = Date.parse(status.candidate?.startedAt ?? status.lastRollback?.time ?? sample.at.toISOString()) / 1000;
  const seen = look(config, { state: judgeState(status), evidence: evidence(status) }, sample, { candidate: revision, stable: status.stable.revision, since: Math.floor(since) });
  const judged: Status = { ...status, judge: toStatus(seen.state), evidence: seen.evidence.map(evidenceToStatus) };
  if (status.candidate === undefined) return unchanged(afterRollback(judged, sample.at, seen.candidate));
  return unchanged({ ...judged, rollout: { ...status.rollout, verdict: verdict(config, seen.state, seen.evidence, sample.sources.length > 0) } });
}

/** The revision whose counters matter: the candidate's, or the one rolled back until its last request was seen. */
export function watchedRevision(status: Status): string | undefined {
  if (status.candidate !== undefined) return (status.rollout?.step ?? 0) > 0 ? status.candidate.revision : undefined;
  return status.lastRollback?.propagated === false ? status.lastRollback.revision : undefined;
}

// Requests were on their way when the weight was set to zero: they are counted as harmed too, until a look shows none.
function afterRollback(status: Status, at: Date, candidate: { requests: number; bad: number }): Status {
  const last = status.lastRollback;
  if (last?.time === undefined || status.judge?.sources === undefined) return status;
  const sinceMs = at.getTime() - Date.parse(last.time);
  const settled = candidate.requests === 0 && sinceMs >= settleMs;
  return {
    ...status,
    lastRollback: {
      ...last,
      harmedRequests: (last.harmedRequests ?? 0) + candidate.bad,
      candidateRequests: (last.candidateRequests ?? 0) + candidate.requests,
      ...(settled ? { propagated: true, propagationMs: sinceMs } : {}),
    },
  };
}

// Shorter than this, a look may simply have come before the proxies heard of the new weight.
const settleMs = 500;

export function judgeState(status: Status): JudgeState {
  const { judge } = status;
  if (judge === undefined) return freshJudge;
  return {
    readAt: judge.readAt,
    sources: judge.sources,
    firstBadAt: judge.firstBadAt,
    allFailed: { looks: judge.allFailed?.looks ?? 0, requests: judge.allFailed?.requests ?? 0 },
    window: { startedAt: judge.window?.startedAt, bad: judge.window?.bad ?? 0, n: judge.window?.n ?? 0, mean: judge.window?.mean ?? 0, m2: judge.window?.m2 ?? 0 },
    counters: judge.counters ?? [],
  };
}

function toStatus(state: JudgeState): NonNullable<Status['judge']> {
  const { startedAt, ...window } = state.window;
  return {
    ...(state.readAt === undefined ? {} : { readAt: state.readAt }),
    ...(state.sources === undefined ? {} : { sources: state.sources }),
    ...(state.firstBadAt === undefined ? {} : { firstBadAt: state.firstBadAt }),
    allFailed: { ...state.allFailed },
    window: { ...window, ...(startedAt === undefined ? {} : { startedAt }) },
    counters: state.counters.map((reading) => ({ ...reading })),
  };
}

export function evidence(status: Status): readonly Evidence[] {
  const none = { requests: 0, bad: 0 };
  return (status.evidence ?? []).map((entry) => ({
    slo: entry.slo,
    candidate: { ...none, ...entry.candidate },
    stable: { ...none, ...entry.stable },
    step: { ...none, ...entry.step },
    relative: entry.relative,
    absolute: entry.absolute ?? 0,
    threshold: entry.threshold ?? Number.POSITIVE_INFINITY,
    dispersion: entry.dispersion ?? 1,
    badWindows: entry.badWindows ?? 0,
    logE: entry.logE ?? [],
  }));
}

export function evidenceToStatus(item: Evidence): NonNullable<Status['evidence']>[number] {
  const { relative, logE, ...rest } = item;
  return { ...rest, logE: [...logE], ...(relative === undefined ? {} : { relative }) };
}
