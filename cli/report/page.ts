import { featureImpact } from './feature-impact.ts';
import { head, particulars } from './head.ts';
import { html, written, type Markup } from './html.ts';
import { leaderboard } from './leaderboard.ts';
import { pairwise } from './pairwise.ts';
import { searches } from './search.ts';
import type { Study } from './study.ts';
import { style } from './style.ts';
import { timeline } from './timeline.ts';
import { tradeOffs } from './trade-offs.ts';
import { trialTable } from './trial-table.ts';

/**
 * One file that opens offline: no script, nothing from elsewhere, and the policy in it allows neither. It is HTML and well-formed
 * XML at once.
 */
export function page(study: Study, program: string): string {
  const { metadata } = study.experiment;
  const found = searches(study);
  const impact = featureImpact(study);
  const links: readonly (readonly [id: string, text: string])[] = [
    ['leaderboard', 'Candidates'], ['pairs', 'Who is better'], ['trade-offs', 'Trade-offs'],
    ...study.contenders.flatMap(({ name, place, search }) => (search === undefined ? [] : [[`search-${place}`, `Search of ${name}`] as const])),
    ...(impact === undefined ? [] : [['impact', 'What a group of features adds'] as const]),
    ['timeline', 'Timeline'], ['trials', 'All trials'], ['particulars', 'Particulars'],
  ];
  const content: Markup = html`<html xmlns="http://www.w3.org/1999/xhtml" lang="en">
<head><meta charset="utf-8"/><meta name="viewport" content="width=device-width, initial-scale=1"/><meta name="color-scheme" content="light dark"/><meta name="generator" content="Trainyard ${program}"/>
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'"/>
<title>Experiment ${metadata.name}</title><style>${style}</style></head>
<body>${head(study)}
<nav aria-label="Parts of this page">${links.map(([id, text]) => html`<a href="#${id}">${text}</a> `)}</nav>
<main>
${leaderboard(study)}${pairwise(study)}${tradeOffs(study)}${found}${impact}${timeline(study)}${trialTable(study)}${particulars(study)}</main>
</body></html>`;
  return `<!DOCTYPE html>\n${written(content)}`;
}
