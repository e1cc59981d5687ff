import { label, managedByValue } from '../../shared/names.ts';

/** Who a revision is. There is no label for its role: roles live in status only, so that promotion touches no pod. */
export interface RevisionIdentity {
  readonly deployment: string;
  readonly revision: string;
  readonly model: string;
  readonly version: string;
}

export function revisionLabels(identity: RevisionIdentity): Record<string, string> {
  return {
    [label.managedBy]: managedByValue,
    [label.deployment]: identity.deployment,
    [label.revision]: identity.revision,
    [label.model]: identity.model,
    [label.version]: identity.version,
  };
}
