import type { ExperimentStatusFeatureImpactEntry } from '../../crds/generated/experiment.ts';
import { html, type Markup, type Part } from './html.ts';
import { absent, card, table } from './parts.ts';
import { linearScale } from './scale.ts';
import { line, rectangle } from './svg.ts';
import type { Study } from './study.ts';
import { number, shortened, signed, unknown } from './words.ts';

const width = 220;

const verdicts = { Helps: '▲ helps', Harms: '▼ harms', Unproven: '? unproven', NotTested: '– not tested' } as const;

/** What each group of columns adds to the winner; nothing where no such study was asked for. */
export function featureImpact({ experiment: { spec, status }, metric }: Study): Markup | undefined {
  const found = status?.featureImpact ?? [];
  if (found.length === 0) return hasGroups(spec) ? card('impact', 'What a group of features adds', absent('Not known: it is studied when the winner is known, and there is one.')) : undefined;
  // From 0 on both sides, so that every bar has the same foot.
  const greatest = found.reduce((most, { delta = 0 }) => Math.max(most, Math.abs(delta)), 0);
  const scale = linearScale([-greatest, greatest], [6, width - 6]);
  const rows = found.map(({ group, delta, adjustedP, verdict, problem }): readonly Part[] => [group, delta === undefined ? unknown : signed(delta), bar(group, delta, scale.at), number(adjustedP, 2), verdicts[verdict], shortened(problem ?? '', 256)]);
  const columns = [{ head: 'Group' }, { head: `Worth in ${metric}`, numeric: true }, { head: 'Worse without it to the right' }, { head: 'p', numeric: true }, { head: 'Verdict' }, { head: 'Reason' }];
  return card('impact', 'What a group of features adds', table('The winner, trained once more without each group of columns', columns, rows), `p is that of the corrected resampled t-test on the same folds, adjusted for ${found.length} group${found.length === 1 ? '' : 's'} (Holm). Columns that say the same as others add little, alone.`);
}

function bar(group: string, delta: ExperimentStatusFeatureImpactEntry['delta'], at: (value: number) => number): Markup {
  const [foot, end] = [at(0), at(delta ?? 0)];
  const told = `${group}: ${delta === undefined ? 'not known' : signed(delta)}`;
  return html`<svg class="interval" viewBox="0 0 ${width} 18" role="img" aria-label="${told}"><title>${told}</title>${rectangle(Math.min(foot, end), 3, Math.abs(end - foot), 12, 'share')}${line([foot, 0], [foot, 18], 'axis')}</svg>`;
}

/** An older API server leaves the list out. */
function hasGroups({ studies }: { readonly studies: { readonly featureGroups?: readonly unknown[] } }): boolean {
  return (studies.featureGroups ?? []).length > 0;
}
