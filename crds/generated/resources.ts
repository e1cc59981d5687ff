// Generated from crds/*.yaml by tools/generate. Do not edit: change the source and run `make generate`.

export const trainingRunResource = { group: 'trainyard.dev', version: 'v1alpha1', kind: 'TrainingRun', plural: 'trainingruns', namespaced: true } as const;
export const experimentResource = { group: 'trainyard.dev', version: 'v1alpha1', kind: 'Experiment', plural: 'experiments', namespaced: true } as const;
export const modelVersionResource = { group: 'trainyard.dev', version: 'v1alpha1', kind: 'ModelVersion', plural: 'modelversions', namespaced: true } as const;
export const modelDeploymentResource = { group: 'trainyard.dev', version: 'v1alpha1', kind: 'ModelDeployment', plural: 'modeldeployments', namespaced: true } as const;

/** Every kind of Trainyard. */
export const resources = [trainingRunResource, experimentResource, modelVersionResource, modelDeploymentResource] as const;
