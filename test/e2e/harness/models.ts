import { inject } from 'vitest';
import type { ModelVersion } from '../../../crds/generated/model-version.ts';
import { failingModel, slowModel } from './faults.ts';
import type { Kube } from './kube.ts';
import { ended, readyVersion, trainingRun } from './objects.ts';

/** What tests serve that do not care how it was trained. All but the first two are copies of `trained`, with bytes of their own. */
export type Behaviour = 'trained' | 'boosted' | 'good' | 'alsoGood' | 'failsAlways' | 'failsOneInThree' | 'failsOneInFive' | 'slow';

type Files = Pick<ModelVersion['spec'], 'artifact' | 'manifest'>;
export type Models = Readonly<Record<Behaviour, Files>>;

declare module 'vitest' {
  interface ProvidedContext {
    readonly models: Models;
  }
}

/** Fails for tumours with a greater mean radius, of which the table has none, none, all, about one in three, one in five. */
const failsAbove = { good: 1000, alsoGood: 999, failsAlways: 0, failsOneInThree: 15, failsOneInFive: 17 } as const;

/** Once a run. The files stay in the store when the namespace goes. */
export async function makeModels(kube: Kube, namespace: string): Promise<Models> {
  await kube.apply([trainingRun(namespace, 'trained', { algorithm: { name: 'logistic' } }), trainingRun(namespace, 'boosted')]);
  // Both, before any copy: a run takes the number after the highest, which may be the one that a copy is to have next.
  const [trained, boosted] = await Promise.all([trainedBy(kube, namespace, 'trained'), trainedBy(kube, namespace, 'boosted')]);
  const manifest = trained.manifest.uri;
  const copies = Object.entries(failsAbove).map(async ([name, above], i) => failingModel(kube, namespace, `tumour-${90 + i}`, manifest, above).then(async () => [name, await filesOf(kube, namespace, `tumour-${90 + i}`)] as const));
  await slowModel(kube, namespace, 'tumour-99', manifest, 300);
  const made = Object.fromEntries(await Promise.all(copies)) as Record<keyof typeof failsAbove, Files>;
  return { trained, boosted, ...made, slow: await filesOf(kube, namespace, 'tumour-99') };
}

/** Makes Ready versions `tumour-<n>` of them. */
export async function registerModels(kube: Kube, namespace: string, wanted: Readonly<Record<`tumour-${number}`, Behaviour>>): Promise<void> {
  const models = inject('models');
  await kube.apply(Object.entries(wanted).map(([name, behaviour]) => ({ apiVersion: 'trainyard.dev/v1alpha1', kind: 'ModelVersion', metadata: { name, namespace }, spec: { model: 'tumour', version: Number(name.slice('tumour-'.length)), ...models[behaviour] } })));
  for (const name of Object.keys(wanted)) await readyVersion(kube, namespace, name);
}

async function trainedBy(kube: Kube, namespace: string, run: string): Promise<Files> {
  return filesOf(kube, namespace, (await ended(kube, namespace, run)).status?.modelVersionRef?.name ?? '');
}

async function filesOf(kube: Kube, namespace: string, name: string): Promise<Files> {
  const { artifact, manifest } = (await readyVersion(kube, namespace, name)).spec;
  return { artifact, manifest };
}
