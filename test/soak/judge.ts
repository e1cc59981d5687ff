// What "back where it began" means.

export interface Reading {
  readonly openFiles: number;
  /** After a collection of garbage. */
  readonly heapMb: number;
  readonly externalMb: number;
  readonly rssMb: number;
  readonly queueDepth: number;
  readonly activeWorkers: number;
  /** By resource, those that are not 0. */
  readonly cachedObjects: Readonly<Record<string, number>>;
  /** Lines of `/metrics`. */
  readonly series: number;
  readonly panics: number;
}

export interface Ending {
  readonly begin: Reading;
  readonly end: Reading;
  /** Objects that nobody owns any more, as `kind/namespace/name`. */
  readonly orphans: readonly string[];
  /** Series with a label that names one object or its namespace. */
  readonly unboundedSeries: readonly string[];
}

const heapShare = 0.1;
const heapMb = 10;

/** One line for each thing that is not as it was; empty when all is well. */
export function judge({ begin, end, orphans, unboundedSeries }: Ending): string[] {
  const mostHeap = begin.heapMb + Math.max(heapMb, begin.heapMb * heapShare);
  const cached = Object.entries(end.cachedObjects);
  return [
    end.openFiles > begin.openFiles ? `${end.openFiles} open files, ${begin.openFiles} at the beginning` : undefined,
    end.heapMb > mostHeap ? `${end.heapMb.toFixed(1)} MB of heap after a collection, ${begin.heapMb.toFixed(1)} at the beginning, ${mostHeap.toFixed(1)} allowed` : undefined,
    end.queueDepth > 0 ? `${end.queueDepth} keys wait in queues` : undefined,
    end.activeWorkers > 0 ? `${end.activeWorkers} workers work though nothing is there` : undefined,
    cached.length > 0 ? `the cache holds objects: ${cached.map(([resource, count]) => `${count} ${resource}`).join(', ')}` : undefined,
    end.panics > 0 ? `${end.panics} reconciliations threw what is no API error` : undefined,
    orphans.length > 0 ? `${orphans.length} orphans: ${orphans.slice(0, 10).join(', ')}` : undefined,
    unboundedSeries.length > 0 ? `metrics name single objects: ${unboundedSeries.slice(0, 10).join(', ')}` : undefined,
  ].filter((line) => line !== undefined);
}
