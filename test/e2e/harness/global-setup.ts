import { connect } from './kube.ts';
import { ensureNamespace, ensureStoreSecret, installOperator, removeNamespace } from './install.ts';
import { uploadBreastCancer } from './samples.ts';

const dataNamespace = 'e2e-data';

/** Once per run: the operator of this checkout, and the breast-cancer table in the store. */
export default async function setup(): Promise<() => Promise<void>> {
  const kube = await connect();
  await installOperator(kube);
  await ensureNamespace(kube, dataNamespace);
  await ensureStoreSecret(kube, dataNamespace);
  await uploadBreastCancer(kube, dataNamespace);
  return async () => {
    await removeNamespace(kube, dataNamespace);
    await kube.close();
  };
}
