import type { FastifyInstance } from 'fastify';

import { requestError } from '../errors.ts';
import type { Model } from '../model/model.ts';
import { parseBody } from '../protocol/body.ts';
import { show } from '../protocol/datatypes.ts';
import { identify, modelOf, sendJson, type RouteDeps } from './context.ts';
import { readAsJson } from './instrument.ts';

/** Squares of greater ones would leave nothing of the small ones in a sum of doubles. */
const GREATEST_REWARD = 1e9;
/** Revisions told apart in the metrics: those of the last rollouts, and an end to what a client can make up. */
const MOST_REVISIONS = 32;
/** Ids remembered, so that a client that asks twice for want of an answer rewards once. */
const MOST_IDS = 10_000;
const LONGEST_ID = 128;

interface Feedback {
  readonly revision: string;
  readonly reward: number;
  readonly requestId?: string;
}

/**
 * POST /feedback[/{model}]: `{"reward": 1, "revision": "tumour-ab12cd34", "requestId": "…"}`. What an answer turned out
 * to be worth, counted under the revision that gave it: users see their pages long after, and whichever pod gets it.
 */
export function registerFeedback(app: FastifyInstance, deps: RouteDeps): void {
  const books = new Map(deps.models.all.map((model) => [model, openBook(model)]));
  for (const url of ['/feedback', '/feedback/:model']) {
    app.post(url, { onRequest: readAsJson }, (request, reply) => {
      const model = modelOf(deps.models, request);
      identify(reply, model);
      const feedback = feedbackOf(model, parseBody(request.body, deps.jsonHeapBytes));
      return sendJson(reply, JSON.stringify({ revision: feedback.revision, counted: books.get(model)?.(feedback) ?? false }));
    });
  }
}

/** Counts a reward unless its id was counted before. */
function openBook(model: Model): (feedback: Feedback) => boolean {
  const revisions = new Set([model.spec.revision]);
  const ids = new Set<string>();
  return ({ revision, reward, requestId }) => {
    if (!revisions.has(revision) && revisions.size >= MOST_REVISIONS) throw requestError('FeedbackRevisions', { limit: MOST_REVISIONS, revision });
    if (requestId !== undefined) {
      if (ids.has(requestId)) return false;
      ids.add(requestId);
      // The oldest one goes: a Set keeps the order.
      const [oldest = ''] = ids.size > MOST_IDS ? ids : [];
      ids.delete(oldest);
    }
    revisions.add(revision);
    model.metrics.rewarded(revision, reward);
    return true;
  };
}

function feedbackOf({ spec }: Model, body: Readonly<Record<string, unknown>>): Feedback {
  const { reward, revision = spec.revision, requestId } = body;
  if (typeof reward !== 'number' || !(Math.abs(reward) <= GREATEST_REWARD)) throw invalid('reward', `a number from -${GREATEST_REWARD} to ${GREATEST_REWARD}`, reward);
  if (typeof revision !== 'string' || !isSibling(spec.revision, revision)) throw invalid('revision', `a revision of this deployment, as the answer's header x-trainyard-revision names it (such as ${spec.revision})`, revision);
  if (requestId === undefined) return { revision, reward };
  if (typeof requestId !== 'string' || requestId === '' || requestId.length > LONGEST_ID) throw invalid('requestId', `a text of at most ${LONGEST_ID} characters`, requestId);
  return { revision, reward, requestId };
}

/** `<deployment>-<8 hex digits>`, of the same deployment. */
function isSibling(own: string, revision: string): boolean {
  const hyphen = own.lastIndexOf('-');
  return revision === own || (revision.startsWith(own.slice(0, hyphen + 1)) && /^[0-9a-f]{8}$/.test(revision.slice(hyphen + 1)));
}

function invalid(field: string, expected: string, actual: unknown): Error {
  return requestError('FieldInvalid', { field, expected, actual: show(actual) });
}
