import type { Key, ResourceType } from './types.ts';

/** `/api/v1/namespaces/x/pods` or `/apis/apps/v1/deployments`; an empty namespace means all of them. */
export function collectionPath(type: ResourceType, namespace: string): string {
  const root = type.group === '' ? `/api/${type.version}` : `/apis/${type.group}/${type.version}`;
  const scope = type.namespaced && namespace !== '' ? `/namespaces/${encodeURIComponent(namespace)}` : '';
  return `${root}${scope}/${type.plural}`;
}

/** Throws for a namespaced type without a namespace: such a path would address another resource. */
export function objectPath(type: ResourceType, key: Key, subresource?: string): string {
  if (key.name === '') throw new TypeError(`${type.kind}: an object path needs a name`);
  if (type.namespaced && key.namespace === '') throw new TypeError(`${type.kind} ${key.name}: an object path needs a namespace`);
  const object = `${collectionPath(type, key.namespace)}/${encodeURIComponent(key.name)}`;
  return subresource === undefined ? object : `${object}/${subresource}`;
}

/** `?a=1&b=2`, leaving out what is undefined; `''` when nothing is left. */
export function queryString(parameters: Readonly<Record<string, string | number | boolean | undefined>>): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(parameters)) {
    if (value !== undefined) query.set(name, String(value));
  }
  const text = query.toString();
  return text === '' ? '' : `?${text}`;
}
