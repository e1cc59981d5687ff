import { STATUS_CODES } from 'node:http';

import { requestErrors } from '../errors.ts';
import { ref, type Schema } from './schema.ts';

/** Said before a request has a path: by the reader of HTTP itself (routes/broken.ts). */
const transport = [
  { status: 408, text: 'the request is malformed: {cause}' },
  { status: 417, text: 'the request is malformed: {cause}' },
  { status: 431, text: 'the request is malformed: {cause}' },
] as const;

/** What any request can meet, whatever its path. */
const everywhere = [400, 408, 417, 431, 500];

/** One response a status, each with all the texts that the catalogue of errors has for it. */
export function errorResponses(): Schema {
  const errors = [...Object.values(requestErrors), ...transport];
  const statuses = [...new Set(errors.map(({ status }) => status))].sort((a, b) => a - b);
  return Object.fromEntries(
    statuses.map((status) => {
      const texts = new Set(errors.filter((error) => error.status === status).map(({ text }) => `- ${text}`));
      return [nameOf(status), errorResponse(status, [...texts].join('\n'))];
    }),
  );
}

/** References to the error responses of an operation, those that are met everywhere among them. */
export function errorsOf(statuses: readonly number[]): Schema {
  const all = [...new Set([...everywhere, ...statuses])].sort((a, b) => a - b);
  return Object.fromEntries(all.map((status) => [String(status), ref('responses', nameOf(status))]));
}

function errorResponse(status: number, texts: string): Schema {
  return {
    description: `${titleOf(status)}\n${texts}`,
    ...(status === 503 ? { headers: { 'retry-after': ref('headers', 'retryAfter') } } : {}),
    ...(status === 405 ? { headers: { allow: ref('headers', 'allow') } } : {}),
    content: { 'application/json': { schema: ref('schemas', 'Error') } },
  };
}

/** 499 is nginx's own, and in no standard. */
function titleOf(status: number): string {
  return status === 499 ? 'Client Closed Request' : (STATUS_CODES[status] ?? `Status ${status}`);
}

/** "Not Found" as the name of a component. */
function nameOf(status: number): string {
  return titleOf(status).replaceAll(/[^A-Za-z]/g, '');
}
