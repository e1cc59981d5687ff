import { html, type Markup } from './html.ts';
import { absent } from './parts.ts';
import { figure, fitting, label, rectangle } from './svg.ts';
import type { Searching, Study } from './study.ts';

const row = 26;
const [left, right] = [190, 640] as const;

/** How much of the differences between the trials each hyperparameter explains. */
export function sensitivity({ experiment: { spec, status } }: Study, { name, place }: Searching): Markup {
  const found = (status?.sensitivity ?? []).filter(({ candidate, importance }) => candidate === name && Number.isFinite(importance));
  if (found.length === 0) return spec.studies.sensitivity ? html`<h3>Which parameter matters</h3>${absent('Not known: it is studied at the end, takes four scores at least, and says nothing where all are the same.')}` : html``;
  const bars = found.map(({ parameter, importance }, i) => {
    const y = 8 + i * row;
    const share = `${(100 * importance).toFixed(importance < 0.1 ? 1 : 0)} %`;
    const width = (right - left) * Math.min(1, Math.max(0, importance));
    return html`<g><title>${parameter}: ${share}</title>${label(left - 8, y + 15, fitting(parameter, left - 16), 'end')}${rectangle(left, y, right - left, row - 6, 'track')}${rectangle(left, y, width, row - 6, 'share')}${label(right + 8, y + 15, share)}</g>`;
  });
  const description = found.map(({ parameter, importance }) => `${parameter} ${(100 * importance).toFixed(1)} %`).join(', ');
  return html`<h3>Which parameter matters</h3>${figure({ id: `sensitivity-${place}`, title: `Share of the differences between the trials of ${name} that each parameter explains`, description, width: 720, height: 16 + row * found.length }, bars)}<p class="note">Share of the variance of the scores (fANOVA, Hutter, Hoos and Leyton-Brown 2014).</p>`;
}
