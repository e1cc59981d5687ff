import { describe, expect, it } from 'vitest';
import type { Client } from '../../../operator/runtime/client.ts';
import { ApiError } from '../../../operator/runtime/errors.ts';
import { createFakeClock } from '../../../operator/runtime/testing/fake-clock.ts';
import { createReviewer, podOf, type TokenReview } from './reviewer.ts';

const extra = { 'authentication.kubernetes.io/pod-name': ['tumour-1-x'], 'authentication.kubernetes.io/pod-uid': ['uid-1'] };
const accepted = { authenticated: true, audiences: ['trainyard'], user: { username: 'system:serviceaccount:ml:default', extra } };
const reviewOf = (status: TokenReview['status']): TokenReview => ({ apiVersion: 'authentication.k8s.io/v1', kind: 'TokenReview', metadata: { name: '' }, ...(status === undefined ? {} : { status }) });

describe('what the API server says of a token', () => {
  it('names its pod', () => {
    expect(podOf(reviewOf(accepted))).toEqual({ namespace: 'ml', name: 'tumour-1-x', uid: 'uid-1' });
  });
  it.each<[name: string, status: TokenReview['status'], reason: string]>([
    ['that it is not good', { authenticated: false, error: 'expired' }, 'NotAuthenticated'],
    ['that it is not good, for us', { ...accepted, authenticated: false }, 'NotAuthenticated'],
    ['nothing', undefined, 'NotAuthenticated'],
    ['that it is good, without a word about audiences', { ...accepted, audiences: [] }, 'NotAuthenticated'],
    ['that it is good for another audience', { ...accepted, audiences: ['other'] }, 'NotAuthenticated'],
    ['that it is a person\'s', { ...accepted, user: { username: 'ada', extra } }, 'NotAPod'],
    ['that it is bound to no pod', { ...accepted, user: { username: accepted.user.username } }, 'NotAPod'],
    ['a pod without its UID', { ...accepted, user: { ...accepted.user, extra: { 'authentication.kubernetes.io/pod-name': ['x'] } } }, 'NotAPod'],
  ])('refuses it by %s', (_name, status, reason) => {
    expect(() => podOf(reviewOf(status))).toThrow(expect.objectContaining({ reason }));
  });
});

function asked(answer: () => TokenReview): { readonly client: Pick<Client, 'create'>; readonly questions: string[] } {
  const questions: string[] = [];
  const create = (_type: unknown, object: unknown): Promise<never> => {
    questions.push((object as TokenReview).spec?.token ?? '');
    return Promise.resolve().then(() => answer() as never);
  };
  return { client: { create }, questions };
}

describe('the API server is asked', () => {
  it('once a minute for a good token, by audience', async () => {
    const clock = createFakeClock();
    const { client, questions } = asked(() => reviewOf(accepted));
    const reviewer = createReviewer({ client, clock });
    for (const waitMs of [0, 30_000, 29_999, 1]) {
      await clock.advance(waitMs);
      await reviewer.identify('a');
    }
    expect(questions).toEqual(['a', 'a']);
  });

  it('again for a token that was refused, since it may be good by then', async () => {
    const { client, questions } = asked(() => reviewOf({ authenticated: false }));
    const reviewer = createReviewer({ client, clock: createFakeClock() });
    for (let i = 0; i < 2; i += 1) await expect(reviewer.identify('a')).rejects.toMatchObject({ reason: 'NotAuthenticated' });
    expect(questions).toHaveLength(2);
  });

  it('not when one token comes too often, and again after a while', async () => {
    const clock = createFakeClock();
    const reviewer = createReviewer({ client: asked(() => reviewOf(accepted)).client, clock });
    for (let i = 0; i < 10; i += 1) await reviewer.identify('a');
    await expect(reviewer.identify('a')).rejects.toMatchObject({ reason: 'TooManyReports' });
    await reviewer.identify('b');
    await clock.advance(500);
    await reviewer.identify('a');
    await expect(reviewer.identify('a')).rejects.toMatchObject({ reason: 'TooManyReports' });
  });

  it('not when too many new tokens come at once', async () => {
    const clock = createFakeClock();
    const { client, questions } = asked(() => reviewOf(accepted));
    const reviewer = createReviewer({ client, clock });
    for (let i = 0; i < 50; i += 1) await reviewer.identify(`t${i}`);
    await expect(reviewer.identify('one more')).rejects.toMatchObject({ reason: 'TooManyReviews' });
    // Those it knows are served all the same.
    await reviewer.identify('t0');
    expect(questions).toHaveLength(50);
  });

  it.each<[name: string, error: Error, reason: string]>([
    ['does not answer', new ApiError({ status: 0, reason: 'Unreachable', message: 'down' }), 'ReviewFailed'],
    ['forbids the question', new ApiError({ status: 403, reason: 'Forbidden', message: 'no' }), 'ReviewFailed'],
    ['must not be asked, because another replica leads by now', new ApiError({ status: 0, reason: 'NotLeading', message: 'no' }), 'NotLeading'],
  ])('and when it %s the sender may try again', async (_name, error, reason) => {
    const { client } = asked(() => {
      throw error;
    });
    await expect(createReviewer({ client, clock: createFakeClock() }).identify('a')).rejects.toMatchObject({ reason });
  });
});
