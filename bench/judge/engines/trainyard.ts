// The rules of controllers/model-deployment/judge without what decides nothing about a rollback: the upper bounds, which
// cost a thousand times more than the rest, the split, and the texts. `make sim-judge` compares it with the whole judge
// in every cell (engines/whole-judge.ts), and so does a test.
import { absoluteEValue } from '../../../controllers/model-deployment/judge/absolute.ts';
import { addLook, isTotalFailure, type AllFailed } from '../../../controllers/model-deployment/judge/all-failed.ts';
import { closeWindow, dispersion, noDispersion, seenDispersion, windowMs } from '../../../controllers/model-deployment/judge/dispersion.ts';
import { threshold } from '../../../controllers/model-deployment/judge/objective.ts';
import { combined, isRepeated } from '../../../controllers/model-deployment/judge/ratio.ts';
import { addWindow, eValue } from '../../../controllers/model-deployment/judge/relative.ts';
import { addSpaced, noSpaced, spacedAbsolute, spacedRelative } from '../../../controllers/model-deployment/judge/spaced.ts';
import type { Engine } from '../engine.ts';
import type { View } from '../scrapes.ts';
import { judgedConfig, objective } from './judged-config.ts';
import { LastRead } from './last-read.ts';

/** @param deflates false leaves the judge without its guards against bursts, to show what they are for. */
export function trainyard(name = 'trainyard', deflates = true): Engine {
  return {
    name,
    begin() {
      const watch = new Watch(deflates);
      return (view) => watch.look(view);
    },
  };
}

/** An e-value of less cannot matter, however the dispersion is bounded: a mean of what is worth at most 1 each. */
const nothing = 1;

class Watch {
  private readonly read = new LastRead();
  private readonly sum = { requests: 0, bad: 0 };
  private badLooks = 0;
  private allFailed: AllFailed = { looks: 0, requests: 0 };
  private logE: readonly number[] = [];
  private spaced = noSpaced;
  private window = noDispersion;
  private windowBegan: number | undefined;
  private windowBad = 0;
  private readonly deflates: boolean;

  constructor(deflates: boolean) {
    this.deflates = deflates;
  }

  look(view: View): boolean {
    if (!view.podsPath && !view.prometheus) return false;
    const { candidate, stable } = this.read.since(view);
    this.allFailed = addLook(this.allFailed, candidate, stable.requests, view.share);
    const closed = this.countWindow(view, stable.bad);
    if (candidate.bad + stable.bad > 0) this.logE = addWindow(this.logE, candidate, stable);
    this.spaced = addSpaced(this.spaced, candidate, stable, objective.max, view.at * 1000);
    this.sum.requests += candidate.requests;
    this.sum.bad += candidate.bad;
    if (candidate.bad > 0) this.badLooks += 1;
    if (isTotalFailure(this.allFailed)) return true;
    // Nothing else can raise an e-value: good answers and failures of stable only lower it.
    return (candidate.bad > 0 || closed) && this.isProven();
  }

  private isProven(): boolean {
    const least = threshold(judgedConfig);
    const seen = this.deflates ? seenDispersion(this.window) : 1;
    // The bound takes a hundred times longer than all the rest, and is never less than what was seen.
    if (!this.isRepeated(seen) || this.combined(seen) < least - nothing) return false;
    if (!this.deflates) return this.combined(seen) >= least;
    const bound = dispersion(this.window);
    return this.isRepeated(bound) && this.combined(bound) >= least;
  }

  private isRepeated(burst: number): boolean {
    return isRepeated({ candidate: this.sum, badWindows: this.badLooks, dispersion: burst, spacedLooks: this.spaced });
  }

  private combined(burst: number): number {
    const largest = 1e12;
    const relative = Math.min(largest, eValue(this.logE, burst));
    const absolute = Math.min(largest, absoluteEValue(this.sum.bad, this.sum.requests, objective.max, burst));
    if (!this.deflates) return (relative + absolute) / 2;
    return combined({ relative, absolute, spacedRelative: Math.min(largest, spacedRelative(this.spaced)), spacedAbsolute: Math.min(largest, spacedAbsolute(this.spaced)) });
  }

  /** Whether a window was closed. */
  private countWindow(view: View, bad: number): boolean {
    if (this.windowBegan === undefined) {
      this.window = (view.history ?? []).reduce((state, each) => closeWindow(state, each), noDispersion);
      [this.windowBegan, this.windowBad] = [view.at, bad];
      return true;
    }
    this.windowBad += bad;
    if ((view.at - this.windowBegan) * 1000 < windowMs) return false;
    this.window = closeWindow(this.window, this.windowBad);
    [this.windowBegan, this.windowBad] = [view.at, 0];
    return true;
  }
}
