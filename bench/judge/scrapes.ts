import type { Random } from './random.ts';
import type { Process, Traffic } from './traffic.ts';

/** How well counters can be read. */
export interface Collection {
  /** Whether there is a Prometheus at all; without it stable's history before the rollout is not known either. */
  readonly prometheus: boolean;
  readonly scrapeSeconds: number;
  /** Probability that Prometheus misses one scrape of one pod. */
  readonly lostScrape: number;
  /** Probability that the operator cannot read one pod at one look. */
  readonly lostRead: number;
  /** Mean seconds between two outages of one path, and how long they last on average. */
  readonly outageEvery: number;
  readonly outageSeconds: number;
}

export interface Point {
  readonly at: number;
  readonly process: Process;
  readonly total: number;
  readonly bad: number;
}

/** What can be known of one pod at one look. */
export interface PodView {
  /** The pod's own counters as they stand; undefined when they could not be read. */
  readonly direct: Process | undefined;
  /** All scrapes, oldest first. A scrape is there from the next look on. */
  readonly scraped: readonly Point[];
}

export interface View {
  /** Seconds since the candidate got traffic. */
  readonly at: number;
  readonly podsPath: boolean;
  readonly prometheus: boolean;
  readonly pods: readonly PodView[];
  /** Of the traffic, that the weights give the candidate. */
  readonly share: number;
  /** Failures of stable per window of 10 s before the rollout; at the first look only, if Prometheus answers then. */
  readonly history: readonly number[] | undefined;
}

interface Path {
  downUntil: number;
  nextOutage: number;
}

interface Target {
  direct: Process | undefined;
  readonly scraped: Point[];
  pending: Point | undefined;
  nextScrape: number;
}

const historySeconds = 600;
const windowSeconds = 10;

export class Scrapes {
  private readonly targets: readonly Target[];
  private readonly paths: readonly [pods: Path, prometheus: Path];
  private readonly traffic: Traffic;
  private readonly collection: Collection;
  private readonly random: Random;

  constructor(traffic: Traffic, collection: Collection, random: Random) {
    this.traffic = traffic;
    this.collection = collection;
    this.random = random;
    const path = (): Path => ({ downUntil: 0, nextOutage: random.exponential(collection.outageEvery) });
    this.paths = [path(), path()];
    this.targets = traffic.pods.map(() => ({ direct: undefined, scraped: [], pending: undefined, nextScrape: random.uniform() * collection.scrapeSeconds }));
  }

  look(now: number): View {
    const { collection, random, traffic } = this;
    const podsPath = this.isUp(this.paths[0], now);
    const prometheus = this.isUp(this.paths[1], now) && collection.prometheus;
    this.targets.forEach((target, i) => {
      const process = traffic.pods[i]?.process;
      target.direct = podsPath && random.uniform() >= collection.lostRead ? process : undefined;
      if (target.pending !== undefined) target.scraped.push(target.pending);
      target.pending = undefined;
      if (now < target.nextScrape || process === undefined) return;
      target.nextScrape += collection.scrapeSeconds;
      if (prometheus && random.uniform() >= collection.lostScrape) target.pending = { at: now, process, total: process.total, bad: process.bad };
    });
    return { at: now, podsPath, prometheus, pods: this.targets, share: traffic.share, history: now === 0 && prometheus ? this.history() : undefined };
  }

  private isUp(path: Path, now: number): boolean {
    if (now >= path.nextOutage) {
      path.downUntil = path.nextOutage + this.random.exponential(this.collection.outageSeconds);
      path.nextOutage = path.downUntil + this.random.exponential(this.collection.outageEvery);
    }
    return now >= path.downUntil;
  }

  /** As the operator asks Prometheus for it: increases between two scrapes fall into the window of the later one. */
  private history(): readonly number[] {
    const windows = Array.from({ length: historySeconds / windowSeconds }, () => 0);
    const { scrapeSeconds } = this.collection;
    for (const pod of this.traffic.pods) {
      if (pod.process.isCandidate) continue;
      for (let at = (this.random.uniform() + 1) * scrapeSeconds; at < historySeconds; at += scrapeSeconds) {
        const window = Math.floor(at / windowSeconds);
        windows[window] = (windows[window] ?? 0) + pod.answers.answer(scrapeSeconds).bad;
      }
    }
    return windows;
  }
}
