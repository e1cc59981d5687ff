import type { ModelVersion } from '../../crds/generated/model-version.ts';

/**
 * The digest in the status is of bytes that were read and verified, and a verified version is not read again. Where the
 * spec names another one, somebody changed it past the rule of the CRD: the record is then about no model at all.
 */
export function otherArtifact({ spec, status }: ModelVersion): string[] {
  const verified = status?.shortDigest;
  return verified === undefined || spec.artifact.sha256.startsWith(verified) ? [] : [`spec.artifact: artifact is immutable; sha256 ${verified}… was verified`];
}
