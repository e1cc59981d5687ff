// Two plots as SVG, written by hand: no browser and no library. Colours are readable on light and on dark pages.
import { isGood, type Cell, type JudgeResult } from './result.ts';

const engines = [
  { name: 'trainyard', label: 'Trainyard', colour: '#2a78d6' },
  { name: 'trainyard-pods-only', label: 'Trainyard, no Prometheus', colour: '#7fb2ee' },
  { name: 'flagger-1', label: 'Flagger, threshold 1', colour: '#d6452a' },
  { name: 'flagger-5', label: 'Flagger, threshold 5', colour: '#e08a3c' },
  { name: 'flagger-10', label: 'Flagger, threshold 10', colour: '#b08900' },
  { name: 'argo-tight', label: 'Argo, 30 s, failureLimit 0', colour: '#2a9d5c' },
  { name: 'argo-docs', label: 'Argo, example of its docs', colour: '#7a5cc0' },
] as const;
const ink = '#808080';
const [width, height, left, top, bottom] = [760, 400, 64, 40, 48];
const legendAt = 540;

interface Mark {
  readonly x: number;
  readonly y: number;
  readonly colour: string;
  readonly title: string;
}

/** Every cell of good candidates: one column a rate, one mark a combination of base error and burst. */
export function falseRollbackPlot({ cells, alpha }: JudgeResult): string {
  const good = cells.filter(isGood);
  const shown = engines.filter(({ name }) => good.some(({ engine }) => engine === name));
  const rates = [...new Set(good.map(({ requestsPerSecond }) => requestsPerSecond))];
  const columnWidth = (legendAt - left - 16) / rates.length;
  const y = logScale(0.0005, 1);
  const marks = shown.flatMap(({ name, colour }, e) =>
    good.filter(({ engine }) => engine === name).map((cell): Mark => ({
      x: left + columnWidth * (rates.indexOf(cell.requestsPerSecond) + (e + 0.7) / (shown.length + 0.4)),
      y: y(Math.max(0.0005, cell.rollbackRate)), colour, title: titleOf(cell),
    })),
  );
  const ticks = [0.0005, 0.001, 0.01, 0.1, 1].map((share) => tick(y(share), share === 0.0005 ? '0' : `${100 * share} %`));
  const limit = `<line x1="${left}" x2="${legendAt - 16}" y1="${y(alpha)}" y2="${y(alpha)}" stroke="${ink}" stroke-width="1.5" stroke-dasharray="6 4"/><text x="${left + 4}" y="${y(alpha) - 5}">alpha</text>`;
  return svg('Good candidates that are rolled back within 30 minutes', [...ticks, limit, ...columns(rates.map((rate) => `${rate}/s`), columnWidth), ...marks.map(circle), ...legend(shown)]);
}

/** Median time to the rollback of a bad candidate, at one base error, for independent failures. */
export function detectionPlot({ cells }: JudgeResult, baseError: number, burst: number): string {
  const bad = cells.filter((cell) => !isGood(cell) && cell.baseError === baseError && cell.burst === burst);
  const shown = engines.filter(({ name }) => bad.some(({ engine }) => engine === name));
  const groups = [...new Set(bad.map(({ requestsPerSecond, effect }) => `${requestsPerSecond}/s ${100 * effect} %`))];
  const columnWidth = (legendAt - left - 16) / groups.length;
  const y = logScale(2, 3000);
  const marks = shown.flatMap(({ name, colour }, e) =>
    bad.filter(({ engine }) => engine === name).map((cell): Mark => ({
      x: left + columnWidth * (groups.indexOf(`${cell.requestsPerSecond}/s ${100 * cell.effect} %`) + (e + 0.7) / (shown.length + 0.4)),
      y: y(cell.p50Seconds ?? 3000), colour, title: titleOf(cell),
    })),
  );
  const ticks = [2, 10, 60, 600, 1800, 3000].map((seconds) => tick(y(seconds), seconds === 3000 ? 'never' : seconds < 60 ? `${seconds} s` : `${seconds / 60} min`));
  return svg(`Median time to rollback, by request rate and failures of the candidate (bursts of ${burst})`, [...ticks, ...columns(groups, columnWidth, true), ...marks.map(circle), ...legend(shown)]);
}

function logScale(low: number, high: number): (value: number) => number {
  const span = Math.log(high) - Math.log(low);
  return (value) => Number((height - bottom - ((Math.log(value) - Math.log(low)) / span) * (height - bottom - top)).toFixed(1));
}

function titleOf({ engine, requestsPerSecond, baseError, burst, effect, rollbackRate, p50Seconds }: Cell): string {
  return `${engine}: ${requestsPerSecond}/s, ${100 * baseError} % against ${100 * effect} %, bursts of ${burst}: rolled back ${(100 * rollbackRate).toFixed(2)} %, median ${p50Seconds ?? 'never'}`;
}

function circle({ x, y, colour, title }: Mark): string {
  return `<circle cx="${x.toFixed(1)}" cy="${y}" r="3.5" fill="${colour}" fill-opacity="0.8"><title>${title}</title></circle>`;
}

function tick(y: number, label: string): string {
  return `<line x1="${left}" x2="${legendAt - 16}" y1="${y}" y2="${y}" stroke="${ink}" stroke-opacity="0.25"/><text x="${left - 6}" y="${y + 4}" text-anchor="end">${label}</text>`;
}

function columns(labels: readonly string[], columnWidth: number, stacked = false): string[] {
  return labels.flatMap((label, i) => {
    const x = left + columnWidth * (i + 0.5);
    const edge = `<line x1="${(left + columnWidth * (i + 1)).toFixed(1)}" x2="${(left + columnWidth * (i + 1)).toFixed(1)}" y1="${top}" y2="${height - bottom}" stroke="${ink}" stroke-opacity="0.2"/>`;
    const lines = stacked ? label.split(/ (?=\d)/) : [label];
    return [edge, ...lines.map((line, k) => `<text x="${x.toFixed(1)}" y="${height - bottom + 16 + 13 * k}" text-anchor="middle" font-size="${stacked ? 9 : 12}">${line}</text>`)];
  });
}

function legend(shown: readonly { readonly label: string; readonly colour: string }[]): string[] {
  return shown.map(({ label, colour }, i) => `<circle cx="${legendAt}" cy="${top + 8 + 22 * i}" r="5" fill="${colour}"/><text x="${legendAt + 12}" y="${top + 12 + 22 * i}">${label}</text>`);
}

function svg(title: string, parts: readonly string[]): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" font-family="sans-serif" font-size="12" fill="${ink}" role="img" aria-label="${title}">
<text x="${left}" y="20" font-size="14">${title}</text>
${parts.join('\n')}
</svg>
`;
}
