// The types are the package's own, so that code written for it compiles here; only types are taken, nothing of it runs.
import type { ResourceEventType as PackageEventType, ResourceMeta } from '@dot-i/k8s-operator';
import type { KubernetesObject } from '@kubernetes/client-node';
import type { KubeObject } from '../runtime/types.ts';

export type { OperatorLogger, ResourceEvent, ResourceMeta } from '@dot-i/k8s-operator';

export type ResourceEventType = PackageEventType;
// The package's enum exists in its code only, and none of that runs here.
export const ResourceEventType = { Added: 'ADDED', Modified: 'MODIFIED', Deleted: 'DELETED' } as unknown as typeof PackageEventType;

/** What names one state of one object. */
export const ResourceMetaImpl = {
  createWithId(id: string, { apiVersion, kind, metadata }: KubernetesObject): ResourceMeta {
    const name = metadata?.name;
    const namespace = metadata?.namespace;
    const resourceVersion = metadata?.resourceVersion;
    if (name === undefined || resourceVersion === undefined || apiVersion === undefined || kind === undefined) throw new TypeError(`Malformed event object for '${id}'`);
    return { id, name, ...(namespace === undefined ? {} : { namespace }), resourceVersion, apiVersion, kind };
  },
  createWithPlural(plural: string, object: KubernetesObject): ResourceMeta {
    return ResourceMetaImpl.createWithId(`${plural}.${object.apiVersion ?? ''}`, object);
  },
} as const;

/** The same object in the words of client-node, whose types have dates where JSON has texts. */
export function asKubernetesObject(object: KubeObject): KubernetesObject {
  // A copy: handlers written for the package change what they are given, and the cache is frozen.
  return structuredClone(object) as unknown as KubernetesObject;
}
