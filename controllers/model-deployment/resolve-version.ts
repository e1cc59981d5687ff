import { isTrue } from '../../operator/runtime/conditions.ts';
import type { ModelDeploymentSpec } from '../../crds/generated/model-deployment.ts';
import type { ModelVersion } from '../../crds/generated/model-version.ts';
import { getCondition } from '../../operator/runtime/conditions.ts';
import type { Target } from './context.ts';
import { revisionName } from './revision.ts';

/** Which revision spec asks for, or in one sentence why there is none. */
export function resolveVersion(name: string, spec: ModelDeploymentSpec, version: ModelVersion | undefined): Target {
  const missing = (reason: Exclude<Target, { found: true }>['reason'], message: string): Target => ({ found: false, reason, message });
  if (version === undefined) return missing('VersionNotFound', `ModelVersion ${spec.version} does not exist in this namespace`);
  if (version.spec.model !== spec.model) return missing('VersionOfAnotherModel', `ModelVersion ${spec.version} belongs to model ${version.spec.model}, not to ${spec.model}`);
  const conditions = version.status?.conditions;
  if (!isTrue(conditions, 'Ready')) {
    const ready = getCondition(conditions, 'Ready');
    return missing('VersionNotReady', `ModelVersion ${spec.version} is not Ready${ready === undefined ? '' : ` (${ready.reason}: ${ready.message})`}`);
  }
  if (version.spec.stage === 'Archived') return missing('VersionArchived', `ModelVersion ${spec.version} is Archived`);
  if (version.spec.approval.state === 'Rejected' || (version.spec.approval.required && version.spec.approval.state !== 'Approved')) {
    return missing('VersionNotApproved', `ModelVersion ${spec.version} is not approved (spec.approval.state is ${version.spec.approval.state})`);
  }
  const digest = version.spec.artifact.sha256;
  return { found: true, version: spec.version, digest, revision: revisionName(name, digest, spec.server) };
}
