/** Every reason that a ModelVersion can show, what it means and what to do. The docs page is made from this. */
export const reasons = {
  Verified: { condition: 'Ready', meaning: 'Model file and manifest were read and match the digests in spec.', remedy: 'Nothing to do.' },
  ArtifactNotFound: { condition: 'ArtifactVerified', meaning: 'The model file or the manifest is not where spec says.', remedy: 'Put the object there; the operator looks again every minute.' },
  StoreUnreachable: { condition: 'ArtifactVerified', meaning: 'The store does not answer.', remedy: 'Check the store and the operator\'s credentials; the operator tries again by itself.' },
  StoreForbidden: { condition: 'ArtifactVerified', meaning: 'The store refuses the operator\'s credentials.', remedy: 'Correct the Secret that the chart value store.secretName names in the operator\'s namespace.' },
  DigestMismatch: { condition: 'ArtifactVerified', meaning: 'The bytes in the store are not those that were registered.', remedy: 'Find out who changed the object. Restore it, or delete the ModelVersion.' },
  ManifestMismatch: { condition: 'ArtifactVerified', meaning: 'The manifest is about another model or another model file.', remedy: 'Correct the ModelVersion: make a new one with the right pair of files.' },
  ManifestInvalid: { condition: 'ArtifactVerified', meaning: 'The manifest is not JSON or does not follow the schema.', remedy: 'Write it again by the schema in crds/manifest.schema.json.' },
  TooLarge: { condition: 'ArtifactVerified', meaning: 'The manifest has more than 4 MiB.', remedy: 'Make it smaller.' },
  Pending: { condition: 'Approved', meaning: 'Approval is required and was not given.', remedy: 'Set spec.approval.state to Approved and spec.approval.by.' },
  Rejected: { condition: 'Approved', meaning: 'Somebody rejected the version.', remedy: 'Deploy another version.' },
  StillServed: { condition: 'DeletionBlocked', meaning: 'The version was deleted while a ModelDeployment serves it, and is kept until none does.', remedy: 'Name another version in the ModelDeployment, or delete it too.' },
} as const;
