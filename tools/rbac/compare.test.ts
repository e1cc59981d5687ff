import { describe, expect, it } from 'vitest';
import { compare } from './compare.ts';
import type { Grant } from './grants.ts';
import type { Request } from './requests.ts';

type Place = { readonly namespace?: string; readonly names?: readonly string[]; readonly source?: string };

/** `get pods`, `patch modelversions.trainyard.dev/status`, `get /version`. */
function grant(text: string, { namespace = '', names = [], source = 'ClusterRole it' }: Place = {}): Grant {
  const [verb = '', what = ''] = text.split(' ');
  return { source, namespace, verb, target: what.startsWith('/') ? { url: what } : { ...parts(what), names } };
}

function request(text: string, more: Partial<Request> & { readonly namespace?: string; readonly name?: string } = {}): Request {
  const [verb = '', what = ''] = text.split(' ');
  const { namespace = '', name = '', ...rest } = more;
  const base = { user: 'it', verb, path: what, code: 200, message: '', namespaceEnds: false, at: 0, ...rest };
  return what.startsWith('/') ? base : { ...base, path: `/api/v1/${what}`, resource: { ...parts(what), namespace, name } };
}

function parts(what: string): { group: string; resource: string } {
  const [name = '', subresource] = what.split('/');
  const dot = name.indexOf('.');
  const [resource, group] = dot < 0 ? [name, ''] : [name.slice(0, dot), name.slice(dot + 1)];
  return { group, resource: subresource === undefined ? resource : `${resource}/${subresource}` };
}

interface Row {
  readonly grants: readonly Grant[];
  readonly requests: readonly Request[];
  readonly unused?: readonly string[];
  readonly denied?: readonly string[];
}

const table: Readonly<Record<string, Row>> = {
  'what is used is neither': { grants: [grant('get pods')], requests: [request('get pods')] },
  'a verb that is never used': { grants: [grant('get pods'), grant('list pods')], requests: [request('get pods')], unused: ['list pods in every namespace (ClusterRole it)'] },
  'a resource of the same name in another group': {
    grants: [grant('get events'), grant('get events.events.k8s.io')],
    requests: [request('get events.events.k8s.io')],
    unused: ['get events in every namespace (ClusterRole it)'],
  },
  'a refusal': { grants: [], requests: [request('get pods', { namespace: 'a', code: 403, message: 'pods is forbidden' })], denied: ['get pods in a: pods is forbidden'] },
  'a refusal uses no grant': {
    grants: [grant('patch pods')],
    requests: [request('patch pods', { namespace: 'a', code: 403, message: 'may not create' })],
    unused: ['patch pods in every namespace (ClusterRole it)'],
    denied: ['patch pods in a: may not create'],
  },
  'a refusal a thousand times is one': { grants: [], requests: Array.from({ length: 1000 }, () => request('get pods', { code: 403 })), denied: ['get pods in every namespace: '] },
  'a request that something else allowed': { grants: [], requests: [request('get pods', { namespace: 'a' })], denied: ['get pods in a: no role grants it'] },
  'a namespace that is being deleted refuses what is granted': { grants: [grant('create pods')], requests: [request('create pods', { namespace: 'a', code: 403, namespaceEnds: true })] },
  'a namespace that is being deleted hides no lack': { grants: [], requests: [request('create pods', { namespace: 'a', code: 403, namespaceEnds: true })], denied: ['create pods in a: no role grants it'] },
  'an object that is not there was looked for': { grants: [grant('get pods')], requests: [request('get pods', { code: 404 })] },
  'a conflict was allowed': { grants: [grant('update pods')], requests: [request('update pods', { code: 409 })] },
  ...Object.fromEntries([0, 401, 429, 500, 503].map((code) => [`an answer ${code} shows nothing`, { grants: [grant('get pods')], requests: [request('get pods', { code })], unused: ['get pods in every namespace (ClusterRole it)'] }])),

  'an apply that made the object used create too': { grants: [grant('patch pods'), grant('create pods')], requests: [request('patch pods', { code: 201 })] },
  'an update that made the object used create too': { grants: [grant('update leases'), grant('create leases')], requests: [request('update leases', { code: 201 })] },
  'an apply that changed the object did not': { grants: [grant('patch pods'), grant('create pods')], requests: [request('patch pods')], unused: ['create pods in every namespace (ClusterRole it)'] },

  'a subresource is not its resource': {
    grants: [grant('patch modelversions.trainyard.dev'), grant('patch modelversions.trainyard.dev/status')],
    requests: [request('patch modelversions.trainyard.dev/status')],
    unused: ['patch modelversions.trainyard.dev in every namespace (ClusterRole it)'],
  },
  'a resource is not its subresource': { grants: [grant('get pods')], requests: [request('get pods'), request('get pods/log', { namespace: 'a' })], denied: ['get pods/log in a: no role grants it'] },

  'a Role of another namespace': {
    grants: [grant('get pods', { namespace: 'a', source: 'Role it' })],
    requests: [request('get pods', { namespace: 'b' })],
    unused: ['get pods in a (Role it)'],
    denied: ['get pods in b: no role grants it'],
  },
  'a Role does not reach every namespace': { grants: [grant('list pods', { namespace: 'a', source: 'Role it' })], requests: [request('list pods')], unused: ['list pods in a (Role it)'], denied: ['list pods in every namespace: no role grants it'] },
  'each namespace of a Role needs its use': {
    grants: ['a', 'b'].map((namespace) => grant('get pods', { namespace, source: 'Role it' })),
    requests: [request('get pods', { namespace: 'a' })],
    unused: ['get pods in b (Role it)'],
  },
  'a ClusterRole is used in any namespace': { grants: [grant('get pods')], requests: [request('get pods', { namespace: 'b' })] },
  'a Role beside a ClusterRole that grants the same': {
    grants: [grant('get pods', { namespace: 'a', source: 'Role it' }), grant('get pods')],
    requests: [request('get pods', { namespace: 'a' })],
    unused: ['get pods in a (Role it)'],
  },
  'the same twice': { grants: [grant('get pods'), grant('get pods', { source: 'ClusterRole other' })], requests: [request('get pods')], unused: ['get pods in every namespace (ClusterRole other)'] },

  'names: the right one': { grants: [grant('get leases', { names: ['mine'] })], requests: [request('get leases', { namespace: 'a', name: 'mine' })] },
  'names: another one': {
    grants: [grant('get leases', { names: ['mine'] })],
    requests: [request('get leases', { namespace: 'a', name: 'yours' })],
    unused: ['get leases named mine in every namespace (ClusterRole it)'],
    denied: ['get leases in a: no role grants it'],
  },
  'names: one beside all of them': {
    grants: [grant('get leases', { names: ['mine'] }), grant('get leases')],
    requests: [request('get leases', { name: 'mine' })],
    unused: ['get leases named mine in every namespace (ClusterRole it)'],
  },

  'a wildcard verb is more than can be used': { grants: [grant('* pods')], requests: [request('get pods'), request('list pods')], unused: ['* pods in every namespace (ClusterRole it)'] },
  'a wildcard resource is more than can be used': { grants: [grant('get *')], requests: [request('get pods')], unused: ['get * in every namespace (ClusterRole it)'] },
  'a wildcard group is more than can be used': { grants: [grant('get pods.*')], requests: [request('get pods.metrics.k8s.io')], unused: ['get pods.* in every namespace (ClusterRole it)'] },
  'a wildcard before a subresource is more than can be used': { grants: [grant('get */scale')], requests: [request('get pods/scale')], unused: ['get */scale in every namespace (ClusterRole it)'] },

  'a path': { grants: [grant('get /version')], requests: [request('get /version')] },
  'a path that is never asked for': { grants: [grant('get /version')], requests: [], unused: ['get /version (ClusterRole it)'] },
  'another path': { grants: [], requests: [request('get /metrics')], denied: ['get /metrics: no role grants it'] },
  'paths by their beginning are more than can be used': { grants: [grant('get /healthz/*')], requests: [request('get /healthz/etcd')], unused: ['get /healthz/* (ClusterRole it)'] },
  'a path grants no resource': { grants: [grant('get /api/v1/pods')], requests: [request('get pods')], unused: ['get /api/v1/pods (ClusterRole it)'], denied: ['get pods in every namespace: no role grants it'] },
};

describe('compare', () => {
  it.each(Object.entries(table))('%s', (_, { grants, requests, unused = [], denied = [] }) => {
    expect(compare(grants, requests)).toEqual({ unused, denied });
  });

  it('asks no log for what no log can show, and only for that', () => {
    const invisible = [{ group: 'trainyard.dev', resource: 'trainingruns/finalizers', verb: 'update', reason: 'a plugin asks' }];
    const grants = ['update trainingruns.trainyard.dev/finalizers', 'patch trainingruns.trainyard.dev/finalizers', 'update modelversions.trainyard.dev/finalizers'].map((text) => grant(text));
    expect(compare(grants, [], invisible).unused).toEqual([
      'patch trainingruns.trainyard.dev/finalizers in every namespace (ClusterRole it)',
      'update modelversions.trainyard.dev/finalizers in every namespace (ClusterRole it)',
    ]);
  });
});
