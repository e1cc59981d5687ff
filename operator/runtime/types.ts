// The few shapes of the Kubernetes API that the runtime itself reads. Objects are raw JSON: dates stay strings, so
// an object that was read can be sent back unchanged.

/** A served resource: `apps/v1 Deployment` is `{group: 'apps', version: 'v1', kind: 'Deployment', plural: 'deployments', namespaced: true}`. The core group is `''`. */
export interface ResourceType {
  readonly group: string;
  readonly version: string;
  readonly kind: string;
  readonly plural: string;
  readonly namespaced: boolean;
}

export interface OwnerReference {
  apiVersion: string;
  kind: string;
  name: string;
  uid: string;
  controller?: boolean;
  blockOwnerDeletion?: boolean;
}

export interface ObjectMeta {
  name: string;
  generateName?: string;
  namespace?: string;
  uid?: string;
  resourceVersion?: string;
  generation?: number;
  labels?: Record<string, string>;
  annotations?: Record<string, string>;
  ownerReferences?: OwnerReference[];
  finalizers?: string[];
  /** RFC 3339. */
  creationTimestamp?: string;
  /** RFC 3339. Set: the object is being deleted and waits for its finalizers. */
  deletionTimestamp?: string;
  managedFields?: unknown;
}

export interface KubeObject {
  apiVersion: string;
  kind: string;
  metadata: ObjectMeta;
}

/** Names one object of a known type; `namespace` is `''` for cluster-scoped objects. */
export interface Key {
  readonly namespace: string;
  readonly name: string;
}

export type ConditionStatus = 'True' | 'False' | 'Unknown';

/** metav1.Condition. */
export interface Condition {
  type: string;
  status: ConditionStatus;
  reason: string;
  message: string;
  /** RFC 3339; moves only when `status` flips. */
  lastTransitionTime: string;
  observedGeneration?: number;
}

type SparseValue<V> = V extends readonly (infer Item)[] ? readonly Item[] : V extends object ? { readonly [P in keyof V]?: SparseValue<V[P]> } : V;

/**
 * What is sent by server-side apply: identity, plus only the fields that the field manager wants to own
 * (an applied whole object over-claims fields; repairing that needs surgery on managedFields).
 */
export type Sparse<T extends KubeObject> = { readonly [P in Exclude<keyof T, keyof KubeObject>]?: SparseValue<T[P]> } & {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: Readonly<ObjectMeta>;
};

export function apiVersionOf(type: ResourceType): string {
  return type.group === '' ? type.version : `${type.group}/${type.version}`;
}

/** A short stable name for logs and metrics: `deployments.apps`, `pods`. */
export function resourceName(type: ResourceType): string {
  return type.group === '' ? type.plural : `${type.plural}.${type.group}`;
}

export function keyOf(object: KubeObject): Key {
  return { namespace: object.metadata.namespace ?? '', name: object.metadata.name };
}

/** `namespace/name`, or `name` for cluster-scoped objects: unique per type, since neither part may hold a slash. */
export function keyString(key: Key): string {
  return key.namespace === '' ? key.name : `${key.namespace}/${key.name}`;
}
