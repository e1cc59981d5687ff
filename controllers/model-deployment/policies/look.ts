import { changed, judgeConfig, unchanged, type Change, type Context, type Status } from '../context.ts';
import type { Delta } from '../judge/counters.ts';
import { beginStep, isRatioEvidence, look, verdict, type Judged, type Revisions, type Sample, type SecondTries } from '../judge/judge.ts';
import type { JudgeConfig } from '../judge/objective.ts';
import type { RatioEvidence } from '../judge/ratio.ts';
import { remembered, toStatus } from '../judge/remember.ts';
import { splitShortfall } from '../judge/split.ts';
import { userKey } from './user-key.ts';

/** Takes the newest sample into the evidence, while the candidate gets traffic or its last requests are awaited. */
export function takeSample(context: Context, status: Status): Change {
  const { sample, spec } = context;
  const revision = watchedRevision(status);
  if (sample === undefined || revision === undefined || status.stable === undefined) return unchanged(status);
  if (status.judge?.readAt !== undefined && sample.sources.length > 0 && Date.parse(status.judge.readAt) >= sample.at.getTime()) return unchanged(status);

  const config = judgeConfig(spec, status.rollout?.step, status.rollout?.mirror);
  const before = remembered(status);
  const seen = look(config, before, sample, revisions(context, status, revision, status.stable.revision, sample.at));
  const judged: Status = { ...status, ...toStatus(config, seen) };
  if (status.candidate === undefined) return unchanged(afterRollback(judged, sample, seen.candidate));
  const next: Status = { ...judged, rollout: { ...status.rollout, verdict: verdict(config, seen), ...savedUntilNow(status.rollout?.savedRequests, sample.saved) } };
  const mismatch = before.state.split.mismatch === undefined ? splitShortfall(seen.state.split, share(status)) : undefined;
  if (mismatch === undefined) return unchanged(next);
  return changed(next, { type: 'Warning', reason: 'SampleRatioMismatch', action: 'ShiftTraffic', note: `The rollout of ${status.candidate.version} is held: ${mismatch}` });
}

function revisions({ spec, shield }: Context, status: Status, candidate: string, stable: string, at: Date): Revisions {
  const since = Math.floor(Date.parse(status.candidate?.startedAt ?? status.lastRollback?.time ?? at.toISOString()) / 1000);
  const startedAt = status.rollout?.stepStartedAt;
  // A user sends any number of requests, and all of them to one version: users follow the weights then, not requests.
  // Copies and previews come on top of the weights.
  const byWeights = share(status) > 0 && status.rollout?.mirror === undefined && spec.rollout.previewHeader === undefined && userKey(spec) === undefined;
  return { candidate, stable, since, ...(startedAt === undefined || !byWeights ? {} : { step: { startedAt, share: share(status), secondTries: secondTries(shield, status) } }) };
}

function secondTries(shield: Context['shield'], { rollout }: Status): SecondTries {
  if (shield?.on !== true) return 'None';
  return rollout?.savedRequests === 0 ? 'Possible' : 'Seen';
}

/** The candidate's share of the traffic now. */
export function share(status: Status): number {
  return (status.rollout?.weight ?? 0) / 100;
}

/** The revision whose counters matter: the candidate's, or the one rolled back until its last request was seen. */
export function watchedRevision(status: Status): string | undefined {
  if (status.candidate !== undefined) return (status.rollout?.step ?? 0) > 0 ? status.candidate.revision : undefined;
  return status.lastRollback?.propagated === false ? status.lastRollback.revision : undefined;
}

// Requests were on their way when the weight was set to zero: they are counted as harmed too, until a look shows none.
function afterRollback(status: Status, sample: Sample, candidate: { requests: number; bad: number }): Status {
  const last = status.lastRollback;
  if (last?.time === undefined || status.judge?.sources === undefined) return status;
  const sinceMs = sample.at.getTime() - Date.parse(last.time);
  const seenStill = candidate.requests === 0 && sinceMs >= settleMs && toldByItself(sample, last.revision);
  const still = seenStill || (candidate.requests === 0 && sinceMs >= countMs);
  const kept = savedUntilNow(last.savedRequests, sample.saved);
  const failedRequests = (last.failedRequests ?? last.harmedRequests ?? 0) + candidate.bad;
  const harmedRequests = Math.max(0, failedRequests - (kept.savedRequests ?? 0));
  // The proxies are scraped less often than pods are asked: what stable answered may be told later than what the candidate failed.
  const counted = last.savedRequests === undefined || harmedRequests === 0 || sinceMs >= countMs;
  return {
    ...status,
    lastRollback: {
      ...last,
      failedRequests,
      harmedRequests,
      ...kept,
      candidateRequests: (last.candidateRequests ?? 0) + candidate.requests,
      ...(seenStill ? { propagationMs: last.propagationMs ?? sinceMs } : {}),
      ...(still ? { propagated: counted } : {}),
    },
  };
}

/** Prometheus may not have scraped since the weight was set: its counters stand still without the candidate doing so. */
function toldByItself({ readings, live = [] }: Sample, revision: string | undefined): boolean {
  const processes = readings.filter((reading) => reading.revision === revision);
  return processes.length > 0 && processes.every(({ pod }) => live.includes(pod));
}

// Shorter than this, a look may simply have come before the proxies heard of the new weight.
const settleMs = 500;
/** After this, nobody who counts is behind any more. */
const countMs = 30_000;

function savedUntilNow(before: number | undefined, now: number | undefined): { readonly savedRequests?: number } {
  return before === undefined && now === undefined ? {} : { savedRequests: Math.max(before ?? 0, now ?? 0) };
}

/** What the judge goes on from. */
export function judged(status: Status): Judged {
  return remembered(status);
}

/** The ratio objectives, those about failures first. */
export function evidence(status: Status): readonly RatioEvidence[] {
  const ratios = remembered(status).evidence.filter(isRatioEvidence);
  return [...ratios.filter(({ type }) => type === 'ErrorRatio'), ...ratios.filter(({ type }) => type === 'Latency')];
}

/** All answers, whatever the objectives are about. */
export function answered(status: Status): { readonly candidate: Delta; readonly stable: Delta; readonly step: Delta } {
  return remembered(status).state.answered;
}

export function stepBegun(config: JudgeConfig, status: Status): Pick<Status, 'judge' | 'evidence'> {
  // Before the first look there is nothing to begin anew.
  return status.judge === undefined ? {} : toStatus(config, beginStep(remembered(status)));
}
