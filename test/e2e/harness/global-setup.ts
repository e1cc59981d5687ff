import type { TestProject } from 'vitest/node';
import { connect } from './kube.ts';
import { droppedAreGone, ensureNamespace, ensureStoreSecret, installOperator, removeNamespace, removeOperator } from './install.ts';
import { makeModels } from './models.ts';
import { uploadBreastCancer } from './samples.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Unix time in milliseconds, from before the operator's first request. */
    readonly suiteBegan: number;
  }
}

const dataNamespace = 'e2e-data';

/** Once per run: the operator of this checkout, the breast-cancer table in the store, and the models that most tests serve. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const kube = await connect();
  // What an operator of an earlier run asks for says nothing about this one.
  await removeOperator(kube);
  project.provide('suiteBegan', Date.now());
  await installOperator(kube);
  await ensureNamespace(kube, dataNamespace);
  await ensureStoreSecret(kube, dataNamespace);
  await uploadBreastCancer(kube, dataNamespace);
  project.provide('models', await makeModels(kube, dataNamespace));
  return async () => {
    await removeNamespace(kube, dataNamespace);
    await droppedAreGone(kube);
    await kube.close();
  };
}
