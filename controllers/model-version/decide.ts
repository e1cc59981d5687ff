import type { ModelDeployment } from '../../crds/generated/model-deployment.ts';
import type { ModelVersion, ModelVersionStatus } from '../../crds/generated/model-version.ts';
import { isTrue, removeCondition, setCondition } from '../../operator/runtime/conditions.ts';
import type { Condition } from '../../operator/runtime/types.ts';
import { aliasMoves } from './alias-moves.ts';
import { heldAliases } from './aliases.ts';
import { withHistory } from './history.ts';
import { recordFromManifest } from './record-from-manifest.ts';
import { servedBy, servingText } from './served-by.ts';
import type { Verification } from './verify.ts';
import { decisions } from './decisions.ts';
import type { EventIntent } from '../shared/event-intent.ts';

export interface Decision {
  readonly status: ModelVersionStatus;
  readonly events: readonly EventIntent[];
  /** A version that a deployment serves must not vanish. */
  readonly keep: boolean;
}

/** Pure. `verification` is absent when the bytes were not read again; `others` are the versions of the namespace. */
export function decide(observed: { readonly version: ModelVersion; readonly others: readonly ModelVersion[]; readonly deployments: readonly ModelDeployment[]; readonly verification: Verification | undefined; readonly now: Date }): Decision {
  const { version, others, verification, now } = observed;
  const before = version.status ?? {};
  const uses = servedBy(version.metadata.name, observed.deployments);
  const list = conditions(version, verification, now);
  const aliases = heldAliases(version, isTrue(list, 'ArtifactVerified'), others);
  const status: ModelVersionStatus = {
    ...before,
    ...(verification?.verified === true ? { ...recordFromManifest(version, verification.manifest), verifiedAt: now.toISOString() } : {}),
    conditions: list,
    aliases,
    deployments: uses,
    serving: servingText(uses),
    history: withHistory(before.history ?? [], version, now),
  };
  return { status, events: [...events(version, status, verification), ...aliasMoves(version, aliases, others)], keep: uses.length > 0 };
}

function conditions(version: ModelVersion, verification: Verification | undefined, now: Date): NonNullable<ModelVersionStatus['conditions']> {
  let list: Condition[] = version.status?.conditions ?? [];
  const set = (type: string, status: Condition['status'], reason: string, message: string): void => {
    list = setCondition(list, { type, status, reason, message }, now);
  };
  const digest = version.spec.artifact.sha256.slice(0, 12);
  if (verification?.verified === true) set('ArtifactVerified', 'True', 'DigestsMatch', `model file ${digest} and manifest match their digests`);
  else if (verification !== undefined) set('ArtifactVerified', 'False', verification.reason, verification.message);

  const { required, state, by, reason } = version.spec.approval;
  if (state === 'Rejected') set('Approved', 'False', 'Rejected', `rejected${by === undefined ? '' : ` by ${by}`}: ${reason ?? ''}`);
  else if (state === 'Approved') set('Approved', 'True', 'Approved', `approved by ${by ?? ''}${reason === undefined ? '' : `: ${reason}`}`);
  else if (required) set('Approved', 'False', 'Pending', 'waiting for somebody to set spec.approval.state to Approved');
  else set('Approved', 'True', 'NotRequired', 'no approval is required');

  // Between two looks at bytes that are not verified, what the last look found stands.
  if (verification === undefined && !isTrue(list, 'ArtifactVerified')) return list;
  list = removeCondition(removeCondition(list, 'Reconciling'), 'Stalled');
  if (isTrue(list, 'ArtifactVerified')) set('Ready', 'True', 'Verified', `model file ${digest} is verified`);
  else if (verification?.verified === false) {
    set('Ready', 'False', verification.reason, verification.message);
    set(verification.transient ? 'Reconciling' : 'Stalled', 'True', verification.reason, verification.message);
  }
  return list;
}

function events(version: ModelVersion, status: ModelVersionStatus, verification: Verification | undefined): EventIntent[] {
  const found: EventIntent[] = [];
  if (verification?.verified === true && !isTrue(version.status?.conditions, 'Ready')) {
    found.push({ type: 'Normal', reason: 'Verified', action: 'Verify', note: `${version.spec.artifact.uri} matches sha256 ${version.spec.artifact.sha256}` });
  }
  if (verification?.verified === false) found.push({ type: 'Warning', reason: verification.reason, action: 'Verify', note: verification.message });
  return [...found, ...decisions(version, status)];
}
