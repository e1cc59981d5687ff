import type { FastifyRequest } from 'fastify';

import type { LoadedModel } from '../model/model.ts';
import type { Tensors } from '../model/session.ts';
import { comparedRow } from '../protocol/comparable.ts';
import type { RouteDeps } from './context.ts';

/** Keeps one row of an answer for comparison. Rows of one request are often alike, so more of them would say little more. */
export function rememberAnswer({ recent }: RouteDeps, request: FastifyRequest, { comparable }: LoadedModel, results: Tensors, rows: number): void {
  if (comparable === undefined || rows === 0 || !hasOwnId(request)) return;
  const row = comparedRow(request.id, rows);
  const value = comparable(results, row);
  if (value !== undefined) recent.add(request.id, rows, row, value);
}

export function rememberRefusal({ recent }: RouteDeps, request: FastifyRequest): void {
  if (hasOwnId(request)) recent.addRefused(request.id);
}

/** An id that was made here is known to nobody else, so no other answer can belong to it. */
function hasOwnId(request: FastifyRequest): boolean {
  return request.headers['x-request-id'] === request.id;
}
