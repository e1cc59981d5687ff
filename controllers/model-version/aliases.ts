import type { ModelVersion } from '../../crds/generated/model-version.ts';
import { isTrue } from '../../operator/runtime/conditions.ts';

/** The other versions of the same model. */
export function siblingsOf({ metadata, spec }: ModelVersion, versions: readonly ModelVersion[]): ModelVersion[] {
  return versions.filter((one) => one.spec.model === spec.model && one.metadata.name !== metadata.name && one.metadata.namespace === metadata.namespace);
}

/** Aliases that a version may hold: none while its bytes are not verified, when it was rejected, and when it goes. */
export function claimedAliases({ metadata, spec, status }: ModelVersion, verified = isTrue(status?.conditions, 'ArtifactVerified')): readonly string[] {
  const out = !verified || spec.approval.state === 'Rejected' || metadata.deletionTimestamp !== undefined;
  return out ? [] : (spec.aliases ?? []);
}

/** The aliases that mean this version, in the order of spec: those that it claims and no version above it does. */
export function heldAliases(version: ModelVersion, verifiedNow: boolean, others: readonly ModelVersion[]): string[] {
  const above = siblingsOf(version, others).filter((one) => outranks(one, version));
  const taken = new Set(above.flatMap((one) => claimedAliases(one)));
  return claimedAliases(version, verifiedNow).filter((alias) => !taken.has(alias));
}

/**
 * The version next below this one that claims an alias. When this one takes the alias or lets go of it, nobody else is
 * touched: those further down did not hold it before and do not after, however many there are.
 */
export function nextInLine(version: ModelVersion, alias: string, versions: readonly ModelVersion[]): ModelVersion | undefined {
  const below = siblingsOf(version, versions).filter((one) => outranks(version, one) && claimedAliases(one).includes(alias));
  return below.reduce<ModelVersion | undefined>((first, one) => (first === undefined || outranks(one, first) ? one : first), undefined);
}

// Two versions may say the same number: then the names decide, so that one of them holds the alias and not both.
function outranks(a: ModelVersion, b: ModelVersion): boolean {
  return a.spec.version > b.spec.version || (a.spec.version === b.spec.version && a.metadata.name < b.metadata.name);
}
