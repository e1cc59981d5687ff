import type { ModelVersion, ModelVersionStatusDeployment } from '../../crds/generated/model-version.ts';
import { age } from './duration.ts';
import { table } from './table.ts';

/** By model, then by number: the newest of a model last. */
export function inOrder(versions: readonly ModelVersion[]): ModelVersion[] {
  return versions.toSorted((a, b) => compareText(a.metadata.namespace ?? '', b.metadata.namespace ?? '') || compareText(a.spec.model, b.spec.model) || a.spec.version - b.spec.version);
}

export function versionLines(versions: readonly ModelVersion[], now: Date, withNamespace: boolean): string[] {
  const head = [...(withNamespace ? ['NAMESPACE'] : []), 'NAME', 'MODEL', 'STAGE', 'ALIASES', 'READY', 'SCORE', 'SERVED BY', 'APPROVED', 'DIGEST', 'AGE'];
  return table(head, inOrder(versions).map((version) => [...(withNamespace ? [version.metadata.namespace ?? ''] : []), ...row(version, now)]));
}

function row({ metadata, spec, status }: ModelVersion, now: Date): string[] {
  const ready = status?.conditions?.find(({ type }) => type === 'Ready')?.status ?? 'Unknown';
  return [metadata.name, spec.model, spec.stage, aliases(status?.aliases ?? []), ready, status?.score ?? '-', servedBy(status?.deployments ?? []), approved(spec.approval), spec.artifact.sha256.slice(0, 12), age(metadata.creationTimestamp, now)];
}

/** Those that mean the version now, not all that it names. */
function aliases(held: readonly string[]): string {
  return held.length === 0 ? '-' : held.join(', ');
}

function servedBy(deployments: readonly ModelVersionStatusDeployment[]): string {
  return deployments.length === 0 ? '-' : deployments.map(({ name, role, weight }) => `${name} (${role.toLowerCase()}, ${weight} %)`).join(', ');
}

function approved({ required, state }: ModelVersion['spec']['approval']): string {
  return required || state !== 'Pending' ? state : 'not needed';
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
