// The rules of controllers/model-deployment/judge without what decides nothing about a rollback: the upper bounds, which
// cost a thousand times more than the rest, the split, and the texts. `make sim-judge` compares it with the whole judge
// in every cell (engines/whole-judge.ts), and so does a test.
import { absoluteEValue } from '../../../controllers/model-deployment/judge/absolute.ts';
import { addLook, isTotalFailure, type AllFailed } from '../../../controllers/model-deployment/judge/all-failed.ts';
import { closeWindow, dispersion, noDispersion, windowMs } from '../../../controllers/model-deployment/judge/dispersion.ts';
import { threshold } from '../../../controllers/model-deployment/judge/objective.ts';
import { addWindow, eValue } from '../../../controllers/model-deployment/judge/relative.ts';
import type { Engine } from '../engine.ts';
import type { View } from '../scrapes.ts';
import { judgedConfig, objective } from './judged-config.ts';
import { LastRead } from './last-read.ts';

const leastBad = 3;
const leastBadLooks = 2;

/** @param deflates false leaves the judge without its guard against bursts, to show what it is for. */
export function trainyard(name = 'trainyard', deflates = true): Engine {
  return {
    name,
    begin() {
      const watch = new Watch(deflates);
      return (view) => watch.look(view);
    },
  };
}

class Watch {
  private readonly read = new LastRead();
  private readonly sum = { requests: 0, bad: 0 };
  private badLooks = 0;
  private allFailed: AllFailed = { looks: 0, requests: 0 };
  private logE: readonly number[] = [];
  private window = noDispersion;
  private windowBegan: number | undefined;
  private windowBad = 0;
  private burst = 1;
  private readonly deflates: boolean;

  constructor(deflates: boolean) {
    this.deflates = deflates;
  }

  look(view: View): boolean {
    if (!view.podsPath && !view.prometheus) return false;
    const { candidate, stable } = this.read.since(view);
    this.allFailed = addLook(this.allFailed, candidate);
    const burstBefore = this.burst;
    this.countWindow(view, stable.bad);
    if (candidate.bad + stable.bad > 0) this.logE = addWindow(this.logE, candidate, stable, this.burst);
    this.sum.requests += candidate.requests;
    this.sum.bad += candidate.bad;
    if (candidate.bad > 0) this.badLooks += 1;
    if (isTotalFailure(this.allFailed)) return true;
    // Nothing else can raise an e-value: good answers and failures of stable only lower it.
    return (candidate.bad > 0 || this.burst < burstBefore) && this.isProven();
  }

  private isProven(): boolean {
    if (this.sum.bad < leastBad || this.badLooks < leastBadLooks) return false;
    const absolute = absoluteEValue(this.sum.bad, this.sum.requests, objective.max, this.burst);
    const largest = 1e12;
    return (Math.min(largest, eValue(this.logE)) + Math.min(largest, absolute)) / 2 >= threshold(judgedConfig);
  }

  private countWindow(view: View, bad: number): void {
    if (this.windowBegan === undefined) {
      this.window = (view.history ?? []).reduce((state, each) => closeWindow(state, each), noDispersion);
      [this.windowBegan, this.windowBad] = [view.at, bad];
    } else {
      this.windowBad += bad;
      if ((view.at - this.windowBegan) * 1000 < windowMs) return;
      this.window = closeWindow(this.window, this.windowBad);
      [this.windowBegan, this.windowBad] = [view.at, 0];
    }
    if (this.deflates) this.burst = dispersion(this.window);
  }
}
