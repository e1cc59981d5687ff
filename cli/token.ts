export type Verb = 'promote' | 'abort' | 'retry' | 'rollback' | 'approve';

/**
 * The value of a verb annotation: who asked, and when; each value is acted on once. The operator promotes whole on a token
 * that begins with "full", so a user of such a name must not say it without meaning it.
 */
export function tokenOf(verb: Verb, user: string, now: Date, full: boolean): string {
  // The name of a certificate may hold commas and spaces; one word is found again in an event.
  const asked = `${user.replaceAll(/[^\w.:@-]/g, '_')}-${now.toISOString()}`;
  if (verb !== 'promote') return asked;
  if (full) return `full-${asked}`;
  return asked.startsWith('full') ? `by-${asked}` : asked;
}
