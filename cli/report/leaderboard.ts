import { testToTrain } from '../../controllers/experiment/comparison/paired-scores.ts';
import { shortDuration } from '../render/duration.ts';
import { html, type Markup, type Part } from './html.ts';
import { meanInterval, type Interval } from './interval.ts';
import { candidateMark, swatch } from './marks.ts';
import { absent, badge, card, table } from './parts.ts';
import { roomy } from './plot.ts';
import { linearScale, type Scale } from './scale.ts';
import { label, line, round } from './svg.ts';
import { byScore, type Contender, type Study } from './study.ts';
import { bytes, milliseconds, number, parametersText, shortened, unknown, withDeviation } from './words.ts';

const width = 220;

/** The candidates by their best trials. */
export function leaderboard(study: Study): Markup {
  const { experiment: { spec, status }, metric, maximize } = study;
  const inOrder = byScore(study);
  if (inOrder.every(({ best }) => best === undefined)) return card('leaderboard', 'Candidates', absent('No candidate has a score.'));
  const ratio = testToTrain(spec.template);
  const intervals = new Map(inOrder.map((one) => [one.name, one.best === undefined ? undefined : meanInterval(one.best.folds, ratio)]));
  const values = inOrder.flatMap(({ name, best }) => (best === undefined ? [] : [best.score, ...Object.values(intervals.get(name) ?? {}) as number[]]));
  const scale = linearScale(roomy(values, 0.03), [12, width - 12], 3);
  const columns = [
    { head: 'Candidate' }, { head: `${metric} ± std. dev.`, numeric: true }, { head: html`95 % interval of the mean${ruler(scale)}` }, { head: 'Gates' }, { head: 'Latency P99', numeric: true },
    { head: 'Size', numeric: true }, { head: 'Fairness', numeric: true }, { head: 'Trials', numeric: true }, { head: 'Time', numeric: true },
  ];
  const rows = inOrder.map((one): readonly Part[] => {
    const { best, trials, seconds } = one;
    const { succeeded = 0, trials: planned = trials.length } = status?.candidates?.find(({ name }) => name === one.name) ?? {};
    const scored = Math.max(succeeded, trials.filter(({ state }) => state === 'Scored').length);
    const counts = `${scored} of ${planned}`;
    const time = seconds === 0 ? unknown : shortDuration(1000 * seconds);
    if (best === undefined) return [nameCell(study, one), unknown, 'no score', unknown, unknown, unknown, unknown, counts, time];
    return [
      nameCell(study, one), withDeviation(best.score, best.stdDev), intervalCell(one, best.score, intervals.get(one.name), scale), badge(best.gatesPassed ? 'passed' : 'missed', best.gatesPassed ? 'good' : 'bad'),
      milliseconds(best.latencyP99Ms), bytes(best.sizeBytes), number(best.fairness, 3), counts, time,
    ];
  });
  return card('leaderboard', 'Candidates', table(`Best trial of each candidate by ${metric}, ${maximize ? 'greatest' : 'least'} first`, columns, rows),
    'Intervals are wider than the standard deviation suggests: folds share their training rows, and the corrected resampled t (Nadeau and Bengio 2003) allows for that. Intervals that overlap may still belong to candidates that differ: the comparison below is by the same folds in pairs. The best of many trials was chosen by these folds and is a little too good. Latency is that of one row in the trainer; fairness is the greatest demographic parity difference, 0 is equal.');
}

function nameCell({ experiment: { status } }: Study, { name, algorithm, place, best }: Contender): Markup {
  const details = [algorithm, best?.number === undefined ? undefined : `trial ${best.number}`].filter((one) => one !== undefined).join(', ');
  const parameters = best === undefined ? '' : shortened(parametersText(best.parameters), 300);
  return html`${swatch(candidateMark(place, 8, 8, { r: 5 }))} ${name}${status?.verdict?.winner === name ? html` ${badge('winner', 'good')}` : undefined}<small>${details}${parameters === '' ? undefined : html`<br/><code>${parameters}</code>`}</small>`;
}

function ruler(scale: Scale): Markup {
  return html`<svg class="interval" viewBox="0 0 ${width} 14" aria-hidden="true">${scale.ticks.map(({ at, label: text }) => [line([at, 10], [at, 14], 'axis'), label(at, 8, text, 'middle')])}</svg>`;
}

function intervalCell({ name, place }: Contender, score: number, interval: Interval | undefined, scale: Scale): Markup {
  const told = interval === undefined ? `${number(score)}, interval unknown` : `${number(score)}, from ${number(interval.low)} to ${number(interval.high)}`;
  const grid = scale.ticks.map(({ at }) => line([at, 0], [at, 22], 'grid'));
  const whisker = interval === undefined ? undefined : html`<path d="M${round(scale.at(interval.low))} 6v10m0 -5H${round(scale.at(interval.high))}m0 -5v10" class="whisker"/>`;
  return html`<svg class="interval" viewBox="0 0 ${width} 22" role="img" aria-label="${name}: ${told}"><title>${name}: ${told}</title>${grid}${whisker}${candidateMark(place, scale.at(score), 11)}</svg><small>${interval === undefined ? 'interval unknown: too few folds, or folds that do not vary' : `${number(interval.low)} to ${number(interval.high)}`}</small>`;
}
