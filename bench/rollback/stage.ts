import { modelVersionResource } from '../../crds/generated/resources.ts';
import type { ModelVersion } from '../../crds/generated/model-version.ts';
import { isTrue } from '../../operator/runtime/conditions.ts';
import { failingModel } from '../../test/e2e/harness/faults.ts';
import { ensureNamespace, ensureStoreSecret, installOperator, removeNamespace, systemNamespace } from '../../test/e2e/harness/install.ts';
import type { Kube } from '../../test/e2e/harness/kube.ts';
import { ended, readVersion, readyVersion, trainingRun } from '../../test/e2e/harness/objects.ts';
import { featureRows, uploadBreastCancer, type Row } from '../../test/e2e/harness/samples.ts';
import { seeded } from '../operator/seeded.ts';
import { boundsOf } from './bounds.ts';
import { mark } from './peers.ts';
import type { ModelName } from './scenarios.ts';

const home = 'bench-rollback';
export const namespaceOf = (setting: string): string => `${home}-${setting}`;

export interface Stage {
  /** In an order without clusters: the table begins with malignant tumours, which are large. */
  readonly rows: readonly Row[];
  readonly versions: Readonly<Record<ModelName | 'trained', ModelVersion>>;
}

/** Trains one model and registers its copies. The operator that runs already is used as it is; else it is installed. */
export async function setStage(kube: Kube, print: (line: string) => void): Promise<Stage> {
  const ready = await kube.kubectl('get', 'deployment', 'trainyard', '-n', systemNamespace, '--ignore-not-found', '-o', 'jsonpath={.status.readyReplicas}').catch(() => '');
  if (ready.trim() === '') {
    print('installing the operator …');
    await installOperator(kube);
  }
  await makeNamespace(kube, home);
  if ((await readVersion(kube, home, 'tumour-1')) === undefined) {
    print('training a model …');
    await uploadBreastCancer(kube, home);
    await kube.apply([trainingRun(home, 'trained')]);
    await ended(kube, home, 'trained');
  }
  const rows = shuffled(await featureRows(kube, 'tumour.csv', ['malignant', 'patient_id']), seeded(1));
  const trained = await readyVersion(kube, home, 'tumour-1');
  print('making copies of it that fail …');
  const bounds = boundsOf(rows.map((row) => Number(row['mean_radius'])));
  const copies: [ModelName, ModelVersion][] = [];
  for (const [index, [name, above]] of (Object.entries(bounds) as [ModelName, number][]).entries()) {
    const version = `tumour-${index + 2}`;
    if ((await readVersion(kube, home, version)) === undefined) await failingModel(kube, home, version, trained.spec.manifest.uri, above);
    copies.push([name, await readyVersion(kube, home, version)]);
  }
  return { rows, versions: { trained, ...Object.fromEntries(copies) } as Stage['versions'] };
}

/** A namespace of a setting; Trainyard's also get the registered versions. */
export async function openNamespace(kube: Kube, namespace: string, versions: readonly ModelVersion[]): Promise<void> {
  await makeNamespace(kube, namespace);
  if (versions.length === 0) return;
  await kube.apply(versions.map(({ apiVersion, kind, metadata, spec }) => ({ apiVersion, kind, metadata: { name: metadata.name, namespace }, spec: { model: spec.model, version: spec.version, artifact: spec.artifact, manifest: spec.manifest } })));
  for (const { metadata } of versions) {
    await kube.waitFor(`${namespace}/${metadata.name}`, async () => (isTrue((await kube.object<ModelVersion>(modelVersionResource, namespace, metadata.name))?.status?.conditions, 'Ready') ? true : undefined), 60_000);
  }
}

async function makeNamespace(kube: Kube, namespace: string): Promise<void> {
  await ensureNamespace(kube, namespace);
  await kube.kubectl('label', 'namespace', namespace, '--overwrite', mark);
  await ensureStoreSecret(kube, namespace);
}

/** The namespaces of these settings, also those that an earlier run was ended in; `keepModels` leaves the trained models to the next part. */
export async function closeNamespaces(kube: Kube, settings: readonly string[], keepModels: boolean): Promise<void> {
  await Promise.all([...settings.map(namespaceOf), ...(keepModels ? [] : [home])].map((name) => removeNamespace(kube, name)));
}

function shuffled<T>(values: readonly T[], random: () => number): readonly T[] {
  return values.map((value) => ({ value, place: random() })).sort((one, other) => one.place - other.place).map(({ value }) => value);
}
