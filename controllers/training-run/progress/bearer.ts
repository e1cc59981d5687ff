import { Refused } from './refusals.ts';

/** Audience of the token that the Job mounts: it opens nothing else. */
export const audience = 'trainyard';

const longestToken = 8 * 1024;

/** The token of an `Authorization` header. Throws Refused. */
export function bearerToken(header: string | undefined): string {
  const token = /^Bearer +([\w-]+\.[\w-]+\.[\w-]+)$/i.exec(header ?? '')?.[1];
  if (token === undefined || token.length > longestToken) throw new Refused('TokenMissing');
  return token;
}

/**
 * Refuses what the API server would refuse too, by what the token says of itself: it saves a question and tells the
 * reason. Nothing is let through by it, since the signature is not looked at.
 */
export function refuseHopeless(token: string, now: Date): void {
  const { aud, exp } = claims(token);
  const audiences: readonly unknown[] = Array.isArray(aud) ? aud : [aud];
  if (!audiences.includes(audience)) throw new Refused('WrongAudience');
  if (typeof exp === 'number' && exp * 1000 <= now.getTime()) throw new Refused('TokenExpired');
}

function claims(token: string): { readonly aud?: unknown; readonly exp?: unknown } {
  try {
    const value: unknown = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString('utf8'));
    return value !== null && typeof value === 'object' ? value : {};
  } catch (error) {
    throw new Refused('TokenMissing', undefined, error);
  }
}
