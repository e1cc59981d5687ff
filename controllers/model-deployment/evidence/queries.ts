import { asError } from '../../../operator/runtime/errors.ts';
import type { QueryResult } from '../judge/query.ts';
import { instantQuery, type Answer } from './prometheus.ts';
import type { QueryTarget, SampleTarget } from './source.ts';

const [leastWindow, greatestWindow] = [10, 300];

/** Evaluates every query of a rollout; a query without a number says why, and none stands in the way of another. */
export async function evaluateQueries(target: SampleTarget, now: Date, signal: AbortSignal): Promise<readonly QueryResult[]> {
  return Promise.all((target.queries ?? []).map(async (query): Promise<QueryResult> => {
    const head = { slo: query.slo, at: now };
    if (target.prometheusUrl === undefined) return { ...head, problem: 'a query needs a Prometheus: set analysis.source.prometheus.url', unavailable: true };
    try {
      return { ...head, ...oneNumber(await instantQuery(target.prometheusUrl, fillIn(query, target, now), signal)) };
    } catch (error) {
      return { ...head, problem: asError(error).message, unavailable: true };
    }
  }));
}

/**
 * Puts names and the window into a query. Only letters, digits, dots and hyphens are put in, so nothing that is put in
 * can end a string or begin a matcher.
 */
export function fillIn({ template, since }: QueryTarget, { candidate, stable, namespace, deployment }: SampleTarget, now: Date): string {
  const seconds = Math.floor((now.getTime() - Date.parse(since)) / 1000);
  const values: Readonly<Record<string, string>> = { revision: candidate, stable, namespace, deployment, window: `${Math.min(greatestWindow, Math.max(leastWindow, seconds))}s` };
  return template.replace(/\{\{([^{}]*)\}\}/g, (_, name: string) => {
    const value = Object.hasOwn(values, name) ? values[name] : undefined;
    if (value === undefined) throw new Error(`{{${name}}} is none of {{revision}}, {{stable}}, {{namespace}}, {{deployment}} and {{window}}`);
    if (!/^[-.A-Za-z0-9]+$/.test(value)) throw new Error(`"${value}" cannot be put in for {{${name}}}`);
    return value;
  });
}

/** A scalar or a vector of one series; anything else cannot be compared with a bound. */
function oneNumber({ resultType, result }: Answer): Pick<QueryResult, 'value' | 'problem'> {
  const points = resultType === 'scalar' ? [result] : resultType === 'vector' && Array.isArray(result) ? result.map((series: { readonly value?: unknown }) => series.value) : undefined;
  if (points === undefined) return { problem: `the query gives a ${resultType ?? 'result without a type'}, not a number` };
  if (points.length === 0) return { problem: 'the query gives no series' };
  if (points.length > 1) return { problem: `the query gives ${points.length} series instead of one` };
  const text: unknown = Array.isArray(points[0]) ? points[0][1] : undefined;
  const value = typeof text === 'string' && text !== '' ? Number(text) : Number.NaN;
  return Number.isFinite(value) ? { value } : { problem: `the query gives ${String(text)}, which cannot be compared` };
}
