import type { FastifyRequest } from 'fastify';

/** What is left of the time that Envoy, and so Istio, gives a request: milliseconds. */
const ENVOY_TIMEOUT = 'x-envoy-expected-rq-timeout-ms';

/** When the caller will have given up, by the body's timeout and the proxy's, whichever ends first; in `now`'s milliseconds. */
export function deadlineOf(request: FastifyRequest, timeoutMillis = Infinity): number | undefined {
  const header = request.headers[ENVOY_TIMEOUT];
  const proxy = typeof header === 'string' && /^\d{1,9}$/.test(header) && header !== '0' ? Number(header) : Infinity;
  const millis = Math.min(timeoutMillis, proxy);
  return millis === Infinity ? undefined : request.startedAt + millis;
}
