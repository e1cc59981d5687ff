import type { ExperimentStatusComparison } from '../../crds/generated/experiment.ts';
import { html, type Markup, type Part } from './html.ts';
import { absent, card, table } from './parts.ts';
import { byScore, type Study } from './study.ts';
import { number, signed, unknown } from './words.ts';

/** Read from the row's side: how much better it is than the column's. */
interface Cell {
  readonly pair: ExperimentStatusComparison;
  readonly sign: 1 | -1;
}

/** Every pair of candidates, on the folds and on the held-out rows. */
export function pairwise(study: Study): Markup {
  const { experiment: { spec, status }, metric, contenders } = study;
  const pairs = status?.comparisons ?? [];
  if (pairs.length === 0) return card('pairs', 'Who is better', absent(contenders.length < 2 ? 'There is one candidate: nobody to compare it with.' : 'Candidates are compared when the trials have ended and two of them have a score.'));
  const names = byScore(study).map(({ name }) => name).filter((name) => pairs.some(({ a, b }) => a === name || b === name));
  const cellOf = (row: string, column: string): Cell | undefined => {
    const pair = pairs.find(({ a, b }) => (a === row && b === column) || (a === column && b === row));
    return pair === undefined ? undefined : { pair, sign: pair.a === row ? 1 : -1 };
  };
  const matrix = (caption: string, filled: (cell: Cell) => Markup | undefined): Markup =>
    table(caption, [{ head: 'Row against column' }, ...names.map((name) => ({ head: name }))], names.map((row) => [row, ...names.map((column): Part => (row === column ? html`<div class="cell"><i>·</i></div>` : present(cellOf(row, column), filled)))]));
  const { alpha, rope } = spec.comparison;
  const held = pairs.some(({ holdout }) => holdout !== undefined);
  return card('pairs', 'Who is better', html`${matrix(`Difference in ${metric} on the folds`, onFolds)}
<p class="note">Positive: the candidate of the row is better than the one of the column. p is that of the corrected resampled t-test, adjusted for ${pairs.length} pair${pairs.length === 1 ? '' : 's'} (Holm); below ${number(alpha)} one is proven to be better. Equivalent: how probable it is that the two differ by no more than ${number(rope)}, by the Bayesian correlated t-test.</p>
${held ? matrix('Difference on the rows that neither was trained on', onHoldout) : absent('No pair could be compared on the held-out rows.')}`,
  held ? 'DeLong compares areas under the ROC curve, McNemar accuracies. No trial was chosen on these rows, so after a long search they are the fairer test; the verdict goes by the folds.' : undefined);
}

function present(cell: Cell | undefined, filled: (cell: Cell) => Markup | undefined): Part {
  return (cell === undefined ? undefined : filled(cell)) ?? html`<div class="cell"><i>${unknown}</i></div>`;
}

const words = { Better: ['▲ better', '▼ worse'], Equivalent: ['≈ equivalent', '≈ equivalent'], Undecided: ['? undecided', '? undecided'], NotTested: ['– not tested', '– not tested'] } as const;

function onFolds({ pair: { meanDifference, adjustedP, ropeProbability, verdict }, sign }: Cell): Markup {
  const word = words[verdict][sign === 1 ? 0 : 1];
  const tone = verdict === 'Better' ? (sign === 1 ? ' good' : ' bad') : '';
  return html`<div class="cell${tone}">${signed(sign * meanDifference)}<i>p ${number(adjustedP, 2)}</i><i>equivalent ${ropeProbability === undefined ? unknown : ropeProbability.toFixed(2)}</i><i>${word}</i></div>`;
}

function onHoldout({ pair: { holdout }, sign }: Cell): Markup | undefined {
  if (holdout === undefined) return undefined;
  return html`<div class="cell">${signed(sign * holdout.difference)}<i>p ${number(holdout.adjustedP, 2)}</i><i>${holdout.test}, ${holdout.rows} rows</i></div>`;
}
