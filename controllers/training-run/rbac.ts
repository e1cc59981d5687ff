/** What this controller does, and nothing more. The chart's roles are generated from it. */
export const rules = [
  { apiGroups: ['trainyard.dev'], resources: ['trainingruns'], verbs: ['list', 'watch'] },
  { apiGroups: ['trainyard.dev'], resources: ['trainingruns/status'], verbs: ['patch'] },
  { apiGroups: ['trainyard.dev'], resources: ['trainingruns/finalizers'], verbs: ['update'] },
  // get: a name that exists already is ours or somebody else's.
  { apiGroups: ['trainyard.dev'], resources: ['modelversions'], verbs: ['get', 'list', 'watch', 'create'] },
  { apiGroups: ['batch'], resources: ['jobs'], verbs: ['list', 'watch', 'create', 'delete'] },
  { apiGroups: [''], resources: ['configmaps'], verbs: ['create', 'delete'] },
  // Pods that train together find each other by the one, and are closed to others by the other.
  { apiGroups: [''], resources: ['services'], verbs: ['create', 'delete'] },
  { apiGroups: ['networking.k8s.io'], resources: ['networkpolicies'], verbs: ['create', 'delete'] },
  { apiGroups: [''], resources: ['pods'], verbs: ['list', 'watch'] },
  // Whose token a progress report comes with. Asking stores nothing.
  { apiGroups: ['authentication.k8s.io'], resources: ['tokenreviews'], verbs: ['create'], namespaced: false },
] as const;
