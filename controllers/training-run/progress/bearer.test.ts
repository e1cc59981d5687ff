import { describe, expect, it } from 'vitest';
import { bearerToken, refuseHopeless } from './bearer.ts';

const now = new Date('2026-01-01T00:00:00Z');
const seconds = now.getTime() / 1000;
const token = (payload: unknown): string => `e30.${Buffer.from(typeof payload === 'string' ? payload : JSON.stringify(payload)).toString('base64url')}.c2ln`;

describe('an Authorization header', () => {
  it.each(['Bearer a.b.c', 'bearer a.b.c', 'Bearer   a.b.c'])('%s holds a token', (header) => {
    expect(bearerToken(header)).toBe('a.b.c');
  });
  it.each([undefined, '', 'a.b.c', 'Basic a.b.c', 'Bearer ', 'Bearer secret', 'Bearer a.b.c d', `Bearer a.b.${'c'.repeat(9000)}`])('%s holds none', (header) => {
    expect(() => bearerToken(header)).toThrow(expect.objectContaining({ reason: 'TokenMissing' }));
  });
});

describe('a token is not worth a question', () => {
  it.each<[name: string, payload: unknown, reason: string]>([
    ['for another audience', { aud: ['https://kubernetes.default.svc'], exp: seconds + 60 }, 'WrongAudience'],
    ['for an audience that only begins alike', { aud: 'trainyard-2', exp: seconds + 60 }, 'WrongAudience'],
    ['for nobody', {}, 'WrongAudience'],
    ['when its time is over', { aud: ['trainyard'], exp: seconds }, 'TokenExpired'],
    ['when it holds no JSON', 'not json', 'TokenMissing'],
    ['when it holds null', 'null', 'WrongAudience'],
  ])('%s', (_name, payload, reason) => {
    expect(() => refuseHopeless(token(payload), now)).toThrow(expect.objectContaining({ reason }));
  });

  it.each<[name: string, payload: unknown]>([
    ['for us', { aud: ['trainyard'], exp: seconds + 1 }],
    ['for us among others', { aud: ['other', 'trainyard'], exp: seconds + 1 }],
    ['for us, written as one text', { aud: 'trainyard' }],
  ])('but one %s is', (_name, payload) => {
    expect(() => refuseHopeless(token(payload), now)).not.toThrow();
  });
});
