// Granted against used: least privilege as two lists that must be empty.
import type { Grant, ResourceTarget } from './grants.ts';
import type { Request } from './requests.ts';

export interface Comparison {
  /** Granted, but no request needed it; sentences, sorted. */
  readonly unused: readonly string[];
  /** Asked, but refused, or not allowed by any of the grants; sentences, sorted, each once. */
  readonly denied: readonly string[];
}

/** A right that no request can show, because the API server asks for it while it answers another one. */
export interface Invisible {
  readonly group: string;
  readonly resource: string;
  readonly verb: string;
  /** Why no log shows it, and what shows it instead. */
  readonly reason: string;
}

/** `requests` are those of the account that has the grants. */
export function compare(grants: readonly Grant[], requests: readonly Request[], invisible: readonly Invisible[] = []): Comparison {
  const used = new Set<Grant>();
  const denied = new Set<string>();
  // The widest grant answers first, so that a narrow one beside it counts as what it is: of no use.
  const widestFirst = [...grants].sort((a, b) => width(b) - width(a));
  for (const request of requests) {
    if (request.code === 403 && !request.namespaceEnds) denied.add(`${sentence(request, request.verb)}: ${request.message}`);
    if (!wasAuthorized(request)) continue;
    for (const verb of verbsOf(request)) {
      const grant = widestFirst.find((one) => covers(one, request, verb));
      if (grant !== undefined) used.add(grant);
      else denied.add(`${sentence(request, verb)}: no role grants it`);
    }
  }
  const unused = grants.filter((grant) => isWildcard(grant) || (!used.has(grant) && !invisible.some((one) => isOf(one, grant))));
  return { unused: unused.map(describeGrant).sort(), denied: [...denied].sort() };
}

/** What else a request needs: an apply or update that made the object was also checked for `create` (apiserver endpoints/handlers patch.go, update.go). */
function verbsOf({ verb, code }: Request): readonly string[] {
  return (verb === 'patch' || verb === 'update') && code === 201 ? [verb, 'create'] : [verb];
}

// 401 and 429 come before the question of permission; 0 is a connection that ended, and 5xx may come from any step.
function wasAuthorized({ code, namespaceEnds }: Request): boolean {
  return code >= 200 && code < 500 && ![401, 429].includes(code) && (code !== 403 || namespaceEnds);
}

function covers(grant: Grant, request: Request, verb: string): boolean {
  if (!matches(grant.verb, verb)) return false;
  const { target } = grant;
  const { resource } = request;
  if ('url' in target) return resource === undefined && (matches(target.url, request.path) || (target.url.endsWith('*') && request.path.startsWith(target.url.slice(0, -1))));
  if (resource === undefined) return false;
  const inScope = grant.namespace === '' || grant.namespace === resource.namespace;
  return inScope && matches(target.group, resource.group) && matchesResource(target.resource, resource.resource) && (target.names.length === 0 || target.names.includes(resource.name));
}

function matches(granted: string, asked: string): boolean {
  return granted === '*' || granted === asked;
}

/** `*\/scale` grants a subresource of everything. */
function matchesResource(granted: string, asked: string): boolean {
  return matches(granted, asked) || (granted.startsWith('*/') && asked.endsWith(granted.slice(1)));
}

/** It grants more than any number of requests can use. */
function isWildcard({ verb, target }: Grant): boolean {
  return verb === '*' || ('url' in target ? target.url.endsWith('*') : target.group === '*' || target.resource.includes('*'));
}

function width({ namespace, target }: Grant): number {
  return (namespace === '' ? 2 : 0) + ('url' in target || target.names.length === 0 ? 1 : 0);
}

function isOf(invisible: Invisible, { verb, target }: Grant): boolean {
  return !('url' in target) && invisible.group === target.group && invisible.resource === target.resource && invisible.verb === verb;
}

export function describeGrant({ source, namespace, verb, target }: Grant): string {
  if ('url' in target) return `${verb} ${target.url} (${source})`;
  return `${verb} ${nameOf(target)}${target.names.length === 0 ? '' : ` named ${target.names.join(', ')}`} ${placeOf(namespace)} (${source})`;
}

function sentence({ resource, path }: Request, verb: string): string {
  return resource === undefined ? `${verb} ${path}` : `${verb} ${nameOf(resource)} ${placeOf(resource.namespace)}`;
}

function nameOf({ group, resource }: Pick<ResourceTarget, 'group' | 'resource'>): string {
  const [name = '', subresource] = resource.split('/');
  return `${name}${group === '' ? '' : `.${group}`}${subresource === undefined ? '' : `/${subresource}`}`;
}

function placeOf(namespace: string): string {
  return namespace === '' ? 'in every namespace' : `in ${namespace}`;
}
