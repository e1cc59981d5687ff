/** What the mirror does in the cluster, and nothing more. The chart's roles are generated from it. */
export const rules = [
  { apiGroups: ['trainyard.dev'], resources: ['trainingruns', 'experiments', 'modelversions'], verbs: ['list', 'watch'] },
  { apiGroups: ['trainyard.dev'], resources: ['trainingruns/status', 'experiments/status', 'modelversions/status'], verbs: ['patch'] },
] as const;
