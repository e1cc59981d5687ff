// Users: objects come, change and go, faster than anybody's users would have it.
import { experimentResource, modelDeploymentResource, modelVersionResource, trainingRunResource } from '../../crds/generated/resources.ts';
import { filesOf } from '../../controllers/shared/testing/manifest.ts';
import type { HttpStore } from '../../controllers/shared/testing/http-store.ts';
import type { ApiClient } from '../../operator/runtime/client.ts';
import { ApiError } from '../../operator/runtime/errors.ts';
import type { Key, KubeObject, ResourceType } from '../../operator/runtime/types.ts';

export interface Churn {
  /** One change of the world; never throws for what a user may meet while the API server is away. */
  step(): Promise<void>;
  readonly counts: Readonly<Record<'created' | 'changed' | 'deleted' | 'refused', number>>;
  readonly kinds: readonly ResourceType[];
}

export interface ChurnOptions {
  readonly client: ApiClient;
  readonly store: HttpStore;
  readonly namespaces: readonly string[];
  /** Uniform in [0, 1). */
  readonly random: () => number;
  /** So many of each kind live at once. */
  readonly mostAlive: number;
}

interface Kind {
  readonly type: ResourceType;
  readonly alive: Key[];
  readonly spec: (number: number) => object;
  readonly change: () => object;
}

const training = { task: 'BinaryClassification', data: { source: { uri: 's3://data/tumour.csv' }, target: 'malignant' }, metrics: { primary: 'roc_auc' } };

export function createChurn({ client, store, namespaces, random, mostAlive }: ChurnOptions): Churn {
  const counts = { created: 0, changed: 0, deleted: 0, refused: 0 };
  const oneOf = <T>(list: readonly T[]): T | undefined => list[Math.floor(random() * list.length)];

  const versionSpec = (number: number): object => {
    const files = filesOf({}, `model ${number}`);
    store.put(`${number}/model.onnx`, files.model);
    store.put(`${number}/manifest.json`, files.bytes);
    const { sha256, sizeBytes } = files.manifest.artifact;
    return { model: 'tumour', version: number, artifact: { uri: `${store.url}${number}/model.onnx`, sha256, sizeBytes }, manifest: { uri: `${store.url}${number}/manifest.json`, sha256: files.manifestSha256 } };
  };
  const versions: Kind = { type: modelVersionResource, alive: [], spec: versionSpec, change: () => ({ stage: oneOf(['Development', 'Staging', 'Production', 'Archived']) }) };
  const versionName = (): string => oneOf(versions.alive)?.name ?? 'tumour-0';
  const kinds: readonly Kind[] = [
    versions,
    {
      type: modelDeploymentResource,
      alive: [],
      spec: () => ({ model: 'tumour', version: versionName(), rollout: { steps: [{ weight: 50, hold: '1s' }], scaleDownDelay: '1s', analysis: { interval: '1s', minRequests: 1 } } }),
      change: () => oneOf([{ version: versionName() }, { paused: random() < 0.5 }, { server: { replicas: Math.floor(random() * 3) } }]) ?? {},
    },
    { type: trainingRunResource, alive: [], spec: () => ({ model: 'tumour', algorithm: { name: 'xgboost' }, ...training }), change: () => ({ suspend: random() < 0.5 }) },
    {
      type: experimentResource,
      alive: [],
      spec: () => ({ model: 'tumour', objective: { metric: 'roc_auc', direction: 'Maximize' }, template: training, candidates: [{ name: 'a', algorithm: { name: 'xgboost' } }, { name: 'b', algorithm: { name: 'randomForest' } }] }),
      change: () => ({ suspend: random() < 0.5 }),
    },
  ];
  let made = 0;

  const create = async (kind: Kind): Promise<void> => {
    made += 1;
    const key: Key = { namespace: oneOf(namespaces) ?? '', name: kind === versions ? `tumour-${made}` : `${kind.type.kind.toLowerCase()}-${made}` };
    // Counted as there before the answer: a lost answer does not mean that nothing was made.
    kind.alive.push(key);
    await client.create<KubeObject & { spec: object }>(kind.type, { apiVersion: 'trainyard.dev/v1alpha1', kind: kind.type.kind, metadata: { ...key }, spec: kind.spec(made) });
    counts.created += 1;
  };

  return {
    counts,
    kinds: kinds.map(({ type }) => type),
    async step() {
      const kind = oneOf(kinds) ?? versions;
      const chance = random();
      const index = Math.floor(random() * kind.alive.length);
      const key = kind.alive[index];
      try {
        if (key === undefined || (chance < 0.5 && kind.alive.length < mostAlive)) await create(kind);
        else if (chance < 0.75 && kind.alive.length < mostAlive) {
          await client.patch(kind.type, key, { spec: kind.change() });
          counts.changed += 1;
        } else {
          kind.alive.splice(index, 1);
          await client.delete(kind.type, key);
          counts.deleted += 1;
        }
      } catch (error) {
        // Away, changed meanwhile, gone with its owner, or forbidden by a rule: all of it happens to users.
        if (!(error instanceof ApiError)) throw error;
        counts.refused += 1;
      }
    },
  };
}
