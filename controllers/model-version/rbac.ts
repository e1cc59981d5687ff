/** What this controller does, and nothing more. The chart's roles are generated from it. */
export const rules = [
  // patch on the object itself is for the finalizer that keeps a served version.
  { apiGroups: ['trainyard.dev'], resources: ['modelversions'], verbs: ['list', 'watch', 'patch'] },
  { apiGroups: ['trainyard.dev'], resources: ['modelversions/status'], verbs: ['patch'] },
  { apiGroups: ['trainyard.dev'], resources: ['modeldeployments'], verbs: ['list', 'watch'] },
] as const;
