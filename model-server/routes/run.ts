import type { FastifyRequest } from 'fastify';

import { RequestError, runFailed } from '../errors.ts';
import type { LoadedModel, Model } from '../model/model.ts';
import type { Tensors } from '../model/session.ts';
import { deadlineOf } from './deadline.ts';

export interface Asked {
  readonly feeds: Tensors;
  readonly rows: number;
  readonly outputNames: readonly string[];
  readonly timeoutMillis?: number;
}

/** Runs the graph in its turn; what fails here is the model's fault (500), for the input has been checked. */
export async function runGraph({ spec }: Model, { executor }: LoadedModel, asked: Asked, request: FastifyRequest): Promise<Tensors> {
  const deadline = deadlineOf(request, asked.timeoutMillis);
  const { trace } = request;
  trace?.waits(asked.rows);
  try {
    const results = await executor.run({
      feeds: asked.feeds,
      rows: asked.rows,
      outputs: asked.outputNames,
      left: () => request.raw.socket.destroyed,
      ...(trace === undefined ? {} : { began: () => trace.runs() }),
      ...(deadline === undefined ? {} : { deadline }),
    });
    trace?.ran();
    return results;
  } catch (cause) {
    trace?.ran(cause);
    if (cause instanceof RequestError) throw cause;
    throw runFailed(spec, cause);
  }
}
