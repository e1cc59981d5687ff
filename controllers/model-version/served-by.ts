import type { ModelDeployment } from '../../crds/generated/model-deployment.ts';
import type { ModelVersionStatus } from '../../crds/generated/model-version.ts';

type Use = NonNullable<ModelVersionStatus['deployments']>[number];

/** Which deployments use a version, in which role and with which share of the traffic. */
export function servedBy(version: string, deployments: readonly ModelDeployment[]): Use[] {
  return deployments
    .flatMap(({ metadata, status }): Use[] => {
      const share = status?.candidate === undefined ? 0 : (status.rollout?.weight ?? 0);
      const uses: Use[] = [];
      if (status?.stable?.version === version) uses.push({ name: metadata.name, role: 'Stable', weight: 100 - share });
      if (status?.candidate?.version === version) uses.push({ name: metadata.name, role: 'Candidate', weight: share });
      return uses;
    })
    .sort((a, b) => (a.name + a.role < b.name + b.role ? -1 : 1))
    .slice(0, 32);
}

/** For a column: `tumour:stable(90%), other:candidate(5%)`. */
export function servingText(uses: readonly Use[]): string {
  return uses.map(({ name, role, weight }) => `${name}:${role.toLowerCase()}(${weight}%)`).join(', ').slice(0, 512);
}
