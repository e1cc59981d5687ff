// The suggestion service: trainer/trainyard_trainer/suggest.
import { request } from 'undici';
import type { Parameters, Question, Told } from './question.ts';

export interface Answer {
  readonly trials: readonly { readonly number: number; readonly parameters: Parameters }[];
  /** Points of the grid; null for other samplers. */
  readonly size: number | null;
}

/** How much of the differences between trials a hyperparameter explains, 0 to 1. */
export interface Importance {
  readonly parameter: string;
  readonly importance: number;
}

/** Each throws a SuggestError. */
export interface Suggester {
  suggest(question: Question): Promise<Answer>;
  /** Largest first; empty where there is nothing to explain. */
  importance(question: Told): Promise<readonly Importance[]>;
}

/** `InvalidSearch`: the question can have no answer. `SuggestionUnavailable`: another time it may. */
export class SuggestError extends Error {
  override readonly name = 'SuggestError';
  readonly reason: 'InvalidSearch' | 'SuggestionUnavailable';

  constructor(reason: SuggestError['reason'], message: string, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause });
    this.reason = reason;
  }
}

/** A thousand trials of history take it a second; the first question after its start a few. */
const patienceMs = 20_000;

/** `url`: of the service, such as http://trainyard-suggest.trainyard-system.svc:8080. */
export function httpSuggester(url: string | undefined): Suggester {
  const ask = async (path: string, question: Told): Promise<string> => {
    if (url === undefined) throw new SuggestError('SuggestionUnavailable', 'no suggestion service is configured (SUGGEST_URL)');
    const { status, text } = await post(new URL(path, url), JSON.stringify(question));
    if (status === 400) throw new SuggestError('InvalidSearch', problemOf(text));
    if (status !== 200) throw new SuggestError('SuggestionUnavailable', `the suggestion service answers ${status}: ${problemOf(text)}`);
    return text;
  };
  return {
    suggest: async (question) => answerOf(await ask('/suggest', question), question),
    importance: async (question) => importancesOf(await ask('/importance', question)),
  };
}

async function post(url: URL, body: string): Promise<{ readonly status: number; readonly text: string }> {
  try {
    const response = await request(url, { method: 'POST', headers: { 'content-type': 'application/json' }, body, signal: AbortSignal.timeout(patienceMs) });
    return { status: response.statusCode, text: await response.body.text() };
  } catch (error) {
    throw new SuggestError('SuggestionUnavailable', `the suggestion service at ${url.origin} does not answer: ${error instanceof Error ? error.message : String(error)}`, error);
  }
}

/** Only what was asked for is taken. */
function answerOf(text: string, { next }: Question): Answer {
  const { trials, size } = parsed(text) as Partial<Answer>;
  const valid = Array.isArray(trials) && trials.every((one: Partial<Answer['trials'][number]>) => next.includes(one.number ?? -1) && typeof one.parameters === 'object');
  if (!valid || (size !== null && !Number.isInteger(size))) throw new SuggestError('SuggestionUnavailable', `the suggestion service answers something else: ${text.slice(0, 200)}`);
  return { trials, size: size ?? null };
}

function importancesOf(text: string): readonly Importance[] {
  const { importances } = parsed(text) as { readonly importances?: readonly Partial<Importance>[] };
  const valid = Array.isArray(importances) && importances.every(({ parameter, importance }: Partial<Importance>) => typeof parameter === 'string' && Number.isFinite(importance));
  if (!valid) throw new SuggestError('SuggestionUnavailable', `the suggestion service answers something else: ${text.slice(0, 200)}`);
  return (importances as readonly Importance[]).map(({ parameter, importance }) => ({ parameter, importance }));
}

function problemOf(text: string): string {
  const { error } = parsed(text) as { readonly error?: unknown };
  return typeof error === 'string' ? error : text.slice(0, 200);
}

function parsed(text: string): object {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? value : {};
  } catch {
    return {};
  }
}
