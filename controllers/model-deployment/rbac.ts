/** What this controller does, and nothing more. The chart's roles are generated from it. */
export const rules = [
  { apiGroups: ['trainyard.dev'], resources: ['modeldeployments', 'modelversions'], verbs: ['get', 'list', 'watch'] },
  { apiGroups: ['trainyard.dev'], resources: ['modeldeployments/status'], verbs: ['patch'] },
  // Needed to set blockOwnerDeletion where the OwnerReferencesPermissionEnforcement plugin is on.
  { apiGroups: ['trainyard.dev'], resources: ['modeldeployments/finalizers'], verbs: ['update'] },
  { apiGroups: ['apps'], resources: ['deployments'], verbs: ['get', 'list', 'watch', 'create', 'patch', 'delete'] },
  { apiGroups: [''], resources: ['services'], verbs: ['get', 'list', 'watch', 'create', 'patch', 'delete'] },
  { apiGroups: [''], resources: ['pods'], verbs: ['get', 'list', 'watch'] },
  { apiGroups: ['policy'], resources: ['poddisruptionbudgets'], verbs: ['get', 'list', 'watch', 'create', 'patch', 'delete'] },
  { apiGroups: ['networking.istio.io'], resources: ['virtualservices'], verbs: ['get', 'list', 'watch', 'create', 'patch', 'delete'] },
  { apiGroups: ['networking.istio.io'], resources: ['gateways'], verbs: ['get', 'list', 'watch'] },
] as const;
