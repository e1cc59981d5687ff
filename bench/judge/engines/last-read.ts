import type { PodView, View } from '../scrapes.ts';
import type { Process } from '../traffic.ts';

interface Counts {
  requests: number;
  bad: number;
}

/** What `freshest` and `fold` of the judge's counters.ts give, on numbers alone: a hundred million looks are folded. */
export class LastRead {
  private readonly total: number[] = [];
  private readonly bad: number[] = [];
  private readonly counts = { candidate: { requests: 0, bad: 0 }, stable: { requests: 0, bad: 0 } };

  /** The same object at each look, with other numbers. */
  since({ pods, podsPath, prometheus }: View): { readonly candidate: Readonly<Counts>; readonly stable: Readonly<Counts> } {
    const { candidate, stable } = this.counts;
    candidate.requests = candidate.bad = stable.requests = stable.bad = 0;
    for (const pod of pods) {
      const direct = podsPath ? pod.direct : undefined;
      if (direct !== undefined) this.take(direct, direct.total, direct.bad);
      const scraped = prometheus ? lastOf(pod) : undefined;
      if (scraped !== undefined && scraped.process !== direct) this.take(scraped.process, scraped.total, scraped.bad);
    }
    return this.counts;
  }

  private take({ index, isCandidate, startedAt }: Process, total: number, bad: number): void {
    // A process older than the rollout counts from where it stood.
    const before = this.total[index] ?? (startedAt >= 0 ? 0 : total);
    const badBefore = this.bad[index] ?? (startedAt >= 0 ? 0 : bad);
    const requests = Math.max(0, total - before);
    const counts = isCandidate ? this.counts.candidate : this.counts.stable;
    counts.requests += requests;
    counts.bad += Math.min(requests, Math.max(0, bad - badBefore));
    if (total >= before) [this.total[index], this.bad[index]] = [total, bad];
  }
}

function lastOf({ scraped }: PodView): PodView['scraped'][number] | undefined {
  return scraped[scraped.length - 1];
}
