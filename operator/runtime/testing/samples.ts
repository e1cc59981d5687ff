// Small objects for tests.
import type { KubeObject, ResourceType } from '../types.ts';

export interface ConfigMap extends KubeObject {
  data?: Record<string, string>;
}

export const configMapType: ResourceType = { group: '', version: 'v1', kind: 'ConfigMap', plural: 'configmaps', namespaced: true };

export function configMap(name: string, options: { readonly version?: number | string; readonly namespace?: string; readonly uid?: string; readonly data?: Record<string, string>; readonly labels?: Record<string, string> } = {}): ConfigMap {
  const { version = 1, namespace = 'default', uid = `uid-${name}`, data = {}, labels } = options;
  return { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name, namespace, uid, resourceVersion: String(version), ...(labels === undefined ? {} : { labels }) }, data };
}
