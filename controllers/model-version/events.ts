import type { EventCatalogue } from '../shared/announce.ts';

/** Every event of a ModelVersion besides the reasons of ArtifactVerified=False. The docs page is made from this. */
export const events = {
  Verified: { type: 'Normal', action: 'Verify', audited: false, meaning: 'Model file and manifest were read and match their digests.' },
  Approved: { type: 'Normal', action: 'Approve', audited: true, meaning: 'spec.approval.state became Approved.' },
  Rejected: { type: 'Warning', action: 'Approve', audited: true, meaning: 'spec.approval.state became Rejected.' },
  ApprovalWithdrawn: { type: 'Warning', action: 'Approve', audited: true, meaning: 'spec.approval.state went back to Pending, or approval became required after all.' },
  StageChanged: { type: 'Normal', action: 'Promote', audited: true, meaning: 'spec.stage changed.' },
  AliasMoved: { type: 'Normal', action: 'MoveAlias', audited: true, meaning: 'An alias of spec.aliases came to mean this version.' },
  StillServed: { type: 'Warning', action: 'Delete', audited: false, meaning: 'The version was deleted while a ModelDeployment serves it, and is kept until none does.' },
} as const satisfies EventCatalogue;
