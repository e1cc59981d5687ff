import { describe, expect, it } from 'vitest';
import { parseRequest, type Request } from './requests.ts';

const event = {
  kind: 'Event',
  apiVersion: 'audit.k8s.io/v1',
  level: 'Metadata',
  stage: 'ResponseComplete',
  requestURI: '/apis/trainyard.dev/v1alpha1/namespaces/ml/modelversions/tumour-1/status?fieldManager=x&force=true',
  verb: 'patch',
  user: { username: 'system:serviceaccount:system:it' },
  objectRef: { resource: 'modelversions', namespace: 'ml', name: 'tumour-1', apiGroup: 'trainyard.dev', apiVersion: 'v1alpha1', subresource: 'status' },
  responseStatus: { metadata: {}, code: 200 },
  requestReceivedTimestamp: '2026-01-02T03:04:05.678901Z',
};
const base: Request = {
  user: 'system:serviceaccount:system:it',
  verb: 'patch',
  resource: { group: 'trainyard.dev', resource: 'modelversions/status', namespace: 'ml', name: 'tumour-1' },
  path: '/apis/trainyard.dev/v1alpha1/namespaces/ml/modelversions/tumour-1/status',
  code: 200,
  message: '',
  namespaceEnds: false,
  at: Date.parse('2026-01-02T03:04:05.678Z'),
};

describe('parseRequest', () => {
  it.each<readonly [string, object, Partial<Request>]>([
    ['a write to a subresource', {}, {}],
    ['the core group and a list of all namespaces', { verb: 'list', requestURI: '/api/v1/pods?limit=500', objectRef: { resource: 'pods', apiVersion: 'v1' } }, { verb: 'list', path: '/api/v1/pods', resource: { group: '', resource: 'pods', namespace: '', name: '' } }],
    ['somebody who acts as the account', { user: { username: 'admin' }, impersonatedUser: { username: 'system:serviceaccount:system:it' } }, {}],
    ['a connection that ended without an answer', { responseStatus: undefined }, { code: 0 }],
    ['a token that names nobody any more', { user: {}, responseStatus: { code: 401, message: 'Unauthorized' } }, { user: '', code: 401, message: 'Unauthorized' }],
    ['a refusal', { responseStatus: { code: 403, message: 'no', details: {} } }, { code: 403, message: 'no' }],
    ['a namespace that is being deleted', { responseStatus: { code: 403, message: 'no', details: { causes: [{ reason: 'NamespaceTerminating' }] } } }, { code: 403, message: 'no', namespaceEnds: true }],
  ])('%s', (_, more, expected) => {
    expect(parseRequest(JSON.stringify({ ...event, ...more }))).toEqual({ ...base, ...expected });
  });

  it('a path that is no resource', () => {
    const { resource: _none, ...rest } = base;
    expect(parseRequest(JSON.stringify({ ...event, verb: 'get', requestURI: '/version?timeout=1s', objectRef: undefined }))).toEqual({ ...rest, verb: 'get', path: '/version' });
  });
});
