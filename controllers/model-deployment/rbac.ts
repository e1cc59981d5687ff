/** What this controller does, and nothing more. The chart's roles are generated from it. */
export const rules = [
  { apiGroups: ['trainyard.dev'], resources: ['modeldeployments', 'modelversions', 'trainingruns', 'experiments'], verbs: ['list', 'watch'] },
  { apiGroups: ['trainyard.dev'], resources: ['modeldeployments/status'], verbs: ['patch'] },
  // Needed to set blockOwnerDeletion where the OwnerReferencesPermissionEnforcement plugin is on.
  { apiGroups: ['trainyard.dev'], resources: ['modeldeployments/finalizers'], verbs: ['update'] },
  // get, here and below: before an object is made, to see whether somebody else has its name.
  { apiGroups: ['apps'], resources: ['deployments'], verbs: ['get', 'list', 'watch', 'create', 'patch', 'delete'] },
  { apiGroups: [''], resources: ['services'], verbs: ['get', 'list', 'watch', 'create', 'patch', 'delete'] },
  { apiGroups: [''], resources: ['pods'], verbs: ['list', 'watch'] },
  { apiGroups: ['discovery.k8s.io'], resources: ['endpointslices'], verbs: ['list', 'watch'] },
  { apiGroups: ['policy'], resources: ['poddisruptionbudgets'], verbs: ['get', 'list', 'watch', 'create', 'patch', 'delete'] },
  { apiGroups: ['autoscaling'], resources: ['horizontalpodautoscalers'], verbs: ['get', 'list', 'watch', 'create', 'patch', 'delete'] },
  // Not delete: the garbage collector removes it with its owner.
  { apiGroups: ['networking.istio.io'], resources: ['virtualservices'], verbs: ['get', 'list', 'watch', 'create', 'patch'] },
  // In the namespaces of gateways too: there no garbage collector removes what belongs to a deployment elsewhere.
  { apiGroups: ['networking.istio.io'], resources: ['envoyfilters'], verbs: ['get', 'list', 'watch', 'create', 'patch', 'delete'] },
  // For the finalizer that sees to it.
  { apiGroups: ['trainyard.dev'], resources: ['modeldeployments'], verbs: ['patch'] },
  { apiGroups: ['networking.istio.io'], resources: ['gateways'], verbs: ['list', 'watch'] },
] as const;
