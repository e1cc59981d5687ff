import type { Status } from '../context.ts';
import { mostStages, type Heard, type HeardStage } from './heard.ts';

type Stage = NonNullable<Status['stages']>[number];

/** Least time between two writes of progress alone: etcd keeps every one of them. */
export const writeEveryMs = 5_000;

/** When what was heard may be written; undefined when status says it already. */
export function dueAt(status: Status, heard: Heard | undefined): Date | undefined {
  if (heard === undefined || !isNews(status, heard)) return undefined;
  return new Date(Date.parse(status.progress?.updatedAt ?? '1970-01-01T00:00:00Z') + writeEveryMs);
}

/** Takes over what was heard. Percent and stages only go forward. */
export function withHeard(status: Status, heard: Heard, now: Date): Status {
  const stages = heard.stages.reduce(withStage, status.stages ?? []);
  const { stage, message, step, checkpoint, scores } = heard.newest;
  if (stages.at(-1)?.name !== stage) return status;
  const percent = Math.max(heard.newest.percent, status.progress?.percent ?? 0);
  return { ...status, stages, ...(checkpoint === undefined ? {} : { checkpoint }), ...(scores === undefined ? {} : { foldScores: [...scores] }), progress: { percent, stage, message, ...(step === undefined ? {} : { step }), text: `${stage} ${percent}%`, updatedAt: now.toISOString() } };
}

/** The launch is over: no stage is under way any more. */
export function ended(status: Status, now: Date): Status {
  const { stages } = status;
  if (stages === undefined || stages.every(({ endTime }) => endTime !== undefined)) return status;
  return { ...status, stages: stages.map((stage) => (stage.endTime === undefined ? { ...stage, endTime: now.toISOString() } : stage)) };
}

/** The run has its result: all is done, whether or not any report of it arrived. */
export function completed(status: Status, now: Date): Status {
  const over = ended(status, now);
  const stage = over.progress?.stage ?? over.stages?.at(-1)?.name ?? '';
  return { ...over, progress: { ...over.progress, percent: 100, stage, text: '100%', updatedAt: now.toISOString() } };
}

/** Another launch begins, and reports anew; what was kept of the work stays. */
export function begun({ progress: _progress, stages: _stages, foldScores: _scores, ...status }: Status): Status {
  return status;
}

function isNews(status: Status, { newest, stages }: Heard): boolean {
  const known = status.progress;
  const last = stages.at(-1);
  if (known === undefined) return true;
  // Already followed by another stage: a report from before this process began to listen.
  if (known.stage !== newest.stage) return last !== undefined && !(status.stages ?? []).some(({ name }) => name === last.name);
  return newest.percent > known.percent || newest.message !== known.message || newest.step !== known.step || (newest.scores ?? []).length > (status.foldScores ?? []).length || (newest.checkpoint !== undefined && newest.checkpoint.time !== status.checkpoint?.time);
}

function withStage(stages: readonly Stage[], { name, startTime, message }: HeardStage): Stage[] {
  const current = stages.at(-1);
  if (current?.name === name) return [...stages.slice(0, -1), { ...current, message }];
  if (stages.some((stage) => stage.name === name) || stages.length >= mostStages) return [...stages];
  const before = current === undefined ? [] : [...stages.slice(0, -1), { ...current, endTime: current.endTime ?? startTime }];
  return [...before, { name, startTime, message }];
}
