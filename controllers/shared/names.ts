/** Every label, annotation and finalizer of ours carries this group. */
export const group = 'trainyard.dev';

/** Field manager of server-side apply: one per controller, so that each owns its own fields only. */
export const fieldManager = { trainingRun: 'trainyard-training-run', experiment: 'trainyard-experiment', modelVersion: 'trainyard-model-version', modelDeployment: 'trainyard-model-deployment', mlflow: 'trainyard-mlflow' } as const;

export const label = {
  run: `${group}/training-run`,
  experiment: `${group}/experiment`,
  candidate: `${group}/candidate`,
  /** Number of a trial within its candidate's search. */
  trial: `${group}/trial`,
  /** Group of columns that a run does without, in a study of what they add. */
  study: `${group}/study`,
  deployment: `${group}/deployment`,
  /** Namespace of the deployment, on objects that live in another one. */
  deploymentNamespace: `${group}/deployment-namespace`,
  revision: `${group}/revision`,
  model: `${group}/model`,
  version: `${group}/version`,
  managedBy: 'app.kubernetes.io/managed-by',
} as const;

export const managedByValue = 'trainyard';

export const annotation = {
  /** Verbs for people: each new value is acted on once. */
  promote: `${group}/promote`,
  abort: `${group}/abort`,
  retry: `${group}/retry`,
  rollback: `${group}/rollback`,
  approve: `${group}/approve`,
  /** What spoke for a version where it was exported, carried along in its manifest. */
  evidence: `${group}/evidence`,
  appliedDigest: `${group}/applied-digest`,
} as const;

export const finalizer = { served: `${group}/served`, rollout: `${group}/rollout` } as const;
