/** What this controller does, and nothing more. The chart's roles are generated from it. */
export const rules = [
  { apiGroups: ['trainyard.dev'], resources: ['experiments'], verbs: ['list', 'watch'] },
  { apiGroups: ['trainyard.dev'], resources: ['experiments/status'], verbs: ['patch'] },
  { apiGroups: ['trainyard.dev'], resources: ['experiments/finalizers'], verbs: ['update'] },
  // patch on a trial is for spec.suspend, which follows the experiment's, and for spec.stop.
  { apiGroups: ['trainyard.dev'], resources: ['trainingruns'], verbs: ['list', 'watch', 'create', 'patch'] },
  // get: a name that exists already is ours or somebody else's.
  { apiGroups: ['trainyard.dev'], resources: ['modelversions'], verbs: ['get', 'list', 'watch', 'create'] },
] as const;
