import type { RecentAnswers } from '../model/recent-answers.ts';

/**
 * GET /answers?after=<cursor>, on the port of the metrics: `{"cursor", "answers": [[id, rows, row, value], …]}`, the
 * oldest first. At most as many as are kept.
 */
export function answersPage(recent: RecentAnswers, query: string): string {
  return JSON.stringify(recent.since(new URLSearchParams(query).get('after') ?? undefined));
}
