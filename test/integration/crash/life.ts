// One life of an operator. Every answer that it waits for is a numbered point at which it may die.

/**
 * `before`: the request was never sent. `after`: the other side answered, and the answer never came. `after success`: the
 * same, but a refused request is outlived (somebody who always dies at the same refusal never gets anywhere).
 */
export type Moment = 'before' | 'after' | 'after success';

export interface Point {
  /** What is done, and for the how manieth time in this life: the controllers of a life take turns differently each time. */
  readonly id: string;
  readonly count: number;
  readonly writes: boolean;
}

/** Asked at every point; undefined: the life goes on. */
export type Plan = (point: Point) => Moment | undefined;

export const liveOn: Plan = () => undefined;

export function dieAt(id: string, moment: Moment): Plan {
  return (point) => (point.id === id ? moment : undefined);
}

/** Nobody who waits for it ever goes on, as in a process that is gone. */
export function never<T>(): Promise<T> {
  return new Promise<T>(() => undefined);
}

export interface Operation {
  readonly name: string;
  readonly writes: boolean;
  /** False: it does not count as a point (set-up of a story). */
  readonly counts: boolean;
}

export class Life {
  dead = false;
  /** Where it died. */
  diedAt: (Point & { readonly moment: Moment }) | undefined;
  /** When something was last asked or answered. */
  lastActivityMs = performance.now();
  readonly trace: string[] = [];
  /** Every point that it came by. */
  readonly points: Point[] = [];
  readonly ended: Promise<void>;
  private readonly plan: Plan;
  private readonly inFlight = new Set<Promise<unknown>>();
  private readonly buriers: (() => void)[] = [];
  private readonly end: () => void;
  private readonly counts = new Map<string, number>();

  constructor(plan: Plan) {
    this.plan = plan;
    const { promise, resolve } = Promise.withResolvers<undefined>();
    this.ended = promise;
    this.end = () => resolve(undefined);
  }

  get busy(): boolean {
    return this.inFlight.size > 0;
  }

  /** What must stop with this life: timers, watches, work queues. */
  atDeath(bury: () => void): void {
    this.buriers.push(bury);
  }

  die(): void {
    if (this.dead) return;
    this.dead = true;
    for (const bury of this.buriers) bury();
    this.end();
  }

  /** Does it and hands over the answer, unless this life ends before or behind it. */
  async reach<T>({ name, writes, counts }: Operation, act: () => Promise<T>): Promise<T> {
    if (this.dead) return never();
    if (!counts) return this.handOver(act());
    const count = (this.counts.get(name) ?? 0) + 1;
    this.counts.set(name, count);
    const point: Point = { id: `${name} #${count}`, count, writes };
    const moment = this.plan(point);
    this.points.push(point);
    this.trace.push(`${this.points.length} ${point.id}${moment === undefined ? '' : ` † ${moment}`}`);
    if (moment !== undefined) this.diedAt = { ...point, moment };
    if (moment === 'before') {
      this.die();
      return never();
    }
    if (moment === undefined) return this.handOver(act());
    const call = act();
    const [{ status }] = await this.answered(call);
    if (moment === 'after success' && status === 'rejected') {
      this.diedAt = undefined;
      return this.dead ? never() : call;
    }
    this.die();
    return never();
  }

  /** What was on its way when the life ended has arrived or failed by now. */
  async settled(): Promise<void> {
    while (this.inFlight.size > 0) await Promise.allSettled([...this.inFlight]);
  }

  private async handOver<T>(call: Promise<T>): Promise<T> {
    await this.answered(call);
    return this.dead ? never() : call;
  }

  private async answered(call: Promise<unknown>): Promise<[PromiseSettledResult<unknown>]> {
    this.inFlight.add(call);
    this.lastActivityMs = performance.now();
    const result = await Promise.allSettled([call]);
    this.inFlight.delete(call);
    this.lastActivityMs = performance.now();
    return result;
  }
}
