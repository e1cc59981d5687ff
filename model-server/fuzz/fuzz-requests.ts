import { judge, type FuzzAnswer, type Verdict } from './judge.ts';
import { createMemoryProbe, growth, type Memory } from './memory.ts';
import { createRandom } from './random.ts';
import { nextRequest, type FuzzRequest } from './requests.ts';
import { shrink } from './shrink.ts';
import type { Subject } from './subject.ts';
import { validInfer } from './valid-bodies.ts';

export interface FuzzOptions {
  readonly seed: number;
  readonly requests: number;
  /** The run ends when they are over, whatever is left. */
  readonly seconds: number;
  /** Every so many requests the server has to answer a valid one as it did at first. */
  readonly block: number;
}

export interface FuzzResult {
  readonly requests: number;
  readonly outcomes: Readonly<Record<string, number>>;
  readonly statuses: Readonly<Record<string, number>>;
  readonly memory: { readonly heapBytes: number; readonly rssBytes: number };
  readonly problems: readonly FuzzProblem[];
}

export interface FuzzProblem {
  readonly why: string;
  readonly request?: { readonly method: string; readonly url: string; readonly headers: Readonly<Record<string, string>>; readonly bodyBase64: string };
}

/** Problems that are shown; of one kind one is enough. */
const MOST_PROBLEMS = 20;

/** Sends requests that are wrong in every way to the server in this process. The same seed sends the same ones. */
export async function fuzzRequests(subject: Subject, options: FuzzOptions): Promise<FuzzResult> {
  const random = createRandom(options.seed);
  const outcomes: Record<string, number> = {};
  const statuses: Record<string, number> = {};
  const problems = new Map<string, FuzzProblem>();
  const samples: Memory[] = [];
  const probe = createMemoryProbe();
  const unhandled = (cause: unknown): void => void problems.set('unhandled rejection', { why: `a promise was rejected and nobody looked: ${String(cause)}` });
  process.on('unhandledRejection', unhandled);
  const control = await createControl(subject);
  const ends = performance.now() + options.seconds * 1_000;
  let sent = 0;
  while (sent < options.requests && performance.now() < ends) {
    const request = nextRequest(random, subject.targets);
    const { answer, verdict } = await ask(subject, request);
    sent++;
    outcomes[verdict.outcome] = (outcomes[verdict.outcome] ?? 0) + 1;
    statuses[answer.status] = (statuses[answer.status] ?? 0) + 1;
    if (verdict.outcome === 'wrong' && !problems.has(kindOf(verdict)) && problems.size < MOST_PROBLEMS) problems.set(kindOf(verdict), await smallest(subject, request, verdict));
    if (sent % options.block > 0 && sent < options.requests) continue;
    const differs = await control();
    if (differs !== undefined) problems.set('control', { why: differs });
    samples.push(probe());
  }
  process.off('unhandledRejection', unhandled);
  const { heapBytes, rssBytes, tooMuch } = growth(samples, sent);
  if (tooMuch !== undefined) problems.set('memory', { why: tooMuch });
  return { requests: sent, outcomes, statuses, memory: { heapBytes, rssBytes }, problems: [...problems.values()] };
}

async function ask({ server, document, check }: Subject, request: FuzzRequest): Promise<{ readonly answer: FuzzAnswer; readonly verdict: Verdict }> {
  const { method, url, headers, body } = request;
  const { statusCode, headers: told, rawPayload } = await server.app.inject({ method: method as 'POST', url, headers, ...(method === 'GET' || method === 'HEAD' ? {} : { payload: body }) });
  const answer = { status: statusCode, headers: told, body: rawPayload };
  return { answer, verdict: judge(document, check, request, answer) };
}

/** What is wrong, without the numbers and texts of this one request. */
function kindOf(verdict: { readonly why: string }): string {
  return verdict.why.replaceAll(/[0-9]+|"[^"]*"/g, '').slice(0, 80);
}

async function smallest(subject: Subject, request: FuzzRequest, { why }: { readonly why: string }): Promise<FuzzProblem> {
  // A part of a valid body is another body.
  const body = request.kind === 'valid' ? request.body : await shrink(request.body, async (smaller) => {
    const { verdict } = await ask(subject, { ...request, body: smaller });
    return verdict.outcome === 'wrong' && kindOf(verdict) === kindOf({ why });
  });
  const { answer } = await ask(subject, { ...request, body });
  return { why: `${why} (${answer.body.toString('utf8', 0, 300)})`, request: { method: request.method, url: request.url, headers: request.headers, bodyBase64: body.toString('base64') } };
}

/** One valid request a model, whose answers must stay as they were before anything else was sent. */
async function createControl({ server, targets }: Subject): Promise<() => Promise<string | undefined>> {
  const random = createRandom(1);
  const asked = targets.filter((target) => !target.mayOverflow).map(({ name, manifest }) => ({ name, payload: { ...validInfer(random, manifest.inputs, manifest.outputs), id: 'control' } }));
  const answers = (): Promise<string[]> =>
    Promise.all(asked.map(async ({ name, payload }) => {
      const { statusCode, body } = await server.app.inject({ method: 'POST', url: `/v2/models/${name}/infer`, payload });
      return `${statusCode} ${body}`;
    }));
  const first = await answers();
  const failed = first.find((answer) => !answer.startsWith('200 '));
  if (failed !== undefined) throw new Error(`a valid request is not answered before anything else was sent: ${failed}`);
  return async () => {
    const now = await answers();
    const at = now.findIndex((answer, i) => answer !== first[i]);
    return at < 0 ? undefined : `a valid request is answered ${now[at]}, at first it was ${first[at]}`;
  };
}
