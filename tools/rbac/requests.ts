// What service accounts asked of the API server: lines of its audit log (audit.k8s.io/v1, level Metadata or more).

/** A request as far as permissions are concerned. */
export interface Request {
  readonly user: string;
  readonly verb: string;
  /** Absent: a path that is no resource. */
  readonly resource?: { readonly group: string; readonly resource: string; readonly namespace: string; readonly name: string };
  readonly path: string;
  readonly code: number;
  /** What the server said to a request that it refused. */
  readonly message: string;
  /** The namespace is being deleted: nothing can be made in it any more, whatever one may do. */
  readonly namespaceEnds: boolean;
  /** Unix time in milliseconds. */
  readonly at: number;
}

interface AuditEvent {
  readonly verb: string;
  readonly requestURI: string;
  /** Nameless when the token was refused, such as that of a pod which is gone while its process lives on. */
  readonly user: { readonly username?: string };
  readonly impersonatedUser?: { readonly username: string };
  readonly objectRef?: { readonly apiGroup?: string; readonly resource?: string; readonly subresource?: string; readonly namespace?: string; readonly name?: string };
  readonly responseStatus?: { readonly code?: number; readonly message?: string; readonly details?: { readonly causes?: readonly { readonly reason?: string }[] } };
  readonly requestReceivedTimestamp: string;
}

/** One line of the log. A watch has two: when it begins and when it ends. */
export function parseRequest(line: string): Request {
  const event = JSON.parse(line) as AuditEvent;
  const { objectRef, responseStatus } = event;
  const path = event.requestURI.split('?')[0] ?? '';
  return {
    user: event.impersonatedUser?.username ?? event.user.username ?? '',
    verb: event.verb,
    ...(objectRef?.resource === undefined ? {} : { resource: { group: objectRef.apiGroup ?? '', resource: resourceOf(objectRef.resource, objectRef.subresource), namespace: objectRef.namespace ?? '', name: objectRef.name ?? '' } }),
    path,
    code: responseStatus?.code ?? 0,
    message: responseStatus?.message ?? '',
    namespaceEnds: responseStatus?.details?.causes?.some(({ reason }) => reason === 'NamespaceTerminating') === true,
    at: Date.parse(event.requestReceivedTimestamp),
  };
}

function resourceOf(resource: string, subresource: string | undefined): string {
  return subresource === undefined || subresource === '' ? resource : `${resource}/${subresource}`;
}
