import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

import { requestError } from '../errors.ts';

/** Paths and the methods they answer. */
export type Methods = ReadonlyMap<string, ReadonlySet<string>>;

/** Notes every route that is registered from now on. */
export function collectMethods(app: FastifyInstance): Methods {
  const methods = new Map<string, Set<string>>();
  app.addHook('onRoute', ({ url, method }) => {
    const known = methods.get(url) ?? new Set();
    methods.set(url, known);
    for (const name of [method].flat()) known.add(name);
  });
  return methods;
}

/** Answers 405 where a path exists for another method only; Fastify would say 404. */
export function refuseOtherMethods(app: FastifyInstance, methods: Methods): void {
  for (const [url, known] of [...methods]) {
    const allowed = [...known].sort().join(', ');
    const refuse = (request: FastifyRequest, reply: FastifyReply): void => {
      reply.header('allow', allowed);
      throw requestError('WrongMethod', { method: request.method, path: request.url, allowed });
    };
    app.route({
      method: app.supportedMethods.filter((method) => !known.has(method)),
      url,
      // Before the body is read: what it holds does not matter.
      onRequest: async (request, reply) => refuse(request, reply),
      handler: refuse,
    });
  }
}
