import { createHash } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import type { Client } from '../../../operator/runtime/client.ts';
import type { Clock } from '../../../operator/runtime/clock.ts';
import { ApiError, isNotLeading } from '../../../operator/runtime/errors.ts';
import type { KubeObject, ResourceType } from '../../../operator/runtime/types.ts';
import { audience } from './bearer.ts';
import { createBucket, createBuckets } from './buckets.ts';
import { Refused } from './refusals.ts';

export const tokenReviews: ResourceType = { group: 'authentication.k8s.io', version: 'v1', kind: 'TokenReview', plural: 'tokenreviews', namespaced: false };

export interface TokenReview extends KubeObject {
  spec?: { token: string; audiences: string[] };
  status?: { authenticated?: boolean; audiences?: string[]; error?: string; user?: { username?: string; extra?: Record<string, string[]> } };
}

/** The pod that a token was made for, as the API server says. */
export interface PodIdentity {
  readonly namespace: string;
  readonly name: string;
  readonly uid: string;
}

export interface Reviewer {
  /** Whose token it is. Throws Refused. */
  identify(token: string): Promise<PodIdentity>;
}

// A deleted pod is gone from our own cache before this is over, so a remembered answer opens nothing for long.
const rememberMs = 60_000;
const mostTokens = 4096;
const reportsOfOneToken = { perSecond: 2, burst: 10 };
const newTokens = { perSecond: 20, burst: 50 };

/** Asks the API server by TokenReview, and remembers for a minute what it said. */
export function createReviewer({ client, clock }: { readonly client: Pick<Client, 'create'>; readonly clock: Clock }): Reviewer {
  const nowMs = (): number => clock.monotonicMs();
  const known = new LRUCache<string, { readonly pod: PodIdentity; readonly untilMs: number }>({ max: mostTokens });
  const perToken = createBuckets({ ...reportsOfOneToken, most: mostTokens, nowMs });
  const reviews = createBucket({ ...newTokens, nowMs });
  return {
    async identify(token) {
      const id = createHash('sha256').update(token).digest('base64');
      if (!perToken.take(id)) throw new Refused('TooManyReports');
      const remembered = known.get(id);
      if (remembered !== undefined && nowMs() < remembered.untilMs) return remembered.pod;
      if (!reviews.take()) throw new Refused('TooManyReviews');
      const pod = podOf(await review(client, token));
      known.set(id, { pod, untilMs: nowMs() + rememberMs });
      return pod;
    },
  };
}

async function review(client: Pick<Client, 'create'>, token: string): Promise<TokenReview> {
  try {
    return await client.create<TokenReview>(tokenReviews, { apiVersion: 'authentication.k8s.io/v1', kind: tokenReviews.kind, metadata: { name: '' }, spec: { token, audiences: [audience] } });
  } catch (error) {
    if (isNotLeading(error)) throw new Refused('NotLeading', undefined, error);
    if (error instanceof ApiError) throw new Refused('ReviewFailed', undefined, error);
    throw error;
  }
}

/** Throws Refused. */
export function podOf({ status = {} }: TokenReview): PodIdentity {
  // A server that knows no audiences accepts any, and leaves the list out: it must say that it checked.
  if (status.authenticated !== true || status.audiences?.includes(audience) !== true) throw new Refused('NotAuthenticated');
  const { username = '', extra = {} } = status.user ?? {};
  const namespace = /^system:serviceaccount:([^:]+):[^:]+$/.exec(username)?.[1];
  // Set by the API server for tokens that are bound to a pod (kubernetes/kubernetes pkg/serviceaccount/util.go).
  const name = extra['authentication.kubernetes.io/pod-name']?.[0];
  const uid = extra['authentication.kubernetes.io/pod-uid']?.[0];
  if (namespace === undefined || name === undefined || uid === undefined) throw new Refused('NotAPod');
  return { namespace, name, uid };
}
