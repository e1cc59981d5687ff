/** Long enough for any tracing scheme, short enough for a log line. */
const LONGEST = 128;

/** The caller's request id when it can safely be echoed in a header, else a new one. */
export function requestId(header: string | readonly string[] | undefined, newId: () => string): string {
  return typeof header === 'string' && header.length <= LONGEST && /^[\x21-\x7e]+$/.test(header) ? header : newId();
}
