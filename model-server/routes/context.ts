import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Logger } from 'pino';

import type { Lifecycle } from '../lifecycle.ts';
import type { Model } from '../model/model.ts';
import type { RecentAnswers } from '../model/recent-answers.ts';
import type { Models } from '../model/registry.ts';
import type { RequestTrace, RequestTracer } from '../tracing/request-tracer.ts';

/** What every route gets. */
export interface RouteDeps {
  readonly models: Models;
  readonly lifecycle: Lifecycle;
  readonly recent: RecentAnswers;
  readonly now: () => number;
  readonly newId: () => string;
  /** Heap that one parsed body may take. */
  readonly jsonHeapBytes: number;
  readonly log: Logger;
  /** Absent: requests are not traced. */
  readonly tracer?: RequestTracer;
}

declare module 'fastify' {
  interface FastifyRequest {
    /** The model an inference request is counted for, from its first hook to its answer. */
    counted: Model | undefined;
    /** Milliseconds of `now` at the start of a counted request. */
    startedAt: number;
    /** Absent where nobody traces. */
    trace: RequestTrace | undefined;
  }
}

interface ModelParams {
  readonly model?: string;
  readonly version?: string;
}

export const JSON_TYPE = 'application/json; charset=utf-8';

/** The model that the path names; the first one where it names none. */
export function modelOf(models: Models, request: FastifyRequest): Model {
  const { model, version } = request.params as ModelParams;
  return model === undefined ? models.first : models.find(model, version);
}

/** Tells the caller, and every log and trace on the way, which model answered. */
export function identify(reply: FastifyReply, { spec }: Model): void {
  reply.header('x-trainyard-version', spec.version);
  reply.header('x-trainyard-revision', spec.revision);
}

export function sendJson(reply: FastifyReply, body: string): FastifyReply {
  return reply.header('content-type', JSON_TYPE).send(body);
}
