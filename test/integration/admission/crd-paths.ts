import { repositoryPath } from '../harness/binaries.ts';

export const crdPaths: readonly string[] = ['trainingruns', 'experiments', 'modelversions', 'modeldeployments'].map((name) => repositoryPath('crds', `${name}.yaml`));
