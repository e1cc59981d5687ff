import { operation } from './operation.ts';
import { ref, type Schema } from './schema.ts';

const TAG = 'server';

/** The paths that no model stands behind. */
export function serverPaths(): Readonly<Record<string, Schema>> {
  const get = (id: string, summary: string, schema: Schema, errors: readonly number[] = []): Schema => ({ get: operation({ id, tag: TAG, summary, answer: { schema }, errors }) });
  return {
    '/v2': get('server', 'Name, version and extensions of the server', ref('schemas', 'Server')),
    '/v2/health/live': get('live', 'That the process lives', ref('schemas', 'Live'), [503]),
    '/v2/health/ready': get('ready', 'That every model is loaded and the server is not shutting down', ref('schemas', 'Ready'), [503]),
    '/openapi.json': get('openapi', 'This document', { type: 'object' }),
  };
}
