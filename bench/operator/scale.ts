/** How much is measured. Smaller by the environment, to try the benchmark itself: such figures are not kept. */
export interface Scale {
  readonly versions: number;
  readonly deployments: number;
  readonly namespaces: number;
  /** Changes one after another, half of them of versions, half of deployments. */
  readonly changes: number;
  readonly idleSeconds: number;
  readonly repetitions: number;
}

const full: Scale = { versions: 10_000, deployments: 1_000, namespaces: 20, changes: 400, idleSeconds: 30, repetitions: 3 };

export function readScale(env: Readonly<Record<string, string | undefined>> = process.env): Scale {
  const number = (name: string, otherwise: number): number => Number(env[name] ?? otherwise);
  return {
    versions: number('BENCH_VERSIONS', full.versions),
    deployments: number('BENCH_DEPLOYMENTS', full.deployments),
    namespaces: number('BENCH_NAMESPACES', full.namespaces),
    changes: number('BENCH_CHANGES', full.changes),
    idleSeconds: number('BENCH_IDLE_SECONDS', full.idleSeconds),
    repetitions: number('BENCH_REPETITIONS', full.repetitions),
  };
}

export function isFull(scale: Scale): boolean {
  return scale.versions >= full.versions && scale.deployments >= full.deployments && scale.changes >= full.changes && scale.repetitions >= full.repetitions;
}

export const limits = { startToSyncedSeconds: 15, rssMb: 350, idleCpuPercent: 2, changeToStatusP99Ms: 250, writesPerNeededWrite: 1.3 } as const;
