import type { Random } from './random.ts';

/** Within a burst, failures follow each other so fast: a client that tries again ten times a second. */
const gapSeconds = 0.1;

/**
 * Answers of one pod. Failures come in bursts of geometric size (mean `burst`); bursts begin independently of each other
 * and of good answers, so that a share `probability` of all requests fails. A burst of 1 means independent failures.
 */
export class AnswerProcess {
  /** Failures of bursts that began before, by the number of looks until they come. */
  private ahead: number[] = [];
  private readonly perSecond: number;
  private readonly probability: number;
  private readonly burst: number;
  private readonly random: Random;

  constructor(perSecond: number, probability: number, burst: number, random: Random) {
    [this.perSecond, this.probability, this.burst, this.random] = [perSecond, probability, burst, random];
  }

  /** What is answered in the next `seconds`: as many from look to look. */
  answer(seconds: number): { readonly requests: number; readonly bad: number } {
    const good = this.random.poisson(this.perSecond * (1 - this.probability) * seconds);
    const bad = this.fail(seconds);
    return { requests: good + bad, bad };
  }

  private fail(seconds: number): number {
    const { perSecond, probability, burst, random, ahead } = this;
    const bursts = random.poisson((perSecond * probability * seconds) / burst);
    if (burst === 1) return bursts;
    let bad = ahead.shift() ?? 0;
    for (let i = 0; i < bursts; i += 1) {
      let left = random.geometric(1 / burst);
      const now = Math.min(left, 1 + Math.floor((random.uniform() * seconds) / gapSeconds));
      bad += now;
      left -= now;
      for (let later = 0; left > 0; later += 1) {
        const then = Math.min(left, Math.round(seconds / gapSeconds));
        ahead[later] = (ahead[later] ?? 0) + then;
        left -= then;
      }
    }
    return bad;
  }
}

/** One life of a pod's process; a restart begins another one, with counters at zero. */
export interface Process {
  /** Distinct within a rollout, from 0. */
  readonly index: number;
  readonly pod: string;
  readonly isCandidate: boolean;
  /** Seconds since the candidate got traffic; negative if before. */
  readonly startedAt: number;
  total: number;
  bad: number;
}

export interface Scene {
  /** Of both versions together. */
  readonly requestsPerSecond: number;
  /** Of the traffic, in (0, 1). */
  readonly candidateShare: number;
  /** Failure probability of stable. */
  readonly baseError: number;
  /** Failure probability of the candidate; that of stable for a candidate as good as stable. */
  readonly effect: number;
  /** Mean failures in a burst. */
  readonly burst: number;
  readonly candidatePods: number;
  readonly stablePods: number;
  /** Mean seconds between two restarts of a pod; Infinity for none. */
  readonly restartSeconds: number;
}

interface Pod {
  readonly answers: AnswerProcess;
  process: Process;
}

export class Traffic {
  readonly pods: readonly Pod[];
  /** Requests that the candidate failed, whoever saw it. */
  harmed = 0;
  /** Of all requests, that the weights give the candidate. */
  readonly share: number;
  private processes = 0;
  private readonly scene: Scene;
  private readonly random: Random;

  constructor(scene: Scene, random: Random) {
    this.scene = scene;
    this.random = random;
    this.share = scene.candidateShare;
    const { candidatePods, stablePods, candidateShare, requestsPerSecond } = scene;
    const make = (count: number, isCandidate: boolean, share: number): Pod[] =>
      Array.from({ length: count }, (_, i) => ({
        answers: new AnswerProcess((requestsPerSecond * share) / count, isCandidate ? scene.effect : scene.baseError, scene.burst, random),
        process: this.begin(`${isCandidate ? 'candidate' : 'stable'}-${i}`, isCandidate, isCandidate ? 0 : -86_400),
      }));
    this.pods = [...make(candidatePods, true, candidateShare), ...make(stablePods, false, 1 - candidateShare)];
  }

  private begin(pod: string, isCandidate: boolean, startedAt: number): Process {
    return { index: this.processes++, pod, isCandidate, startedAt, total: 0, bad: 0 };
  }

  /** `seconds` pass until `now`. What a process counted since it was last read is lost when it restarts. */
  advance(seconds: number, now: number): void {
    for (const pod of this.pods) {
      const { requests, bad } = pod.answers.answer(seconds);
      if (pod.process.isCandidate) this.harmed += bad;
      if (this.random.uniform() < seconds / this.scene.restartSeconds) {
        pod.process = this.begin(pod.process.pod, pod.process.isCandidate, now);
        continue;
      }
      pod.process.total += requests;
      pod.process.bad += bad;
    }
  }
}
